import { describe, expect, it } from 'vitest'
import { type EsEmulatorOptions, seedEsInstaller } from '../../../src/testing/index.ts'
import { at, rig } from './support.ts'

const customersQuery = `query customers($companyId: Int!, $options: CustomerOptions) {
  customers(companyId: $companyId, options: $options) {
    errors { field msg } data { customerId name number vat } options { pagination { page qty count } }
  }
}`
const productsQuery = `query products($companyId: Int!, $options: ProductOptions) {
  products(companyId: $companyId, options: $options) {
    errors { field msg } data { productId reference name price visible hasStock updatedAt }
    options { pagination { page qty count } }
  }
}`

/** Everybody who only reads shares one. */
let read: ReturnType<typeof world> | undefined
const reading = () => {
  read ??= world()
  return read
}

async function world(options: EsEmulatorOptions = {}) {
  const made = await rig(options)
  const company = seedEsInstaller(made.emulator, {})
  const list = async (kind: 'customers' | 'products', sent: Record<string, unknown> = {}) => {
    const query = kind === 'customers' ? customersQuery : productsQuery
    const answer = await made.call(query, { options: sent })
    const rows = at(answer, `data.${kind}.data`)
    if (!Array.isArray(rows)) throw new Error(`No list: ${JSON.stringify(answer)}`)
    return {
      answer,
      rows,
      pagination: at(answer, `data.${kind}.options.pagination`),
    }
  }
  const filter = (kind: 'customers' | 'products', field: string, comparison: string, value: unknown) =>
    list(kind, { filter: { field, comparison, value }, pagination: { page: 1, qty: 1000 } })
  return { ...made, company, list, filter }
}

describe('pages', () => {
  it('hold fifty rows unless asked otherwise, and say how many there are', async () => {
    const { list } = await reading()
    const { rows, pagination } = await list('customers')
    expect(rows).toHaveLength(50)
    expect(pagination).toEqual({ page: 1, qty: 50, count: 137 })
    const last = await list('customers', { pagination: { page: 3, qty: 50 } })
    expect(last.rows).toHaveLength(37)
    expect((await list('customers', { pagination: { page: 4, qty: 50 } })).rows).toEqual([])
  })

  it('correct what is below one and cap what is above a thousand', async () => {
    const { list } = await reading()
    expect((await list('customers', { pagination: { page: 0, qty: 0 } })).pagination).toEqual({
      page: 1,
      qty: 1,
      count: 137,
    })
    expect((await list('customers', { pagination: { page: -2, qty: -7 } })).pagination).toMatchObject({
      qty: 1,
    })
    expect((await list('customers', { pagination: { page: 1, qty: 5000 } })).pagination).toEqual({
      page: 1,
      qty: 1000,
      count: 137,
    })
  })

  it('lead through everything the way the plug-ins walk', async () => {
    const { list } = await reading()
    const seen = new Set<unknown>()
    for (let page = 1, more = true; more; page += 1) {
      const { rows, pagination } = await list('products', {
        pagination: { qty: 50, page },
        filter: { field: 'visible', comparison: 'gte', value: '0' },
      })
      for (const row of rows) seen.add(row.productId)
      more = Number(at(pagination, 'count')) > Number(at(pagination, 'qty')) * page
    }
    expect(seen.size).toBe(260)
  })

  it('need both numbers', async () => {
    const { send } = await reading()
    const { status, body } = await send(customersQuery, { options: { pagination: { page: 1 } } })
    expect(status).toBe(400)
    expect(at(body, 'errors.0.extensions.code')).toBe('BAD_USER_INPUT')
  })
})

describe('a filter', () => {
  it('is one condition or a list of them, all of which have to be met', async () => {
    const { list, company } = await reading()
    const { number } = company.customers[5] ?? {}
    const one = { field: 'number', comparison: 'eq', value: number }
    expect((await list('customers', { filter: one })).rows).toHaveLength(1)
    expect((await list('customers', { filter: [one] })).rows).toHaveLength(1)
    const other = { field: 'vat', comparison: 'eq', value: 'nothing' }
    expect((await list('customers', { filter: [one, other] })).rows).toEqual([])
    expect((await list('customers', { filter: [] })).rows).toHaveLength(50)
  })

  it('compares numbers as numbers', async () => {
    const { filter, company } = await reading()
    const shown = company.products.filter(({ visible }) => visible === 1)
    const priced = (...prices: number[]) => shown.filter(({ price }) => prices.includes(Number(price))).length
    const count = async (comparison: string, value: string) =>
      (await filter('products', 'price', comparison, value)).rows.length
    expect(priced(489)).toBeGreaterThan(0)
    expect(await count('eq', '489.00')).toBe(priced(489))
    expect(await count('ne', '489')).toBe(shown.length - priced(489))
    expect(await count('not', '489')).toBe(shown.length - priced(489))
    expect(await count('in', '[489, 1290]')).toBe(priced(489, 1290))
    expect(await count('notIn', '[489, 1290]')).toBe(shown.length - priced(489, 1290))
    expect(await count('in', '[]')).toBe(0)
  })

  it('orders numbers, not texts', async () => {
    const { filter } = await reading()
    const above = (await filter('products', 'price', 'gte', '489')).rows.map(({ price }) => price)
    expect(above.length).toBeGreaterThan(0)
    expect(above.every((price) => price >= 489)).toBe(true)
    const below = (await filter('products', 'price', 'lt', '9')).rows
    expect(below.every(({ price }) => price < 9)).toBe(true)
    expect((await filter('products', 'price', 'gt', '0')).rows.length).toBe(
      (await filter('products', 'price', 'gte', '0.001')).rows.length,
    )
    expect((await filter('products', 'price', 'lte', '-1')).rows).toEqual([])
  })

  it('understands like with and without wildcards', async () => {
    const { filter } = await reading()
    const count = async (comparison: string, value: string) =>
      (await filter('products', 'reference', comparison, value)).rows.length
    expect(await count('like', 'HRS-%')).toBeGreaterThan(10)
    expect(await count('like', 'hrs-%')).toBe(await count('like', 'HRS-%'))
    expect(await count('like', 'RS-0')).toBeGreaterThan(0)
    expect(await count('like', 'RS-0%')).toBe(0)
    expect(await count('like', '%.%')).toBe(0)
    expect(await count('notLike', 'HRS-%')).toBe(
      (await filter('products', 'reference', 'like', 'MAT-%')).rows.length,
    )
  })

  it('knows null, booleans as texts, and lists', async () => {
    const { call, company, filter } = await reading()
    const roots = `query($companyId: Int!, $options: ProductCategoryOptions) {
      productCategories(companyId: $companyId, options: $options) { data { name parentId } } }`
    const parentless = { filter: { field: 'parentId', comparison: 'eq', value: null } }
    const categories = at(await call(roots, { options: parentless }), 'data.productCategories.data')
    expect(categories).toHaveLength(
      company.productCategories.filter(({ parentId }) => parentId === null).length,
    )
    expect((await filter('customers', 'isDefault', 'eq', '1')).rows).toHaveLength(1)
    expect((await filter('customers', 'isDefault', 'eq', '0')).rows).toHaveLength(136)
    expect((await filter('customers', 'isDefault', 'ne', '1')).rows).toHaveLength(136)
    const taxes = `query($companyId: Int!, $options: TaxOptions) { taxes(companyId: $companyId, options: $options) { data { name value } } }`
    const lookUp = (rate: string) => ({
      search: { field: 'fiscalZone', value: 'es' },
      order: { field: 'fiscalZone', sort: 'ASC' },
      filter: [
        { field: 'value', comparison: 'eq', value: rate },
        { field: 'flags', comparison: 'eq', value: '0' },
        { field: 'type', comparison: 'eq', value: '1' },
        { field: 'fiscalZoneFinanceType', comparison: 'eq', value: '1' },
      ],
    })
    expect(at(await call(taxes, { options: lookUp('10') }), 'data.taxes.data')).toEqual([
      { name: 'IVA 10%', value: 10 },
    ])
    expect(at(await call(taxes, { options: lookUp('23') }), 'data.taxes.data')).toEqual([])
  })

  it('finds what was changed since', async () => {
    const { filter, emulator, company, clock } = await world()
    expect((await filter('customers', 'updatedAt', 'gte', '2026-03-02')).rows).toHaveLength(1)
    await clock.advance(1_800_000)
    const { customerId } = company.customers[9] ?? {}
    emulator.person.change('customers', Number(customerId), { phone: '600' })
    const since = async (comparison: string, value: string) =>
      (await filter('customers', 'updatedAt', comparison, value)).rows.map((row) => row.customerId)
    expect(await since('gt', '2026-03-02 09:29:59')).toEqual([customerId])
    expect(await since('gt', '2026-03-02T09:30:00Z')).toEqual([])
    expect(await since('gte', '2026-03-02T09:30:00Z')).toEqual([customerId])
    expect(await since('gte', '2026-03-02T10:30:00+01:00')).toEqual([customerId])
    expect(await since('gt', '2026-03-03')).toEqual([])
  })

  it('compares whole days where only days are kept', async () => {
    const { filter, emulator, company, clock, call, companyId } = await world({ updatedAtPrecision: 'day' })
    await clock.advance(1_800_000)
    const { productId } = company.products[9] ?? {}
    emulator.person.change('products', Number(productId), { summary: 'x', visible: 1 })
    const since = async (comparison: string, value: string) =>
      (await filter('products', 'updatedAt', comparison, value)).rows.map((row) => row.productId)
    expect(await since('gte', '2026-03-02 23:00:00')).toEqual([productId])
    expect(await since('gt', '2026-03-02')).toEqual([])
    expect(await since('gt', '2026-03-01')).toEqual([productId])
    const one =
      'query($companyId: Int!, $productId: Int!) { product(companyId: $companyId, productId: $productId) { data { updatedAt } } }'
    expect(at(await call(one, { companyId, productId }), 'data.product.data.updatedAt')).toBe(
      '2026-03-02T00:00:00.000Z',
    )
  })

  it('looks at the case of texts only where the account does', async () => {
    const sensitive = await world({ caseSensitive: true })
    expect((await sensitive.filter('products', 'reference', 'eq', 'mat-0000')).rows).toEqual([])
    const { filter } = await reading()
    expect((await filter('products', 'reference', 'eq', 'mat-0000')).rows).toHaveLength(1)
  })
})

describe('a search', () => {
  it('looks into one field, or into all of them, and combines with a filter', async () => {
    const { list } = await reading()
    const found = await list('products', { search: { field: 'reference', value: 'hrs-01' } })
    expect(found.rows).toHaveLength(1)
    expect((await list('products', { search: { field: 'name', value: 'hrs-01' } })).rows).toEqual([])
    expect((await list('products', { search: { field: 'ALL', value: 'hrs-01' } })).rows).toHaveLength(1)
    const none = { field: 'price', comparison: 'lt', value: '0' }
    expect((await list('products', { search: { field: 'ALL', value: 'hrs' }, filter: none })).rows).toEqual(
      [],
    )
  })

  it('is no filter when it is empty', async () => {
    const { list } = await reading()
    expect((await list('customers', { search: { field: 'ALL', value: '' } })).rows).toHaveLength(50)
  })
})

describe('the order', () => {
  it('is that of the fields, one or several', async () => {
    const { list } = await reading()
    const pagination = { page: 1, qty: 1000 }
    const prices = (await list('products', { pagination, order: { field: 'price', sort: 'DESC' } })).rows
    expect(prices.map(({ price }) => price)).toEqual(
      [...prices.map(({ price }) => price)].sort((a, b) => b - a),
    )
    const order = [
      { field: 'price', sort: 'ASC' },
      { field: 'reference', sort: 'DESC' },
    ]
    const both = (await list('products', { pagination, order })).rows
    const twins = both.filter(({ price }) => price === both[0].price).map(({ reference }) => reference)
    expect(twins).toEqual([...twins].sort().reverse())
  })

  it('puts the newest first for plug-ins that number customers by it', async () => {
    const { list, emulator } = await world()
    for (const number of ['WC1', 'WC2', 'WC3']) {
      emulator.person.create('customers', { number, name: number, countryId: 70, languageId: 2 })
    }
    const { rows } = await list('customers', {
      filter: { field: 'number', comparison: 'like', value: 'WC%' },
      order: { field: 'createdAt', sort: 'DESC' },
      pagination: { page: 1, qty: 1 },
    })
    expect(rows.map(({ number }) => number)).toEqual(['WC3'])
  })
})

describe('hidden products', () => {
  it('are left out unless a condition asks for them', async () => {
    const { list, filter, company } = await reading()
    const hidden = company.products.filter(({ visible }) => visible === 0)
    expect(hidden.length).toBeGreaterThan(3)
    expect((await list('products')).pagination).toMatchObject({ count: 260 - hidden.length })
    expect((await filter('products', 'visible', 'in', '[0, 1]')).rows).toHaveLength(260)
    expect((await filter('products', 'visible', 'eq', '0')).rows).toHaveLength(hidden.length)
    expect((await filter('products', 'reference', 'eq', hidden[0]?.reference)).rows).toEqual([])
  })
})

describe('translated fields', () => {
  it('are null without a language', async () => {
    const { call } = await rig()
    const titles = async (options: Record<string, unknown>) => {
      const query =
        'query($options: CountryOptions) { countries(options: $options) { data { title } options { defaultLanguageId } } }'
      return at(
        await call(query, { options: { search: { field: 'iso3166_1', value: 'FR' }, ...options } }),
        'data.countries',
      )
    }
    expect(await titles({})).toEqual({ data: [{ title: null }], options: { defaultLanguageId: null } })
    expect(await titles({ defaultLanguageId: 2 })).toEqual({
      data: [{ title: 'Francia' }],
      options: { defaultLanguageId: 2 },
    })
    expect(await titles({ defaultLanguageId: 99 })).toMatchObject({ data: [{ title: null }] })
  })

  it('speak the second language of each host', async () => {
    const query =
      '{ currencies(options: { defaultLanguageId: 2, pagination: { page: 1, qty: 1 } }) { data { name } } country(countryId: 70) { data { title } } }'
    expect(at(await (await rig({ platform: 'on' })).call(query), 'data.country.data.title')).toBe('Espanha')
    expect(at(await (await rig({ operations: 'all' })).call(query), 'data.country.data.title')).toBe('España')
  })
})
