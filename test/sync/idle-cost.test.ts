import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/store/index.ts'
import { connected, exportAtOnce, jobFor, openWorld, type World } from '../support/engine.ts'

let world: World
beforeEach(() => {
  world = openWorld({ customers: 60, products: 60 })
})
afterEach(() => world.close())

/** A store that notes what is asked of it, by collection. */
function watched(inner: Store) {
  const asked = { read: new Map<string, number>(), write: new Map<string, number>(), scans: 0 }
  const count = (calls: Map<string, number>, name: string) => calls.set(name, (calls.get(name) ?? 0) + 1)
  const store: Store = {
    read(collection, keys) {
      count(asked.read, collection)
      return inner.read(collection, keys)
    },
    write(changes) {
      for (const { collection } of changes) count(asked.write, collection)
      return inner.write(changes)
    },
    scan(collection, query) {
      asked.scans += 1
      return inner.scan(collection, query)
    },
  }
  return { store, asked }
}

/** What a run costs that finds nothing to do, after one that found everything. */
async function idleRun() {
  const { id, engine } = await connected(world, exportAtOnce)
  world.host.addWorkOrders([jobFor(world, 1), jobFor(world, 2, { customer: { debtorNumber: 'nobody' } })])
  expect(await engine.sync(id)).toMatchObject({ outcome: 'complete', changes: expect.any(Number) })
  await world.clock.advance(15 * 60_000)
  await engine.sync(id)
  await world.clock.advance(15 * 60_000)
  const { store, asked } = watched(world.store)
  const before = world.emulator.requests.length
  const report = await world.engine({ store }).sync(id)
  expect(report).toMatchObject({ outcome: 'complete', changes: 0 })
  return { asked, requests: world.emulator.requests.slice(before).map(({ path }) => path) }
}

test('a run that finds nothing asks Moloni once for each list', async () => {
  const { requests } = await idleRun()
  expect(requests.sort()).toEqual(['customers/getModifiedSince', 'products/getModifiedSince', 'users/getAll'])
})

test('it writes its lease, its report, and how far each list was read; and nothing else', async () => {
  const { asked } = await idleRun()
  expect(Object.fromEntries(asked.write)).toEqual({ lease: 2, cursor: 3, run: 1 })
})

test('what it reads does not grow by accident', async () => {
  const { asked } = await idleRun()
  const reads = [...asked.read.values()].reduce((sum, count) => sum + count, 0)
  expect({ reads: reads <= 24, scans: asked.scans <= 17 }, JSON.stringify([...asked.read])).toEqual({
    reads: true,
    scans: true,
  })
})
