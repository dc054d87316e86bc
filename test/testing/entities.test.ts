import { describe, expect, it } from 'vitest'
import { customer, field, furnish, id, invoice, list, rig } from './support.ts'

describe('customers', () => {
  it('are kept as they were sent and shown with what they point at', async () => {
    const { call, company } = await rig()
    const payment_method_id = company.paymentMethods[0]?.payment_method_id
    const customer_id = id(await call('customers/insert', { ...customer, payment_method_id }), 'customer_id')
    const shown = Object(await call('customers/getOne', { customer_id }))
    expect(shown).toMatchObject({
      ...customer,
      payment_method_id,
      country: { country_id: 1, iso_3166_1: 'pt', name: 'Portugal' },
      payment_method: { payment_method_id, name: 'Numerário' },
      qty_copies_document: null,
    })
    expect(shown).not.toHaveProperty('maturity_date')
    expect(shown).not.toHaveProperty('salesman')
  })

  it('have a number of their own', async () => {
    const { call, company } = await rig()
    const first = id(await call('customers/insert', customer), 'customer_id')
    expect(await call('customers/insert', { ...customer, vat: '241250609' })).toEqual(['4 number'])
    expect(await call('customers/update', { ...customer, customer_id: first })).toMatchObject({ valid: 1 })
    expect(company.customers).toHaveLength(2)
  })

  it('may share a tax number', async () => {
    const { call } = await rig()
    await call('customers/insert', customer)
    expect(await call('customers/insert', { ...customer, number: '2' })).toMatchObject({ valid: 1 })
  })

  it('abroad have any tax number and postal code', async () => {
    const { call } = await rig()
    const abroad = { ...customer, country_id: 70, vat: 'B36000003', zip_code: '36202' }
    expect(await call('customers/insert', abroad)).toMatchObject({ valid: 1 })
    expect(await call('customers/insert', { ...abroad, country_id: 1 })).toEqual([
      '4 number',
      '8 vat',
      '7 zip_code',
    ])
  })

  it.each(['salesman_id', 'payment_day', 'discount', 'credit_limit', 'delivery_method_id'])(
    'are refused without %s, which only the live API wants',
    async (field) => {
      const { call } = await rig()
      expect(await call('customers/insert', { ...customer, [field]: undefined })).toEqual([`1 ${field}`])
    },
  )

  it('on documents keep number and tax number silently, and stay', async () => {
    const world = await rig()
    const ids = await furnish(world)
    const { customer_id } = ids
    await world.call('invoices/insert', invoice(ids))
    const changed = { ...customer, customer_id, number: '7', vat: '241250609', name: 'Outro nome' }
    expect(await world.call('customers/update', changed)).toEqual({ valid: 1, customer_id })
    expect(await world.call('customers/getOne', { customer_id })).toMatchObject({
      number: customer.number,
      vat: customer.vat,
      name: 'Outro nome',
    })
    expect(await world.call('customers/delete', { customer_id })).toEqual({ valid: 0 })
  })

  it('not on documents can be deleted', async () => {
    const world = await rig()
    const { customer_id } = await furnish(world)
    expect(await world.call('customers/delete', { customer_id })).toEqual({ valid: 1 })
    expect(await world.call('customers/getOne', { customer_id })).toEqual([])
  })

  it('get the next number as text, with its zeroes', async () => {
    const { call } = await rig()
    expect(await call('customers/getNextNumber')).toEqual({ number: '1' })
    await call('customers/insert', { ...customer, number: '0099' })
    await call('customers/insert', { ...customer, number: 'ABC' })
    expect(await call('customers/getNextNumber')).toEqual({ number: '0100' })
    expect(await call('customers/getLastNumber')).toEqual({ number: '0099' })
  })

  it('may get a next number that is none', async () => {
    const { call } = await rig({ nextCustomerNumber: 'NaN1' })
    expect(await call('customers/getNextNumber')).toEqual({ number: 'NaN1' })
  })
})

describe('suppliers and salesmen', () => {
  const party = { ...customer, qty_copies_document: 1, base_commission: 0 }

  it.each([
    ['suppliers', 'supplier_id'],
    ['salesmen', 'salesman_id'],
  ])('%s follow the rules of customers', async (group, key) => {
    const { call } = await rig()
    const made = id(await call(`${group}/insert`, party), key)
    expect(await call(`${group}/insert`, party)).toEqual(['4 number'])
    expect(await call(`${group}/insert`, { ...party, number: '2', vat: '1' })).toEqual(['8 vat'])
    expect(await call(`${group}/update`, { ...party, [key]: made, name: 'Outro' })).toMatchObject({
      valid: 1,
    })
    expect(await call(`${group}/getByName`, { name: 'outr' })).toMatchObject([{ [key]: made }])
    expect(await call(`${group}/delete`, { [key]: made })).toEqual({ valid: 1 })
    expect(await call(`${group}/getOne`, { [key]: made })).toEqual([])
  })
})

describe('signing up', () => {
  const person = {
    name: 'Rita Sousa',
    email: 'rita@example.com',
    password: 'palavra-nova',
    language_id: 1,
    company: 'Sousa Frio, Lda.',
    vat: '509442013',
    slug: 'sousa-frio',
    country_id: 1,
  }

  it('makes a company and a person who can log in, without a token', async () => {
    const { call, grant } = await rig()
    const made = await call('users/signUp', person, { token: '' })
    expect(made).toMatchObject({ valid: 1 })
    const login = await grant({ grant_type: 'password', username: person.email, password: person.password })
    const token = field(await login.json(), 'access_token')
    expect(list(await call('companies/getAll', {}, { token }))).toMatchObject([
      { name: 'Sousa Frio, Lda.', vat: person.vat },
    ])
    expect(await call('companies/freeSlug', { slug: person.slug }, { token: '' })).toEqual({ valid: 0 })
  })

  it.each([
    ['a known e-mail', { email: 'ana.ferreira@example.com' }, ['4 email']],
    ['a taken slug', { slug: 'empresa-5' }, ['4 slug']],
    ['a wrong tax number', { vat: '1' }, ['8 vat']],
    ['no password', { password: '' }, ['1 password']],
  ])('is refused with %s', async (_name, change, problems) => {
    const { call } = await rig()
    expect(await call('users/signUp', { ...person, ...change }, { token: '' })).toEqual(problems)
  })
})

describe('products', () => {
  const base = { type: 1, name: 'Tê', reference: 'TE', price: 2.58, unit_id: 0, has_stock: 0 }

  it('show the amount of a tax outside and its rate inside', async () => {
    const world = await rig()
    const { category_id, tax_id } = await furnish(world)
    const taxes = [{ tax_id, value: 99, order: 1, cumulative: 0 }]
    const product_id = id(await world.call('products/insert', { ...base, category_id, taxes }), 'product_id')
    const shown = Object(await world.call('products/getOne', { product_id }))
    expect(shown.taxes).toMatchObject([{ tax_id, value: 0.5934, tax: { value: 23, vat_type: 'NOR' } }])
    expect(shown).not.toHaveProperty('measurement_unit')
    expect(shown.visibility_id).toBe(1)
  })

  it('are listed and counted by category only', async () => {
    const world = await rig()
    const { category_id, product_id } = await furnish(world)
    expect(await world.call('products/getAll')).toEqual(['1 category_id'])
    expect(await world.call('products/getAll', { category_id: 0 })).toEqual(['2 category_id 1 0'])
    expect(await world.call('products/count')).toEqual(['1 category_id'])
    expect(list(await world.call('products/getAll', { category_id }))).toMatchObject([{ product_id }])
    const other = world.company.productCategories[1]?.category_id
    expect(await world.call('products/getAll', { category_id: other })).toEqual([])
  })

  it('that are hidden come only when asked for, but are in the delta', async () => {
    const world = await rig()
    const { category_id } = await furnish(world)
    const hidden = { ...base, category_id, exemption_reason: 'M07', visibility_id: 0 }
    await world.call('products/insert', hidden)
    expect(await world.call('products/getAll', { category_id })).toHaveLength(1)
    expect(await world.call('products/getAll', { category_id, with_invisible: 1 })).toHaveLength(2)
    expect(await world.call('products/getByReference', { reference: 'TE' })).toEqual([])
    expect(await world.call('products/getByReference', { reference: 'TE', with_invisible: 1 })).toHaveLength(
      1,
    )
    expect(await world.call('products/getModifiedSince', { lastmodified: '2026-01-01' })).toHaveLength(2)
  })

  it('that are hidden can be missing in the delta', async () => {
    const world = await rig({ modifiedSinceShowsHidden: false })
    const { category_id } = await furnish(world)
    await world.call('products/insert', { ...base, category_id, exemption_reason: 'M07', visibility_id: 0 })
    expect(await world.call('products/getModifiedSince', { lastmodified: '2026-01-01' })).toHaveLength(1)
  })

  it.each([
    ['no tax and no reason', { taxes: [] }, ['1 exemption_reason']],
    [
      'a reason that is no legal code',
      { exemption_reason: 'isento' },
      [expect.stringMatching(/^5 exemption_reason \["M01"/)],
    ],
    ['a taken reference', { reference: 'T-20', exemption_reason: 'M07' }, ['4 reference']],
    [
      'a reference that is too long',
      { reference: 'x'.repeat(31), exemption_reason: 'M07' },
      ['17 reference'],
    ],
    ['stock without its category', { has_stock: 1, exemption_reason: 'M07' }, ['1 at_product_category']],
    ['an unknown unit', { unit_id: 1, exemption_reason: 'M07' }, ['2 unit_id 1 0']],
    ['an unknown category', { category_id: 1, exemption_reason: 'M07' }, ['2 category_id 1 0']],
    ['an unknown kind', { type: 5, exemption_reason: 'M07' }, ['5 type [1,2,3,4]']],
  ])('are refused with %s', async (_name, change, problems) => {
    const world = await rig()
    const { category_id } = await furnish(world)
    expect(await world.call('products/insert', { ...base, category_id, ...change })).toEqual(problems)
  })

  it('take one IVA only, and other taxes before a cumulative IVA', async () => {
    const world = await rig()
    const { category_id, tax_id } = await furnish(world)
    const reduced = world.company.taxes[2]?.tax_id
    const eco = {
      name: 'Ecovalor',
      value: 1.5,
      type: 2,
      saft_type: 3,
      fiscal_zone: 'PT',
      active_by_default: 0,
    }
    const other = id(await world.call('taxes/insert', eco), 'tax_id')
    const insert = (taxes: object[]) => world.call('products/insert', { ...base, category_id, taxes })
    const row = (tax: unknown, order: number, cumulative: number) => ({
      tax_id: tax,
      value: 1,
      order,
      cumulative,
    })
    expect(await insert([row(tax_id, 1, 0), row(reduced, 2, 0)])).toEqual(['15 taxes'])
    expect(await insert([row(tax_id, 1, 1), row(other, 2, 0)])).toEqual(['14 taxes'])
    expect(await insert([row(other, 1, 0), row(tax_id, 2, 0)])).toEqual(['14 taxes'])
    expect(await insert([row(other, 1, 0), row(tax_id, 2, 1)])).toMatchObject({ valid: 1 })
  })

  it.each([
    ['required', undefined, false],
    ['required', 0, false],
    ['zeroAllowed', 0, true],
    ['zeroAllowed', undefined, false],
    ['optional', undefined, true],
  ] as const)('with tax values %s and %s sent', async (taxValue, value, fine) => {
    const world = await rig({ taxValue })
    const { company } = world
    const category_id = company.productCategories[0]?.category_id
    const taxes = [{ tax_id: company.taxes[0]?.tax_id, value, order: 1, cumulative: 0 }]
    const answer = await world.call('products/insert', { ...base, category_id, taxes })
    if (fine) expect(answer).toMatchObject({ valid: 1 })
    else expect(answer).toEqual([value === undefined ? '1 taxes[0][value]' : '2 taxes[0][value] 0 0'])
  })

  it('keep on update what is not sent', async () => {
    const world = await rig()
    const { product_id, category_id, unit_id } = await furnish(world)
    const change = { product_id, category_id, type: 1, name: 'Tubo novo', price: 10, unit_id, has_stock: 0 }
    expect(await world.call('products/update', change)).toEqual({ valid: 1, product_id })
    expect(await world.call('products/getOne', { product_id })).toMatchObject({
      name: 'Tubo novo',
      reference: 'T-20',
      taxes: [{ value: 2.3 }],
    })
  })

  it('on documents stay', async () => {
    const world = await rig()
    const ids = await furnish(world)
    await world.call('invoices/insert', invoice(ids))
    expect(await world.call('products/delete', { product_id: ids.product_id })).toEqual({ valid: 0 })
  })

  it('move to a hidden category when theirs is deleted', async () => {
    const world = await rig()
    const { category_id, product_id } = await furnish(world)
    await world.call('productCategories/delete', { category_id })
    expect(await world.call('products/getOne', { product_id })).toMatchObject({ category_id: -1 })
  })

  it('tell the next reference', async () => {
    const world = await rig()
    await furnish(world)
    expect(await world.call('products/getNextReference')).toEqual({
      reference: 'T-21',
      last_reference: 'T-20',
    })
  })
})

describe('categories', () => {
  it('are listed one level at a time', async () => {
    const { call, company } = await rig()
    expect(await call('productCategories/getAll')).toEqual(['1 parent_id'])
    const parent_id = company.productCategories[0]?.category_id
    const child = await call('productCategories/insert', { parent_id, name: 'Tubos' })
    expect(await call('productCategories/getAll', { parent_id })).toMatchObject(
      [child].map((row) => ({ category_id: Object(row).category_id })),
    )
    expect(await call('productCategories/getAll', { parent_id: 0 })).toHaveLength(2)
    expect(await call('productCategories/insert', { parent_id: 1, name: 'x' })).toEqual(['2 parent_id 1 0'])
  })
})

describe('settings', () => {
  it('units repeat their names freely and stay while used', async () => {
    const world = await rig()
    const { unit_id } = await furnish(world)
    expect(await world.call('measurementUnits/insert', { name: 'Caixa', short_name: 'Cx.' })).toMatchObject({
      valid: 1,
    })
    expect(await world.call('measurementUnits/delete', { unit_id })).toEqual({ valid: 0 })
  })

  it('taxes need what their kind needs', async () => {
    const { call } = await rig()
    const tax = { name: 'x', value: 0, type: 1, saft_type: 1, fiscal_zone: 'PT', active_by_default: 0 }
    expect(await call('taxes/insert', tax)).toEqual(['1 vat_type', '1 exemption_reason'])
    expect(await call('taxes/insert', { ...tax, value: 1, saft_type: 2 })).toEqual(['1 stamp_tax'])
  })

  it('taxes are filtered by zone', async () => {
    const { call } = await rig()
    const azores = list(await call('taxes/getAll', { fiscal_zone: 'PT-AC' }))
    expect(azores.map((tax) => tax.value)).toEqual([16, 9, 4])
    const madeira = list(await call('taxes/getAll', { fiscal_zone: 'PT-MA' }))
    expect(madeira.map((tax) => tax.value)).toEqual([22, 12, 5])
  })

  it('taxes on products stay', async () => {
    const world = await rig()
    const { tax_id } = await furnish(world)
    expect(await world.call('taxes/delete', { tax_id })).toEqual({ valid: 0 })
  })

  it('series have one default, and a textual id on insert only', async () => {
    const { call } = await rig()
    const made = await call('documentSets/insert', { name: '2026', active_by_default: 1 })
    expect(made).toEqual({ valid: 1, document_set_id: expect.stringMatching(/^\d+$/) })
    const document_set_id = id(made, 'document_set_id')
    expect(await call('documentSets/update', { document_set_id, name: '2026A' })).toEqual({
      valid: 1,
      document_set_id,
    })
    const rows = list(await call('documentSets/getAll'))
    expect(rows.map((row) => [row.name, row.active_by_default])).toEqual([
      ['M', 0],
      ['2026A', 1],
    ])
  })

  it('series with documents stay', async () => {
    const world = await rig()
    const ids = await furnish(world)
    await world.call('invoices/insert', invoice(ids))
    const { document_set_id } = ids
    expect(await world.call('documentSets/delete', { document_set_id })).toEqual({ valid: 0 })
  })

  it('fiscal zones need a country and leave the mainland out', async () => {
    const { call } = await rig()
    expect(await call('fiscalZones/getAll')).toEqual(['1 country_id'])
    expect(list(await call('fiscalZones/getAll', { country_id: 1 })).map((zone) => zone.code)).toEqual([
      'PT-AC',
      'PT-MA',
    ])
    expect(await call('fiscalZones/getAll', { country_id: 70 })).toEqual([])
  })

  it('exemptions are legal codes', async () => {
    const { call } = await rig()
    const codes = list(await call('taxExemptions/getAll')).map((row) => row.code)
    expect(codes).toEqual(expect.arrayContaining(['M01', 'M07', 'M16', 'M40', 'M99']))
  })

  it('document types are named in a language', async () => {
    const { call } = await rig()
    expect(await call('documents/getAllDocumentTypes')).toEqual(['1 language_id'])
    expect(list(await call('documents/getAllDocumentTypes', { language_id: 1 }))).toContainEqual({
      document_type_id: 1,
      saft_code: 'FT',
      name: 'Fatura',
    })
  })
})
