import { UNKNOWN_POSTAL_CODE } from '../fiscal-zone.ts'
import type { CountryRow } from './rows.ts'

/** Words that Moloni itself prints where it knows nothing. */
const UNKNOWN = new Set(['', 'desconhecido', UNKNOWN_POSTAL_CODE])

/** Trimmed text; undefined when it is empty or one of Moloni's own words for unknown. */
export function known(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim() ?? ''
  return UNKNOWN.has(trimmed.toLowerCase()) ? undefined : trimmed
}

/** An id; undefined for 0, which is how Moloni writes a missing relation. */
export function knownId(id: number | null | undefined): number | undefined {
  return id ? id : undefined
}

/** Ids that the API fixes (PT guide, section 5). */
const COUNTRIES: Readonly<Record<number, string>> = { 1: 'PT', 8: 'AO', 33: 'BR', 70: 'ES' }
const LANGUAGES: Readonly<Record<number, string>> = { 1: 'pt', 2: 'en', 3: 'es' }

/** ISO 3166-1 alpha-2, upper case. */
export function countryCode(row: {
  readonly country_id?: number | null | undefined
  readonly country?: CountryRow | null | undefined
}): string | undefined {
  return known(row.country?.iso_3166_1)?.toUpperCase() ?? COUNTRIES[row.country_id ?? 0]
}

/** ISO 639-1, lower case. */
export function languageCode(row: {
  readonly language_id?: number | null | undefined
  readonly language?: { readonly code?: string | null | undefined } | null | undefined
}): string | undefined {
  return known(row.language?.code)?.toLowerCase() ?? LANGUAGES[row.language_id ?? 0]
}
