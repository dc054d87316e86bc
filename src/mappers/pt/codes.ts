import { countryOf, known } from '../known.ts'
import type { CountryRow } from './rows.ts'

/** Ids that the API fixes (PT guide, section 5). */
const COUNTRIES: Readonly<Record<number, string>> = { 1: 'PT', 8: 'AO', 33: 'BR', 70: 'ES' }
const LANGUAGES: Readonly<Record<number, string>> = { 1: 'pt', 2: 'en', 3: 'es' }

/** ISO 3166-1 alpha-2, upper case. */
export function countryCode(row: {
  readonly country_id?: number | null | undefined
  readonly country?: CountryRow | null | undefined
}): string | undefined {
  return countryOf(row.country?.iso_3166_1, row.country_id, COUNTRIES)
}

/** ISO 639-1, lower case. */
export function languageCode(row: {
  readonly language_id?: number | null | undefined
  readonly language?: { readonly code?: string | null | undefined } | null | undefined
}): string | undefined {
  return known(row.language?.code)?.toLowerCase() ?? LANGUAGES[row.language_id ?? 0]
}

/** Moloni's id of a country that is known without asking. */
export function knownCountryId(code: string): number | undefined {
  return idOf(COUNTRIES, code)
}

/** Moloni's id of a language. */
export function knownLanguageId(code: string): number | undefined {
  return idOf(LANGUAGES, code)
}

function idOf(table: Readonly<Record<number, string>>, code: string): number | undefined {
  const id = Object.keys(table).find((key) => table[Number(key)] === code)
  return id === undefined ? undefined : Number(id)
}
