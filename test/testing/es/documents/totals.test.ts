import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, companyIds } from '../support.ts'
import { type Fields, office } from './office.ts'

async function till(documentCalculationsMode: 0 | 1 | 2 = 0) {
  const companies = [{ companyId: companyIds.on, name: 'x', documentCalculationsMode }]
  const world = await office({ platform: 'on', companies })
  const { create, sale, company } = world
  return {
    ...world,
    total: async (products: Fields[], changes: Fields = {}) =>
      create('invoice', sale({ products, ...changes })),
    tax: (value: number) => ({ taxId: company.taxes.find((row) => row.value === value)?.taxId, ordering: 1 }),
  }
}

const three = { errors: [], data: { grossValue: 7.11, taxesValue: 1.64, totalValue: 8.75 } }

describe('totals', () => {
  it.each([
    [0, three],
    [1, { data: { grossValue: 7.11, taxesValue: 1.65, totalValue: 8.76 } }],
    [2, { data: { grossValue: 7.11, taxesValue: 1.65, totalValue: 8.76 } }],
  ] as const)('of the vendor’s three articles, in mode %i of the company', async (mode, expected) => {
    const { total, line } = await till(mode)
    expect(await total([line(), line(), line()])).toMatchObject(expected)
  })

  it('follow the mode of the document before that of the company', async () => {
    const { total, line } = await till(0)
    expect(await total([line(), line(), line()], { documentCalculationsMode: 1 })).toMatchObject({
      data: { totalValue: 8.76 },
    })
    expect(await total([line(), line(), line()], { documentCalculationsMode: null })).toMatchObject(three)
  })

  it.each([
    [0, { grossValue: 4.02, totalDiscountValue: 0.4, taxesValue: 0.83, totalValue: 4.45 }],
    [1, { grossValue: 4.02, totalDiscountValue: 0.4, taxesValue: 0.83, totalValue: 4.45 }],
    [2, { grossValue: 4.04, totalDiscountValue: 0.44, taxesValue: 0.83, totalValue: 4.43 }],
  ] as const)('round one item before it is multiplied only in mode 2 (%i)', async (mode, expected) => {
    const { total, line } = await till(mode)
    expect(await total([line({ price: 1.005, qty: 4, discount: 10 })])).toMatchObject({ data: expected })
  })

  it('round half a cent up, exactly', async () => {
    const { total, line, tax } = await till()
    const free = { taxes: [], exemptionReason: 'M07' }
    expect(await total([line({ price: 1.005, ...free })])).toMatchObject({ data: { totalValue: 1.01 } })
    expect(await total([line({ price: 0.25, taxes: [tax(6)] })])).toMatchObject({
      data: { taxesValue: 0.02 },
    })
    expect(await total([line({ price: 1e-7, qty: 1e6, ...free })])).toMatchObject({
      data: { grossValue: 0.1 },
    })
  })

  it('take off the discount of the line, then of the document, then for prompt payment', async () => {
    const { total, line } = await till()
    const products = [line({ price: 100, qty: 2, discount: 10 })]
    expect(await total(products, { globalDiscount: 50, financialDiscount: 10 })).toMatchObject({
      data: { grossValue: 200, totalDiscountValue: 119, taxesValue: 18.63, totalValue: 99.63 },
    })
  })

  it('keep back what the lines say, or else what was sent', async () => {
    const { total, line, company } = await till()
    const retentionId = company.retentions[0]?.retentionId
    const expected = { retentionsValue: 25, documentTotal: 123, totalValue: 98 }
    expect(await total([line({ price: 100, retentionId })], { retentionsValue: 3 })).toMatchObject({
      data: expected,
    })
    expect(await total([line({ price: 100 })], { retentionsValue: 3.5 })).toMatchObject({
      data: { retentionsValue: 3.5, totalValue: 119.5 },
    })
  })

  it('compound a cumulative tax on those before it, by its ordering', async () => {
    const { total, line, tax, call, companyId } = await till()
    await call(
      'mutation ($companyId: Int!) { taxCreate(companyId: $companyId, data: { name: "Eco", value: 2, type: 3, fiscalZone: "PT", fiscalZoneFinanceType: 3, countryId: 1 }) { errors { msg } } }',
      { companyId },
    )
    const eco = tax(2)
    const taxes = [
      { ...tax(23), ordering: 2, cumulative: true },
      { ...eco, ordering: 1, value: 1.5 },
    ]
    expect(await total([line({ price: 10, qty: 2, taxes })])).toMatchObject({
      data: {
        taxesValue: 8.29,
        totalValue: 28.29,
        taxes: [
          { taxId: eco.taxId, value: 1.5, incidence: 20, total: 3 },
          { value: 23, incidence: 23, total: 5.29 },
        ],
      },
    })
  })

  it('charge a constant tax once a line, and one by product for each', async () => {
    const { total, line, tax, call, companyId } = await till()
    for (const [value, type] of [
      [7, 2],
      [3, 3],
    ]) {
      await call(
        'mutation ($companyId: Int!, $data: TaxInsert!) { taxCreate(companyId: $companyId, data: $data) { errors { msg } } }',
        {
          companyId,
          data: { name: `T${value}`, value, type, fiscalZone: 'PT', fiscalZoneFinanceType: 3, countryId: 1 },
        },
      )
    }
    const taxes = [tax(23), { ...tax(7), ordering: 2 }, { ...tax(3), ordering: 3 }]
    expect(await total([line({ price: 10, qty: 4, taxes })])).toMatchObject({
      data: { taxesValue: 28.2, taxes: [{ total: 9.2 }, { total: 7 }, { total: 12 }] },
    })
  })

  it('are summed by tax', async () => {
    const { total, line, tax } = await till()
    const products = [line({ price: 10 }), line({ price: 20 }), line({ price: 5, taxes: [tax(6)] })]
    expect(await total(products)).toMatchObject({
      data: {
        taxes: [
          { value: 23, incidence: 30, total: 6.9 },
          { value: 6, incidence: 5, total: 0.3 },
        ],
      },
    })
  })

  it('are told in the other currency, by the rate sent or that of the day', async () => {
    const { total, line } = await till()
    const dollars = { currencyExchangeId: 2 }
    const products = [line({ price: 100 })]
    expect(await total(products)).toMatchObject({ data: { currencyExchangeTotalValue: 0 } })
    expect(await total(products, dollars)).toMatchObject({
      data: { totalValue: 123, currencyExchangeTotalValue: 133.23 },
    })
    expect(await total(products, { ...dollars, currencyExchangeExchange: 1.1 })).toMatchObject({
      data: { totalValue: 123, currencyExchangeTotalValue: 135.3 },
    })
  })

  it('take the rate of the day again when a draft changes its currency', async () => {
    const { total, line, update } = await till()
    const made = await total([line({ price: 100 })], { currencyExchangeId: 2, currencyExchangeExchange: 1.1 })
    const documentId = at(made, 'data.documentId')
    expect(await update('invoice', { documentId, currencyExchangeId: 3 })).toMatchObject({
      data: { currencyExchangeTotalValue: 105.42 },
    })
    expect(await update('invoice', { documentId, currencyExchangeId: null })).toMatchObject({
      data: { currencyExchangeTotalValue: 0 },
    })
  })

  it.each([0, 1, 2] as const)('always add up to the cent, in mode %i', async (mode) => {
    const { total, line, tax, company } = await till(mode)
    const cents = (value: unknown) => Math.round(Number(value) * 100)
    const anyLine = fc.record({
      price: fc.integer({ min: 1, max: 9_999_999 }).map((value) => value / 1000),
      qty: fc.integer({ min: 1, max: 99_999 }).map((value) => value / 100),
      discount: fc.constantFrom(0, 2.5, 10, 33.33, 100),
      retentionId: fc.constantFrom(0, Number(company.retentions[0]?.retentionId)),
      taxes: fc.constantFrom([tax(23)], [tax(13)], [tax(6)]),
    })
    const anyDocument = fc.tuple(
      fc.array(anyLine, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(0, 3, 12.75),
      fc.constantFrom(0, 2),
    )
    await fc.assert(
      fc.asyncProperty(anyDocument, async ([lines, globalDiscount, financialDiscount]) => {
        const products = lines.map((changes) => line(changes))
        const made = Object(await total(products, { globalDiscount, financialDiscount })).data
        const net = cents(made.grossValue) - cents(made.totalDiscountValue) + cents(made.taxesValue)
        expect(cents(made.documentTotal)).toBe(net)
        expect(cents(made.totalValue)).toBe(net - cents(made.retentionsValue))
        for (const value of [made.grossValue, made.totalDiscountValue, made.taxesValue, made.totalValue]) {
          expect(value).toBe(Number(value.toFixed(2)))
        }
      }),
      { numRuns: 60, seed: 4 },
    )
  })
})
