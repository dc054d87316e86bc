/** Moloni's word for an unknown postal code. */
export const UNKNOWN_POSTAL_CODE = '0000-000'

export interface Place {
  readonly postalCode?: string | undefined
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined
}

/** First two digits of Portuguese postal codes of the autonomous regions, inclusive. */
const PORTUGUESE_REGIONS = [
  { from: 90, to: 94, zone: 'PT-MA' },
  { from: 95, to: 99, zone: 'PT-AC' },
] as const

/** Spanish provinces outside the territory of IVA, by the first two digits of their postal codes. */
const OUTSIDE_IVA: Readonly<Record<string, string>> = {
  '35': 'ES-CN',
  '38': 'ES-CN',
  '51': 'ES-CE',
  '52': 'ES-ML',
}

/** Countries whose fiscal zone depends on the postal code (blanks taken out). */
const divided: Readonly<Record<string, (postalCode: string) => string | undefined>> = {
  PT(postalCode) {
    const digits = /^([1-9]\d)\d{2}(?:-?\d{3})?$/.exec(postalCode)?.[1]
    if (!digits) return undefined
    return (
      PORTUGUESE_REGIONS.find(({ from, to }) => Number(digits) >= from && Number(digits) <= to)?.zone ?? 'PT'
    )
  },
  ES(postalCode) {
    const province = /^(\d{2})\d{3}$/.exec(postalCode)?.[1]
    return (province && OUTSIDE_IVA[province]) || 'ES'
  },
}

/**
 * Fiscal zone of a place. In Portugal by postal code `PT`, `PT-MA` (Madeira) or `PT-AC` (Azores), unknown without
 * one. In Spain `ES`, unless the postal code is one of the Canary Islands (`ES-CN`), Ceuta (`ES-CE`) or Melilla
 * (`ES-ML`), where IVA does not hold. Elsewhere the country's code. Undefined when it cannot be told.
 *
 * The Spanish codes are those of ISO 3166-2. How Moloni calls these zones is not known: an account whose taxes do
 * not use the same names has no VAT for them, and the work order is blocked rather than billed with IVA.
 *
 * @example fiscalZone({ country: 'PT', postalCode: '9500-321' }) // 'PT-AC'
 */
export function fiscalZone({ postalCode, country }: Place): string | undefined {
  const code = country?.trim().toUpperCase()
  if (!code) return undefined
  const zoneOf = Object.hasOwn(divided, code) ? divided[code] : undefined
  return zoneOf ? zoneOf(postalCode?.replace(/\s/g, '') ?? '') : code
}
