import Big from 'big.js'

/** Anything that states an exact decimal: a number as JSON wrote it, or decimal text with a point. */
export type DecimalInput = number | string | Big

/** Exact decimal of a value. Throws on text that is not a number. */
export function decimal(value: DecimalInput): Big {
  return new Big(value)
}

/** Rounds half away from zero to `places` decimals. */
export function round(value: DecimalInput, places: number): Big {
  return decimal(value).round(places, Big.roundHalfUp)
}

/** Whole cents of an amount, rounded half away from zero. */
export function toCents(value: DecimalInput): number {
  return round(decimal(value).times(100), 0).toNumber()
}

/** Sum of decimals; zero for none. */
export function sum(values: Iterable<DecimalInput>): Big {
  let total = new Big(0)
  for (const value of values) total = total.plus(value)
  return total
}

export type { Big }
