/** Remembers where a reproducible row of random numbers stands; part of the state, so that it is saved with it. */
export interface RandomState {
  random: number
}

/** Next number from 0 (included) to 1 (excluded). */
export function nextRandom(state: RandomState): number {
  state.random = (state.random + 0x6d2b79f5) | 0
  let mixed = Math.imul(state.random ^ (state.random >>> 15), 1 | state.random)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

/** Random lower-case hexadecimal text. */
export function nextHex(state: RandomState, length: number): string {
  return Array.from({ length }, () => Math.floor(nextRandom(state) * 16).toString(16)).join('')
}
