import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SettingsInput } from '../../src/domain/index.ts'
import { decideVat, type VatInput } from '../../src/mappers/index.ts'
import { aCustomer, account, aProduct, codes, exportSettings, on, taxes } from './fixtures.ts'

type VatPatch = NonNullable<SettingsInput['exports']>['vat']

const decide = (input: Partial<Omit<VatInput, 'settings'>> = {}, vat: VatPatch = {}) =>
  decideVat({
    settings: exportSettings({ vat }).vat,
    account: account(),
    product: aProduct('BOMBA'),
    customer: aCustomer(),
    zone: 'PT',
    ...input,
  })

describe("the line's own VAT code", () => {
  const lineCodes = { alto: 23, baixo: 6, isento: 'M16', velho: 21, falso: 'M98', acores: 16 }

  test('a percentage is the account tax of the zone', () => {
    expect(decide({ vatCode: 'baixo' }, { lineCodes }).value?.decision).toMatchObject({
      source: 'line',
      taxId: taxes.mainlandLow.taxId,
      rate: 6,
      zone: 'PT',
      asked: [{ source: 'line', answer: 'VAT code baixo of the line: 6 % in zone PT' }],
    })
  })

  test('an exemption code leaves no VAT on the line', () => {
    const { value } = decide({ vatCode: 'isento' }, { lineCodes })
    expect(value?.decision).toMatchObject({ source: 'line', exemption: 'M16' })
    expect(value?.decision).not.toHaveProperty('taxId')
    expect(value?.taxes).toEqual([])
  })

  test.each(['velho', 'falso'])(
    '%s, which the account lacks, blocks: no other source is asked',
    (vatCode) => {
      expect(decide({ vatCode }, { lineCodes })).toEqual({
        issues: [{ code: 'vat_not_in_account', thing: vatCode, severity: 'error' }],
      })
    },
  )

  test.each(['X9', 'constructor'])(
    'the code %s, which the settings do not explain, is reported',
    (vatCode) => {
      const result = decide({ vatCode })
      expect(result.value?.decision.source).toBe('product')
      expect(result.issues).toEqual([{ code: 'unknown_vat_code', thing: vatCode, severity: 'warning' }])
    },
  )

  test('a rate that the account has in another zone only is billed with a warning', () => {
    const result = decide({ vatCode: 'acores' }, { lineCodes })
    expect(result.value?.decision.taxId).toBe(taxes.azores.taxId)
    expect(codes(result)).toEqual(['other_fiscal_zone'])
  })

  test('a rate that two other zones have is not guessed', () => {
    const both = account({ taxes: [taxes.azores, { ...taxes.madeira, rate: 16 }] })
    const result = decide({ vatCode: 'acores', account: both }, { lineCodes })
    expect(codes(result)).toEqual(['vat_not_in_account'])
  })
})

describe("the product's own VAT", () => {
  test('answers where it suits the zone', () => {
    expect(decide().value?.decision).toMatchObject({ source: 'product', taxId: 11, rate: 23 })
  })

  test('the rate is that of the account, not the one that the product was read with', () => {
    const product = aProduct('BOMBA', { taxes: [on(taxes.mainland, { rate: 21 })] })
    expect(decide({ product }).value?.decision.rate).toBe(23)
  })

  test.each([
    ['PT-AC', 21, 16],
    ['PT-MA', 31, 22],
  ])('gives way to the zone %s', (zone, taxId, rate) => {
    expect(decide({ zone }).value?.decision).toMatchObject({ source: 'zone', taxId, rate, zone })
  })

  test('gives way to an exemption of the customer', () => {
    const customer = aCustomer({ exemption: 'M16' })
    expect(decide({ customer }).value?.decision).toMatchObject({ source: 'zone', exemption: 'M16' })
  })

  test('with an unknown zone answers, and says so', () => {
    const result = decide({ zone: undefined })
    expect(result.value?.decision).toMatchObject({ source: 'product', rate: 23 })
    expect(result.value?.decision).not.toHaveProperty('zone')
    expect(codes(result)).toEqual(['unknown_fiscal_zone'])
  })

  test('an exemption of the product holds when it has no VAT, or a zero one', () => {
    const zero = { ...taxes.mainland, taxId: 19, rate: 0, vatType: 'ISE' }
    const exempt = { exemption: 'M07' }
    const without = decide({ product: aProduct('X', { ...exempt, taxes: [] }) })
    const withZero = decide({
      product: aProduct('X', { ...exempt, taxes: [on(zero)] }),
      account: account({ taxes: [zero] }),
    })
    for (const { value } of [without, withZero]) {
      expect(value?.decision).toMatchObject({ source: 'product', exemption: 'M07' })
      expect(value?.taxes).toEqual([])
    }
  })

  test('an exemption text that is no code of the account is not used', () => {
    const product = aProduct('X', { taxes: [], exemption: 'Isento Artigo 9' })
    expect(codes(decide({ product }))).toEqual(['no_vat'])
  })

  test.each([
    ['neither VAT nor exemption', []],
    ['two VATs', [on(taxes.mainland), on(taxes.mainlandLow, { order: 2 })]],
    ['a VAT that the account does not have', [on(taxes.mainland, { taxId: 99, vatType: 'X' })]],
  ])('%s: no answer', (_, own) => {
    const result = decide({ product: aProduct('X', { taxes: own }) })
    expect(result.value).toBeUndefined()
    expect(result.issues).toMatchObject([{ code: 'no_vat', thing: 'X', severity: 'error' }])
  })

  test('other taxes come first and VAT is computed on them too', () => {
    const fee = on(taxes.mainland, {
      taxId: 77,
      kind: 'other',
      rate: 0.5,
      basis: 'unit',
      order: 3,
      cumulative: false,
    })
    const product = aProduct('X', { taxes: [on(taxes.mainland, { order: 1 }), fee] })
    expect(decide({ product }).value?.taxes).toEqual([
      { taxId: 77, rate: 0.5, basis: 'unit', order: 3, cumulative: false },
      { taxId: 11, rate: 23, basis: 'percent', order: 4, cumulative: true },
    ])
  })

  test('other taxes stay on an exempt line', () => {
    const stamp = on(taxes.mainland, { taxId: 78, kind: 'other', rate: 4 })
    const product = aProduct('X', { taxes: [stamp], exemption: 'M07' })
    expect(decide({ product }).value?.taxes.map(({ taxId }) => taxId)).toEqual([78])
  })
})

describe('the fiscal zone', () => {
  const sources = ['zone'] as const

  test('several rates of one kind in one zone are not guessed', () => {
    const other = { ...taxes.azores, taxId: 23, rate: 18 }
    const result = decide(
      { zone: 'PT-AC', account: account({ taxes: [taxes.azores, other] }) },
      { sources: [...sources] },
    )
    expect(codes(result)).toEqual(['no_vat'])
  })

  test('the same rate entered twice is one rate: the older tax is taken', () => {
    const twice = [{ ...taxes.azores, taxId: 88 }, taxes.azores]
    expect(decide({ zone: 'PT-AC', account: account({ taxes: twice }) }).value?.decision.taxId).toBe(21)
  })

  test.each(['ES', 'FR', undefined])('zone %s, in which the account has nothing, does not answer', (zone) => {
    expect(codes(decide({ zone }, { sources: [...sources] }))).toEqual(['no_vat'])
  })

  test("an exemption of the customer that the account lacks is not billed as the product's VAT", () => {
    expect(codes(decide({ customer: aCustomer({ exemption: 'M98' }) }))).toEqual(['no_vat'])
  })
})

describe('reverse charge', () => {
  const vat: VatPatch = {
    sources: ['reverseCharge', 'product'],
    reverseCharge: { exemption: 'M40', typesOfWork: ['Construção'] },
  }
  const source = (input: Partial<VatInput>) => decide(input, vat).value?.decision.source

  test('holds for construction work for a company', () => {
    expect(decide({ typeOfWork: 'Construção' }, vat).value?.decision).toMatchObject({
      source: 'reverseCharge',
      exemption: 'M40',
    })
  })

  test.each([
    ['another type of work', { typeOfWork: 'Reparação' }],
    ['no type of work', {}],
    ['a private person', { typeOfWork: 'Construção', customer: aCustomer({ vatNumber: '123456789' }) }],
    ['the final consumer', { typeOfWork: 'Construção', customer: aCustomer({ vatNumber: '999999990' }) }],
    ['a wrong check digit', { typeOfWork: 'Construção', customer: aCustomer({ vatNumber: '503504565' }) }],
    ['a foreign number', { typeOfWork: 'Construção', customer: aCustomer({ vatNumber: 'B12345674' }) }],
  ])('does not hold for %s', (_, input) => expect(source(input)).toBe('product'))

  test('is not asked when it is not among the sources', () => {
    const { sources: _, ...rest } = vat
    expect(decide({ typeOfWork: 'Construção' }, rest).value?.decision.source).toBe('product')
  })
})

describe('the last resort', () => {
  const product = aProduct('X', { taxes: [] })

  test('a rate or an exemption of the account', () => {
    expect(decide({ product }, { fallback: { rate: 6 } }).value?.decision).toMatchObject({
      source: 'default',
      rate: 6,
    })
    expect(decide({ product }, { fallback: { exemption: 'M07' } }).value?.decision.exemption).toBe('M07')
  })

  test('never a rate or an exemption that the account lacks', () => {
    expect(codes(decide({ product }, { fallback: { rate: 21 } }))).toEqual(['no_vat'])
    expect(codes(decide({ product }, { fallback: { exemption: 'M99' } }))).toEqual(['no_vat'])
  })
})

describe('the record of the decision', () => {
  test('tells every source that was asked and what it said', () => {
    expect(decide({ zone: 'PT-AC' }).value?.decision).toEqual({
      source: 'zone',
      taxId: 21,
      rate: 16,
      zone: 'PT-AC',
      reason: "the account's NOR VAT of zone PT-AC, 16 %",
      asked: [
        { source: 'line', answer: 'the line states no VAT code' },
        { source: 'product', answer: "the product's VAT of 23 % is of zone PT, not of PT-AC" },
        { source: 'zone', answer: "the account's NOR VAT of zone PT-AC, 16 %" },
      ],
    })
  })

  test('a refusal carries what every source said', () => {
    const [issue] = decide({ product: aProduct('X', { taxes: [] }) }).issues
    expect(issue?.details?.asked).toBe(
      'line: the line states no VAT code; product: the product has neither VAT nor an exemption; ' +
        "zone: the product's kind of VAT is not known; default: no last resort is set",
    )
  })

  test('nothing is billed that the account does not have, and a line is either taxed or exempt', () => {
    const source = fc.constantFrom('line', 'product', 'zone', 'reverseCharge', 'default')
    const anything = fc.record({
      sources: fc.uniqueArray(source),
      zone: fc.constantFrom('PT', 'PT-AC', 'PT-MA', 'ES', undefined),
      vatCode: fc.constantFrom('a', 'b', 'c', undefined),
      own: fc.constantFrom(
        [],
        [on(taxes.mainland)],
        [on(taxes.azoresLow)],
        [on(taxes.mainland, { taxId: 99 })],
      ),
      exemption: fc.constantFrom('M07', 'M98', undefined),
      of: fc.subarray(Object.values(taxes)),
      exemptions: fc.subarray(['M07', 'M16', 'M40']),
    })
    fc.assert(
      fc.property(anything, ({ sources, zone, vatCode, own, exemption, of, exemptions }) => {
        const { value, issues } = decide(
          {
            zone,
            vatCode,
            typeOfWork: 'Obra',
            product: aProduct('X', { taxes: own, ...(exemption && { exemption }) }),
            account: account({ taxes: of, exemptions }),
          },
          {
            sources,
            lineCodes: { a: 23, b: 'M16', c: 4 },
            reverseCharge: { exemption: 'M40', typesOfWork: ['Obra'] },
            fallback: { rate: 22 },
          },
        )
        if (!value) {
          expect(['no_vat', 'vat_not_in_account']).toContain(issues.at(-1)?.code)
          return
        }
        const { taxId, rate, exemption: code } = value.decision
        expect((taxId === undefined) !== (code === undefined)).toBe(true)
        if (code) expect(exemptions).toContain(code)
        else expect(of.find((tax) => tax.taxId === taxId)?.rate).toBe(rate)
        expect(value.taxes.filter((tax) => tax.taxId === taxId)).toHaveLength(taxId === undefined ? 0 : 1)
        expect(value.decision.asked.map((asked) => asked.source)).toEqual(
          sources.slice(0, value.decision.asked.length),
        )
      }),
      { numRuns: 500 },
    )
  })
})
