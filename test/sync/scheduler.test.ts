import { afterEach, describe, expect, test } from 'vitest'
import { intervalScheduler, type RunContext, type Scheduler } from '../../src/sync/index.ts'
import { connected, openWorld, type World } from '../support/engine.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { change } from '../support/moloni-rows.ts'

const MINUTE = 60_000
const QUARTER = 15 * MINUTE

const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** A scheduler with a clock of its own, whose runs end when the test says so. */
function scene() {
  const clock = fakeClock()
  const errors: [string, unknown][] = []
  const scheduler = intervalScheduler({ clock, onError: (key, error) => errors.push([key, error]) })
  const runs: { key: string; context: RunContext; at: number; end(error?: Error): void }[] = []
  const run = (key: string, context: RunContext) =>
    new Promise<void>((resolve, reject) => {
      runs.push({ key, context, at: clock.now(), end: (error) => (error ? reject(error) : resolve()) })
    })
  const endAll = async () => {
    for (const { end } of runs) end()
    await settled()
  }
  return { clock, scheduler, runs, run, errors, endAll }
}

describe('the interval scheduler', () => {
  test('runs a key once an interval, at the same offset every time', async () => {
    const { clock, scheduler, runs, run, endAll } = scene()
    await scheduler.start(run)
    await scheduler.every('a', QUARTER)
    for (let step = 0; step < 4; step++) {
      await clock.advance(QUARTER)
      await endAll()
    }
    expect(runs).toHaveLength(4)
    expect(new Set(runs.map(({ at }) => at % QUARTER)).size).toBe(1)
    expect(runs[0]?.context.reason).toBe('interval')
  })

  test('keeps the offset of a key over restarts, and spreads the keys', async () => {
    const offsets = new Map<string, number>()
    for (let round = 0; round < 2; round++) {
      const { clock, scheduler, runs, run } = scene()
      await scheduler.start(run)
      for (let key = 0; key < 30; key++) await scheduler.every(`key-${key}`, QUARTER)
      await clock.advance(QUARTER)
      for (const { key, at } of runs) {
        expect(offsets.get(key) ?? at % QUARTER).toBe(at % QUARTER)
        offsets.set(key, at % QUARTER)
      }
    }
    expect(offsets.size).toBe(30)
    expect(new Set([...offsets.values()].map((offset) => Math.floor(offset / MINUTE))).size).toBeGreaterThan(
      8,
    )
  })

  test('a timer that wakes a moment too early does not run a key twice', async () => {
    const { clock, runs, run } = scene()
    const hasty = {
      ...clock,
      now: () => clock.now(),
      sleep: (ms: number, signal?: AbortSignal) => clock.sleep(Math.max(0, ms - 1), signal),
    }
    const scheduler = intervalScheduler({ clock: hasty })
    await scheduler.start(async (key, context) => void run(key, context))
    await scheduler.every('a', QUARTER)
    await clock.advance(QUARTER - 10)
    await clock.advance(20)
    expect(runs).toHaveLength(1)
  })

  test('a trigger runs soon; triggers that wait collapse into one', async () => {
    const { scheduler, runs, run } = scene()
    await scheduler.trigger('a', 'first')
    await scheduler.trigger('a', 'second')
    await scheduler.start(run)
    await settled()
    expect(runs.map(({ key }) => key)).toEqual(['a'])
  })

  test('while one runs, any number of triggers give exactly one more run after it', async () => {
    const { scheduler, runs, run } = scene()
    await scheduler.start(run)
    await scheduler.trigger('a', 'first')
    for (let more = 0; more < 5; more++) await scheduler.trigger('a', 'more')
    await settled()
    expect(runs).toHaveLength(1)
    runs[0]?.end()
    await settled()
    expect(runs).toHaveLength(2)
    runs[1]?.end()
    await settled()
    expect(runs).toHaveLength(2)
  })

  test('an interval that comes while a key runs is left out', async () => {
    const { clock, scheduler, runs, run, endAll } = scene()
    await scheduler.start(run)
    await scheduler.every('a', QUARTER)
    await clock.advance(3 * QUARTER)
    expect(runs).toHaveLength(1)
    await endAll()
    expect(runs).toHaveLength(1)
    await clock.advance(QUARTER)
    expect(runs).toHaveLength(2)
  })

  test('keys run beside each other', async () => {
    const { scheduler, runs, run } = scene()
    await scheduler.start(run)
    await scheduler.trigger('a', 'x')
    await scheduler.trigger('b', 'x')
    await settled()
    expect(runs.map(({ key }) => key).sort()).toEqual(['a', 'b'])
  })

  test('a run that fails is told and the schedule goes on', async () => {
    const { clock, scheduler, runs, run, errors } = scene()
    await scheduler.start(run)
    await scheduler.every('a', QUARTER)
    await clock.advance(QUARTER)
    runs[0]?.end(new Error('broken'))
    await settled()
    expect(errors).toMatchObject([['a', { message: 'broken' }]])
    await clock.advance(QUARTER)
    expect(runs).toHaveLength(2)
  })

  test('a listener for failures that fails itself stops nothing', async () => {
    const { clock, runs, run } = scene()
    const scheduler = intervalScheduler({
      clock,
      onError() {
        throw new Error('the listener is broken too')
      },
    })
    const stop = await scheduler.start(run)
    await scheduler.trigger('a', 'x')
    await settled()
    runs[0]?.end(new Error('broken'))
    await settled()
    await scheduler.trigger('a', 'x')
    await settled()
    expect(runs).toHaveLength(2)
    runs[1]?.end()
    await stop()
  })

  test('cancel takes a key off, also what waits of it', async () => {
    const { clock, scheduler, runs, run, endAll } = scene()
    await scheduler.start(run)
    await scheduler.every('a', QUARTER)
    await scheduler.trigger('a', 'x')
    await scheduler.trigger('a', 'y')
    await settled()
    await scheduler.cancel('a')
    await endAll()
    await clock.advance(4 * QUARTER)
    expect(runs).toHaveLength(1)
    await scheduler.cancel('never seen')
  })

  test('an interval given again replaces the first', async () => {
    const { clock, scheduler, runs, run, endAll } = scene()
    await scheduler.start(run)
    await scheduler.every('a', MINUTE)
    await scheduler.every('a', QUARTER)
    for (let step = 0; step < 15; step++) {
      await clock.advance(MINUTE)
      await endAll()
    }
    expect(runs).toHaveLength(1)
  })

  test('stop tells the runs, waits for them, and nothing runs afterwards', async () => {
    const { clock, scheduler, runs, run } = scene()
    const stop = await scheduler.start(run)
    await scheduler.every('a', QUARTER)
    await scheduler.trigger('b', 'x')
    await settled()
    let stopped = false
    const stopping = stop().then(() => {
      stopped = true
    })
    await settled()
    expect(runs[0]?.context.signal.aborted).toBe(true)
    expect(stopped).toBe(false)
    runs[0]?.end()
    await stopping
    await clock.advance(3 * QUARTER)
    expect(runs).toHaveLength(1)
    expect(clock.sleeping).toBe(0)
  })

  test('it can be started again, and keeps its intervals', async () => {
    const { clock, scheduler, runs, run } = scene()
    await scheduler.every('a', QUARTER)
    await (await scheduler.start(run))()
    await scheduler.start(run)
    await clock.advance(QUARTER)
    expect(runs).toHaveLength(1)
    await expect(scheduler.start(run)).rejects.toMatchObject({ code: 'already_started' })
  })

  test.each([0, -1, Number.NaN])('an interval of %d is refused', async (ms) => {
    await expect(scene().scheduler.every('a', ms)).rejects.toMatchObject({ code: 'invalid_option' })
  })
})

describe('the engine on a scheduler', () => {
  let world: World
  afterEach(() => world.close())

  /** A scheduler that notes what it is told and runs when the test says so. */
  function noted() {
    const told: string[] = []
    let work: Parameters<Scheduler['start']>[0] | undefined
    const scheduler: Scheduler = {
      every: async (key, ms) => void told.push(`every ${key} ${ms}`),
      cancel: async (key) => void told.push(`cancel ${key}`),
      trigger: async (key) => void told.push(`trigger ${key}`),
      async start(run) {
        work = run
        return async () => void told.push('stopped')
      },
    }
    const run = (key: string, signal = new AbortController().signal) =>
      work?.(key, { signal, reason: 'interval' })
    return { scheduler, told, run }
  }

  test('without a scheduler there is nothing to start', async () => {
    world = openWorld({ customers: 2, products: 2 })
    await expect(world.engine().start()).rejects.toMatchObject({ code: 'missing_option' })
    await world.engine().stop()
  })

  test('hands over what is there and what is connected later, every 15 minutes unless told otherwise', async () => {
    world = openWorld({ customers: 2, products: 2 })
    const { scheduler, told } = noted()
    const engine = world.engine({ scheduler })
    const first = await connected(world, {}, engine)
    await engine.connect({ platform: 'pt' })
    expect(told).toEqual([])
    await engine.start()
    expect(told).toEqual([`every ${first.id} ${QUARTER}`])
    const second = await connected(world, {}, engine)
    expect(told.at(-1)).toBe(`every ${second.id} ${QUARTER}`)
    await engine.disconnect(second.id)
    expect(told.at(-1)).toBe(`cancel ${second.id}`)
    await engine.stop()
    expect(told.at(-1)).toBe('stopped')

    const faster = noted()
    await world.engine({ scheduler: faster.scheduler, intervalMs: 5 * MINUTE }).start()
    expect(faster.told).toEqual([`every ${first.id} ${5 * MINUTE}`])
  })

  /** A connection, and copies of it under other ids. */
  async function manyConnected(copies: number) {
    const { id } = await connected(world)
    const [record] = await world.store.read('connection', [id])
    if (!record) throw new Error('The connection is not in the store.')
    const keys = [id, ...Array.from({ length: copies }, (_, i) => `copy-${i}`)]
    const changes = keys.slice(1).map((key) => ({
      collection: 'connection',
      key,
      expected: 'absent' as const,
      value: JSON.parse(JSON.stringify(record.value).replaceAll(id, key)),
    }))
    expect((await world.store.write(changes)).every(Boolean)).toBe(true)
    return keys
  }

  test('hands many over at the same time, though not all', async () => {
    world = openWorld({ customers: 2, products: 2 })
    const keys = await manyConnected(119)
    const { scheduler } = noted()
    const given: string[] = []
    let [busy, most] = [0, 0]
    const every = async (key: string) => {
      most = Math.max(most, ++busy)
      await settled()
      given.push(key)
      busy--
    }
    await world.engine({ scheduler: { ...scheduler, every } }).start()
    expect(given.sort()).toEqual([...keys].sort())
    expect(most).toBeGreaterThan(10)
    expect(most).toBeLessThanOrEqual(50)
  })

  test('a stop while it starts hands nothing more over, and what has begun is stopped', async () => {
    world = openWorld({ customers: 2, products: 2 })
    await manyConnected(119)
    const { scheduler, told } = noted()
    const slow = {
      ...scheduler,
      async every(key: string, ms: number) {
        await settled()
        await scheduler.every(key, ms)
      },
    }
    const engine = world.engine({ scheduler: slow })
    const starting = engine.start()
    await settled()
    await engine.stop()
    expect(told.at(-1)).toBe('stopped')
    expect(told.length).toBeLessThan(120)
    await starting
    expect(told.at(-1)).toBe('stopped')
  })

  test('a start that fails leaves nothing running, and may be tried again', async () => {
    world = openWorld({ customers: 2, products: 2 })
    const { id } = await connected(world)
    const { scheduler, told } = noted()
    let broken = true
    const every = async (key: string, ms: number) => {
      if (broken) throw new Error('Redis is away')
      await scheduler.every(key, ms)
    }
    const engine = world.engine({ scheduler: { ...scheduler, every } })
    await expect(engine.start()).rejects.toThrow('Redis is away')
    expect(told).toEqual(['stopped'])
    broken = false
    await engine.start()
    expect(told).toEqual(['stopped', `every ${id} ${QUARTER}`])
    await engine.start()
    expect(told).toHaveLength(2)
  })

  test('runs connections in their turn, and leaves those alone that wait for a person', async () => {
    world = openWorld({ customers: 12, products: 2 })
    const { scheduler, run } = noted()
    const engine = world.engine({ scheduler })
    const { id } = await connected(world, {}, engine)
    await engine.start()
    await run(id)
    expect(world.host.state.relations.size).toBe(12)
    await engine.disconnect(id)
    const mark = world.emulator.requests.length
    await run(id)
    expect(world.emulator.requests.length).toBe(mark)
  })

  test('a real schedule imports what changes, and stop waits for the run', async () => {
    world = openWorld({ customers: 12, products: 2 })
    const { id } = await connected(world)
    world.clock.auto = false
    const engine = world.engine({ scheduler: intervalScheduler({ clock: world.clock }) })
    await engine.start()
    await pass()
    expect(world.host.state.relations.size).toBe(12)
    change(world, world.company.customers[4], { name: 'Changed' })
    await pass()
    expect(world.host.state.relations.get(String(world.company.customers[4]?.number))?.record.name).toBe(
      'Changed',
    )
    await engine.stop()
    const runs = []
    for await (const { outcome } of engine.runs(id)) runs.push(outcome)
    expect(runs).toEqual(['complete', 'complete'])
  })

  /** A quarter of an hour, with the run that it brings. */
  async function pass() {
    const before = await finished()
    await world.clock.advance(QUARTER)
    while ((await finished()) === before) await new Promise((resolve) => setImmediate(resolve))
    await settled()
  }
  const finished = async () => (await world.store.scan('run', { by: 'key', limit: 100 })).records.length
})
