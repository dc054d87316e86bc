import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { company_id, furnish, id, invoice, line, rig } from './support.ts'

async function till(rounding: 'document' | 'line') {
  const world = await rig({ companies: [{ company_id, name: 'x', rounding }] })
  const ids = await furnish(world)
  const total = async (products: object[], changes: Record<string, unknown> = {}) => {
    const answer = await world.call('invoices/insert', invoice(ids, { products, ...changes }))
    const document_id = id(answer, 'document_id')
    return Object(await world.call('invoices/getOne', { document_id }))
  }
  const tax = (vat: string, cumulative = 0) => ({
    tax_id: world.company.taxes.find((row) => row.vat_type === vat && row.fiscal_zone === 'PT')?.tax_id,
    value: 1,
    order: 1,
    cumulative,
  })
  return { ...world, ids, total, tax }
}

describe('totals', () => {
  it('to the document: the vendor’s three articles', async () => {
    const { ids, total } = await till('document')
    expect(await total([line(ids), line(ids), line(ids)])).toMatchObject({
      gross_value: 7.11,
      taxes_value: 1.64,
      net_value: 8.75,
      document_calc_method: { calc_method_id: 2 },
    })
  })

  it('to the line: the same three articles', async () => {
    const { ids, total } = await till('line')
    expect(await total([line(ids), line(ids), line(ids)])).toMatchObject({
      gross_value: 7.11,
      taxes_value: 1.65,
      net_value: 8.76,
      document_calc_method: { calc_method_id: 1 },
    })
  })

  it('round half a cent up, exactly', async () => {
    const { ids, total, tax } = await till('document')
    const reduced = { taxes: [tax('RED')] }
    expect(await total([line(ids, { price: 1.005, taxes: [], exemption_reason: 'M07' })])).toMatchObject({
      net_value: 1.01,
    })
    expect(await total([line(ids, { price: 0.25, ...reduced })])).toMatchObject({
      taxes_value: 0.02,
      net_value: 0.27,
    })
    expect(await total([line(ids, { price: 1e-7, qty: 1e6, ...reduced })])).toMatchObject({
      gross_value: 0.1,
    })
  })

  it('take line discounts, then the financial discount', async () => {
    const { ids, total } = await till('document')
    const products = [line(ids, { price: 100, qty: 2, discount: 10 })]
    expect(await total(products, { financial_discount: 5 })).toMatchObject({
      gross_value: 200,
      comercial_discount_value: 20,
      financial_discount_value: 9,
      taxes_value: 39.33,
      net_value: 210.33,
    })
  })

  it('take the special discount off as money, and leave the taxes', async () => {
    const { ids, total } = await till('document')
    expect(await total([line(ids, { price: 100 })], { special_discount: 3 })).toMatchObject({
      comercial_discount_value: 3,
      taxes_value: 23,
      net_value: 120,
    })
  })

  it('hold the withholding back, from the line or from the document', async () => {
    const { ids, total, company } = await till('document')
    const deduction_id = company.deductions[0]?.deduction_id
    const expected = { deduction_value: 25, taxes_value: 23, net_value: 98 }
    expect(await total([line(ids, { price: 100, deduction_id })])).toMatchObject(expected)
    expect(await total([line(ids, { price: 100 })], { deduction_id })).toMatchObject(expected)
  })

  it('compound a cumulative IVA on the taxes before it', async () => {
    const { ids, total, tax, call } = await till('document')
    const eco = { name: 'Eco', value: 2, type: 3, saft_type: 3, fiscal_zone: 'PT', active_by_default: 0 }
    const tax_id = id(await call('taxes/insert', eco), 'tax_id')
    const taxes = [
      { tax_id, value: 1.5, order: 1, cumulative: 0 },
      { ...tax('NOR', 1), order: 2 },
    ]
    expect(await total([line(ids, { price: 10, qty: 2, taxes })])).toMatchObject({
      taxes_value: 8.29,
      products: [{ taxes: [{ total_value: 3 }, { incidence_value: 23, total_value: 5.29 }] }],
    })
  })

  it.each(['document', 'line'] as const)('always add up, rounding to the %s', async (rounding) => {
    const { ids, total, tax, company } = await till(rounding)
    const deduction_id = company.deductions[0]?.deduction_id
    const cents = (value: unknown) => Math.round(Number(value) * 100)
    const anyLine = fc.record({
      price: fc.integer({ min: 1, max: 9_999_999 }).map((value) => value / 1000),
      qty: fc.integer({ min: 1, max: 99_999 }).map((value) => value / 100),
      discount: fc.constantFrom(0, 2.5, 10, 33.33, 100),
      deduction_id: fc.constantFrom(0, deduction_id),
      taxes: fc.constantFrom([tax('NOR')], [tax('INT')], [tax('RED')]),
    })
    const anyDocument = fc.tuple(
      fc.array(anyLine, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(0, 3, 12.75),
    )
    await fc.assert(
      fc.asyncProperty(anyDocument, async ([lines, financial_discount]) => {
        const made = await total(
          lines.map((changes) => line(ids, changes)),
          { financial_discount },
        )
        const parts =
          cents(made.gross_value) -
          cents(made.comercial_discount_value) -
          cents(made.financial_discount_value)
        expect(cents(made.net_value)).toBe(parts + cents(made.taxes_value) - cents(made.deduction_value))
        expect(made.net_value * 100).toBeCloseTo(cents(made.net_value), 4)
      }),
      { numRuns: 60, seed: 4 },
    )
  })
})
