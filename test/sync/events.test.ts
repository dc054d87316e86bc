import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EngineEvent, ProgressEvent } from '../../src/sync/index.ts'
import { connected, openWorld, type World } from '../support/engine.ts'

let world: World
beforeEach(() => {
  world = openWorld({ customers: 120, products: 60 })
})
afterEach(() => world.close())

const rises = (values: readonly number[]) =>
  values.every((value, i) => i === 0 || value >= (values[i - 1] ?? 0))

test('progress counts rise to the total of each stream', async () => {
  const seen: ProgressEvent[] = []
  const { engine, id } = await connected(world)
  await engine.sync(id, { onProgress: (event) => seen.push(event) })
  for (const [part, total] of [
    ['customers', 120],
    ['products', 60],
  ] as const) {
    const mine = seen.filter((event) => event.part === part)
    expect(mine.every((event) => event.total === total && event.connectionId === id)).toBe(true)
    expect(rises(mine.map(({ done }) => done))).toBe(true)
    expect(mine.at(-1)?.done).toBe(total)
  }
  expect(seen.filter(({ part }) => part === 'users').at(-1)?.done).toBe(3)
})

test('a run that goes on begins where it was', async () => {
  const { engine, id } = await connected(world)
  world.emulator.faults.plan({ on: 'customers/getAll', nth: 3, times: Infinity, fault: { kind: 'cut' } })
  await engine.sync(id)
  world.emulator.faults.clear()
  const seen: ProgressEvent[] = []
  await engine.sync(id, { onProgress: (event) => seen.push(event) })
  expect(seen.filter(({ part }) => part === 'customers').map(({ done, total }) => [done, total])).toEqual([
    [120, 120],
  ])
})

test('the listener of the engine hears progress and the finished run; the one of a call only progress', async () => {
  const all: EngineEvent[] = []
  const progress: EngineEvent[] = []
  const { engine, id } = await connected(world, {}, world.engine({ on: (event) => all.push(event) }))
  const report = await engine.sync(id, { onProgress: (event) => progress.push(event) })
  expect(all.at(-1)).toEqual({ type: 'run', connectionId: id, report })
  expect(progress).toEqual(all.filter(({ type }) => type === 'progress'))
})

test.each([
  [
    'throws',
    () => {
      throw new Error('the bar is broken')
    },
  ],
  [
    'rejects',
    async () => {
      throw new Error('the bar is broken')
    },
  ],
])('a listener that %s changes nothing and is logged', async (_name, listener) => {
  const logged: string[] = []
  const log = (message: string) => void logged.push(message)
  const logger = { debug: log, info: log, warn: log, error: log }
  const { id } = await connected(world)
  const own = world.engine({ on: listener, logger })
  expect(await own.sync(id, { onProgress: listener })).toMatchObject({ outcome: 'complete', errors: [] })
  expect(world.host.state.relations.size).toBe(120)
  expect(logged).toContain('the event listener failed')
})

test('reports of past runs come newest first', async () => {
  const { engine, id } = await connected(world)
  for (let run = 0; run < 3; run++) {
    await engine.sync(id)
    await world.clock.advance(900_000)
  }
  const started: string[] = []
  for await (const report of engine.runs(id)) started.push(report.startedAt)
  expect(started).toHaveLength(3)
  expect([...started].sort().reverse()).toEqual(started)
})

test('reports older than ninety days are not kept for ever', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  for (let week = 0; week < 14; week++) {
    await world.clock.advance(7 * 86_400_000)
    await engine.sync(id)
  }
  const runs: string[] = []
  for await (const { startedAt } of engine.runs(id)) runs.push(startedAt)
  expect(runs).toHaveLength(13)
})
