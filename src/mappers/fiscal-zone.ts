/** First two digits of Portuguese postal codes of the autonomous regions, inclusive. */
const REGIONS = [
  { from: 90, to: 94, zone: 'PT-MA' },
  { from: 95, to: 99, zone: 'PT-AC' },
] as const

/** Moloni's word for an unknown postal code. */
export const UNKNOWN_POSTAL_CODE = '0000-000'

export interface Place {
  readonly postalCode?: string | undefined
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined
}

/**
 * Fiscal zone of a place: `PT`, `PT-MA` (Madeira) or `PT-AC` (Azores) by postal code in Portugal, else the
 * country's code. Undefined when the country, or in Portugal the postal code, is unknown.
 *
 * @example fiscalZone({ country: 'PT', postalCode: '9500-321' }) // 'PT-AC'
 */
export function fiscalZone({ postalCode, country }: Place): string | undefined {
  const code = country?.trim().toUpperCase()
  if (!code) return undefined
  if (code !== 'PT') return code
  const digits = /^([1-9]\d)\d{2}(?:-?\d{3})?$/.exec(postalCode?.replace(/\s/g, '') ?? '')?.[1]
  if (!digits) return undefined
  return REGIONS.find(({ from, to }) => Number(digits) >= from && Number(digits) <= to)?.zone ?? 'PT'
}
