import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentTotals, type TotalLine } from '../../src/mappers/index.ts'

/** A line in whole numbers: thousandths of a piece, hundredths of a cent, percent. */
interface WholeLine {
  readonly milli: number
  readonly price: number
  readonly discount: number
  readonly rate: number
  readonly withheld: number
}

/** Half up, in whole numbers only: shares no code with the library. */
const rounded = (numerator: bigint, denominator: bigint) =>
  (2n * numerator + denominator) / (2n * denominator)
const total = (values: bigint[]) => values.reduce((sum, value) => sum + value, 0n)
const big = ({ milli, price, discount, rate, withheld }: WholeLine) => ({
  q: BigInt(milli),
  p: BigInt(price),
  d: BigInt(discount),
  r: BigInt(rate),
  w: BigInt(withheld),
})

/** Gross, discount, taxes and withheld taxes in cents. */
const formula: Record<'document' | 'line' | 'item', (lines: readonly WholeLine[]) => bigint[]> = {
  document(lines) {
    const all = lines.map(big)
    return [
      rounded(total(all.map(({ q, p }) => q * p)), 10n ** 5n),
      rounded(total(all.map(({ q, p, d }) => q * p * d)), 10n ** 7n),
      rounded(total(all.map(({ q, p, d, r }) => q * p * (100n - d) * r)), 10n ** 9n),
      rounded(total(all.map(({ q, p, d, w }) => q * p * (100n - d) * w)), 10n ** 9n),
    ]
  },
  line(lines) {
    const parts = lines.map(big).map(({ q, p, d, r, w }) => {
      const gross = rounded(q * p, 10n ** 5n)
      const discount = rounded(gross * d, 100n)
      const base = gross - discount
      return [gross, discount, rounded(base * r, 100n), rounded(base * w, 100n)]
    })
    return [0, 1, 2, 3].map((at) => total(parts.map((part) => part[at] ?? 0n)))
  },
  item(lines) {
    const parts = lines.map(big).map(({ q, p, d, r, w }) => {
      const gross = rounded(rounded(p, 100n) * q, 1_000n)
      const base = rounded(rounded(p * (100n - d), 10n ** 4n) * q, 1_000n)
      return [gross, gross - base, rounded(base * r, 100n), rounded(base * w, 100n)]
    })
    return [0, 1, 2, 3].map((at) => total(parts.map((part) => part[at] ?? 0n)))
  },
}

const text = (value: number, places: number) => (value / 10 ** places).toFixed(places)
const asLine = ({ milli, price, discount, rate, withheld }: WholeLine): TotalLine => ({
  quantity: text(milli, 3),
  unitPrice: text(price, 4),
  discountPercent: discount,
  taxes: [{ taxId: 1, rate, basis: 'percent', order: 1, cumulative: false }],
  withholding: { rate: withheld },
})

const lines = fc.array(
  fc.record({
    milli: fc.integer({ min: 0, max: 50_000 }),
    price: fc.integer({ min: 0, max: 5_000_000 }),
    discount: fc.integer({ min: 0, max: 100 }),
    rate: fc.constantFrom(0, 4, 6, 10, 21, 23),
    withheld: fc.constantFrom(0, 15, 25),
  }),
  { minLength: 1, maxLength: 12 },
)

describe.each(['document', 'line', 'item'] as const)('rounding to the %s', (method) => {
  test('agrees with whole-number arithmetic, whatever the lines', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const [gross = 0n, discount = 0n, taxes = 0n, withheld = 0n] = formula[method](given)
        expect(documentTotals(given.map(asLine), method)).toEqual({
          grossCents: Number(gross),
          discountCents: Number(discount),
          taxesCents: Number(taxes),
          withheldCents: Number(withheld),
          netCents: Number(gross - discount + taxes - withheld),
        })
      }),
      { numRuns: 500 },
    )
  })
})

describe('rounding to the item', () => {
  const iva = { taxId: 1, rate: 21, basis: 'percent', order: 1, cumulative: false } as const
  const article = (patch: Partial<TotalLine>): TotalLine => ({
    quantity: '1',
    unitPrice: '1',
    discountPercent: 0,
    taxes: [iva],
    ...patch,
  })

  test('the unit is rounded before the quantity', () => {
    const given = [article({ unitPrice: '2.374', quantity: '100' })]
    expect(documentTotals(given, 'item')).toMatchObject({ grossCents: 23_700, taxesCents: 4_977 })
    expect(documentTotals(given, 'line')).toMatchObject({ grossCents: 23_740, taxesCents: 4_985 })
  })

  test('so is what is left of it after the discount', () => {
    const given = [article({ unitPrice: '0.99', discountPercent: 10, quantity: '100' })]
    // 0.891 is 0.89: 89.00 are left of 99.00.
    expect(documentTotals(given, 'item')).toMatchObject({ grossCents: 9_900, discountCents: 1_000 })
    expect(documentTotals(given, 'line')).toMatchObject({ grossCents: 9_900, discountCents: 990 })
  })

  test('a unit below half a cent costs nothing, however many there are', () => {
    expect(documentTotals([article({ unitPrice: '0.0049', quantity: '1000' })], 'item').netCents).toBe(0)
  })

  test('without fractions of a cent it is the line', () => {
    const whole = fc.record({
      quantity: fc.integer({ min: 1, max: 900 }).map(String),
      unitPrice: fc.integer({ min: 0, max: 99_999 }).map((cents) => text(cents, 2)),
      discountPercent: fc.constantFrom(0, 100),
    })
    fc.assert(
      fc.property(fc.array(whole.map(article)), (given) => {
        expect(documentTotals(given, 'item')).toEqual(documentTotals(given, 'line'))
      }),
    )
  })
})

test('what is withheld is taken off what the customer pays, and shown only where there is any', () => {
  const given = { quantity: '1', unitPrice: '100', discountPercent: 10, taxes: [] }
  expect(documentTotals([{ ...given, withholding: { rate: 25 } }], 'document')).toEqual({
    grossCents: 10_000,
    discountCents: 1_000,
    taxesCents: 0,
    withheldCents: 2_250,
    netCents: 6_750,
  })
  expect(documentTotals([given], 'document')).not.toHaveProperty('withheldCents')
})
