import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Host, SyncEngine } from '../../src/sync/index.ts'
import { connected, openWorld, type World } from '../support/engine.ts'
import { change, requestsTo } from '../support/moloni-rows.ts'
import { type WatchedHost, watchedHost } from '../support/watched-host.ts'

const QUARTER = 15 * 60_000

let world: World
let watched: WatchedHost
let engine: SyncEngine
let id: string
beforeEach(async () => {
  world = openWorld({ customers: 12, products: 8 })
  watched = watchedHost(world.host)
  ;({ engine, id } = await connected(world, {}, world.engine({ host: watched.host })))
})
afterEach(() => world.close())

const relations = () => world.host.state.relations
const customer = (index: number) => {
  const row = world.company.customers[index]
  if (!row) throw new RangeError('no such customer')
  return row
}
const idOf = (index: number) => String(customer(index).customer_id)
/** The host breaks on batches that hold one of these customers. */
const breakOn = (...indexes: number[]) => {
  const bad = new Set(indexes.map(idOf))
  watched.onUpsert = (_kind, ids) => {
    if (ids.some((it) => bad.has(it))) throw new Error('null is not an object')
  }
}
/** A host whose relations sink answers in its own way. */
const withRelations = (upsert: (rows: readonly { debtorNumber: string }[]) => unknown): Host => ({
  // The answers of broken hosts do not have the type that they promise.
  relations: { upsert: async (rows) => (await upsert(rows)) as never },
})

test('a row without a name is set aside with what to do, and the others arrive', async () => {
  change(world, customer(3), { name: '' })
  const report = await engine.sync(id)
  expect(report).toMatchObject({ outcome: 'complete', imports: { relations: { created: 11, rejected: 1 } } })
  const [group] = await engine.problems(id)
  expect(group).toMatchObject({ code: 'missing_name', count: 1 })
  expect(group?.todo).toMatch(/\w/)
  expect(group?.problems[0]).toMatchObject({ kind: 'customers', key: idOf(3), retryable: false })
})

test('a row that cannot be read is set aside, and vanishes when it is mended', async () => {
  Object.assign(customer(3), { name: { broken: true } })
  expect(await engine.sync(id)).toMatchObject({
    outcome: 'complete',
    imports: { relations: { rejected: 1 } },
  })
  expect(relations().size).toBe(11)
  const [group] = await engine.problems(id)
  expect(group).toMatchObject({ code: 'unreadable_row' })
  expect(group?.todo).toMatch(/\w/)

  await world.clock.advance(QUARTER)
  change(world, customer(3), { name: 'Mended' })
  await engine.sync(id)
  expect(relations().size).toBe(12)
  expect(await engine.problems(id)).toEqual([])
})

test('a row whose id cannot be read is reported, and no longer after a full read without it', async () => {
  const original = customer(3).customer_id
  Object.assign(customer(3), { customer_id: 'x' })
  await engine.sync(id)
  expect(await engine.problems(id)).toMatchObject([{ code: 'unreadable_row', count: 1 }])
  Object.assign(customer(3), { customer_id: original })
  await engine.sync(id, { mode: 'full' })
  expect(relations().size).toBe(12)
  expect(await engine.problems(id)).toEqual([])
})

test('a bad row that is deleted in Moloni is no problem any more after a full read', async () => {
  change(world, customer(3), { name: '' })
  await engine.sync(id)
  world.company.customers.splice(3, 1)
  await engine.sync(id, { mode: 'full' })
  expect(await engine.problems(id)).toEqual([])
})

test('a row that the host refuses is a problem in its words, and is not offered again without a change', async () => {
  const offered: string[] = []
  const own = world.engine({
    host: withRelations((rows) =>
      rows.map(({ debtorNumber }) => {
        offered.push(debtorNumber)
        return debtorNumber === customer(2).number
          ? { ok: false, code: 'postal_code_missing', message: 'Give it a postal code.', field: 'postalCode' }
          : { ok: true, key: debtorNumber }
      }),
    ),
  })
  const report = await own.sync(id)
  expect(report.imports.relations).toMatchObject({ created: 11, rejected: 1 })
  const [group] = await own.problems(id)
  expect(group).toMatchObject({
    code: 'postal_code_missing',
    problems: [{ field: 'postalCode', retryable: false }],
  })
  expect(group?.message).toContain('Give it a postal code.')
  offered.length = 0
  await world.clock.advance(QUARTER * 8)
  await own.sync(id)
  expect(offered).toEqual([])
})

test('a row on which the host breaks does not stop the others and is tried again after growing pauses', async () => {
  breakOn(4)
  expect(await engine.sync(id)).toMatchObject({
    outcome: 'complete',
    imports: { relations: { created: 11, rejected: 1 } },
  })
  expect(await engine.problems(id)).toMatchObject([
    { code: 'host_error', problems: [{ key: idOf(4), retryable: true }] },
  ])

  const tries: number[] = []
  for (let run = 0; run < 16; run++) {
    await world.clock.advance(QUARTER)
    watched.calls.length = 0
    await engine.sync(id)
    if (watched.calls.some(({ keys }) => keys.includes(idOf(4)))) tries.push(run)
  }
  const gaps = tries.slice(1).map((run, i) => run - (tries[i] ?? 0))
  expect(tries[0]).toBe(0)
  expect(gaps.every((gap, i) => i === 0 || gap > (gaps[i - 1] ?? 0))).toBe(true)
  expect(gaps.length).toBeGreaterThanOrEqual(2)
})

test('what is accepted on a later try leaves the problems', async () => {
  breakOn(4)
  await engine.sync(id)
  watched.onUpsert = () => {}
  await world.clock.advance(QUARTER)
  const report = await engine.sync(id)
  expect(report.imports.relations).toMatchObject({ created: 1 })
  expect(await engine.problems(id)).toEqual([])
  expect(relations().size).toBe(12)
})

test('several rows that break the host every time never stop what changes meanwhile', async () => {
  breakOn(4, 5, 6)
  await engine.sync(id)
  await world.clock.advance(QUARTER)
  change(world, customer(8), { name: 'Changed meanwhile' })
  const report = await engine.sync(id)
  expect(report.errors).toEqual([])
  expect(relations().get(String(customer(8).number))?.record.name).toBe('Changed meanwhile')
})

test('a row that became unreadable while it waited stops nothing', async () => {
  breakOn(4)
  await engine.sync(id)
  watched.onUpsert = () => {}
  Object.assign(customer(4), { name: { broken: true } })
  await world.clock.advance(QUARTER)
  expect(await engine.sync(id)).toMatchObject({ outcome: 'complete' })
  expect(await engine.problems(id)).toMatchObject([{ code: 'unreadable_row', count: 1 }])
})

test('a row that is gone when its turn comes is forgotten', async () => {
  breakOn(4)
  await engine.sync(id)
  world.company.customers.splice(4, 1)
  await world.clock.advance(QUARTER)
  await engine.sync(id)
  expect(await engine.problems(id)).toEqual([])
})

test('a host that is wholly down stops the stream and leaves its cursor; other streams go on', async () => {
  watched.onUpsert = (kind) => {
    if (kind === 'relations') throw new Error('ECONNREFUSED 10.0.0.5')
  }
  const report = await engine.sync(id)
  expect(report).toMatchObject({
    outcome: 'partial',
    errors: [{ part: 'customers', code: 'host_failed', retryable: true }],
  })
  expect(report.errors[0]?.message).not.toContain('10.0.0.5')
  expect(world.host.state.employees.size).toBe(3)
  expect((await engine.health(id)).streams).not.toHaveProperty('customers')
  expect(await engine.problems(id)).toEqual([])

  watched.onUpsert = () => {}
  expect(await engine.sync(id)).toMatchObject({
    outcome: 'complete',
    imports: { relations: { created: 12 } },
  })
})

test('a sink that answers too few results for a batch is asked row by row', async () => {
  const own = world.engine({
    host: withRelations((rows) =>
      rows.length > 1 ? [] : rows.map(({ debtorNumber }) => ({ ok: true, key: debtorNumber })),
    ),
  })
  expect(await own.sync(id)).toMatchObject({ outcome: 'complete', imports: { relations: { created: 12 } } })
})

test.each([
  [
    'too many results',
    () => [
      { ok: true, key: 'a' },
      { ok: true, key: 'b' },
    ],
  ],
  ['no list', () => undefined],
  ['empty results', (rows: readonly unknown[]) => rows.map(() => undefined)],
  ['keys that are numbers', (rows: readonly unknown[]) => rows.map((_, i) => ({ ok: true, key: i }))],
  ['refusals without a code', (rows: readonly unknown[]) => rows.map(() => ({ ok: false }))],
])('a sink that answers %s loses nothing: the stream stops and the cursor stays', async (_name, answer) => {
  const broken = world.engine({ host: withRelations(answer) })
  expect(await broken.sync(id)).toMatchObject({ errors: [{ part: 'customers', code: 'host_failed' }] })
  expect((await broken.health(id)).streams).not.toHaveProperty('customers')
  expect(await engine.sync(id)).toMatchObject({
    outcome: 'complete',
    imports: { relations: { created: 12 } },
  })
})

test('one malformed result among good ones is a problem of that row only', async () => {
  const own = world.engine({
    host: withRelations((rows) =>
      rows.map(({ debtorNumber }, i) => (i === 3 ? undefined : { ok: true, key: debtorNumber })),
    ),
  })
  const report = await own.sync(id)
  expect(report.imports.relations).toMatchObject({ created: 11, rejected: 1 })
  expect(await own.problems(id)).toMatchObject([{ code: 'host_error', count: 1 }])
})

test('two Moloni records that become one host record are a conflict, and the first keeps it', async () => {
  const own = world.engine({
    host: withRelations((rows) =>
      rows.map(({ debtorNumber }) => ({
        ok: true,
        key: debtorNumber === customer(5).number ? String(customer(4).number) : debtorNumber,
      })),
    ),
  })
  const report = await own.sync(id)
  expect(report.imports.relations).toMatchObject({ created: 11, rejected: 1 })
  const [group] = await own.problems(id)
  expect(group).toMatchObject({ code: 'link_conflict', problems: [{ key: idOf(5) }] })
  expect(group?.todo).toMatch(/\w/)
})

test('a host that hands one record to a second Moloni record gets a conflict, and the link of the first stays', async () => {
  const own = world.engine({
    host: withRelations((rows) => rows.map(({ debtorNumber }) => ({ ok: true, key: debtorNumber }))),
  })
  await own.sync(id)
  await world.clock.advance(QUARTER)
  change(world, customer(5), { number: String(customer(4).number) })
  const report = await own.sync(id)
  expect(report.imports.relations).toMatchObject({ updated: 0, rejected: 1 })
  expect(await own.problems(id)).toMatchObject([{ code: 'link_conflict', problems: [{ key: idOf(5) }] }])
  await world.clock.advance(QUARTER)
  change(world, customer(4), { name: 'Still mine' })
  expect((await own.sync(id)).imports.relations).toMatchObject({ updated: 1 })
})

test('a host record that is taken is refused by the memory host, not overwritten', async () => {
  await engine.sync(id)
  const taken = String(customer(4).number)
  const name = relations().get(taken)?.record.name
  await world.clock.advance(QUARTER)
  change(world, customer(5), { number: taken })
  const report = await engine.sync(id)
  expect(report.imports.relations).toMatchObject({ rejected: 1 })
  expect(relations().get(taken)?.record.name).toBe(name)
  expect(await engine.problems(id)).toMatchObject([{ code: 'key_taken', problems: [{ retryable: true }] }])

  await world.clock.advance(QUARTER)
  change(world, customer(4), { number: 'FREE-1' })
  await world.clock.advance(QUARTER)
  await engine.sync(id)
  await world.clock.advance(QUARTER)
  await engine.sync(id)
  expect(relations().get(taken)?.record.source?.id).toBe(idOf(5))
  expect(relations().get('FREE-1')?.record.source?.id).toBe(idOf(4))
  expect(await engine.problems(id)).toEqual([])
})

test('trying again costs one read by id a row, and nothing while the pause lasts', async () => {
  breakOn(4)
  await engine.sync(id)
  const mark = world.emulator.requests.length
  await engine.sync(id)
  expect(requestsTo(world, 'customers/getOne', mark)).toHaveLength(0)
  await world.clock.advance(QUARTER)
  await engine.sync(id)
  expect(requestsTo(world, 'customers/getOne', mark)).toHaveLength(1)
})
