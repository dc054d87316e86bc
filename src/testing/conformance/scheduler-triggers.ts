import { holds, same } from './claims.ts'
import { pause, type SchedulerChecks } from './scheduler-stage.ts'

/** Triggers, alone and in crowds. */
export const triggerChecks: SchedulerChecks = {
  async 'a trigger runs soon, with its reason, also without an interval'({
    a,
    b,
    key,
    begin,
    until,
    runsOf,
  }) {
    const k = key()
    await begin(a)
    await b.trigger(k, 'somebody asked')
    await until(() => runsOf(k).length === 1, 'the run')
    same(runsOf(k)[0]?.reason, 'somebody asked', 'the reason')
    await until(() => runsOf(k)[0]?.ended === true, 'its end')
    await a.trigger(k, 'again')
    await until(() => runsOf(k).length === 2, 'the next run')
    same(runsOf(k)[1]?.reason, 'again', 'the reason of the next one')
  },

  async 'triggers that wait become one run'({ a, b, key, begin, until, turns, runsOf }) {
    const k = key()
    for (const reason of ['first', 'second', 'third'])
      await Promise.all([a.trigger(k, reason), b.trigger(k, reason)])
    await begin(a)
    await until(() => runsOf(k).length >= 1, 'the run')
    await turns(2)
    same(runsOf(k).length, 1, 'runs of six triggers that waited')
    holds(
      ['first', 'second', 'third'].includes(runsOf(k)[0]?.reason ?? ''),
      'the reason is that of a trigger',
    )
  },

  async 'while a key runs, any number of triggers give exactly one more run after it'(stage) {
    const { a, b, key, begin, until, turns, runsOf, conduct } = stage
    const k = key()
    conduct(k, 'held')
    await begin(a)
    await begin2(stage)
    await a.trigger(k, 'first')
    await until(() => runsOf(k).length === 1, 'the run')
    for (let more = 0; more < 4; more++) await Promise.all([a.trigger(k, 'more'), b.trigger(k, 'more')])
    await turns(2)
    same(runsOf(k).length, 1, 'runs while the first one runs')
    runsOf(k)[0]?.end()
    await until(() => runsOf(k).length === 2, 'the run after it')
    same(runsOf(k)[1]?.reason, 'more', 'its reason')
    runsOf(k)[1]?.end()
    await turns(2)
    same(runsOf(k).length, 2, 'runs in all')
  },

  async 'a key never runs twice at the same time, whoever asks'(stage) {
    const { a, b, key, intervalMs, begin, until, runsOf, conduct } = stage
    const keys = [key(), key(), key()]
    let most = 0
    for (const k of keys) {
      let now = 0
      conduct(k, async () => {
        most = Math.max(most, ++now)
        await pause(intervalMs / 8)
        now--
      })
    }
    await begin(a)
    await begin2(stage)
    for (const k of keys) await a.every(k, intervalMs)
    for (let round = 0; round < 30; round++) {
      await Promise.all(keys.map((k) => (round % 2 ? a : b).trigger(k, `round ${round}`)))
      await pause(intervalMs / 30)
    }
    await until(() => keys.every((k) => runsOf(k).length >= 3), 'the third run of each key')
    same(most, 1, 'runs of one key at the same time')
  },

  async 'a trigger that comes while a run fails is not lost'({
    a,
    key,
    begin,
    until,
    turns,
    runsOf,
    conduct,
  }) {
    const k = key()
    conduct(k, 'held')
    await begin(a)
    await a.trigger(k, 'first')
    await until(() => runsOf(k).length === 1, 'the run')
    await a.trigger(k, 'second')
    conduct(k, 'quick')
    runsOf(k)[0]?.fail()
    await until(() => runsOf(k).length === 2, 'the run after the failed one')
    await turns(2)
    same(runsOf(k).length, 2, 'runs in all')
  },

  async 'a trigger runs a key that has failed'({ a, key, intervalMs, begin, until, runsOf, conduct }) {
    const k = key()
    conduct(k, 'failing')
    await begin(a)
    await a.every(k, intervalMs * 100_000)
    for (let count = 1; count <= 3; count++) {
      await a.trigger(k, 'try')
      await until(() => runsOf(k).length === count, `run ${count}`)
      await until(() => runsOf(k)[count - 1]?.ended === true, 'its end')
      await pause(intervalMs / 4)
    }
  },

  async 'cancel drops what waits, and what waits behind a run'({
    a,
    b,
    key,
    begin,
    until,
    turns,
    runsOf,
    conduct,
  }) {
    const [waits, runs] = [key(), key()]
    await a.trigger(waits, 'soon')
    await b.cancel(waits)
    conduct(runs, 'held')
    await begin(a)
    await a.trigger(runs, 'first')
    await until(() => runsOf(runs).length === 1, 'the run')
    await a.trigger(runs, 'second')
    await b.cancel(runs)
    runsOf(runs)[0]?.end()
    await turns(2)
    same(runsOf(waits).length, 0, 'runs of a trigger that was cancelled')
    same(runsOf(runs).length, 1, 'runs when the second one was cancelled')
    await a.trigger(runs, 'third')
    await until(() => runsOf(runs).length === 2, 'a trigger after cancel')
    runsOf(runs)[1]?.end()
  },

  async 'a key may be any text'({ a, key, begin, until, runsOf }) {
    const names = ['a', 'A', 'a ', 'a:b:c:d:e:f', '{a}', '../a', 'é😀', '%41', "'; --", 'x'.repeat(180)]
    const keys = names.map((name) => key(name))
    await begin(a)
    for (const k of keys) await a.trigger(k, 'text')
    for (const k of keys)
      await until(() => runsOf(k).length === 1, `the key ${JSON.stringify(k).slice(0, 40)}`)
  },
}

/** Starts the second handle where it is another one. */
async function begin2({ a, b, begin }: Parameters<SchedulerChecks[string]>[0]): Promise<void> {
  if (b !== a) await begin(b)
}
