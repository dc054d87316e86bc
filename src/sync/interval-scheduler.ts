import { UsageError } from '../errors/index.ts'
import { type Clock, systemClock } from '../internal/clock.ts'
import { sha256 } from '../internal/hash.ts'
import type { RunContext, Scheduler } from './ports/scheduler.ts'

export interface IntervalSchedulerOptions {
  readonly clock?: Clock | undefined
  /** Told when a run failed; the schedule goes on. */
  readonly onError?: ((key: string, error: unknown) => void) | undefined
}

type Run = (key: string, context: RunContext) => Promise<void>

/**
 * A {@link Scheduler} in this process. Each key keeps its own rhythm, moved by a stable offset so that many
 * keys do not all run at once. Keys run beside each other; one key never runs twice at the same time.
 */
export function intervalScheduler(options: IntervalSchedulerOptions = {}): Scheduler {
  const { clock = systemClock, onError } = options
  const intervals = new Map<string, { readonly ms: number; readonly offset: number }>()
  const timers = new Map<string, AbortController>()
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, string>()
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
    } catch (error) {
      tell(key, error)
    } finally {
      running.delete(key)
      const next = waiting.get(key)
      if (next !== undefined && !stopping.signal.aborted) {
        waiting.delete(key)
        fire(key, next)
      }
    }
  }

  function tell(key: string, error: unknown): void {
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
    clock.sleep(due - clock.now(), timer.signal).then(
      () => {
        if (!running.has(key)) fire(key, 'interval')
        arm(key, Math.max(due, clock.now()))
      },
      () => {},
    )
  }

  return {
    async every(key, intervalMs) {
      if (!(intervalMs > 0))
        throw new UsageError('An interval must be more than 0 ms.', { code: 'invalid_option' })
      const spread = Number.parseInt((await sha256(key)).slice(0, 8), 16) / 0xffffffff
      intervals.set(key, { ms: intervalMs, offset: Math.floor(spread * intervalMs) })
      arm(key)
    },
    async cancel(key) {
      intervals.delete(key)
      waiting.delete(key)
      timers.get(key)?.abort()
      timers.delete(key)
    },
    async trigger(key, reason) {
      fire(key, reason)
    },
    async start(run) {
      if (started) throw new UsageError('This scheduler runs already.', { code: 'already_started' })
      const stopping = new AbortController()
      started = { run, stopping }
      for (const key of intervals.keys()) arm(key)
      for (const [key, reason] of [...waiting]) {
        waiting.delete(key)
        fire(key, reason)
      }
      return async () => {
        started = undefined
        for (const timer of timers.values()) timer.abort()
        timers.clear()
        stopping.abort(new DOMException('The scheduler was stopped.', 'AbortError'))
        await Promise.all(running.values())
      }
    },
  }
}
