import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WorkOrder } from '../../src/domain/index.ts'
import { connected, exportAtOnce, invoicesOf, jobFor, openWorld, type World } from '../support/engine.ts'

const HOUR = 3_600_000

let world: World
beforeEach(() => {
  world = openWorld()
})
afterEach(() => world.close())

const codes = async (id: string) => (await world.engine().problems(id)).map(({ code }) => code)
const closed = () => invoicesOf(world).filter(({ status }) => status === 1)

async function later(id: string) {
  await world.clock.advance(HOUR)
  return world.engine().sync(id)
}

describe('a bad work order waits with its own code and never stops the others', () => {
  const bad: [string, Partial<WorkOrder>][] = [
    ['unknown_material', { materials: [{ code: 'NO-SUCH', quantity: 1, unitPrice: 1 }] }],
    ['unknown_hour_type', { workPeriods: [{ hourTypeCode: 'NO-SUCH', minutes: 60 }] }],
    ['unknown_relation', { customer: { debtorNumber: 'NO-SUCH' } }],
    ['no_customer', { customer: { name: 'Nobody' } }],
    ['missing_material_code', { materials: [{ name: 'typed by hand', quantity: 1, unitPrice: 1 }] }],
    ['missing_hour_type', { workPeriods: [{ minutes: 60 }] }],
    ['nothing_to_bill', { materials: [], workPeriods: [] }],
  ]
  test.each(bad)('%s', async (code, patch) => {
    const { engine, id } = await connected(world, exportAtOnce)
    world.host.addWorkOrders([jobFor(world, 1, patch), jobFor(world, 2)])
    const report = await engine.sync(id)
    expect(report.blockedBy).toEqual({ [code]: 1 })
    expect(report.exports.invoice).toMatchObject({ exported: 1, blocked: 1 })
    const [group] = await engine.problems(id)
    expect(group).toMatchObject({ code, count: 1 })
    expect(group?.todo).not.toBe('')
    expect(world.host.state.workOrders.get('wo-1')?.problems).toMatchObject([{ code }])
    expect(closed()).toHaveLength(1)
  })

  test('zero quantity', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    const [line] = jobFor(world, 1).materials
    if (!line) throw new Error('no line')
    world.host.addWorkOrders([jobFor(world, 1, { materials: [{ ...line, quantity: 0 }] })])
    expect((await engine.sync(id)).blockedBy).toEqual({ zero_quantity: 1 })
    await engine.updateSettings(id, { exports: { lines: { zeroQuantity: 'omit' } } })
    expect((await later(id)).blockedBy).toEqual({ nothing_to_bill: 1 })
  })

  test('a shape that cannot be read', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    const broken = { ...jobFor(world, 1), materials: 'none' as unknown as [] }
    world.host.addWorkOrders([broken, jobFor(world, 2)])
    const report = await engine.sync(id)
    expect(report.blockedBy).toEqual({ invalid_work_order: 1 })
    expect(report.exports.invoice).toMatchObject({ exported: 1, blocked: 1 })
    world.host.addWorkOrders([jobFor(world, 1)])
    await later(id)
    expect(closed()).toHaveLength(2)
    expect(await codes(id)).toEqual([])
  })
})

test('creating one missing product in Moloni frees every work order that waits for it', async () => {
  const { id } = await connected(world, exportAtOnce)
  const materials = [{ code: 'VALVE-1', quantity: 1, unitPrice: 12 }]
  world.host.addWorkOrders(Array.from({ length: 5 }, (_, number) => jobFor(world, number, { materials })))
  await world.engine().sync(id)
  expect(await world.engine().problems(id)).toMatchObject([
    { code: 'unknown_material', thing: 'VALVE-1', count: 5 },
  ])
  const idle = await later(id)
  expect(idle.requests).toBeLessThanOrEqual(4)

  const product = world.company.products.find(({ taxes }) => Array.isArray(taxes) && taxes.length > 0)
  world.company.products.push({
    ...structuredClone(product),
    product_id: 990_001,
    reference: 'VALVE-1',
    name: 'Válvula',
    lastmodified: world.clock.now(),
  })
  await later(id)
  expect(closed()).toHaveLength(5)
  expect(await codes(id)).toEqual([])
})

test('a blocked work order that the host corrects is exported', async () => {
  const { id } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([jobFor(world, 1, { customer: {} })])
  await world.engine().sync(id)
  world.host.addWorkOrders([jobFor(world, 1)])
  await later(id)
  expect(closed()).toHaveLength(1)
})

describe('the first connect floods nothing', () => {
  test('the first run only plans', async () => {
    const { engine, id } = await connected(world, { exports: { startDate: '2020-01-01' } })
    world.host.addWorkOrders([jobFor(world, 1), jobFor(world, 2, { customer: {} })])
    const first = await engine.sync(id)
    expect(first.exports.invoice).toMatchObject({ planned: 1, blocked: 1, exported: 0 })
    expect(invoicesOf(world)).toHaveLength(0)
    expect(world.host.state.workOrders.get('wo-2')?.problems).toBeUndefined()
    await later(id)
    expect(closed()).toHaveLength(1)
  })

  test('work from before the day of connecting stays where it is', async () => {
    const { engine, id } = await connected(world, { exports: { firstRun: 'export' } })
    world.host.addWorkOrders([
      jobFor(world, 1, { workDate: '2026-03-01' }),
      jobFor(world, 2, { workDate: '2026-03-02' }),
    ])
    const report = await engine.sync(id)
    expect(report.exports.invoice).toMatchObject({ exported: 1, skipped: { before_start: 1 } })
  })
})

test.each([
  ['archived', { archived: true }],
  ['not_finished', { finished: false }],
  ['own_document', { origin: { platform: 'pt', companyId: '1', documentId: '9', kind: 'invoice' } }],
] satisfies [string, Partial<WorkOrder>][])('%s work orders are left out', async (reason, patch) => {
  const { engine, id } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([jobFor(world, 1, patch)])
  const report = await engine.sync(id)
  expect(report.exports.invoice).toMatchObject({ exported: 0, skipped: { [reason]: 1 } })
})

test('the rule "leave as draft" acknowledges the draft without a number and closes nothing', async () => {
  const { engine, id } = await connected(world, { exports: { ...exportAtOnce.exports, state: 'draft' } })
  world.host.addWorkOrders([jobFor(world, 1)])
  await engine.sync(id)
  expect(invoicesOf(world)).toMatchObject([{ status: 0 }])
  const document = world.host.state.workOrders.get('wo-1')?.document
  expect(document).toMatchObject({ state: 'draft' })
  expect(document).not.toHaveProperty('number')
})

test('the bill-to party is billed, not the site', async () => {
  const { engine, id } = await connected(world, exportAtOnce)
  const [site, payer] = world.company.customers.filter(
    ({ address, zip_code, vat }) => address && zip_code && vat !== '999999990',
  )
  world.host.addWorkOrders([
    jobFor(world, 1, {
      customer: { debtorNumber: String(site?.number) },
      billTo: { debtorNumber: String(payer?.number) },
    }),
  ])
  await engine.sync(id)
  expect(invoicesOf(world)).toMatchObject([{ customer_id: payer?.customer_id }])
})

test('internal texts appear nowhere in Moloni, the store or what the host is told', async () => {
  const { engine, id } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([jobFor(world, 1, { internalDescription: 'SECRET-A', comment: 'SECRET-B' })])
  await engine.sync(id)
  expect(closed()).toHaveLength(1)
  expect(JSON.stringify(world.emulator.state)).not.toMatch(/SECRET-[AB]/)
  expect(JSON.stringify(await world.store.scan('ledger', { by: 'key', limit: 50 }))).not.toMatch(
    /SECRET-[AB]/,
  )
})

describe('chronology', () => {
  test('a later document in the series moves the date to the one that is demanded', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    Object.assign(closed()[0] ?? {}, { date: '2026-03-05' })
    world.host.addWorkOrders([jobFor(world, 2)])
    await later(id)
    expect(closed()).toHaveLength(2)
    expect(await codes(id)).toEqual([])
  })

  test('with the setting "block" a person is asked', async () => {
    const { engine, id } = await connected(world, {
      exports: { ...exportAtOnce.exports, dates: { onChronology: 'block' } },
    })
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    Object.assign(closed()[0] ?? {}, { date: '2026-03-05' })
    world.host.addWorkOrders([jobFor(world, 2)])
    await later(id)
    expect(closed()).toHaveLength(1)
    expect(await codes(id)).toEqual(['chronology'])
  })
})

describe('the host', () => {
  test('that does not confirm is told again until it does', async () => {
    const { id } = await connected(world, exportAtOnce)
    world.host.addWorkOrders([jobFor(world, 1)])
    let refusals = 3
    const source = {
      ...world.host.workOrders,
      async acknowledge(...told: Parameters<typeof world.host.workOrders.acknowledge>) {
        if (refusals-- > 0) throw new Error('down')
        await world.host.workOrders.acknowledge(...told)
      },
    }
    const engine = world.engine({ host: { ...world.host, workOrders: source } })
    await engine.sync(id)
    expect(await codes(id)).toEqual(['acknowledge_failed'])
    for (let run = 0; run < 4; run++) {
      await world.clock.advance(HOUR)
      await engine.sync(id)
    }
    expect(closed()).toHaveLength(1)
    expect(world.host.state.workOrders.get('wo-1')?.document).toMatchObject({ state: 'closed' })
    expect(await codes(id)).toEqual([])
  })

  test('that breaks in the middle of its list loses nothing: the next run goes on', async () => {
    const { id } = await connected(world, exportAtOnce)
    world.host.addWorkOrders([jobFor(world, 1), jobFor(world, 2)])
    const breaking = {
      ...world.host.workOrders,
      async *completed(...query: Parameters<typeof world.host.workOrders.completed>) {
        for await (const workOrder of world.host.workOrders.completed(...query)) {
          yield workOrder
          throw new Error('database gone: postgres://user:password@host')
        }
      },
    }
    const report = await world.engine({ host: { ...world.host, workOrders: breaking } }).sync(id)
    expect(report).toMatchObject({
      outcome: 'partial',
      errors: [{ part: 'workOrders', code: 'host_failed' }],
    })
    expect(JSON.stringify(report)).not.toContain('password')
    await later(id)
    expect(closed()).toHaveLength(2)
  })
})

test('a failing call gives up after the set number of tries and waits for a person', async () => {
  const { engine, id } = await connected(world, { exports: { ...exportAtOnce.exports, maxTries: 3 } })
  world.host.addWorkOrders([jobFor(world, 1)])
  world.emulator.faults.plan({
    on: 'invoices/insert',
    times: Number.POSITIVE_INFINITY,
    fault: { kind: 'status', status: 429 },
  })
  for (let run = 0; run < 6; run++) {
    await engine.sync(id)
    await world.clock.advance(24 * HOUR)
  }
  expect(
    world.emulator.requests.filter(({ path }) => path === 'invoices/insert').length,
  ).toBeGreaterThanOrEqual(3)
  expect(await codes(id)).toEqual(['gave_up'])
  world.emulator.faults.clear()
  await engine.exports(id).retry('wo-1')
  await later(id)
  expect(closed()).toHaveLength(1)
})

test('an account that cannot be read stops the run and costs no work order a try', async () => {
  const { engine, id } = await connected(world, { exports: { ...exportAtOnce.exports, maxTries: 2 } })
  world.host.addWorkOrders([jobFor(world, 1), jobFor(world, 2)])
  world.emulator.faults.plan({
    on: 'taxes/getAll',
    times: Number.POSITIVE_INFINITY,
    fault: { kind: 'status', status: 500 },
  })
  for (let run = 0; run < 4; run++) {
    const report = await engine.sync(id)
    expect(report).toMatchObject({ outcome: 'partial', errors: [{ part: 'workOrders', code: 'http_500' }] })
    await world.clock.advance(HOUR)
  }
  expect(await codes(id)).toEqual([])
  world.emulator.faults.clear()
  await later(id)
  expect(closed()).toHaveLength(2)
})
