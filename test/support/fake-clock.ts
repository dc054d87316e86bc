import type { Clock } from '../../src/internal/clock.ts'

export interface FakeClock extends Clock {
  /** Moves time forward and wakes everybody whose time has come, in order. */
  advance(ms: number): Promise<void>
  /** How many sleepers wait. */
  readonly sleeping: number
  /** While true, a wait moves the time itself and returns at once (limits do not): for back-offs nobody looks at. */
  auto: boolean
}

interface Sleeper {
  readonly due: number
  wake(): void
}

/** A clock that only tests move. Starts at `start` (default 2026-03-02T09:00:00Z). */
export function fakeClock(start: string | number = '2026-03-02T09:00:00Z'): FakeClock {
  let now = new Date(start).getTime()
  let sleepers: Sleeper[] = []

  return {
    auto: false,
    now: () => now,
    get sleeping() {
      return sleepers.length
    },
    sleep(ms, signal, purpose) {
      if (signal?.aborted) return Promise.reject(signal.reason)
      if (this.auto && purpose !== 'limit') {
        now += ms
        return new Promise((resolve) => setImmediate(resolve))
      }
      return new Promise((resolve, reject) => {
        const sleeper = { due: now + ms, wake: resolve }
        sleepers.push(sleeper)
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((other) => other !== sleeper)
          reject(signal.reason)
        })
      })
    },
    async advance(ms) {
      const target = now + ms
      for (;;) {
        const next = sleepers.filter(({ due }) => due <= target).sort((a, b) => a.due - b.due)[0]
        if (!next) break
        now = next.due
        sleepers = sleepers.filter((other) => other !== next)
        next.wake()
        await new Promise((resolve) => setImmediate(resolve))
      }
      now = target
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
