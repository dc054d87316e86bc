import { afterEach, describe, expect, test } from 'vitest'
import { engineCollections, type Store, type StoredRecord } from '../../src/sync/index.ts'
import { connected, exportAtOnce, invoicesOf, jobFor, openWorld, type World } from '../support/engine.ts'

let world: World
afterEach(() => world.close())

type Value = StoredRecord['value']

/** A value of an engine as the release after it writes it: its layout has the next number, and a field that nobody knew before. */
const lifted = (value: Value, format: number): Value =>
  isEnvelope(value) ? { ...value, format, data: { added: 'by the next release', was: value.data } } : value

/** What that release makes of its own records; those of the release before it are read as they are. */
const lowered = (value: Value, format: number): Value =>
  isEnvelope(value) && value.format === format && isNew(value.data)
    ? { ...value, format: 1, data: value.data.was }
    : value

const isObject = (value: Value | undefined): value is { [name: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isEnvelope = (value: Value): value is { format: number; data: Value } =>
  isObject(value) && typeof value.format === 'number' && 'data' in value
const isNew = (data: Value): data is { was: Value } => isObject(data) && 'was' in data

/** The store as the next release uses it, in which the records of some collections have another layout. */
function nextRelease(store: Store, collections: readonly string[]): Store {
  const own = (record: StoredRecord) => ({ ...record, value: lowered(record.value, 2) })
  return {
    read: async (collection, keys) =>
      (await store.read(collection, keys)).map((record) => record && own(record)),
    write: (changes) =>
      store.write(
        changes.map((change) =>
          change.value !== undefined && collections.includes(change.collection)
            ? { ...change, value: lifted(change.value, 2) }
            : change,
        ),
      ),
    async scan(collection, query) {
      const page = await store.scan(collection, query)
      return { ...page, records: page.records.map(own) }
    },
  }
}

async function twoReleases(collections: readonly string[]) {
  world = openWorld()
  const { engine: older, id } = await connected(world, exportAtOnce)
  const newer = world.engine({ store: nextRelease(world.store, collections) })
  return { older, newer, id }
}

const formatsOf = async (collection: string) => {
  const { records } = await world.store.scan(collection, { by: 'key', limit: 500 })
  return records.map(({ value }) => (isEnvelope(value) ? value.format : undefined))
}

describe('two releases on one store, the newer with another layout of exports', () => {
  test('the newer one reads what the older one wrote, and goes on with it', async () => {
    const { older, newer, id } = await twoReleases(['ledger'])
    world.host.addWorkOrders([jobFor(world, 1), jobFor(world, 2)])
    await older.sync(id)
    world.host.addWorkOrders([jobFor(world, 3)])
    expect((await newer.sync(id)).outcome).toBe('complete')
    expect(invoicesOf(world)).toHaveLength(3)
    const items: string[] = []
    for await (const { state } of newer.exports(id).list()) items.push(state)
    expect(items).toEqual(['acknowledged', 'acknowledged', 'acknowledged'])
  })

  test('the older one stops at a record of the newer one, says what to do, and makes nothing twice', async () => {
    const { older, newer, id } = await twoReleases(['ledger'])
    const jobs = [jobFor(world, 1), jobFor(world, 2)]
    world.host.addWorkOrders(jobs)
    await newer.sync(id)
    const before = await world.store.scan('ledger', { by: 'key', limit: 100 })
    // The host's answer got lost: it offers both again.
    world.host.addWorkOrders(jobs)
    const report = await older.sync(id)
    expect(report.errors).toMatchObject([{ part: 'workOrders', code: 'format_newer' }])
    expect(report.errors[0]?.message).toContain('newer release')
    expect(report.imports.relations).toMatchObject({ rejected: 0 })
    expect(invoicesOf(world)).toHaveLength(2)
    expect(await world.store.scan('ledger', { by: 'key', limit: 100 })).toEqual(before)
  })

  test('after a while side by side every work order has one document, and the newer one finishes all', async () => {
    const { older, newer, id } = await twoReleases(['ledger'])
    for (let round = 0; round < 4; round++) {
      world.host.addWorkOrders([jobFor(world, round * 2 + 1), jobFor(world, round * 2 + 2)])
      await (round % 2 === 0 ? older : newer).sync(id)
      await world.clock.advance(900_000)
    }
    await newer.sync(id)
    expect(invoicesOf(world)).toHaveLength(8)
    expect(new Set(invoicesOf(world).map(({ our_reference }) => our_reference)).size).toBe(8)
    expect(await formatsOf('ledger')).toContain(2)
  })
})

test('links of the newer release are no unknown customers to the older one: that list stops, the others go on', async () => {
  const { older, newer, id } = await twoReleases(['moloniLink'])
  await newer.sync(id)
  const relations = new Map(world.host.state.relations)
  const [row] = world.company.customers
  if (row) Object.assign(row, { name: 'Changed', lastmodified: new Date(world.clock.now()).toISOString() })
  await world.clock.advance(900_000)
  const report = await older.sync(id, { mode: 'full' })
  expect(report.errors.map(({ code }) => code)).toContain('format_newer')
  expect(report.outcome).not.toBe('complete')
  expect(new Map(world.host.state.relations)).toEqual(relations)
})

test('all that an engine writes lies in the collections that it names', async () => {
  world = openWorld()
  const seen = new Set<string>()
  const { store } = world
  const watched: Store = {
    read: (collection, keys) => store.read(collection, keys),
    scan: (collection, query) => store.scan(collection, query),
    write: (changes) => {
      for (const { collection } of changes) seen.add(collection)
      return store.write(changes)
    },
  }
  const { engine, id } = await connected(world, exportAtOnce, world.engine({ store: watched }))
  world.host.addWorkOrders([jobFor(world, 1), jobFor(world, 2, { customer: { debtorNumber: 'nobody' } })])
  await engine.sync(id)
  const named: readonly string[] = engineCollections
  expect([...seen].filter((collection) => !named.includes(collection))).toEqual([])
  expect(seen.size).toBeGreaterThan(6)
})
