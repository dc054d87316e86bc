import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SyncPlan, SyncReport } from '../../src/sync/index.ts'
import { connected, exportAtOnce, jobFor, openWorld, type World } from '../support/engine.ts'
import { addCustomer, change } from '../support/moloni-rows.ts'
import { troubledStore } from '../support/troubled-store.ts'
import { watchedHost } from '../support/watched-host.ts'

let world: World
beforeEach(() => {
  world = openWorld({ customers: 60, products: 40 })
})
afterEach(() => world.close())

const numbers = (plan: SyncPlan) => plan.imports
const done = ({ imports }: SyncReport) =>
  Object.fromEntries(
    Object.entries(imports).map(([kind, { created, updated, unchanged, rejected, leftOut }]) => [
      kind,
      { create: created, update: updated, unchanged, rejected, leftOut },
    ]),
  )

test('writes nothing: not to the store, the host or Moloni', async () => {
  const store = troubledStore(world.store)
  const watched = watchedHost(world.host)
  const told: string[] = []
  const workOrders = {
    ...world.host.workOrders,
    acknowledge: async () => void told.push('acknowledge'),
    reject: async () => void told.push('reject'),
  }
  const engine = world.engine({ store, host: { ...watched.host, workOrders } })
  const { id } = await connected(world, exportAtOnce, engine)
  world.host.addWorkOrders([jobFor(world, 1), jobFor(world, 2, { materials: [] })])
  const before = await everything()
  const mark = world.emulator.requests.length
  store.writes.length = 0
  await engine.preview(id)
  await engine.preview(id, { mode: 'full' })
  expect(store.writes).toEqual([])
  expect(watched.calls).toEqual([])
  expect(told).toEqual([])
  expect(world.emulator.requests.slice(mark).filter(({ writing }) => writing)).toEqual([])
  expect(await everything()).toEqual(before)
})

test('writes nothing but a refreshed token', async () => {
  const store = troubledStore(world.store)
  const { engine, id } = await connected(world, {}, world.engine({ store }))
  await world.clock.advance(2 * 3_600_000)
  store.writes.length = 0
  await engine.preview(id)
  expect(store.writes.flat().length).toBeGreaterThan(0)
  expect(new Set(store.writes.flat().map(({ collection }) => collection))).toEqual(new Set(['tokens']))
})

async function everything() {
  const names = [
    'connection',
    'cursor',
    'moloniLink',
    'hostLink',
    'rejectedRow',
    'ledger',
    'run',
    'lease',
    'lookup',
    'documentClaim',
  ]
  return Promise.all(names.map((name) => world.store.scan(name, { by: 'key', limit: 10_000 })))
}

describe('shows the numbers of the run that follows', () => {
  test('at first, with bad rows among the good', async () => {
    change(world, world.company.customers[3], { name: '' })
    Object.assign(world.company.customers[55] ?? {}, { name: { broken: true } })
    change(world, world.company.products[4], { reference: '' })
    const { engine, id } = await connected(world)
    const plan = await engine.preview(id)
    expect(plan.imports.relations).toEqual({
      create: 58,
      update: 0,
      unchanged: 0,
      rejected: 2,
      leftOut: 0,
    })
    expect(numbers(plan)).toEqual(done(await engine.sync(id)))
  })

  test('after changes, and when nothing changed', async () => {
    const { engine, id } = await connected(world)
    await engine.sync(id)
    await world.clock.advance(900_000)
    addCustomer(world, 'NEW-1')
    change(world, world.company.customers[5], { name: 'Changed' })
    change(world, world.company.customers[6], {})
    const plan = await engine.preview(id)
    expect(plan.imports.relations).toEqual({
      create: 1,
      update: 1,
      unchanged: 1,
      rejected: 0,
      leftOut: 0,
    })
    expect(numbers(plan)).toEqual(done(await engine.sync(id)))
    await world.clock.advance(900_000)
    const quiet = await engine.preview(id)
    expect(Object.values(quiet.imports).every(({ create, update }) => create + update === 0)).toBe(true)
  })

  test('where only hour types are wanted', async () => {
    const { engine, id } = await connected(world, { imports: { materials: { enabled: false } } })
    const plan = await engine.preview(id)
    expect(plan.imports).not.toHaveProperty('materials')
    expect(numbers(plan)).toEqual(done(await engine.sync(id)))
  })

  test('for one kind only', async () => {
    const { engine, id } = await connected(world)
    const plan = await engine.preview(id, { kinds: ['employees'] })
    expect(Object.keys(plan.imports)).toEqual(['employees'])
    expect(plan.exports).toEqual({})
    expect(numbers(plan)).toEqual(done(await engine.sync(id, { kinds: ['employees'] })))
  })
})

test('shows each work order with its plan or with what is wrong', async () => {
  const { engine, id } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([
    jobFor(world, 1),
    jobFor(world, 2, { materials: [{ code: 'NO-SUCH', name: 'Nothing', quantity: 1 }] }),
    jobFor(world, 3, { workDate: '2019-01-01' }),
  ])
  const plan = await engine.preview(id)
  const [good, bad, old] = plan.exports.invoice ?? []
  expect(good).toMatchObject({ number: 'W1', action: 'create', plan: { kind: 'invoice' } })
  expect(bad).toMatchObject({ number: 'W2', action: 'blocked' })
  expect(bad?.issues.map(({ code }) => code)).toContain('unknown_material')
  expect(old).toMatchObject({ number: 'W3', action: 'none', reason: expect.any(String) })
  expect(plan.blockedBy).toEqual({ unknown_material: 1 })
  const report = await engine.sync(id)
  expect(report.exports.invoice).toMatchObject({ exported: 1, blocked: 1 })
  expect(report.blockedBy).toEqual(plan.blockedBy)
})

test('can be aborted, and an error of Moloni is the error of the preview', async () => {
  const { engine, id } = await connected(world)
  await expect(engine.preview(id, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  })
  world.emulator.faults.plan({
    on: 'products/getModifiedSince',
    times: Infinity,
    fault: { kind: 'status', status: 500 },
  })
  await expect(engine.preview(id)).rejects.toMatchObject({ code: 'http_500' })
})
