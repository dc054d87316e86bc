/** An exact decimal: `units` / 10^`scale`. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

export const zero: Decimal = { units: 0n, scale: 0 }

/** The decimal that a number prints as. */
export function dec(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const units = BigInt(whole + fraction)
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale }
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: at(a, scale) + at(b, scale), scale }
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, { units: -b.units, scale: b.scale })
}

/** `rate` percent of `base`. */
export function percent(base: Decimal, rate: number): Decimal {
  const product = times(base, dec(rate))
  return { units: product.units, scale: product.scale + 2 }
}

/** Rounds half away from zero. */
export function rounded(value: Decimal, places = 2): Decimal {
  if (value.scale <= places) return value
  const step = 10n ** BigInt(value.scale - places)
  const half = value.units < 0n ? -step / 2n : step / 2n
  return { units: (value.units + half) / step, scale: places }
}

export function toNumber(value: Decimal): number {
  const digits = (value.units < 0n ? -value.units : value.units).toString().padStart(value.scale + 1, '0')
  const cut = digits.length - value.scale
  const sign = value.units < 0n ? '-' : ''
  return Number(`${sign}${digits.slice(0, cut)}.${digits.slice(cut) || '0'}`)
}

function at(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale)
}
