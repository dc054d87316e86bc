import { describe, expect, it } from 'vitest'
import { office } from './office.ts'
import { customer, id, list } from './support.ts'

type Office = Awaited<ReturnType<typeof office>>

interface Listed {
  readonly group: string
  readonly key: string
  readonly row: Record<string, unknown>
  readonly change: Record<string, unknown>
  /** How lists show the change, where that differs. */
  readonly shown?: Record<string, unknown>
  /** Points something at the row. */
  use?(world: Office, id: number): Promise<unknown>
}

const template = {
  name: 'Loja',
  business_name: 'Loja, Lda.',
  email: 'loja@example.com',
  address: 'Rua 1',
  city: 'Braga',
  zip_code: '4700-001',
  country_id: 1,
  email_sender_name: 'Loja',
  email_sender_address: 'loja@example.com',
}

const lists: readonly Listed[] = [
  {
    group: 'vehicles',
    key: 'vehicle_id',
    row: { description: 'Carrinha', number_plate: 'AA-01-BB' },
    change: { number_plate: 'CC-02-DD' },
    use: ({ insert }, vehicle_id) => insert('invoices', { vehicle_id }),
  },
  {
    group: 'productProperties',
    key: 'property_id',
    row: { title: 'Cor' },
    change: { title: 'Tamanho' },
    use: ({ call, ids }, property_id) =>
      call('products/update', {
        ...ids,
        type: 1,
        name: 'x',
        price: 1,
        has_stock: 0,
        properties: [{ property_id, value: 1 }],
      }),
  },
  {
    group: 'economicActivityClassificationCodes',
    key: 'eac_id',
    row: { code: '43210', description: 'Instalação elétrica' },
    change: { description: 'Eletricidade' },
    use: ({ insert }, eac_id) => insert('invoices', { eac_id }),
  },
  {
    group: 'identificationTemplates',
    key: 'template_id',
    row: template,
    change: { name: 'Obra' },
    use: ({ call }, template_id) => call('documentSets/insert', { name: 'B', template_id }),
  },
  {
    group: 'bankAccounts',
    key: 'bank_account_id',
    row: { ordination: 1, name: 'CGD', value: 50 },
    change: { value: 51 },
    shown: { value: '51' },
  },
]

describe.each(lists)('$group', ({ group, key, row, change, shown, use }) => {
  it('shows what was made and changed, and forgets what was deleted', async () => {
    const { call } = await office()
    const key_id = id(await call(`${group}/insert`, row), key)
    const find = async () => list(await call(`${group}/getAll`)).find((one) => one[key] === key_id)
    expect(await call(`${group}/update`, { ...row, ...change, [key]: key_id })).toEqual({
      valid: 1,
      [key]: key_id,
    })
    expect(await find()).toMatchObject(shown ?? change)
    expect(await call(`${group}/delete`, { [key]: key_id })).toEqual({ valid: 1 })
    expect(await find()).toBeUndefined()
    expect(await call(`${group}/delete`, { [key]: key_id })).toEqual({ valid: 0 })
    expect(await call(`${group}/update`, { ...row, [key]: key_id })).toEqual({ valid: 0 })
  })

  it('refuses a row without its fields', async () => {
    const { call } = await office()
    const [first = ''] = Object.keys(row)
    expect(await call(`${group}/insert`, { ...row, [first]: undefined })).toEqual([`1 ${first}`])
  })

  if (!use) return
  it('keeps what is in use', async () => {
    const world = await office()
    const key_id = id(await world.call(`${group}/insert`, row), key)
    await use(world, key_id)
    expect(await world.call(`${group}/delete`, { [key]: key_id })).toEqual({ valid: 0 })
  })
})

describe('price classes', () => {
  it('answer a list of one with text for the id, and a plain object at deletion', async () => {
    const { call, ids, company } = await office()
    const made = await call('PriceClasses/insert', { title: 'Revenda' })
    const [{ price_class_id: sent } = { price_class_id: '' }] = list(made)
    expect(made).toEqual([{ valid: 1, price_class_id: expect.stringMatching(/^\d+$/) }])
    const price_class_id = Number(sent)
    expect(await call('PriceClasses/update', { price_class_id, title: 'Obra' })).toEqual(made)
    expect(await call('PriceClasses/getAll')).toEqual([{ price_class_id, title: 'Obra' }])
    await call('customers/update', { ...customer, customer_id: ids.customer_id, price_class_id })
    expect(await call('customers/getOne', { customer_id: ids.customer_id })).toMatchObject({
      price_class: { price_class_id, title: 'Obra' },
    })
    expect(await call('PriceClasses/delete', { price_class_id })).toEqual({ valid: 0 })
    for (const row of company.customers) row.price_class_id = 0
    expect(await call('PriceClasses/delete', { price_class_id })).toEqual({ valid: 1 })
    expect(await call('PriceClasses/insert', {})).toEqual(['1 title'])
  })
})

describe('alternate addresses', () => {
  const address = { designation: 'Obra', code: 'O1', address: 'Rua 2', city: 'Braga', country_id: 1 }

  it('belong to a customer, whose record shows them', async () => {
    const { call, ids } = await office()
    const { customer_id } = ids
    const insert = (changes: object = {}) =>
      call('customerAlternateAddresses/insert', { customer_id, ...address, ...changes })
    const address_id = id(await insert(), 'address_id')
    expect(await call('customerAlternateAddresses/getAll', { customer_id })).toMatchObject([
      { address_id, customer_id, designation: 'Obra' },
    ])
    expect(await call('customers/getOne', { customer_id })).toMatchObject({
      alternate_addresses: [{ address_id }],
    })
    expect(await insert({ zip_code: '4700' })).toEqual(['7 zip_code'])
    expect(await insert({ customer_id: 1 })).toEqual(['2 customer_id 1 0'])
    expect(await insert({ phone: 'nenhum' })).toEqual(['13 phone'])
    expect(await call('customerAlternateAddresses/delete', { address_id })).toEqual(['1 customer_id'])
    await call('customers/delete', { customer_id })
    expect(
      await call('customerAlternateAddresses/countModifiedSince', { lastmodified: '2020-01-01' }),
    ).toEqual({
      count: '0',
    })
  })
})

describe('the company', () => {
  it('shows its accounts and activities, and its subscription', async () => {
    const { call, company } = await office()
    await call('bankAccounts/insert', { ordination: 1, name: 'CGD', value: 50 })
    expect(await call('companies/getOne')).toMatchObject({
      bank_accounts: [{ name: 'CGD', value: '50' }],
      eac_codes: [{ code: '43221' }],
      subscription: { paid: 1 },
    })
    expect(await call('subscription/getOne')).toMatchObject({ company_id: company.company_id, paid: 1 })
  })

  it('changes its own record', async () => {
    const { call } = await office()
    expect(await call('companies/update', { capital: '100000', email: 'novo@example.com' })).toMatchObject({
      valid: 1,
    })
    expect(await call('companies/getOne')).toMatchObject({ capital: '100000', email: 'novo@example.com' })
    expect(await call('companies/update', { email: 'novo' })).toEqual(['3 email'])
  })
})

describe('tables for everybody', () => {
  it.each(['countries', 'currencies', 'documentModels', 'mBGateways', 'languages'])(
    'show %s as changed since long ago, and not since yesterday',
    async (group) => {
      const { call } = await office()
      const since = (lastmodified: string) => call(`${group}/getModifiedSince`, { lastmodified })
      expect(await since('2020-01-01')).toEqual(await call(`${group}/getAll`))
      expect(await since('2026-03-01')).toEqual([])
    },
  )

  it('change the rates of exchange every day', async () => {
    const { call } = await office()
    const all = await call('currencyExchange/getAll')
    expect(all).toContainEqual({ from: 1, to: 2, value: 1.0842 })
    expect(await call('currencyExchange/getModifiedSince', { lastmodified: '2026-03-02' })).toEqual(all)
    expect(await call('currencyExchange/getModifiedSince', { lastmodified: '2026-03-03' })).toEqual([])
  })
})

describe('the way to a product', () => {
  it('leads through its categories from the top', async () => {
    const { call, ids, company } = await office()
    const parent_id = company.productCategories[1]?.category_id
    const row = company.productCategories[0]
    if (row) row.parent_id = parent_id
    expect(await call('products/getCategoryTree', { product_id: ids.product_id })).toMatchObject({
      categories: [{ category_id: parent_id }, { category_id: ids.category_id, parent_id }],
    })
  })
})
