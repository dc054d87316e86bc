import { nextHex, type RandomState } from '../../http/random.ts'

/** A reproducible text in the shape of a UUID. */
export function nextUuid(state: RandomState): string {
  const hex = nextHex(state, 30)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`
}
