import { holds, same } from './claims.ts'
import { pause, type Run, type SchedulerChecks } from './scheduler-stage.ts'

/** Begin and end. */
export const stopChecks: SchedulerChecks = {
  async 'stop aborts the signal and waits for the run; nothing runs afterwards'(stage) {
    const { a, key, intervalMs, begin, until, runsOf, conduct } = stage
    const [k, other] = [key(), key()]
    conduct(k, 'held')
    const stop = await begin(a)
    await a.every(other, intervalMs)
    await a.trigger(k, 'run')
    await until(() => runsOf(k).length === 1 && runsOf(other).length >= 1, 'the run')
    let stopped = false
    const stopping = stop().then(() => {
      stopped = true
    })
    await until(() => runsOf(k)[0]?.signal.aborted === true, 'the abort of the signal')
    await pause(intervalMs)
    holds(!stopped, 'stop waits for what is running')
    runsOf(k)[0]?.end()
    await stopping
    const before = runsOf(other).length
    await a.trigger(k, 'too late')
    await pause(intervalMs * 3)
    same([runsOf(k).length, runsOf(other).length], [1, before], 'runs after stop')
  },

  async 'a run that stop has cut short is run again by the next start'(stage) {
    const { a, b, key, begin, until, turns, runsOf, conduct } = stage
    const k = key()
    conduct(k, cutShort)
    const stop = await begin(a)
    await a.trigger(k, 'work')
    await until(() => runsOf(k).length === 1, 'the run')
    await stop()
    conduct(k, 'quick')
    await begin(b)
    await until(() => runsOf(k).length === 2, 'the run that was handed back')
    await turns(2)
    same(runsOf(k).length, 2, 'runs in all')
  },

  async 'a run that ends well at stop is done'({ a, b, key, begin, until, turns, runsOf, conduct }) {
    const k = key()
    conduct(k, (run) => cutShort(run).catch(() => {}))
    const stop = await begin(a)
    await a.trigger(k, 'work')
    await until(() => runsOf(k).length === 1, 'the run')
    await stop()
    await begin(b)
    await turns(2)
    same(runsOf(k).length, 1, 'runs')
  },

  async 'what waits at stop is run by the next start, once'({
    a,
    b,
    key,
    begin,
    until,
    turns,
    runsOf,
    conduct,
  }) {
    const [k, later] = [key(), key()]
    conduct(k, 'held')
    const stop = await begin(a)
    await a.trigger(k, 'first')
    await until(() => runsOf(k).length === 1, 'the run')
    await a.trigger(k, 'second')
    const stopping = stop()
    runsOf(k)[0]?.end()
    await stopping
    await a.trigger(later, 'while nobody runs')
    same(runsOf(k).length, 1, 'runs before the next start')
    conduct(k, 'quick')
    await begin(b)
    await until(() => runsOf(k).length === 2 && runsOf(later).length === 1, 'what waited')
    await turns(2)
    same([runsOf(k).length, runsOf(later).length], [2, 1], 'runs in all')
  },

  async 'intervals outlive a stop'({ a, key, intervalMs, begin, until, runsOf }) {
    const k = key()
    await a.every(k, intervalMs)
    for (let round = 0; round < 2; round++) {
      const before = runsOf(k).length
      const stop = await begin(a)
      await until(() => runsOf(k).length >= before + 2, 'a turn')
      await stop()
    }
  },
}

/** Works until it is told to stop, and then gives up. */
function cutShort({ signal }: Run): Promise<void> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}
