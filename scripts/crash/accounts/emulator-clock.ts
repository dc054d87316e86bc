import type { Clock } from '../../../src/internal/clock.ts'
import type { EmulatorClock } from '../../../src/testing/index.ts'

/** A clock for an emulator that outlives the clock it follows. Its waits pass only when somebody moves the time. */
export function emulatorClock(first: Clock): EmulatorClock & { follow(clock: Clock): void } {
  let clock = first
  return {
    now: () => clock.now(),
    sleep: (ms, signal) => clock.sleep(ms, signal, 'limit'),
    follow(next) {
      clock = next
    },
  }
}
