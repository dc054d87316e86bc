import { nextRandom, type RandomState } from '../../http/random.ts'
import {
  firstNames,
  lastNames,
  legalForms,
  placesByZone,
  streets,
  tradeNames,
  trades,
} from '../../pt/seed/names.ts'

/** One of a list. */
export function pick<T>(random: RandomState, list: readonly T[]): T {
  const found = list[Math.floor(nextRandom(random) * list.length)]
  if (found === undefined) throw new RangeError('Nothing to choose from.')
  return found
}

export function digits(random: RandomState, length: number): string {
  return Array.from({ length }, () => Math.floor(nextRandom(random) * 10)).join('')
}

export function personName(random: RandomState): string {
  return `${pick(random, firstNames)} ${pick(random, lastNames)}`
}

export function businessName(random: RandomState): string {
  return `${pick(random, trades)} ${pick(random, tradeNames)}, ${pick(random, legalForms)}`
}

/** Street, number, postal code and city. */
export function addressOf(random: RandomState) {
  const { city, code } = pick(random, placesByZone.PT)
  return {
    street: pick(random, streets),
    house_number: String(1 + Math.floor(nextRandom(random) * 180)),
    postal_code: `${code}-${digits(random, 2)}1`,
    city,
  }
}

/** A decimal as somebody types it: with a comma or with a point. */
export function typed(value: number, comma: boolean): string {
  const text = value.toFixed(2)
  return comma ? text.replace('.', ',') : text
}
