import { UsageError } from '../errors/index.ts'
import { type Clock, systemClock } from '../internal/clock.ts'
import { checkInterval, offsetOf, pauseAfter } from './pacing.ts'
import type { RunContext, Scheduler } from './ports/scheduler.ts'

export interface IntervalSchedulerOptions {
  readonly clock?: Clock | undefined
  /** Told when a run failed; the schedule goes on, with growing pauses. */
  readonly onError?: ((key: string, error: unknown) => void) | undefined
}

type Run = (key: string, context: RunContext) => Promise<void>

/** A timer cannot wait longer than 2^31 ms at once. */
const LONGEST_SLEEP = 86_400_000

/**
 * A {@link Scheduler} in this process. Each key keeps its own rhythm, moved by a stable offset so that many
 * keys do not all run at once. Keys run beside each other; one key never runs twice at the same time.
 *
 * A key whose run fails is left out by the interval for one, two, four, then eight of its turns; a trigger runs it all the
 * same. A run that rejects because of `stop` is run again by the next `start`.
 */
export function intervalScheduler(options: IntervalSchedulerOptions = {}): Scheduler {
  const { clock = systemClock, onError } = options
  const intervals = new Map<string, { readonly ms: number; readonly offset: number }>()
  const timers = new Map<string, AbortController>()
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, string>()
  const failures = new Map<string, { readonly count: number; readonly until: number }>()
  /** Keys that were cancelled while they ran: nothing of them is left for later. */
  const dropped = new Set<string>()
  /** The last call of `every` for a key: a later one, or a `cancel`, overtakes it. */
  const calls = new Map<string, symbol>()
  let started: { readonly run: Run; readonly stopping: AbortController } | undefined

  function fire(key: string, reason: string): void {
    if (!started) {
      waiting.set(key, waiting.get(key) ?? reason)
    } else if (running.has(key)) {
      waiting.set(key, reason)
    } else {
      running.set(key, execute(key, reason, started))
    }
  }

  async function execute(
    key: string,
    reason: string,
    { run, stopping }: NonNullable<typeof started>,
  ): Promise<void> {
    try {
      await run(key, { signal: stopping.signal, reason })
      failures.delete(key)
    } catch (error) {
      if (!stopping.signal.aborted) fail(key, error)
      else if (!dropped.has(key)) waiting.set(key, waiting.get(key) ?? reason)
    } finally {
      running.delete(key)
      dropped.delete(key)
      const next = waiting.get(key)
      if (next !== undefined && started) {
        waiting.delete(key)
        fire(key, next)
      }
    }
  }

  function fail(key: string, error: unknown): void {
    const interval = intervals.get(key)
    if (interval) {
      const count = (failures.get(key)?.count ?? 0) + 1
      failures.set(key, { count, until: clock.now() + pauseAfter(count, interval.ms) })
    }
    try {
      onError?.(key, error)
    } catch {
      // A listener that fails must not end the schedule.
    }
  }

  /** Waits for the key's next time after `after`: a timer that wakes a moment early must not count twice. */
  function arm(key: string, after = clock.now()): void {
    timers.get(key)?.abort()
    const interval = intervals.get(key)
    if (!started || !interval) return
    const timer = new AbortController()
    timers.set(key, timer)
    const { ms, offset } = interval
    const due = after + ms - ((((after - offset) % ms) + ms) % ms)
    const left = due - clock.now()
    clock.sleep(Math.min(left, LONGEST_SLEEP), timer.signal).then(
      () => {
        if (left > LONGEST_SLEEP) return arm(key, after)
        const paused = (failures.get(key)?.until ?? 0) > clock.now()
        if (!running.has(key) && !paused) fire(key, 'interval')
        arm(key, Math.max(due, clock.now()))
      },
      () => {},
    )
  }

  return {
    async every(key, intervalMs) {
      checkInterval(intervalMs)
      const call = Symbol(key)
      calls.set(key, call)
      const offset = await offsetOf(key, intervalMs)
      if (calls.get(key) !== call) return
      intervals.set(key, { ms: intervalMs, offset })
      arm(key)
    },
    async cancel(key) {
      calls.delete(key)
      intervals.delete(key)
      waiting.delete(key)
      failures.delete(key)
      if (running.has(key)) dropped.add(key)
      timers.get(key)?.abort()
      timers.delete(key)
    },
    async trigger(key, reason) {
      fire(key, reason)
    },
    async start(run) {
      if (started) throw new UsageError('This scheduler runs already.', { code: 'already_started' })
      const stopping = new AbortController()
      const mine = { run, stopping }
      started = mine
      for (const key of intervals.keys()) arm(key)
      for (const [key, reason] of [...waiting]) {
        waiting.delete(key)
        fire(key, reason)
      }
      return async () => {
        if (started === mine) {
          started = undefined
          for (const timer of timers.values()) timer.abort()
          timers.clear()
        }
        stopping.abort(new DOMException('The scheduler was stopped.', 'AbortError'))
        await Promise.all(running.values())
      }
    },
  }
}
