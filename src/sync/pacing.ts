import { UsageError } from '../errors/index.ts'
import { sha256 } from '../internal/hash.ts'

const MOST_INTERVALS = 8

/** Refuses an interval that is no time. */
export function checkInterval(intervalMs: number): void {
  if (Number.isFinite(intervalMs) && intervalMs > 0) return
  throw new UsageError('An interval must be more than 0 ms.', { code: 'invalid_option' })
}

/** Where within an interval a key has its turn: always the same for a key, and spread over many. */
export async function offsetOf(key: string, intervalMs: number): Promise<number> {
  const share = Number.parseInt((await sha256(key)).slice(0, 8), 16) / 0xffffffff
  return Math.floor(share * intervalMs)
}

/**
 * How long the interval leaves a key alone after so many failures in a row: until one, two, four, then every eighth of its
 * turns. Half an interval less, so that a turn that comes a moment early is not missed.
 */
export function pauseAfter(failures: number, intervalMs: number): number {
  return intervalMs * (Math.min(2 ** (failures - 1), MOST_INTERVALS) - 0.5)
}
