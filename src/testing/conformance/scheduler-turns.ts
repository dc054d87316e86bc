import { holds, same, throws } from './claims.ts'
import { pause, type Run, type SchedulerChecks } from './scheduler-stage.ts'

/** Intervals, offsets, failures. */
export const turnChecks: SchedulerChecks = {
  async 'a key has a turn every interval, and is told so'({ a, key, intervalMs, begin, until, runsOf }) {
    const k = key()
    await begin(a)
    await a.every(k, intervalMs)
    await until(() => runsOf(k).length >= 4, 'the fourth turn')
    const [first, , , fourth] = runsOf(k)
    const took = (fourth?.at ?? 0) - (first?.at ?? 0)
    holds(took > 2 * intervalMs, `three intervals take ${Math.round(took)} ms where one is ${intervalMs} ms`)
    for (const { reason, signal } of runsOf(k)) {
      same(reason, 'interval', 'the reason')
      holds(signal instanceof AbortSignal && !signal.aborted, 'a run has a signal that is not aborted')
    }
  },

  async 'what is asked through one handle runs through the other'({
    a,
    b,
    key,
    intervalMs,
    begin,
    until,
    runsOf,
  }) {
    const [k, before] = [key(), key()]
    await b.every(before, intervalMs)
    await begin(a)
    await b.every(k, intervalMs)
    await until(() => runsOf(k).length >= 2 && runsOf(before).length >= 2, 'the second turn')
  },

  async 'an interval that is set again and again neither delays nor doubles the turns'(stage) {
    const { a, b, key, intervalMs, begin, runsOf, until } = stage
    const [k, other] = [key(), key()]
    await begin(a)
    await a.every(other, intervalMs)
    await until(() => runsOf(other).length >= 1, 'a turn')
    const from = runsOf(other).length
    while (runsOf(other).length < from + 5) {
      for (const scheduler of [a, b, a, b]) await scheduler.every(k, intervalMs)
      await pause(intervalMs / 5)
    }
    const count = runsOf(k).length
    holds(count >= 2, `a key has ${count} turns where another has five`)
    holds(count <= 8, `a key has ${count} turns where another has five`)
  },

  async 'an interval that is set again replaces the first'({
    a,
    b,
    key,
    intervalMs,
    begin,
    until,
    turns,
    runsOf,
  }) {
    const [slower, faster] = [key(), key()]
    await begin(a)
    await a.every(slower, intervalMs)
    await a.every(faster, intervalMs * 100_000)
    await until(() => runsOf(slower).length >= 1, 'the first turn')
    await b.every(slower, intervalMs * 100_000)
    await b.every(faster, intervalMs)
    await until(() => runsOf(faster).length >= 2, 'a turn of the shorter interval')
    const before = runsOf(slower).length
    await turns(3)
    same(runsOf(slower).length - before, 0, 'turns of the interval that was replaced')
  },

  async 'the offset of a key outlives a restart, and many keys are spread'(stage) {
    const { a, b, key, begin, until, runsOf } = stage
    const every = stage.intervalMs * 4
    const keys = Array.from({ length: 24 }, () => key())
    const place = (run?: Run) => ((performance.timeOrigin + (run?.at ?? 0)) % every) / every
    const rounds: number[][][] = []
    for (const scheduler of [a, b]) {
      const before = keys.map((k) => runsOf(k).length)
      const stop = await begin(scheduler)
      for (const k of keys) await scheduler.every(k, every)
      // The first turn after a standstill may be one that is late, and on a busy machine so may one of the others.
      const punctual = (k: string, i: number) => runsOf(k).slice((before[i] ?? 0) + 1)
      await until(() => keys.every((k, i) => punctual(k, i).length >= 3), 'four turns of each key')
      await stop()
      rounds.push(keys.map((k, i) => punctual(k, i).map(place)))
    }
    const [first = [], second = []] = rounds
    const stays = (at: number, i: number) => second[i]?.some((other) => distance(at, other) <= 0.2)
    const moved = first.filter((places, i) => !places.some((at) => stays(at, i))).length
    holds(moved <= 6, `${moved} of 24 keys have another offset after a restart`)
    const once = first.map(([at = 0]) => at)
    const near = once.map((at) => once.filter((other) => distance(at, other) < 0.125).length)
    holds(Math.max(...near) < 20, 'keys of one interval do not all run at the same time')
  },

  async 'a turn that comes while the key runs is left out'({
    a,
    key,
    intervalMs,
    begin,
    until,
    turns,
    runsOf,
    conduct,
  }) {
    const k = key()
    conduct(k, 'held')
    await begin(a)
    await a.every(k, intervalMs)
    await until(() => runsOf(k).length === 1, 'the first turn')
    await turns(3)
    same(runsOf(k).length, 1, 'runs of a key that still runs')
    conduct(k, 'quick')
    runsOf(k)[0]?.end()
    await until(() => runsOf(k).length >= 4, 'a later turn')
    const [, second, , fourth] = runsOf(k)
    const took = (fourth?.at ?? 0) - (second?.at ?? 0)
    holds(
      took > intervalMs,
      `turns that were left out are made up for: two more within ${Math.round(took)} ms`,
    )
  },

  async 'one that takes long does not stop the others'({ a, key, begin, until, runsOf, conduct }) {
    const [slow, ...others] = [key('slow'), key(), key()]
    conduct(slow, 'held')
    await begin(a)
    await a.trigger(slow, 'slow')
    await until(() => runsOf(slow).length === 1, 'the slow one')
    for (const k of others) await a.trigger(k, 'quick')
    await until(() => others.every((k) => runsOf(k).some(({ ended }) => ended)), 'a run beside the slow one')
  },

  async 'a failed run does not end the turns, and the pauses grow'(stage) {
    const { a, key, intervalMs, begin, until, runsOf, conduct } = stage
    const k = key()
    conduct(k, 'failing')
    await begin(a)
    await a.every(k, intervalMs)
    await until(() => runsOf(k).length >= 4, 'the fourth run of a key that fails')
    const [first, second, third, fourth] = runsOf(k).map(({ at }) => at)
    const [early, late] = [(second ?? 0) - (first ?? 0), (fourth ?? 0) - (third ?? 0)]
    holds(
      late > early * 1.5,
      `a key that fails is tried as often as before: after ${Math.round(early)} ms and ${Math.round(late)} ms`,
    )
    conduct(k, 'quick')
    await until(() => runsOf(k).length >= 5, 'a run after the failures')
    const mark = runsOf(k).length
    const other = key()
    await a.every(other, intervalMs)
    await until(() => runsOf(k).length >= mark + 2, 'the turns after a run that went well')
    const turns = runsOf(other).length
    holds(turns < 6, `after a run that went well, two turns take ${turns} intervals`)
  },

  async 'an interval that is no time is refused'({ a, key }) {
    for (const ms of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      await throws(() => a.every(key(), ms), `an interval of ${ms} ms`)
    }
  },

  async 'cancel ends the turns of a key, and of no other'({
    a,
    b,
    key,
    intervalMs,
    begin,
    until,
    turns,
    runsOf,
  }) {
    const [k, other] = [key(), key()]
    await begin(a)
    await a.every(k, intervalMs)
    await a.every(other, intervalMs)
    await until(() => runsOf(k).length >= 1, 'the first turn')
    await b.cancel(k)
    await turns(1)
    const [before, others] = [runsOf(k).length, runsOf(other).length]
    await turns(3)
    same(runsOf(k).length - before, 0, 'turns after cancel')
    holds(runsOf(other).length > others, 'the other key goes on')
    await a.cancel(k)
    await a.cancel(key('never seen'))
    await a.every(k, intervalMs)
    await until(() => runsOf(k).length > before, 'a turn after the key was set again')
  },
}

const distance = (one: number, other: number) => {
  const apart = Math.abs(one - other)
  return Math.min(apart, 1 - apart)
}
