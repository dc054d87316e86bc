import type { Random } from '../../src/internal/random.ts'

/** Randomness that a text decides: the same text gives the same numbers. */
export interface Seeded extends Random {
  /** Whole number from 0 (included) to `end` (excluded). */
  below(end: number): number
  pick<T>(list: readonly T[]): T
}

export function seeded(text: string): Seeded {
  let state = 0x811c9dc5
  for (const character of text) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193)

  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number) => Math.floor(next() * end)

  return {
    next,
    below,
    pick(list) {
      const found = list[below(list.length)]
      if (found === undefined) throw new RangeError('Nothing to pick from.')
      return found
    },
    token: (bytes) => Array.from({ length: bytes * 2 }, () => below(16).toString(16)).join(''),
  }
}
