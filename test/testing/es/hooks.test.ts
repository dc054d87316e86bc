import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { EsEmulatorOptions } from '../../../src/testing/index.ts'
import { at, rig } from './support.ts'

const createMutation = `mutation hookCreate($companyId: Int!, $data: HookInsert!) {
  hookCreate(companyId: $companyId, data: $data) { errors { field msg } data { hookId name url model operation } } }`
const listQuery = `query hooks($companyId: Int!, $options: HookOptions) { hooks(companyId: $companyId, options: $options) { data { hookId url name } } }`

interface Received {
  url: string
  method: string
  contentType: string | undefined
  body: unknown
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A receiver on the loopback, as a shop would be. */
async function receiver(status = 200) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    received.push({
      url: request.url ?? '',
      method: request.method ?? '',
      contentType: request.headers['content-type'],
      body: JSON.parse(Buffer.concat(chunks).toString()),
    })
    response.writeHead(status).end('{"valid":1,"message":""}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}/wp-json/moloni/v1/products/5f2?key=a%20b`, received }
}

async function world(options: EsEmulatorOptions = {}, status?: number) {
  const made = await rig(options)
  const shop = await receiver(status)
  const hook = async (model: string, operation: string, url = shop.url) =>
    at(await made.call(createMutation, { data: { model, operation, url } }), 'data.hookCreate')
  const product = {
    name: 'Split',
    reference: 'S1',
    type: 1,
    exemptionReason: 'Exenta',
    hasStock: true,
    productCategoryId: made.company.productCategories[0]?.productCategoryId ?? null,
    measurementUnitId: made.company.measurementUnits[0]?.measurementUnitId ?? null,
  }
  const bodies = () => shop.received.map(({ body }) => body)
  return { ...made, ...shop, hook, product, bodies }
}

const everything = {
  pairs: { Customer: ['create', 'update', 'delete'], Product: ['create', 'update', 'delete'] },
}

describe('a hook', () => {
  it('is made, listed and deleted', async () => {
    const { hook, call, url } = await world()
    const made = await hook('Product', 'create')
    const hookId = at(made, 'data.hookId')
    expect(made).toEqual({
      errors: [],
      data: {
        hookId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        name: 'Product create',
        url,
        model: 'Product',
        operation: 'create',
      },
    })
    const search = { search: { field: 'url', value: '/wp-json/moloni' } }
    expect(at(await call(listQuery, { options: search }), 'data.hooks.data')).toHaveLength(1)
    const other = { search: { field: 'url', value: 'elsewhere' } }
    expect(at(await call(listQuery, { options: other }), 'data.hooks.data')).toEqual([])
    expect(at(await call(listQuery, { data: other }), 'data.hooks.data')).toHaveLength(1)
    const remove = `mutation hookDelete($companyId: Int!, $hookId: [String!]!) { hookDelete(companyId: $companyId, hookId: $hookId) { status deletedCount elementsCount errors { msg } } }`
    expect(at(await call(remove, { hookId: [hookId, 'nothing'] }), 'data.hookDelete')).toEqual({
      status: true,
      deletedCount: 1,
      elementsCount: 0,
      errors: [],
    })
    expect(at(await call(remove, { hookId }), 'data.hookDelete.status')).toBe(false)
  })

  it('is one for a model and an operation', async () => {
    const { hook } = await world()
    await hook('Product', 'create')
    expect(await hook('Product', 'create', 'https://other.example.com')).toEqual({
      errors: [
        { field: 'operation', msg: 'A hook for that model and operation already exists for your company' },
      ],
      data: null,
    })
    expect(at(await hook('Product', 'update'), 'errors')).toEqual([])
  })

  it('may ask on ES for products only, unless more is opened', async () => {
    const { hook } = await world()
    const refused = {
      errors: [{ field: 'operation', msg: 'That operation is not available for that model' }],
      data: null,
    }
    expect(await hook('Customer', 'update')).toEqual(refused)
    expect(await hook('Product', 'delete')).toEqual(refused)
    expect(at(await hook('Product', 'stockChanged'), 'errors')).toEqual([])
    const open = await world({ hooks: everything })
    expect(at(await open.hook('Customer', 'update'), 'errors')).toEqual([])
    expect(await open.hook('Product', 'stockChanged')).toEqual(refused)
  })

  it('may ask on ON for everything that makes sense', async () => {
    const { hook, call } = await world({ platform: 'on' })
    expect(at(await hook('Customer', 'delete'), 'errors')).toEqual([])
    expect(at(await hook('Customer', 'stockChanged'), 'errors')).toHaveLength(1)
    const pairs = at(
      await call('{ hookModelOperations { data { model operations { operation } } } }'),
      'data.hookModelOperations.data',
    )
    expect(pairs).toContainEqual({
      model: 'Product',
      operations: ['create', 'update', 'delete', 'stockChanged'].map((operation) => ({ operation })),
    })
  })

  it('needs an address and a known model', async () => {
    const { hook, send } = await world()
    expect(at(await hook('Product', 'create', 'not an address'), 'errors')).toEqual([
      { field: 'url', msg: 'Invalid url' },
    ])
    const data = { model: 'Weather', operation: 'create', url: 'https://a.example.com' }
    expect((await send(createMutation, { data })).status).toBe(400)
  })

  it('is moved to another address on ON, and not onto another hook', async () => {
    const { hook, call } = await world({ platform: 'on' })
    const hookId = at(await hook('Product', 'create'), 'data.hookId')
    await hook('Product', 'update')
    const update = `mutation($companyId: Int!, $data: HookUpdate!) { hookUpdate(companyId: $companyId, data: $data) { errors { field } data { url operation } } }`
    const url = 'https://new.example.com/'
    expect(at(await call(update, { data: { hookId, url } }), 'data.hookUpdate.data')).toEqual({
      url,
      operation: 'create',
    })
    expect(
      at(await call(update, { data: { hookId, url, operation: ['update'] } }), 'data.hookUpdate.errors'),
    ).toHaveLength(1)
    expect(at(await call(update, { data: { hookId: 'x', url } }), 'data.hookUpdate.errors')).toEqual([
      { field: 'hookId' },
    ])
  })
})

describe('a delivery', () => {
  it('is really sent, for changes through the API and by a person', async () => {
    const { hook, emulator, received, bodies, product, call, url } = await world({ hooks: everything })
    for (const operation of ['create', 'update', 'delete']) await hook('Product', operation)
    await hook('Customer', 'update')
    const made = emulator.person.create('products', product)
    const productId = Number(made.productId)
    const update =
      'mutation($companyId: Int!, $data: ProductUpdate!) { productUpdate(companyId: $companyId, data: $data) { errors { msg } } }'
    await call(update, { data: { productId, price: 3 } })
    expect(emulator.person.remove('products', productId)).toBe(true)
    await emulator.hooks.settled()
    expect(bodies()).toEqual([
      { model: 'Product', operation: 'create', productId },
      { model: 'Product', operation: 'update', productId },
      { model: 'Product', operation: 'delete', productId },
    ])
    expect(received[0]).toMatchObject({ method: 'POST', contentType: 'application/json' })
    expect(received[0]?.url).toBe(new URL(url).pathname + new URL(url).search)
    expect(emulator.hooks.deliveries.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('follows stock that moves', async () => {
    const { hook, emulator, bodies, product, call, company } = await world()
    const { productId } = emulator.person.create('products', product)
    await hook('Product', 'stockChanged')
    const warehouseId = company.warehouses[0]?.warehouseId
    const entry =
      'mutation($companyId: Int!, $data: StockMovementManualInsert!) { stockMovementManualEntryCreate(companyId: $companyId, data: $data) { errors { msg } } }'
    await call(entry, { data: { productId, qty: 2, warehouseId } })
    await call(entry, { data: { productId, qty: 0, warehouseId } })
    await emulator.hooks.settled()
    expect(bodies()).toEqual([{ model: 'Product', operation: 'stockChanged', productId }])
  })

  it('is not made for what was refused, skipped, or changed in the state itself', async () => {
    const { hook, emulator, company } = await world({ hooks: everything })
    await hook('Customer', 'update')
    await hook('Customer', 'delete')
    const id = Number(company.customers[0]?.customerId)
    expect(() => emulator.person.change('customers', id, { vat: 'wrong' })).toThrow('Invalid VAT')
    expect(emulator.person.remove('customers', id)).toBe(false)
    const [customer] = company.customers
    if (customer) customer.phone = '1'
    await emulator.hooks.settled()
    expect(emulator.hooks.deliveries).toEqual([])
  })

  it('changes nothing for the one who changed, whatever the receiver says', async () => {
    const { hook, emulator, product } = await world({}, 500)
    await hook('Product', 'create')
    await hook('Product', 'update', 'http://127.0.0.1:1/')
    const { productId } = emulator.person.create('products', product)
    emulator.person.change('products', Number(productId), { price: 1 })
    await emulator.hooks.settled()
    expect(emulator.hooks.deliveries.map(({ status }) => status)).toEqual([500, 0])
  })

  it('can be late, doubled and lost', async () => {
    const sent: string[] = []
    const fetch = async (request: Request) => {
      sent.push(await request.text())
      return new Response('Acknowledge')
    }
    let lose = false
    const { emulator, clock, company, hook } = await world({
      hooks: { ...everything, fetch, delayMs: 30_000, copies: 2, drop: () => lose },
    })
    await hook('Customer', 'update')
    const id = Number(company.customers[0]?.customerId)
    emulator.person.change('customers', id, { phone: '1' })
    const settled = emulator.hooks.settled()
    await clock.advance(29_999)
    expect(sent).toEqual([])
    await clock.advance(1)
    await settled
    const body = JSON.stringify({ model: 'Customer', operation: 'update', customerId: id })
    expect(sent).toEqual([body, body])
    lose = true
    emulator.person.change('customers', id, { phone: '2' })
    await emulator.hooks.settled()
    expect(sent).toHaveLength(2)
    expect(emulator.hooks.deliveries).toHaveLength(4)
  })
})

describe('a person', () => {
  it('obeys the rules, and marks what they changed', async () => {
    const { emulator, company, clock } = await world()
    const id = Number(company.customers[0]?.customerId)
    await clock.advance(1000)
    expect(emulator.person.change('customers', id, { phone: '1' })).toMatchObject({
      phone: '1',
      updatedAt: '2026-03-02T09:00:01.000Z',
    })
    expect(() => emulator.person.change('customers', 4, { phone: '1' })).toThrow('does not exist')
    expect(() => emulator.person.create('companyUsers', {})).toThrow('Nobody edits companyUsers by hand.')
    expect(() => emulator.person.remove('customers', id, 5)).toThrow('The emulator has no company 5.')
  })
})
