import { afterEach, describe, expect, test } from 'vitest'
import type { WorkOrder } from '../../src/domain/index.ts'
import { memoryStore } from '../../src/sync/index.ts'
import {
  connected,
  exportAtOnce,
  invoicesOf,
  jobFor,
  openWorld,
  type World,
  type WorldOptions,
} from '../support/engine.ts'
import { addCustomer, requestsTo } from '../support/moloni-rows.ts'

const HOUR = 3_600_000

let world: World
afterEach(() => world.close())

async function begin(exports: object = {}, options: WorldOptions = {}) {
  world = openWorld(options)
  return connected(world, { exports: { ...exportAtOnce.exports, ...exports } })
}

const codes = async (id: string) => (await world.engine().problems(id)).map(({ code }) => code)

async function later(id: string) {
  await world.clock.advance(HOUR)
  return world.engine().sync(id)
}

/** A material of the job with other fields. */
function lineOf(patch: Partial<WorkOrder['materials'][number]>) {
  const [line] = jobFor(world, 1).materials
  if (!line) throw new Error('The job has no line.')
  return { ...line, ...patch }
}

const taxed = () => world.company.products.filter(({ taxes }) => Array.isArray(taxes) && taxes.length > 0)

describe('the document set', () => {
  const second = { name: 'Outra', active_by_default: 0, is_invisible: 0 }

  test('is the default one and not the first of the list', async () => {
    const { engine, id } = await begin()
    const [only] = world.company.documentSets
    world.company.documentSets.unshift({
      ...structuredClone(only),
      ...second,
      document_set_id: 77,
      lastmodified: 0,
    })
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    expect(invoicesOf(world)).toMatchObject([{ document_set_id: only?.document_set_id, status: 1 }])
  })

  test('is asked of a person when none of several is the default', async () => {
    const { engine, id } = await begin()
    const [only] = world.company.documentSets
    if (!only) throw new Error('There is no document set.')
    only.active_by_default = 0
    world.company.documentSets.push({ ...structuredClone(only), ...second, document_set_id: 77 })
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    expect(await codes(id)).toEqual(['no_document_set'])
    await engine.updateSettings(id, { exports: { documentSetId: Number(only.document_set_id) } })
    await later(id)
    expect(invoicesOf(world)).toMatchObject([{ document_set_id: only.document_set_id, status: 1 }])
  })

  test('and the other tables are read once a run; a product once, however many lines it is on', async () => {
    const { engine, id } = await begin()
    const [one, two] = taxed().map(({ reference }) => ({
      code: String(reference),
      quantity: 1,
      unitPrice: 5,
    }))
    if (!one || !two) throw new Error('There are no products.')
    world.host.addWorkOrders(
      [1, 2, 3, 4].map((number) => jobFor(world, number, { materials: [one, two, one, two, one] })),
    )
    await engine.sync(id)
    expect(invoicesOf(world)).toHaveLength(4)
    for (const path of ['documentSets/getAll', 'taxes/getAll', 'taxExemptions/getAll', 'warehouses/getAll'])
      expect(requestsTo(world, path)).toHaveLength(1)
    expect(requestsTo(world, 'customers/getByNumber')).toHaveLength(1)
    expect(requestsTo(world, 'products/getByReference')).toHaveLength(2)
  })
})

describe('the due date', () => {
  test('is that of the payment term of the customer', async () => {
    const { engine, id } = await begin()
    const thirty = world.company.maturityDates.find(({ days }) => days === 30)
    addCustomer(world, 'TERM-30', { maturity_date_id: Number(thirty?.maturity_date_id), vat: '503504564' })
    world.host.addWorkOrders([jobFor(world, 1, { customer: { debtorNumber: 'TERM-30' } })])
    await engine.sync(id)
    expect(await codes(id)).toEqual([])
    expect(invoicesOf(world)).toMatchObject([{ date: '2026-03-02', expiration_date: '2026-04-01' }])
  })

  test('is a number of days where the settings say so', async () => {
    const { engine, id } = await begin({ dates: { due: 'days', dueDays: 10 } })
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    expect(invoicesOf(world)).toMatchObject([{ date: '2026-03-02', expiration_date: '2026-03-12' }])
  })
})

describe('VAT', () => {
  test('of a product without tax is its legal code, and free text in its place blocks', async () => {
    const { engine, id } = await begin({}, { products: 120 })
    const exempt = world.company.products.filter(({ exemption_reason }) => exemption_reason === 'M07')
    const [legal, free] = exempt
    if (!legal || !free) throw new Error('There are no exempt products.')
    free.exemption_reason = 'Isento, ver lei'
    world.host.addWorkOrders([
      jobFor(world, 1, { materials: [lineOf({ code: String(legal.reference) })] }),
      jobFor(world, 2, { materials: [lineOf({ code: String(free.reference) })] }),
    ])
    await engine.sync(id)
    expect(invoicesOf(world)).toMatchObject([{ products: [{ exemption_reason: 'M07', taxes: [] }] }])
    expect(await codes(id)).toEqual(['no_vat'])
  })

  test('of every line is sent with its rate, for nothing is inherited from the product', async () => {
    const { engine, id } = await begin({}, { emulator: { taxValue: 'required' } })
    const codes = taxed().slice(0, 3)
    world.host.addWorkOrders([
      jobFor(world, 1, { materials: codes.map(({ reference }) => lineOf({ code: String(reference) })) }),
    ])
    await engine.sync(id)
    const [insert] = requestsTo(world, 'invoices/insert')
    const lines = JSON.parse(JSON.stringify(insert?.params.products))
    expect(lines).toHaveLength(3)
    for (const { taxes } of lines)
      expect(taxes).toMatchObject([{ tax_id: expect.any(Number), value: expect.any(Number) }])
    expect(invoicesOf(world)).toMatchObject([{ status: 1 }])
  })
})

test('discount, warehouse, project, warranty and travel of a work order reach the document', async () => {
  const { engine, id } = await begin({
    lines: { warranty: 'free', project: 'notes', travelProduct: 'KM' },
  })
  const [model] = taxed()
  world.company.products.push({
    ...structuredClone(model),
    product_id: 990_002,
    reference: 'KM',
    price: 0.4,
    lastmodified: world.clock.now(),
  })
  const hours = world.company.products.find(({ reference }) => String(reference).startsWith('HRS'))
  const warehouse = world.company.warehouses[0]
  world.host.addWorkOrders([
    jobFor(world, 1, {
      projectNumber: 'PRJ-9',
      internalDescription: 'INTERNAL-1',
      materials: [
        lineOf({ discountPercent: 12.5, warehouseCode: String(warehouse?.code) }),
        lineOf({ warrantyCode: 'W' }),
      ],
      workPeriods: [{ hourTypeCode: String(hours?.reference), minutes: 60, travelDistance: 20 }],
    }),
  ])
  await engine.sync(id)
  expect(await codes(id)).toEqual([])
  const [document] = invoicesOf(world)
  expect(document).toMatchObject({
    status: 1,
    products: [
      { discount: 12.5, warehouse_id: warehouse?.warehouse_id },
      { discount: 100 },
      { qty: 1 },
      { qty: 20, price: 0.4 },
    ],
  })
  expect(String(document?.notes)).toContain('PRJ-9')
  expect(JSON.stringify(document)).not.toContain('INTERNAL-1')
})

test('the backlog is offered again for ever, but costs a blocked work order no call and no second problem', async () => {
  const { engine, id } = await begin()
  world.host.addWorkOrders([jobFor(world, 1, { customer: {} }), jobFor(world, 2, { materials: [] })])
  await engine.sync(id)
  for (let run = 0; run < 5; run++) {
    const report = await later(id)
    expect(report.exports.invoice).toMatchObject({ offered: 2, blocked: 2, exported: 0 })
    expect(report.requests).toBeLessThanOrEqual(3)
  }
  expect((await engine.problems(id)).map(({ count }) => count)).toEqual([1, 1])
  expect(requestsTo(world, /^invoices\//)).toEqual([])
})

describe('a customer', () => {
  test('that was deleted in Moloni blocks its work orders, and frees them when it is there again', async () => {
    const { engine, id } = await begin()
    addCustomer(world, 'MERGED', { vat: '503504564' })
    await engine.sync(id)
    const at = world.company.customers.findIndex(({ number }) => number === 'MERGED')
    world.company.customers.splice(at, 1)
    world.host.addWorkOrders([jobFor(world, 1, { customer: { debtorNumber: 'MERGED' } }), jobFor(world, 2)])
    await later(id)
    expect(await codes(id)).toEqual(['unknown_relation'])
    expect(invoicesOf(world)).toHaveLength(1)
    await world.engine().sync(id, { mode: 'full' })
    addCustomer(world, 'MERGED', { vat: '503504564' })
    await later(id)
    expect(await codes(id)).toEqual([])
    expect(invoicesOf(world)).toHaveLength(2)
  })

  test('that cannot reach the host blocks its work orders for a day at most', async () => {
    const { id } = await begin()
    world.host.addWorkOrders([jobFor(world, 1, { customer: { debtorNumber: 'LATE' } })])
    const deaf = { workOrders: world.host.workOrders }
    await world.engine({ host: deaf }).sync(id)
    expect(await codes(id)).toEqual(['unknown_relation'])
    addCustomer(world, 'LATE', { vat: '503504564' })
    await world.clock.advance(25 * HOUR)
    await world.engine({ host: deaf }).sync(id)
    expect(invoicesOf(world)).toHaveLength(1)
  })

  test('that exists twice under one number is not chosen by chance', async () => {
    const { engine, id } = await begin()
    addCustomer(world, 'TWICE', { vat: '503504564' })
    const copy = addCustomer(world, 'TWICE', { vat: '509442013' })
    world.host.addWorkOrders([jobFor(world, 1, { customer: { debtorNumber: 'TWICE' } })])
    await engine.sync(id)
    expect(await codes(id)).toContain('relation_ambiguous')
    expect(invoicesOf(world)).toEqual([])
    Object.assign(copy, { number: 'OTHER', lastmodified: world.clock.now() })
    await engine.exports(id).retry('wo-1')
    await later(id)
    expect(invoicesOf(world)).toHaveLength(1)
  })

  test('is found by its number, never by a tax number that others share', async () => {
    const { engine, id } = await begin()
    addCustomer(world, 'PRIVATE-1', { vat: '999999990' })
    addCustomer(world, 'PRIVATE-2', { vat: '999999990' })
    world.host.addWorkOrders([
      jobFor(world, 1, { customer: { debtorNumber: 'PRIVATE-2', vatNumber: '999999990' } }),
      jobFor(world, 2, { customer: { vatNumber: '999999990', name: 'Somebody' } }),
    ])
    await engine.sync(id)
    const found = world.company.customers.find(({ number }) => number === 'PRIVATE-2')
    expect(invoicesOf(world)).toMatchObject([{ customer_id: found?.customer_id }])
    expect(await codes(id)).toEqual(['no_customer'])
  })
})

test('a product that exists twice under one reference is not chosen by chance', async () => {
  const { engine, id } = await begin()
  const [model] = taxed()
  for (const product_id of [990_003, 990_004])
    world.company.products.push({
      ...structuredClone(model),
      product_id,
      reference: 'TWICE',
      lastmodified: world.clock.now(),
    })
  world.host.addWorkOrders([jobFor(world, 1, { materials: [lineOf({ code: 'TWICE' })] })])
  await engine.sync(id)
  expect(await codes(id)).toContain('product_ambiguous')
  expect(invoicesOf(world)).toEqual([])
})

test('a close that Moloni refuses is neither success nor nothing: a draft, a problem, and no acknowledgement', async () => {
  const { engine, id } = await begin()
  // Above a total the final consumer must be identified, which Moloni finds out when the draft is closed.
  const customer = { debtorNumber: '0' }
  world.host.addWorkOrders([jobFor(world, 1, { customer, materials: [lineOf({ quantity: 900 })] })])
  await engine.sync(id)
  await later(id)
  expect(invoicesOf(world)).toMatchObject([{ status: 0, number: -1 }])
  expect(await codes(id)).toEqual(['refused_by_moloni'])
  expect(world.host.state.workOrders.get('wo-1')?.document).toBeUndefined()

  world.host.addWorkOrders([jobFor(world, 1, { customer, materials: [lineOf({ quantity: 2 })] })])
  await engine.exports(id).retry('wo-1')
  await later(id)
  expect(invoicesOf(world)).toMatchObject([{ status: 1, gross_value: 21 }])
  expect(await codes(id)).toEqual([])
})

test('a first page without our document proves nothing where the server ignores the filter', async () => {
  const { engine, id } = await begin()
  const ignore = { kind: 'ignoreFilter' } as const
  world.emulator.faults.plan({ on: 'documents/getAll', times: Number.POSITIVE_INFINITY, fault: ignore })
  world.host.addWorkOrders([jobFor(world, 1)])
  await engine.sync(id)
  const [ours] = invoicesOf(world)
  if (!ours) throw new Error('There is no document.')
  for (let newer = 1; newer <= 60; newer++) {
    const document_id = ours.document_id + newer
    world.company.documents.push({ ...structuredClone(ours), document_id, our_reference: `other ${newer}` })
  }
  world.host.addWorkOrders([jobFor(world, 1)])
  const forgetful = world.engine({ store: memoryStore() })
  const again = await connected(world, exportAtOnce, forgetful)
  const report = await forgetful.sync(again.id)
  expect(report.exports.invoice).toMatchObject({ exported: 1, adopted: 1 })
  expect(requestsTo(world, 'invoices/insert')).toHaveLength(1)
})

test('a work status in free words is no life cycle: the fixed status alone says what is complete', async () => {
  const { engine, id } = await begin()
  world.host.addWorkOrders([
    jobFor(world, 1, { status: 'on_device', workStatus: 'complete' }),
    jobFor(world, 2, { status: 'complete', workStatus: 'on_device' }),
  ])
  const everything = {
    ...world.host.workOrders,
    completed: async function* () {
      for (const { workOrder } of world.host.state.workOrders.values()) yield workOrder
    },
  }
  await world.engine({ host: { ...world.host, workOrders: everything } }).sync(id)
  expect(await engine.exports(id).get('wo-1')).toBeUndefined()
  expect(invoicesOf(world)).toMatchObject([{ your_reference: 'W2' }])
})

test('hours are billed as the signed work order rounds them', async () => {
  const { engine, id } = await begin({ lines: { hours: { roundTo: 30, roundMode: 'up' } } })
  const hours = world.company.products.find(({ reference }) => String(reference).startsWith('HRS'))
  const workPeriods = [{ hourTypeCode: String(hours?.reference), minutes: 50 }]
  world.host.addWorkOrders([
    jobFor(world, 1, { materials: [], workPeriods, roundingMinutes: 0 }),
    jobFor(world, 2, { materials: [], workPeriods, roundingMinutes: 15 }),
    jobFor(world, 3, { materials: [], workPeriods }),
  ])
  await engine.sync(id)
  const quantities = invoicesOf(world).map(({ products }) => products[0]?.qty)
  expect(quantities).toEqual([expect.closeTo(0.8333, 3), 1, 1])
})

test('with amounts that floats get wrong nothing is a mismatch', async () => {
  const { engine, id } = await begin()
  const prices = [0.1, 0.7, 1.005, 2.675, 1.115, 33.333]
  world.host.addWorkOrders(
    prices.map((unitPrice, number) =>
      jobFor(world, number, { materials: [lineOf({ unitPrice, quantity: 3 })] }),
    ),
  )
  await engine.sync(id)
  expect(await codes(id)).toEqual([])
  expect(invoicesOf(world).map(({ status }) => status)).toEqual(prices.map(() => 1))
})
