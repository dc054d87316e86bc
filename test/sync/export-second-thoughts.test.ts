import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WorkOrder } from '../../src/domain/index.ts'
import { connected, exportAtOnce, invoicesOf, jobFor, openWorld, type World } from '../support/engine.ts'

const HOUR = 3_600_000

let world: World
beforeEach(() => {
  world = openWorld()
})
afterEach(() => world.close())

const closed = () => invoicesOf(world).filter(({ status }) => status === 1)
const codes = async (id: string) => (await world.engine().problems(id)).map(({ code }) => code)

async function later(id: string) {
  await world.clock.advance(HOUR)
  return world.engine().sync(id)
}

/** Two work orders that the first run has only planned. */
async function planned() {
  const { engine, id } = await connected(world, { exports: { startDate: '2020-01-01' } })
  world.host.addWorkOrders([jobFor(world, 1), jobFor(world, 2, { workDate: '2026-03-02' })])
  expect((await engine.sync(id)).exports.invoice).toMatchObject({ planned: 2 })
  return { engine, id }
}

describe('what was only planned', () => {
  test('is left out when a start date is set before it is made', async () => {
    const { engine, id } = await planned()
    await engine.updateSettings(id, { exports: { startDate: '2026-03-02' } })
    const plan = await engine.preview(id)
    expect(plan.exports.invoice?.map(({ action }) => action)).toEqual(['none', 'create'])
    const report = await later(id)
    expect(report.exports.invoice).toMatchObject({ exported: 1, skipped: { before_start: 1 } })
    await later(id)
    expect(closed()).toHaveLength(1)
    expect(world.host.state.workOrders.get('wo-1')?.document).toBeUndefined()
  })

  test.each([
    ['is taken back to the technician', { status: 'on_device' }],
    ['is archived', { archived: true }],
    ['is not finished after all', { finished: false }],
  ] satisfies [string, Partial<WorkOrder>][])('makes no document once it %s', async (_name, patch) => {
    const { id } = await planned()
    world.host.addWorkOrders([jobFor(world, 1, patch)])
    await later(id)
    await later(id)
    expect(closed()).toHaveLength(1)
    world.host.addWorkOrders([jobFor(world, 1)])
    await later(id)
    expect(closed()).toHaveLength(2)
  })

  test('makes no document once the host has it no more', async () => {
    const { id } = await planned()
    const source = {
      ...world.host.workOrders,
      async *completed(...query: Parameters<typeof world.host.workOrders.completed>) {
        for await (const job of world.host.workOrders.completed(...query)) if (job.key !== 'wo-1') yield job
      },
      get: async () => undefined,
    }
    const engine = world.engine({ host: { ...world.host, workOrders: source } })
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect(closed()).toHaveLength(1)
  })
})

test('a blocked work order that is archived is no problem any more', async () => {
  const { engine, id } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([jobFor(world, 1, { customer: {} })])
  await engine.sync(id)
  expect(await codes(id)).toEqual(['no_customer'])
  world.host.addWorkOrders([jobFor(world, 1, { customer: {}, archived: true })])
  expect((await later(id)).exports.invoice).toMatchObject({ blocked: 0, skipped: { archived: 1 } })
  expect(await codes(id)).toEqual([])
})

test('a retried work order that the host does not list is asked for by its key', async () => {
  const { engine, id } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([jobFor(world, 1, { customer: {} })])
  await engine.sync(id)
  world.host.addWorkOrders([jobFor(world, 1)])
  const source = { ...world.host.workOrders, async *completed() {} }
  await engine.exports(id).retry('wo-1')
  await world.engine({ host: { ...world.host, workOrders: source } }).sync(id)
  expect(closed()).toHaveLength(1)
})

test('a work order that is too large to keep is a problem of its own and never stops the others', async () => {
  const { engine, id } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([jobFor(world, 1, { description: 'ã'.repeat(600_000) }), jobFor(world, 2)])
  const report = await engine.sync(id)
  expect(report).toMatchObject({ outcome: 'complete', blockedBy: { work_order_too_large: 1 } })
  expect(closed()).toHaveLength(1)
  world.host.addWorkOrders([jobFor(world, 1)])
  await later(id)
  expect(closed()).toHaveLength(2)
  expect(await codes(id)).toEqual([])
})

test('a shape that cannot be read is no problem any more when it is mended, also where it was known before', async () => {
  const { id } = await planned()
  world.host.addWorkOrders([{ ...jobFor(world, 1), materials: 'none' as unknown as [] }])
  await later(id)
  expect(await codes(id)).toEqual(['invalid_work_order'])
  world.host.addWorkOrders([jobFor(world, 1)])
  await later(id)
  expect(await codes(id)).toEqual([])
  expect(closed()).toHaveLength(2)
})

test('an unknown outcome is not made again because the work order was corrected', async () => {
  const { id } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([jobFor(world, 1)])
  world.emulator.faults.plan({ on: 'invoices/insert', fault: { kind: 'cut', when: 'before' } })
  await world.engine().sync(id)
  const [line] = jobFor(world, 1).materials
  if (!line) throw new Error('The job has no line.')
  world.host.addWorkOrders([jobFor(world, 1, { materials: [{ ...line, quantity: 5 }] })])
  for (let day = 0; day < 4; day++) {
    await world.clock.advance(26 * HOUR)
    await world.engine().sync(id)
  }
  expect(await codes(id)).toEqual(['outcome_unknown'])
  expect(world.emulator.requests.filter(({ path }) => path === 'invoices/insert')).toHaveLength(1)
})

describe('a draft', () => {
  /** The search before closing fails, so the first work order stands as a draft. */
  async function withDraft() {
    const { engine, id } = await connected(world, exportAtOnce)
    world.host.addWorkOrders([jobFor(world, 1)])
    world.emulator.faults.plan({
      on: 'documents/getAll',
      nth: 4,
      times: 4,
      fault: { kind: 'status', status: 500 },
    })
    await engine.sync(id)
    world.emulator.faults.clear()
    const [draft] = invoicesOf(world)
    if (draft?.status !== 0) throw new Error('There is no draft.')
    return { engine, id, draft }
  }

  test('is not closed while a twin may hide in a row that cannot be read', async () => {
    const { id, draft } = await withDraft()
    const twin = { ...structuredClone(draft), document_id: draft.document_id + 9_000 }
    world.company.documents.push(Object.assign(twin, { net_value: 'rubbish' }))
    await later(id)
    expect(invoicesOf(world).map(({ status }) => status)).toEqual([0, 0])
    Object.assign(twin, { net_value: draft.net_value })
    await later(id)
    expect(invoicesOf(world).map(({ status }) => status)).toEqual([0, 0])
    expect(await codes(id)).toEqual(['twin_documents'])
  })

  test('that waits for the corrected content is free when the correction is mended', async () => {
    const { id, draft } = await withDraft()
    const materials = [{ code: 'VALVE-1', quantity: 1, unitPrice: 12 }]
    world.host.addWorkOrders([jobFor(world, 1, { materials })])
    await later(id)
    expect(await codes(id)).toEqual(['unknown_material'])
    world.host.addWorkOrders([jobFor(world, 1)])
    await later(id)
    expect(await codes(id)).toEqual([])
    expect(invoicesOf(world)).toMatchObject([{ document_id: draft.document_id, status: 1 }])
  })

  test('that waits for a product is free when Moloni gets the product', async () => {
    const { id, draft } = await withDraft()
    const materials = [{ code: 'VALVE-1', quantity: 1, unitPrice: 12 }]
    world.host.addWorkOrders([jobFor(world, 1, { materials })])
    await later(id)
    const product = world.company.products.find(({ taxes }) => Array.isArray(taxes) && taxes.length > 0)
    world.company.products.push({
      ...structuredClone(product),
      product_id: 990_001,
      reference: 'VALVE-1',
      lastmodified: world.clock.now(),
    })
    await later(id)
    expect(await codes(id)).toEqual([])
    expect(invoicesOf(world)).toMatchObject([{ document_id: draft.document_id, status: 1, gross_value: 12 }])
  })

  test('that was given up while Moloni was down goes on by itself a day later', async () => {
    const { engine, id, draft } = await withDraft()
    await engine.updateSettings(id, { exports: { maxTries: 2 } })
    world.emulator.faults.plan({
      on: 'documents/getAll',
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'status', status: 503 },
    })
    await later(id)
    expect(await codes(id)).toEqual(['gave_up'])
    world.emulator.faults.clear()
    await later(id)
    expect(draft.status).toBe(0)
    await world.clock.advance(24 * HOUR)
    await world.engine().sync(id)
    expect(draft.status).toBe(1)
    expect(await codes(id)).toEqual([])
  })
})
