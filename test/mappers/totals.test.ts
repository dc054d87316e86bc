import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentTotals, lineNetCents, type TotalLine } from '../../src/mappers/index.ts'

const vat = (rate: number, order = 1, cumulative = false) => ({
  taxId: rate + 1,
  rate,
  basis: 'percent' as const,
  order,
  cumulative,
})
const line = (patch: Partial<TotalLine>): TotalLine => ({
  quantity: '1',
  unitPrice: '1',
  discountPercent: 0,
  taxes: [vat(23)],
  ...patch,
})

describe("the vendor's example: three articles of 2.37 at 23 %", () => {
  const lines = [1, 2, 3].map(() => line({ unitPrice: '2.37' }))

  test('to the document: 7.11 + 1.64 = 8.75', () => {
    expect(documentTotals(lines, 'document')).toEqual({
      grossCents: 711,
      discountCents: 0,
      taxesCents: 164,
      netCents: 875,
    })
  })

  test('to the line: 7.11 + 1.65 = 8.76', () => {
    expect(documentTotals(lines, 'line')).toEqual({
      grossCents: 711,
      discountCents: 0,
      taxesCents: 165,
      netCents: 876,
    })
  })
})

test.each([
  // gross, discount %, taxes, net: amounts as real invoices show them.
  ['67', 20, 1233, 6593],
  ['96.4', 20, 1774, 9486],
  ['22.65', 20, 417, 2229],
  ['203.83', 0, 4688, 25071],
])('%s less %i %% at 23 %%', (unitPrice, discountPercent, taxesCents, netCents) => {
  const totals = documentTotals([line({ unitPrice, discountPercent })], 'document')
  expect(totals).toMatchObject({ taxesCents, netCents })
})

test('decimals that floats get wrong', () => {
  // 1.005 is 1.00499… as a float.
  expect(documentTotals([line({ unitPrice: '1.005', taxes: [] })], 'document').netCents).toBe(101)
  expect(documentTotals([line({ quantity: '3', unitPrice: '0.1', taxes: [] })], 'document').netCents).toBe(30)
})

test('a cumulative tax is computed on the taxes before it, in their order and not in the given one', () => {
  const amount = { taxId: 7, rate: 10, basis: 'percent' as const, order: 1, cumulative: false }
  const given = [vat(23, 2, true), amount]
  expect(documentTotals([line({ unitPrice: '100', taxes: given })], 'document').taxesCents).toBe(1000 + 2530)
  const side = [vat(23, 2, false), amount]
  expect(documentTotals([line({ unitPrice: '100', taxes: side })], 'document').taxesCents).toBe(1000 + 2300)
})

test('a tax that is an amount counts per unit, or once for the line', () => {
  const fee = (basis: 'unit' | 'line') => ({ taxId: 8, rate: 0.35, basis, order: 1, cumulative: false })
  expect(documentTotals([line({ quantity: '4', taxes: [fee('unit')] })], 'document').taxesCents).toBe(140)
  expect(documentTotals([line({ quantity: '4', taxes: [fee('line')] })], 'document').taxesCents).toBe(35)
})

test('to the line, each amount is computed on the rounded ones before it', () => {
  // 3 x 0.335 = 1.005 → 1.01; half of it 0.505 → 0.51; 50 % tax on the 0.50 left → 0.25 (exactly 0.25125).
  const given = line({ quantity: '3', unitPrice: '0.335', discountPercent: 50, taxes: [vat(50)] })
  expect(documentTotals([given], 'line')).toEqual({
    grossCents: 101,
    discountCents: 51,
    taxesCents: 25,
    netCents: 75,
  })
  expect(documentTotals([given], 'document')).toMatchObject({
    grossCents: 101,
    discountCents: 50,
    taxesCents: 25,
  })
})

test('what a line shows is its price less discount, before taxes', () => {
  expect(lineNetCents({ quantity: '2', unitPrice: '10.01', discountPercent: 50 })).toBe(1001)
})

test('no lines, no money', () => {
  expect(documentTotals([], 'line')).toEqual({ grossCents: 0, discountCents: 0, taxesCents: 0, netCents: 0 })
})

describe('for any lines', () => {
  const decimals = (max: number, places: number) =>
    fc.integer({ min: 0, max: max * 10 ** places }).map((n) => (n / 10 ** places).toFixed(places))
  const lines = fc.array(
    fc.record({
      quantity: decimals(50, 3),
      unitPrice: decimals(500, 4),
      discountPercent: fc.integer({ min: 0, max: 100 }),
      taxes: fc.constantFrom([], [vat(23)], [vat(6)], [vat(4)]),
    }),
    { maxLength: 12 },
  )

  test('net = gross - discount + taxes, in whole cents, by both methods', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('document' as const, 'line' as const), (given, method) => {
        const { grossCents, discountCents, taxesCents, netCents } = documentTotals(given, method)
        expect(netCents).toBe(grossCents - discountCents + taxesCents)
        expect([grossCents, discountCents, taxesCents].every(Number.isSafeInteger)).toBe(true)
      }),
    )
  })

  test('the order of the lines does not matter', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('document' as const, 'line' as const), (given, method) => {
        expect(documentTotals([...given].reverse(), method)).toEqual(documentTotals(given, method))
      }),
    )
  })

  test('the methods differ by no more than the roundings of each line', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const [a, b] = [documentTotals(given, 'document'), documentTotals(given, 'line')]
        expect(Math.abs(a.grossCents - b.grossCents)).toBeLessThanOrEqual(given.length / 2 + 0.5)
        expect(Math.abs(a.discountCents - b.discountCents)).toBeLessThanOrEqual(given.length + 0.5)
        expect(Math.abs(a.taxesCents - b.taxesCents)).toBeLessThanOrEqual(given.length + 0.5)
      }),
    )
  })
})
