const DAY_MS = 86_400_000

/** Whole days from now (ms) until a login lapses; undefined when its end is not known. */
export function daysLeftOf(refreshExpiresAt: number | undefined, now: number): number | undefined {
  return refreshExpiresAt === undefined ? undefined : Math.floor((refreshExpiresAt - now) / DAY_MS)
}
