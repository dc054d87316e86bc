import { describe, expect, it } from 'vitest'
import { methods } from '../../src/testing/pt/methods.ts'
import { customer, furnish, invoice, line, rig } from './support.ts'

const human = { query: { json: 'true', human_errors: 'true' } }

describe('validation', () => {
  it('answers an array of codes at status 200', async () => {
    const { send } = await rig()
    const body = JSON.stringify({ company_id: 240_211, ...customer, name: '', email: 'x', language_id: 0 })
    const response = await send('customers/insert', { query: { json: 'true' }, body })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual(['1 name', '2 language_id 1 0', '3 email'])
  })

  it('answers objects with a sentence when asked', async () => {
    const { call } = await rig()
    expect(
      await call('customers/insert', { ...customer, name: undefined, language_id: 'pt', email: 'x' }, human),
    ).toEqual([
      { code: '1 name', description: "Field 'name' is required" },
      { code: '2 language_id 1 0', description: "Field 'language_id' must be integer, greater than 0" },
      { code: '3 email', description: "Field 'email' must be a valid email address" },
    ])
  })

  it.each([
    ['a missing field', { name: undefined }, '1 name'],
    ['text for a number', { discount: 'ten' }, '2 discount 0   0 100'],
    ['a broken number', { payment_day: 1.5 }, '2 payment_day 1'],
    ['a boolean', { payment_day: true }, '2 payment_day 1'],
    ['a number over its bound', { discount: 101 }, '2 discount 0   0 100'],
    ['an unknown id', { maturity_date_id: 1 }, '2 maturity_date_id 1 0'],
    ['an unknown country', { country_id: 9999 }, '2 country_id 1 0'],
    ['a bad e-mail', { email: 'a@b' }, '3 email'],
    ['a bad address', { website: 'nowhere' }, '6 website'],
    ['a bad postal code', { zip_code: '3000' }, '7 zip_code'],
    ['a bad tax number', { vat: '509442014' }, '8 vat'],
    ['a number that is too long', { number: '123456789012345678901' }, '17 number'],
  ])('refuses %s', async (_name, change, code) => {
    const { call, company } = await rig()
    expect(await call('customers/insert', { ...customer, ...change })).toEqual([code])
    expect(company.customers).toHaveLength(1)
  })

  it('refuses values that are not on the list, and shows the list', async () => {
    const { call } = await rig()
    const tax = {
      name: 'x',
      value: 6,
      type: 9,
      saft_type: 1,
      vat_type: 'LOW',
      fiscal_zone: 'PT',
      active_by_default: 0,
    }
    expect(await call('taxes/insert', tax)).toEqual([
      '5 type [1,2,3]',
      '5 vat_type ["RED","INT","NOR","ISE","OUT"]',
    ])
  })

  it.each(['2026-02-30', '02-03-2026', 'today', '2026-3-2'])('refuses the date %s', async (date) => {
    const world = await rig()
    const ids = await furnish(world)
    expect(await world.call('invoices/insert', invoice(ids, { date }))).toEqual(['9 date'])
  })

  it('ignores what it does not know', async () => {
    const { call } = await rig()
    expect(await call('customers/insert', { ...customer, favourite_colour: 'blue' })).toMatchObject({
      valid: 1,
    })
  })

  it('takes empty text and 0 for optional fields, and numbers as text', async () => {
    const { call } = await rig()
    const loose = {
      ...customer,
      zip_code: '',
      email: '',
      discount: '0',
      payment_day: '0',
      price_class_id: '',
    }
    expect(await call('customers/insert', loose)).toMatchObject({ valid: 1 })
  })
})

describe('the two stages', () => {
  it('hold back nested errors while the top level is wrong', async () => {
    const world = await rig()
    const ids = await furnish(world)
    const bad = [line(ids, { qty: 'many', name: '' })]
    expect(await world.call('invoices/insert', invoice(ids, { customer_id: 1, products: bad }))).toEqual([
      '2 customer_id 1 0',
    ])
    expect(await world.call('invoices/insert', invoice(ids, { products: bad }))).toEqual([
      '1 products[0][name]',
      '2 products[0][qty] 0 0',
    ])
  })

  it('count rules between fields to the first', async () => {
    const world = await rig()
    const ids = await furnish(world)
    const product = { category_id: ids.category_id, type: 1, name: 'x', price: 1, unit_id: 0, has_stock: 0 }
    const taxes = [{ tax_id: 1, value: 23, order: 1, cumulative: 0 }]
    expect(
      await world.call('products/insert', { ...product, reference: 'T-20', taxes, exemption_reason: 'M07' }),
    ).toEqual(['4 reference'])
    expect(
      await world.call('products/insert', { ...product, reference: 'N', taxes, exemption_reason: 'M07' }),
    ).toEqual(['2 taxes[0][tax_id] 1 0'])
  })

  it('look inside the taxes of a line', async () => {
    const world = await rig()
    const ids = await furnish(world)
    const products = [line(ids), line(ids, { taxes: [{ tax_id: 'x' }] })]
    expect(await world.call('invoices/insert', invoice(ids, { products }), human)).toContainEqual({
      code: '2 products[1][taxes][0][tax_id] 1 0',
      description: "Field 'products[1][taxes][0][tax_id]' must be integer, greater than 0",
    })
  })
})

describe('refusals and misses', () => {
  it('are valid 0 for unknown ids', async () => {
    const { call } = await rig()
    expect(await call('customers/delete', { customer_id: 1 })).toEqual({ valid: 0 })
    expect(await call('customers/update', { ...customer, customer_id: 1 })).toEqual({ valid: 0 })
    expect(await call('invoices/delete', { document_id: 1 })).toEqual({ valid: 0 })
    expect(await call('documents/documentCancel', { document_id: 1 })).toEqual({
      valid: 0,
      message: expect.any(String),
    })
  })

  it('are empty arrays for reads', async () => {
    const { call } = await rig()
    expect(await call('customers/getOne', { customer_id: 1 })).toEqual([])
    expect(await call('customers/getByVat', { vat: '123', exact: 1 })).toEqual([])
    expect(await call('invoices/getOne', { document_id: 1 })).toEqual([])
  })
})

describe('every method', () => {
  const all = Object.entries(methods)
  const numeric = /^(int|num|id|flag)/

  it('names each required field that is missing, and nothing else', async () => {
    const { call } = await rig()
    for (const [path, { fields }] of all) {
      const required = Object.entries(fields).flatMap(([name, rule]) => {
        const needed = typeof rule === 'string' ? rule.includes('!') : 'rows' in rule && rule.required
        return needed ? [`1 ${name}`] : []
      })
      if (required.length > 0) expect(await call(path), path).toEqual(required)
    }
  })

  it('refuses text in numeric fields, before it looks into rows', async () => {
    const { call } = await rig()
    for (const [path, { fields }] of all) {
      const names = Object.keys(fields).filter((name) => numeric.test(String(fields[name])))
      if (names.length === 0) continue
      const params = Object.fromEntries(names.map((name) => [name, 'dez']))
      const answer = await call(path, { ...params, products: [{ qty: 'dez' }], taxes: [{ tax_id: 'dez' }] })
      for (const name of names) expect(answer, path).toContainEqual(expect.stringMatching(`^2 ${name}( |$)`))
      expect(answer, path).not.toContainEqual(expect.stringContaining('[0]'))
    }
  })
})
