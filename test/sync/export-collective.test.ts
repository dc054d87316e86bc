import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WorkOrder } from '../../src/domain/index.ts'
import { memoryStore, type SyncEngine } from '../../src/sync/index.ts'
import { connected, exportAtOnce, invoicesOf, jobFor, openWorld, type World } from '../support/engine.ts'
import { troubledStore } from '../support/troubled-store.ts'

const HOUR = 3_600_000

let world: World
beforeEach(() => {
  world = openWorld()
})
afterEach(() => world.close())

const monthly = {
  exports: { ...exportAtOnce.exports, collective: { by: 'relation', period: 'month' } },
} as const

/** Another complete customer than the one of `jobFor`. */
function secondCustomer(): string {
  const [, other] = world.company.customers.filter(
    ({ address, zip_code, vat }) => address && zip_code && vat !== '999999990',
  )
  return String(other?.number)
}

const jobs = (numbers: readonly number[], patch: Partial<WorkOrder> = {}) =>
  numbers.map((number) => jobFor(world, number, patch))

async function opened(settings: Parameters<typeof connected>[1] = monthly) {
  const { engine, id } = await connected(world, settings)
  await engine.sync(id)
  return { engine, id }
}

/** Time passes with a run now and then, so that the login does not lapse. */
async function untilNextMonth(engine: SyncEngine, id: string): Promise<void> {
  for (let week = 0; week < 5; week++) {
    await world.clock.advance(7 * 24 * HOUR)
    await engine.sync(id)
  }
}

describe('work orders of one customer and one month', () => {
  test('come on one closed document, and each is acknowledged with it', async () => {
    const { engine, id } = await opened()
    world.host.addWorkOrders([
      ...jobs([1, 2, 3], { workDate: '2025-11-03' }),
      ...jobs([4], { workDate: '2025-11-04', customer: { debtorNumber: secondCustomer() } }),
    ])
    const report = await engine.sync(id)
    expect(report.exports.invoice).toMatchObject({ offered: 4, exported: 2, acknowledged: 4, blocked: 0 })
    expect(invoicesOf(world).map(({ status }) => status)).toEqual([1, 1])
    const documents = [1, 2, 3, 4].map(
      (n) => world.host.state.workOrders.get(`wo-${n}`)?.document?.documentId,
    )
    expect(new Set(documents.slice(0, 3)).size).toBe(1)
    expect(documents[3]).not.toBe(documents[0])
  })

  test('say which work order each block of lines belongs to', async () => {
    const { engine, id } = await opened()
    world.host.addWorkOrders(jobs([1, 2], { workDate: '2025-11-03' }))
    await engine.sync(id)
    const [invoice] = invoicesOf(world)
    expect(JSON.stringify(invoice)).toContain('W1 · 2025-11-03')
    expect(JSON.stringify(invoice)).toContain('W2 · 2025-11-03')
    expect(JSON.stringify(invoice)).not.toContain('Job 1')
  })

  test('wait while the month goes on', async () => {
    const { engine, id } = await opened()
    const today = new Date(world.clock.now()).toISOString().slice(0, 10)
    world.host.addWorkOrders(jobs([1, 2], { workDate: today }))
    expect((await engine.sync(id)).exports.invoice).toMatchObject({ exported: 0, waiting: 2 })
    expect((await engine.exports(id).get('wo-1'))?.state).toBe('collecting')
    await untilNextMonth(engine, id)
    expect(invoicesOf(world)).toHaveLength(1)
  })

  test('with one that cannot be billed: it is blocked, and the others are not held up', async () => {
    const { engine, id } = await opened()
    world.host.addWorkOrders([
      ...jobs([1, 2], { workDate: '2025-11-03' }),
      ...jobs([3], { workDate: '2025-11-03', materials: [{ code: 'NONE', quantity: 1 }] }),
    ])
    const report = await engine.sync(id)
    expect(report.exports.invoice).toMatchObject({ exported: 1, acknowledged: 2, blocked: 1 })
  })

  test('are split when they are more than fit', async () => {
    const { engine, id } = await opened({
      exports: { ...monthly.exports, collective: { ...monthly.exports.collective, most: 2 } },
    })
    world.host.addWorkOrders(jobs([1, 2, 3, 4, 5], { workDate: '2025-11-03' }))
    expect((await engine.sync(id)).exports.invoice).toMatchObject({ exported: 3, acknowledged: 5 })
  })

  test('of two projects come on two documents where the project counts', async () => {
    const { engine, id } = await opened({
      exports: { ...monthly.exports, collective: { by: 'project', period: 'month' } },
    })
    world.host.addWorkOrders([
      ...jobs([1, 2], { workDate: '2025-11-03', projectNumber: 'A' }),
      ...jobs([3], { workDate: '2025-11-03', projectNumber: 'B' }),
    ])
    expect((await engine.sync(id)).exports.invoice).toMatchObject({ exported: 2, acknowledged: 3 })
  })
})

describe('corrections', () => {
  test('while they wait are billed as corrected', async () => {
    const { engine, id } = await opened()
    const today = new Date(world.clock.now()).toISOString().slice(0, 10)
    world.host.addWorkOrders(jobs([1], { workDate: today }))
    await engine.sync(id)
    const [line] = jobFor(world, 1).materials
    world.host.addWorkOrders(
      jobs([1], { workDate: today, materials: [{ ...line, code: line?.code, quantity: 7 }] }),
    )
    await engine.sync(id)
    await untilNextMonth(engine, id)
    expect(invoicesOf(world)).toHaveLength(1)
    expect(JSON.stringify(invoicesOf(world)[0]?.products)).toContain('"qty":7')
  })

  test('while the document is a draft go into the draft', async () => {
    const { engine, id } = await opened()
    world.host.addWorkOrders(jobs([1, 2], { workDate: '2025-11-03' }))
    world.emulator.faults.plan({ on: 'invoices/update', times: 4, fault: { kind: 'status', status: 500 } })
    await engine.sync(id)
    expect(invoicesOf(world)[0]?.status).toBe(0)
    world.emulator.faults.clear()
    const [line] = jobFor(world, 1).materials
    world.host.addWorkOrders(jobs([1], { workDate: '2025-11-03', materials: [{ ...line, quantity: 9 }] }))
    for (let run = 0; run < 4; run++) {
      await world.clock.advance(HOUR)
      await engine.sync(id)
    }
    expect(invoicesOf(world)).toHaveLength(1)
    expect(invoicesOf(world)[0]?.status).toBe(1)
    expect(JSON.stringify(invoicesOf(world)[0]?.products)).toContain('"qty":9')
    expect(world.host.state.workOrders.get('wo-1')?.document).toBeDefined()
  })

  test('after closing are a problem of that work order and change no document', async () => {
    const { engine, id } = await opened()
    world.host.addWorkOrders(jobs([1, 2], { workDate: '2025-11-03' }))
    await engine.sync(id)
    const [line] = jobFor(world, 1).materials
    world.host.addWorkOrders(jobs([1], { workDate: '2025-11-03', materials: [{ ...line, quantity: 9 }] }))
    await engine.sync(id)
    expect(invoicesOf(world)).toHaveLength(1)
    expect((await engine.problems(id)).map(({ code }) => code)).toEqual(['corrected_after_close'])
  })
})

describe('when something breaks', () => {
  test('between the members and the group, the group is cancelled and its members come together again', async () => {
    const store = troubledStore(world.store)
    const engine = world.engine({ store })
    const { id } = await connected(world, monthly, engine)
    await engine.sync(id)
    world.host.addWorkOrders(jobs([1, 2], { workDate: '2025-11-03' }))
    store.trouble((changes) => changes.some(({ key }) => key.includes('/collective/')), 'refused')
    await engine.sync(id)
    expect((await engine.exports(id).get('wo-1'))?.state).toBe('grouped')
    expect(invoicesOf(world)).toHaveLength(0)
    await world.clock.advance(HOUR)
    await engine.sync(id)
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect(invoicesOf(world)).toHaveLength(1)
    expect(world.host.state.workOrders.get('wo-2')?.document).toBeDefined()
  })

  test('in the middle of the acknowledgements, the rest follow and nobody is told twice', async () => {
    const told: string[] = []
    let broken = true
    const workOrders = {
      ...world.host.workOrders,
      async acknowledge(...args: Parameters<typeof world.host.workOrders.acknowledge>) {
        if (broken && told.length === 1) throw new Error('down')
        told.push(args[0].key)
        await world.host.workOrders.acknowledge(...args)
      },
    }
    const engine = world.engine({ host: { ...world.host, workOrders } })
    const { id } = await connected(world, monthly, engine)
    await engine.sync(id)
    world.host.addWorkOrders(jobs([1, 2, 3], { workDate: '2025-11-03' }))
    await engine.sync(id)
    expect(told).toHaveLength(1)
    broken = false
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect([...told].sort()).toEqual(['wo-1', 'wo-2', 'wo-3'])
    expect(invoicesOf(world)).toHaveLength(1)
  })

  test('a lost store makes no second collective document: a person is asked', async () => {
    const first = await opened()
    world.host.addWorkOrders(jobs([1, 2], { workDate: '2025-11-03' }))
    await first.engine.sync(first.id)
    world.host.addWorkOrders(jobs([1, 2, 3], { workDate: '2025-11-03' }))
    const engine = world.engine({ store: memoryStore() })
    const { id } = await connected(world, monthly, engine)
    await engine.sync(id)
    await engine.sync(id)
    expect(invoicesOf(world)).toHaveLength(1)
    const [problem] = await engine.problems(id)
    expect(problem).toMatchObject({ code: 'ledger_incomplete' })
    const key = problem?.problems[0]?.key ?? ''
    expect((await engine.exports(id).get(key))?.members).toHaveLength(3)
  })
})
