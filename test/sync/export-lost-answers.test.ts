import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../src/testing/index.ts'
import { connected, exportAtOnce, invoicesOf, jobFor, openWorld, type World } from '../support/engine.ts'
import { withoutLeases } from '../support/without-leases.ts'

const HOUR = 3_600_000

let world: World
beforeEach(() => {
  world = openWorld({ customers: 3, products: 4 })
})
afterEach(() => world.close())

/** Runs until nothing moves, an hour apart, each time with an engine that knows nothing but the store. */
async function runUntilQuiet(id: string, runs = 5) {
  for (let run = 0; run < runs; run++) {
    await world.engine().sync(id, { kinds: ['invoice'] })
    await world.clock.advance(HOUR)
  }
}

const closed = () => invoicesOf(world).filter(({ status }) => status === 1)

/** The first document proves the search, so that an unknown outcome may be made again. */
async function withProvenSearch() {
  const { id } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([jobFor(world, 0)])
  await world.engine().sync(id)
  expect(closed()).toHaveLength(1)
  return id
}

const answersLost: Record<string, Fault> = {
  'cut after the effect': { kind: 'cut', when: 'after' },
  'cut before the effect': { kind: 'cut', when: 'before' },
  '500 after the effect': { kind: 'status', status: 500, when: 'after' },
  '500 before the effect': { kind: 'status', status: 500, when: 'before' },
  '503 after the effect': { kind: 'status', status: 503, when: 'after' },
  'a web page after the effect': { kind: 'html', when: 'after' },
  'a web page before the effect': { kind: 'html', when: 'before' },
  '429': { kind: 'status', status: 429 },
  'an effect one minute late': { kind: 'late', ms: 60_000, answer: 'cut' },
  'an effect two minutes late': { kind: 'late', ms: 119_000, answer: 'cut' },
  'an expired token': { kind: 'expire' },
}

describe.each([
  ['invoices/insert', 1],
  ['invoices/update', 1],
  ['documents/getAll', 1],
  ['documents/getAll', 2],
  ['documents/getOne', 1],
  ['customers/getByNumber', 1],
])('%s, call %i', (path, nth) => {
  test.each(Object.entries(answersLost))(
    '%s: exactly one closed invoice, acknowledged',
    async (_name, fault) => {
      const id = await withProvenSearch()
      world.host.addWorkOrders([jobFor(world, 1)])
      world.emulator.faults.plan({ on: path, nth, fault })
      await runUntilQuiet(id)
      expect(closed()).toHaveLength(2)
      expect(invoicesOf(world)).toHaveLength(2)
      expect(world.host.state.workOrders.get('wo-1')?.document).toMatchObject({ state: 'closed' })
    },
  )
})

test('a lost answer of the very first insert is found by search and never made twice', async () => {
  const { id } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([jobFor(world, 1)])
  world.emulator.faults.plan({ on: 'invoices/insert', fault: { kind: 'cut', when: 'after' } })
  await runUntilQuiet(id)
  expect(invoicesOf(world)).toHaveLength(1)
  expect(closed()).toHaveLength(1)
})

test('an insert that never happened is not repeated while the search is unproven: a person decides', async () => {
  const { id, engine } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([jobFor(world, 1)])
  world.emulator.faults.plan({ on: 'invoices/insert', fault: { kind: 'cut', when: 'before' } })
  await runUntilQuiet(id)
  expect(invoicesOf(world)).toHaveLength(0)
  const [problem] = await engine.problems(id)
  expect(problem).toMatchObject({ code: 'outcome_unknown', count: 1 })

  await engine.exports(id).retry('wo-1', { makeAgain: true })
  await runUntilQuiet(id)
  expect(closed()).toHaveLength(1)
  expect(await engine.problems(id)).toEqual([])
})

test('nothing unknown is judged before the deadline and the settle time are over', async () => {
  const id = await withProvenSearch()
  world.host.addWorkOrders([jobFor(world, 1)])
  world.emulator.faults.plan({ on: 'invoices/insert', fault: { kind: 'late', ms: 150_000, answer: 'cut' } })
  for (let run = 0; run < 40; run++) {
    await world.engine().sync(id)
    await world.clock.advance(20_000)
  }
  expect(inserts()).toBe(2)
  expect(invoicesOf(world)).toHaveLength(2)
  expect(closed()).toHaveLength(2)
})

test('an effect that lands after the second insert makes a twin: nothing is closed and a person is told', async () => {
  const id = await withProvenSearch()
  world.host.addWorkOrders([jobFor(world, 1)])
  world.emulator.faults.plan({
    on: 'invoices/insert',
    fault: { kind: 'late', ms: 2.5 * HOUR, answer: 'cut' },
  })
  await world.engine().sync(id)
  await world.clock.advance(HOUR)
  await world.engine().sync(id)
  await world.clock.advance(HOUR)
  // This run looks twice in vain and inserts again; its search for twins fails.
  world.emulator.faults.plan({
    on: 'documents/getAll',
    nth: 4,
    times: 4,
    fault: { kind: 'status', status: 500 },
  })
  await world.engine().sync(id)
  world.emulator.faults.clear()
  expect(inserts()).toBe(3)
  await world.clock.advance(HOUR)
  await runUntilQuiet(id, 3)

  expect(closed()).toHaveLength(1)
  const drafts = invoicesOf(world).filter(({ status }) => status === 0)
  expect(drafts).toHaveLength(2)
  expect(world.host.state.workOrders.get('wo-1')?.document).toBeUndefined()
  expect(await world.engine().problems(id)).toMatchObject([{ code: 'twin_documents', count: 1 }])

  // A person deletes one of them and lets the engine go on.
  const index = world.company.documents.findIndex(({ document_id }) => document_id === drafts[0]?.document_id)
  world.company.documents.splice(index, 1)
  await world.engine().exports(id).retry('wo-1')
  await runUntilQuiet(id, 2)
  expect(await problemCodes(id)).toEqual([])
  expect(closed()).toHaveLength(2)
})

const inserts = () => world.emulator.requests.filter(({ path }) => path === 'invoices/insert').length
const problemCodes = async (id: string) => (await world.engine().problems(id)).map(({ code }) => code)

test('a search that shows new drafts late does not lead to a second one', async () => {
  const id = await withProvenSearch()
  world.host.addWorkOrders([jobFor(world, 1)])
  world.emulator.faults.plan({
    on: 'invoices/insert',
    fault: [
      { kind: 'lag', ms: 90_000 },
      { kind: 'cut', when: 'after' },
    ],
  })
  await runUntilQuiet(id)
  expect(invoicesOf(world)).toHaveLength(2)
  expect(closed()).toHaveLength(2)
})

test.each([
  ['ignored', { kind: 'ignoreFilter' }],
  ['refused', { kind: 'refuseFilter' }],
] satisfies [string, Fault][])(
  'a reference filter that is %s still ends with one closed invoice each',
  async (_n, fault) => {
    const { id } = await connected(world, exportAtOnce)
    world.emulator.faults.plan({ on: 'documents/getAll', times: Number.POSITIVE_INFINITY, fault })
    world.host.addWorkOrders([1, 2, 3].map((number) => jobFor(world, number)))
    await runUntilQuiet(id, 3)
    expect(closed()).toHaveLength(3)
    expect(invoicesOf(world)).toHaveLength(3)
  },
)

test('two engines at work on one company at once make one document for each work order', async () => {
  const store = withoutLeases(world.store)
  const one = world.engine({ store })
  const two = world.engine({ store })
  const { id } = await connected(world, exportAtOnce, one)
  world.host.addWorkOrders(Array.from({ length: 20 }, (_, number) => jobFor(world, number)))
  const reports = await Promise.all([one.sync(id), two.sync(id)])
  expect(reports.map(({ outcome }) => outcome)).not.toContain('skipped')
  await runUntilQuiet(id, 3)
  expect(closed()).toHaveLength(20)
  expect(invoicesOf(world)).toHaveLength(20)
})
