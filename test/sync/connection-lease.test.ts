import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SyncReport } from '../../src/sync/index.ts'
import { connected, openWorld, type World } from '../support/engine.ts'
import { watchedHost } from '../support/watched-host.ts'

let world: World
beforeEach(() => {
  world = openWorld({ customers: 120, products: 8 })
})
afterEach(() => world.close())

/** A run of `first` during which `second` is asked to run too. */
async function together(first: string, second: string) {
  const watched = watchedHost(world.host)
  const other = world.engine()
  let meanwhile: Promise<SyncReport> | undefined
  watched.onUpsert = () => {
    // The time passes while the first run works: it shows life, and the second one sees it.
    world.clock.auto = false
    if (meanwhile) void world.clock.advance(20_000)
    meanwhile ??= other.sync(second)
  }
  const report = await world.engine({ host: watched.host }).sync(first)
  return { report, other: await meanwhile }
}

test('a second run at the same time is skipped, and says so', async () => {
  const { id } = await connected(world)
  const { report, other } = await together(id, id)
  expect(report.outcome).toBe('complete')
  expect(other).toMatchObject({ outcome: 'skipped', changes: 0, requests: 0, errors: [] })
  expect(world.host.state.relations.size).toBe(120)
})

test('two connections of one company take turns', async () => {
  const first = await connected(world)
  const second = await connected(world)
  const { report, other } = await together(first.id, second.id)
  expect([report.outcome, other?.outcome]).toEqual(['complete', 'skipped'])
})

test('a skipped run is no run: it leaves no report behind', async () => {
  const { engine, id } = await connected(world)
  await together(id, id)
  const outcomes = []
  for await (const { outcome } of engine.runs(id)) outcomes.push(outcome)
  expect(outcomes).toEqual(['complete'])
})

test('the lease of a process that died is taken over, after it was seen to lie still', async () => {
  const { engine, id } = await connected(world)
  const scope = `default/pt/${world.company.company_id}`
  const dead = { format: 1, writer: 'x', data: { owner: 'dead', beat: 7 } }
  await world.store.write([{ collection: 'lease', key: `sync/${scope}`, expected: 'absent', value: dead }])
  const before = world.clock.now()
  expect(await engine.sync(id)).toMatchObject({ outcome: 'complete' })
  expect(world.clock.now() - before).toBeGreaterThanOrEqual(90_000)
})

test('how long it is watched is an option', async () => {
  const { id } = await connected(world)
  const scope = `default/pt/${world.company.company_id}`
  const dead = { format: 1, writer: 'x', data: { owner: 'dead', beat: 7 } }
  await world.store.write([{ collection: 'lease', key: `sync/${scope}`, expected: 'absent', value: dead }])
  const before = world.clock.now()
  const engine = world.engine({ takeOverMs: 6_000 })
  expect(await engine.sync(id)).toMatchObject({ outcome: 'complete' })
  const waited = world.clock.now() - before
  expect(waited).toBeGreaterThanOrEqual(6_000)
  expect(waited).toBeLessThan(30_000)
})

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('it may not be %s', (takeOverMs) => {
  expect(() => world.engine({ takeOverMs })).toThrow(/takeOverMs must be a whole number above 0/)
})

test('a finished run gives the lease back, also when it failed', async () => {
  const { engine, id } = await connected(world)
  world.emulator.faults.plan({ on: /getAll|getModifiedSince/, times: Infinity, fault: { kind: 'cut' } })
  expect((await engine.sync(id)).errors).toHaveLength(3)
  world.emulator.faults.clear()
  const before = world.clock.now()
  expect((await engine.sync(id)).outcome).toBe('complete')
  expect(world.clock.now() - before).toBeLessThan(30_000)
})

test('waiting for a lease can be aborted', async () => {
  const { engine, id } = await connected(world)
  const scope = `default/pt/${world.company.company_id}`
  const dead = { format: 1, writer: 'x', data: { owner: 'dead', beat: 7 } }
  await world.store.write([{ collection: 'lease', key: `sync/${scope}`, expected: 'absent', value: dead }])
  world.clock.auto = false
  const stop = new AbortController()
  const run = engine.sync(id, { signal: stop.signal })
  while (world.clock.sleeping === 0) await new Promise((resolve) => setImmediate(resolve))
  stop.abort()
  await expect(run).rejects.toMatchObject({ name: 'AbortError' })
})
