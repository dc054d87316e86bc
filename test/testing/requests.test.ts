import { describe, expect, it } from 'vitest'
import { company_id, customer, id, list, rig } from './support.ts'

const json = { json: 'true' }

describe('a call', () => {
  it('without the slash at the end is forbidden', async () => {
    const { emulator, token } = await rig()
    const response = await emulator.fetch(
      new Request(`https://api.moloni.pt/v1/companies/getAll?access_token=${token}`, { method: 'POST' }),
    )
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toContain('text/html')
  })

  it.each(['v1', 'v2', 'sandbox'])('is answered under /%s', async (version) => {
    const { emulator, token } = await rig()
    const url = `https://api.moloni.pt/${version}/companies/getAll/?access_token=${token}`
    expect(await (await emulator.fetch(new Request(url, { method: 'POST' }))).json()).toHaveLength(2)
  })

  it.each([
    'customers/getall',
    'nothing/getAll',
    'customers',
    'customers/getAll/more',
    'toString/constructor',
  ])('of %s does not exist', async (path) => {
    expect((await (await rig()).send(path)).status).toBe(404)
  })

  it('carries the date of the emulated clock', async () => {
    const { send } = await rig()
    expect((await send('companies/getAll')).headers.get('date')).toBe('Mon, 02 Mar 2026 09:00:00 GMT')
  })
})

describe('a body', () => {
  it('of JSON that was not announced is not read', async () => {
    const { send } = await rig()
    const headers = { 'content-type': 'application/json' }
    const response = await send('customers/getAll', { body: JSON.stringify({ company_id }), headers })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual(['1 company_id'])
  })

  it('of JSON is read whatever its content type, once announced', async () => {
    const { send } = await rig()
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
      const body = JSON.stringify({ company_id })
      const response = await send('customers/getAll', {
        query: json,
        body,
        headers: { 'content-type': type },
      })
      expect(await response.json()).toHaveLength(1)
    }
  })

  it.each(['', 'not json', '[1]', 'null', '"text"'])(
    'of announced JSON that is %j has no parameters',
    async (body) => {
      const { send } = await rig()
      expect(await (await send('customers/getAll', { query: json, body })).json()).toEqual(['1 company_id'])
    },
  )

  it('of a form nests as PHP does', async () => {
    const { send, company } = await rig()
    const tax_id = String(company.taxes[0]?.tax_id)
    const body = new URLSearchParams({
      company_id: String(company_id),
      category_id: String(company.productCategories[0]?.category_id),
      type: '1',
      name: 'Tê',
      reference: 'T',
      price: '10',
      unit_id: '0',
      has_stock: '0',
      'taxes[0][tax_id]': tax_id,
      'taxes[0][value]': '23',
      'taxes[0][order]': '1',
      'taxes[0][cumulative]': '0',
      '__proto__[polluted]': '1',
    })
    expect(await (await send('products/insert', { body })).json()).toMatchObject({ valid: 1 })
    expect(company.products[0]?.taxes).toMatchObject([{ tax_id: Number(tax_id), value: 2.3 }])
    expect({}).not.toHaveProperty('polluted')
  })

  it('with nested rows as text has none', async () => {
    const { send } = await rig()
    const body = new URLSearchParams({ company_id: String(company_id), products: '[object Object]' })
    expect(await (await send('invoices/insert', { body })).json()).toContain('1 products')
  })

  it('that is empty but typed can be refused', async () => {
    const world = await rig({ refuseEmptyTypedBody: true })
    const headers = { 'content-type': 'application/json' }
    expect((await world.send('companies/getAll', { headers })).status).toBe(400)
    expect((await world.send('companies/getAll')).status).toBe(200)
    expect((await (await rig()).send('companies/getAll', { headers })).status).toBe(200)
  })
})

describe('the company', () => {
  it.each([undefined, '', null])('is required (%j)', async (wrong) => {
    const { call } = await rig()
    expect(await call('customers/getAll', { company_id: wrong })).toEqual(['1 company_id'])
  })

  it('must be a number', async () => {
    const { call } = await rig()
    expect(await call('customers/getAll', { company_id: 'x' })).toEqual(['2 company_id 1 0'])
  })

  it('that the user may not use is a permission error', async () => {
    const { send, emulator } = await rig()
    const own = emulator.state.companies[company_id]
    if (own) emulator.state.companies[77] = { ...own, company_id: 77 }
    for (const wrong of [77, 999]) {
      const response = await send('customers/getAll', {
        query: json,
        body: JSON.stringify({ company_id: wrong }),
      })
      expect(response.status).toBe(403)
      expect(await response.json()).toEqual({ error: 'forbidden', error_description: 'Forbidden' })
    }
  })

  it('is not needed by global tables and by one’s own list', async () => {
    const { send } = await rig()
    for (const path of ['companies/getAll', 'users/getMe', 'countries/getAll', 'languages/getAll']) {
      expect((await send(path)).status).toBe(200)
    }
  })

  it('5 is everybody’s demonstration and comes first', async () => {
    const { call } = await rig()
    expect(list(await call('companies/getAll')).map((row) => row.company_id)).toEqual([5, company_id])
  })

  it('does not show another company’s rows', async () => {
    const { call } = await rig()
    const customer_id = id(await call('customers/insert', customer), 'customer_id')
    expect(await call('customers/getOne', { company_id: 5, customer_id })).toEqual([])
  })
})

describe('the log', () => {
  it('tells what was asked, without secrets', async () => {
    const { emulator, call, grant, token } = await rig()
    await call('customers/getAll', { qty: 3 })
    await call('measurementUnits/insert', { name: 'Par', short_name: 'par' })
    await grant({
      grant_type: 'refresh_token',
      refresh_token: 'my-refresh',
      username: 'u',
      password: 'my-word',
    })
    expect(emulator.requests.slice(-3)).toMatchObject([
      {
        method: 'POST',
        path: 'customers/getAll',
        query: { json: 'true' },
        params: { qty: 3 },
        status: 200,
        writing: false,
      },
      { path: 'measurementUnits/insert', writing: true },
      { method: 'GET', path: 'grant', params: { grant_type: 'refresh_token' }, status: 400 },
    ])
    const text = JSON.stringify(emulator.requests)
    for (const secret of [token, 'my-refresh', 'my-word', emulator.credentials.clientSecret]) {
      expect(text).not.toContain(secret)
    }
  })
})
