import type { CrashFault } from '../fault.ts'

/** What happens to processes, their store and their login. */
export const processFaults: readonly CrashFault[] = [
  { name: 'none', title: 'nothing but the stop', strikes: 'stops' },
  {
    name: 'expired',
    title: 'the token has expired: the run begins with a refresh',
    strikes: 'stops',
    ownCourse: true,
    arrange: ({ clock }) => void clock.advance(2 * 3_600_000),
  },
  {
    name: 'backup',
    title: 'the store is restored from an older backup',
    strikes: 'points',
  },
  { name: 'two', title: 'two engines at once', strikes: 'seeds', engines: 2, withoutLeases: true },
  {
    name: 'twoSlow',
    title: 'two engines at once, and the time jumps',
    strikes: 'seeds',
    engines: 2,
    withoutLeases: true,
    slow: true,
  },
]
