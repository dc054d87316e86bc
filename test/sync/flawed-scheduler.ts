import { createHash } from 'node:crypto'
import type { Scheduler } from 'moloni-sdk'

/** What a scheduler can get wrong; `none` keeps every rule. */
export type Flaw =
  | 'none'
  | 'the reason of a turn is empty'
  | 'offsets are drawn anew'
  | 'all keys have one offset'
  | 'setting an interval again begins it anew'
  | 'setting an interval again adds another'
  | 'the first interval stays'
  | 'turns that are missed are made up for'
  | 'one key at a time'
  | 'a failure ends the turns'
  | 'failures are tried as often as before'
  | 'failures are never forgotten'
  | 'any interval will do'
  | 'cancel does nothing'
  | 'cancel keeps what waits'
  | 'the reason of a trigger is lost'
  | 'each trigger that waits is a run'
  | 'each trigger behind a run is a run'
  | 'triggers behind a run are lost'
  | 'triggers behind a run that fails are lost'
  | 'a failed key hears no trigger'
  | 'runs of a key overlap'
  | 'keys are compared without case'
  | 'the signal is never aborted'
  | 'stop does not wait'
  | 'triggers run after stop'
  | 'what stop cuts short is lost'
  | 'what stop tells is run again'
  | 'what waits at stop is lost'
  | 'intervals are lost at stop'
  | 'long keys are refused'

interface Entry {
  readonly key: string
  interval?: { readonly ms: number; readonly offset: number } | undefined
  readonly timers: Set<NodeJS.Timeout>
  running: number
  readonly waiting: string[]
  failures: number
  until: number
}

/** A plain scheduler on timers, with one thing wrong. */
export function flawedScheduler(flaw: Flaw): Scheduler {
  const is = (one: Flaw) => one === flaw
  const entries = new Map<string, Entry>()
  const all = new Set<Promise<void>>()
  let work: Parameters<Scheduler['start']>[0] | undefined
  let stopping = new AbortController()
  let busy = 0

  function entryOf(name: string): Entry {
    const key = is('keys are compared without case') ? name.toLowerCase() : name
    const entry = entries.get(key) ?? {
      key,
      timers: new Set(),
      running: 0,
      waiting: [],
      failures: 0,
      until: 0,
    }
    entries.set(key, entry)
    return entry
  }

  function disarm(entry: Entry): void {
    for (const timer of entry.timers) clearTimeout(timer)
    entry.timers.clear()
  }

  function arm(entry: Entry, anew = false, after = Date.now()): void {
    if (!work || !entry.interval) return
    const { ms, offset } = entry.interval
    const due = after + ms - ((after - offset) % ms)
    const timer = setTimeout(
      () => {
        entry.timers.delete(timer)
        if (Date.now() >= entry.until) turn(entry)
        arm(entry, false, Math.max(due, Date.now()))
      },
      anew ? ms : due - Date.now(),
    )
    entry.timers.add(timer)
  }

  function turn(entry: Entry): void {
    if (entry.running === 0) go(entry, is('the reason of a turn is empty') ? '' : 'interval')
    else if (is('turns that are missed are made up for')) entry.waiting.push('interval')
  }

  function go(entry: Entry, reason: string): void {
    const held = entry.running > 0 && !is('runs of a key overlap')
    if (!work || held || (is('one key at a time') && busy > 0)) {
      if (held && is('triggers behind a run are lost')) return
      const collapses = !is(held ? 'each trigger behind a run is a run' : 'each trigger that waits is a run')
      if (collapses) entry.waiting.length = 0
      entry.waiting.push(reason)
      return
    }
    const run = execute(entry, reason, work, stopping.signal)
    all.add(run)
    run.finally(() => all.delete(run))
  }

  async function execute(entry: Entry, reason: string, run: NonNullable<typeof work>, signal: AbortSignal) {
    entry.running++
    busy++
    const shown = is('the signal is never aborted') ? new AbortController().signal : signal
    const lost = is('the reason of a trigger is lost') && reason !== 'interval'
    let again = false
    try {
      await run(entry.key, { signal: shown, reason: lost ? 'trigger' : reason })
      if (is('failures are never forgotten')) leaveAlone(entry)
      else entry.failures = 0
      again = signal.aborted && is('what stop tells is run again')
    } catch {
      again = signal.aborted && !is('what stop cuts short is lost')
      if (!signal.aborted) fail(entry)
    } finally {
      entry.running--
      busy--
      if (again && entry.waiting.length === 0) entry.waiting.push(reason)
    }
    if (work && !signal.aborted) wake()
  }

  function fail(entry: Entry): void {
    if (is('triggers behind a run that fails are lost')) entry.waiting.length = 0
    if (is('a failure ends the turns')) entry.interval = undefined
    entry.failures = Math.min(entry.failures + 1, 4)
    leaveAlone(entry)
  }

  function leaveAlone(entry: Entry): void {
    const pauses = is('failures are tried as often as before')
      ? 0.5
      : Math.max(0, 2 ** (entry.failures - 1) - 0.5)
    entry.until = Date.now() + (entry.interval?.ms ?? 0) * pauses
  }

  function wake(): void {
    for (const entry of entries.values()) {
      if (entry.running > 0) continue
      const next = entry.waiting.shift()
      if (next !== undefined) go(entry, next)
    }
  }

  return {
    async every(key, ms) {
      if (!(ms > 0 && Number.isFinite(ms)) && !is('any interval will do')) throw new Error('no interval')
      if (is('long keys are refused') && key.length > 100) throw new Error('too long')
      const entry = entryOf(key)
      if (entry.interval && is('the first interval stays')) return
      const share = Number.parseInt(createHash('sha1').update(key).digest('hex').slice(0, 8), 16) / 2 ** 32
      const drawn = is('offsets are drawn anew') ? Math.random() : share
      entry.interval = { ms, offset: is('all keys have one offset') ? 0 : drawn * ms }
      if (!is('setting an interval again adds another')) disarm(entry)
      arm(entry, is('setting an interval again begins it anew'))
    },
    async cancel(key) {
      const entry = entryOf(key)
      if (is('cancel does nothing')) return
      disarm(entry)
      entry.interval = undefined
      if (!is('cancel keeps what waits')) entry.waiting.length = 0
    },
    async trigger(key, reason) {
      if (is('long keys are refused') && key.length > 100) throw new Error('too long')
      const entry = entryOf(key)
      if (is('a failed key hears no trigger') && entry.failures > 0) return
      go(entry, reason)
    },
    async start(run) {
      work = run
      stopping = new AbortController()
      for (const entry of entries.values()) arm(entry)
      wake()
      return async () => {
        if (!is('triggers run after stop')) work = undefined
        for (const entry of entries.values()) {
          disarm(entry)
          if (is('what waits at stop is lost')) entry.waiting.length = 0
          if (is('intervals are lost at stop')) entry.interval = undefined
        }
        stopping.abort()
        if (!is('stop does not wait')) await Promise.all(all)
      }
    },
  }
}
