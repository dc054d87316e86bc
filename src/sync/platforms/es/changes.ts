import { isMoloniError } from '../../../errors/index.ts'
import type { Findings } from '../../records/connection.ts'
import type { CallOptions } from '../platform.ts'

const DAY_MS = 86_400_000
const LOOK_BACK_DAYS = 7
/** No Moloni account is older. */
const BEGINNING = '2000-01-01'
/** How far a server's own time may lie behind UTC. */
const BEHIND_UTC_MS = 2 * 3_600_000

export type Precision = Findings['changes'][string]

/** Counts what a list holds, as far as it was changed at `since` or later. */
export type CountSince = (since: string | undefined, options: CallOptions) => Promise<number>

/**
 * How exactly a list can be asked for what changed since a moment: undefined when it cannot. A filter that is ignored, refused or
 * knows nothing of some rows would lose changes, so each of these is looked for. With nothing to compare, the day is taken.
 */
export async function probePrecision(
  count: CountSince,
  now: number,
  options: CallOptions,
): Promise<Precision | undefined> {
  try {
    const all = await count(undefined, options)
    if (all === 0 || (await count(BEGINNING, options)) !== all) return undefined
    if ((await count(dayText(now + 2 * DAY_MS), options)) !== 0) return undefined
    for (let back = -1; back < LOOK_BACK_DAYS; back++) {
      const day = dayText(now - back * DAY_MS)
      const onDay = await count(day, options)
      if (onDay === 0) continue
      return (await count(`${day} 23:59:59`, options)) < onDay ? 'second' : 'day'
    }
    return 'day'
  } catch (error) {
    options.signal?.throwIfAborted()
    if (isMoloniError(error) && (error.retryable || error.name === 'AuthError')) throw error
    return undefined
  }
}

/** The moment as the filter takes it, never later than meant in whatever zone the server thinks. */
export function sinceText(from: number, precision: Precision): string {
  const early = new Date(from - BEHIND_UTC_MS).toISOString()
  return precision === 'day' ? early.slice(0, 10) : early.slice(0, 19).replace('T', ' ')
}

const dayText = (ms: number) => new Date(ms).toISOString().slice(0, 10)
