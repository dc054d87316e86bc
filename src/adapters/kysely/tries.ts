import type { Clock } from '../../internal/clock.ts'
import type { Random } from '../../internal/random.ts'
import { failureOf } from './failure.ts'

export interface TryOptions {
  readonly clock: Clock
  readonly random: Random
  readonly signal?: AbortSignal | undefined
  /** Whether an error goes away by itself. */
  readonly passes: (error: unknown) => boolean
}

const TRIES = 10
const FIRST_MS = 10
const LONGEST_MS = 1000

/**
 * Runs a statement until it is not in the way of another one: ten times at most, with random pauses that grow up to a
 * second. Everything that it throws is an error of this library or the reason of the signal.
 */
export async function withTries<T>(work: () => Promise<T>, options: TryOptions): Promise<T> {
  const { clock, random, signal, passes } = options
  for (let tries = 1; ; tries++) {
    signal?.throwIfAborted()
    try {
      return await work()
    } catch (error) {
      if (tries === TRIES || !passes(error)) throw failureOf(error)
      const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** tries)
      await clock.sleep(longest * (0.5 + random.next() / 2), signal)
    }
  }
}
