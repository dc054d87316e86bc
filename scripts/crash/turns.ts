import type { FakeClock } from '../../test/support/fake-clock.ts'
import type { Point } from '../../test/support/mortal.ts'
import type { Seeded } from './seeded.ts'

/** Lets several processes take turns, point by point, in an order that the seed decides. */
export interface Turns {
  /** What process `number` waits with before each of its points; it answers what to call when the point is over. */
  turn(process: number): (point: Point) => Promise<() => void>
  /** The process has ended or stopped: nobody waits for it any more. */
  leave(process: number): void
}

export interface TurnsOptions {
  readonly processes: number
  readonly random: Seeded
  /** The time jumps now and then, by up to this many milliseconds. */
  readonly jumps?: { readonly clock: FakeClock; readonly longest: number } | undefined
}

const JUMP_EVERY = 25

export function takeTurns({ processes, random, jumps }: TurnsOptions): Turns {
  let waiting: { readonly process: number; go(): void }[] = []
  const active = new Set(Array.from({ length: processes }, (_, process) => process))
  const busy = new Set<number>()

  /** Chooses when nobody runs: each process waits at a point, or is gone. */
  function choose(): void {
    for (const process of active)
      if (busy.has(process) || !waiting.some((one) => one.process === process)) return
    if (waiting.length === 0) return
    const next = random.pick(waiting)
    waiting = waiting.filter((one) => one !== next)
    busy.add(next.process)
    if (jumps && random.below(JUMP_EVERY) === 0) {
      jumps.clock.advance(random.below(jumps.longest)).then(next.go)
    } else next.go()
  }

  return {
    turn: (process) => () =>
      new Promise((resolve) => {
        const over = () => {
          busy.delete(process)
          choose()
        }
        // Who has left waits for ever.
        if (!active.has(process)) return
        waiting.push({ process, go: () => resolve(over) })
        choose()
      }),
    leave(process) {
      active.delete(process)
      busy.delete(process)
      waiting = waiting.filter((one) => one.process !== process)
      choose()
    },
  }
}
