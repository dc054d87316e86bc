import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../../../src/internal/clock.ts'

/** When a fast clock began, and how many times faster than the machine's it goes. */
interface Pace {
  /** Machine time, ms. */
  readonly origin: number
  /** What the clock showed then. */
  readonly start: number
  readonly speed: number
}

/** The machine's clock, faster. Processes with the same pace agree on the time. */
export function fastClock({ origin, start, speed }: Pace): Clock {
  return {
    now: () => Math.round(start + (Date.now() - origin) * speed),
    async sleep(ms, signal) {
      try {
        await pause(ms / speed, undefined, { signal })
      } catch {
        throw signal?.reason
      }
    },
  }
}
