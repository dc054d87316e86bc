import { intervalScheduler } from 'moloni-sdk'
import { expect, test } from 'vitest'
import { fakeClock } from '../support/fake-clock.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** A scheduler on a clock of its own, with the hours at which a key ran since the first time. */
function scene(outcome: () => Promise<void>) {
  const clock = fakeClock()
  const scheduler = intervalScheduler({ clock })
  const runs: number[] = []
  const run = async () => {
    runs.push(clock.now())
    await outcome()
  }
  const hours = () => runs.map((at) => (at - (runs[0] ?? 0)) / HOUR)
  const pass = async (ms: number) => {
    for (const end = clock.now() + ms; clock.now() < end; await settled()) await clock.advance(HOUR)
  }
  return { clock, scheduler, run, runs, hours, pass }
}

test('a key that fails is left alone for one, two, four, then always eight turns', async () => {
  const { scheduler, run, hours, pass } = scene(() => Promise.reject(new Error('down')))
  await scheduler.start(run)
  await scheduler.every('k', HOUR)
  await pass(33 * HOUR)
  expect(hours()).toEqual([0, 1, 3, 7, 15, 23, 31])
})

test('after a run that goes well it is as before', async () => {
  let down = true
  const { scheduler, run, hours, pass } = scene(async () => {
    if (down) throw new Error('down')
  })
  await scheduler.start(run)
  await scheduler.every('k', HOUR)
  await pass(4 * HOUR)
  down = false
  await pass(8 * HOUR)
  expect(hours()).toEqual([0, 1, 3, 7, 8, 9, 10, 11])
})

test('failures of a key without an interval, or of one that was cancelled, count for nothing', async () => {
  const { scheduler, run, runs, hours, pass } = scene(() => Promise.reject(new Error('down')))
  await scheduler.start(run)
  for (let round = 0; round < 3; round++) {
    await scheduler.trigger('k', 'try')
    await settled()
  }
  await scheduler.every('k', HOUR)
  await pass(2 * HOUR)
  await scheduler.cancel('k')
  await scheduler.every('k', HOUR)
  runs.length = 0
  await pass(2 * HOUR)
  expect(hours()).toEqual([0, 1])
})

test('an interval may be longer than a timer can wait', async () => {
  const { scheduler, run, runs, pass } = scene(async () => {})
  await scheduler.start(run)
  await scheduler.every('k', 40 * DAY)
  await pass(80 * DAY)
  expect(runs).toHaveLength(2)
  expect((runs[1] ?? 0) - (runs[0] ?? 0)).toBe(40 * DAY)
})

test('a cancel overtakes an interval that was set just before it', async () => {
  const { scheduler, run, runs, pass } = scene(async () => {})
  await scheduler.start(run)
  await Promise.all([scheduler.every('k', HOUR), scheduler.cancel('k')])
  await pass(3 * HOUR)
  expect(runs).toEqual([])
})

test('of two intervals that are set at once, the later one counts', async () => {
  const { scheduler, run, runs, pass } = scene(async () => {})
  await scheduler.start(run)
  await Promise.all([scheduler.every('k', HOUR), scheduler.every('k', 4 * HOUR)])
  await pass(8 * HOUR)
  expect(runs).toHaveLength(2)
})

test('a run that was cancelled is not handed back at stop', async () => {
  const runs: string[] = []
  const scheduler = intervalScheduler({ clock: fakeClock() })
  const untilTold = (key: string, { signal }: { signal: AbortSignal }) => {
    runs.push(key)
    return new Promise<void>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  }
  const stop = await scheduler.start(untilTold)
  for (const key of ['kept', 'cancelled']) await scheduler.trigger(key, 'work')
  await scheduler.cancel('cancelled')
  await stop()
  const again = await scheduler.start(untilTold)
  await settled()
  expect(runs).toEqual(['kept', 'cancelled', 'kept'])
  await again()
})

test('an old stop does not end a later start', async () => {
  const { scheduler, run, runs, pass } = scene(async () => {})
  const stop = await scheduler.start(run)
  await scheduler.every('k', HOUR)
  await stop()
  await scheduler.start(run)
  await stop()
  await pass(2 * HOUR)
  expect(runs).toHaveLength(2)
})
