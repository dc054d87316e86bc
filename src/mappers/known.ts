import { UNKNOWN_POSTAL_CODE } from './fiscal-zone.ts'

/** Words that Moloni itself prints where it knows nothing. */
const UNKNOWN = new Set([
  '',
  'desconhecido',
  'desconhecida',
  'desconocido',
  'desconocida',
  UNKNOWN_POSTAL_CODE,
])

/** Trimmed text; undefined when it is empty or one of Moloni's own words for unknown. */
export function known(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim() ?? ''
  return UNKNOWN.has(trimmed.toLowerCase()) ? undefined : trimmed
}

/** An id; undefined for 0 and null, which is how Moloni writes a missing relation. */
export function knownId(id: number | null | undefined): number | undefined {
  return id ? id : undefined
}

/** Ids of countries that both of Moloni's products fix. */
const COUNTRIES: Readonly<Record<number, string>> = { 1: 'PT', 70: 'ES' }

/** ISO 3166-1 alpha-2, upper case: the code that the row shows, else the one that its id is known for. */
export function countryOf(
  code: string | null | undefined,
  id: number | null | undefined,
  ids: Readonly<Record<number, string>> = COUNTRIES,
): string | undefined {
  return known(code)?.toUpperCase() ?? ids[id ?? 0]
}
