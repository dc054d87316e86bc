import type { Platform } from '../../domain/index.ts'
import { fiscalZone } from '../fiscal-zone.ts'
import { countryOf, known } from '../known.ts'
import type { EsCountryRow } from './rows.ts'

/** Moloni Spain and Moloni ON. */
export type EsPlatform = Exclude<Platform, 'pt'>

/** The country of most accounts of a host. */
export const HOME: Readonly<Record<EsPlatform, string>> = { es: 'ES', on: 'PT' }

/** Ids that are known for each host: of the whole countries, not of their states. */
const COUNTRIES: Readonly<Record<EsPlatform, Readonly<Record<number, string>>>> = {
  es: { 1: 'PT', 70: 'ES' },
  on: { 1: 'PT' },
}

const LANGUAGES: Readonly<Record<EsPlatform, Readonly<Record<number, string>>>> = {
  es: { 1: 'pt', 2: 'es', 3: 'en' },
  on: { 1: 'pt', 2: 'en' },
}

export interface Located {
  readonly countryId?: number | null | undefined
  readonly country?: EsCountryRow | null | undefined
  readonly zipCode?: string | null | undefined
}

const idOf = ({ countryId, country }: Located) => countryId ?? country?.countryId

/** ISO 3166-1 alpha-2, upper case. */
export function esCountry(row: Located, platform: EsPlatform): string | undefined {
  return countryOf(row.country?.iso3166_1, idOf(row), COUNTRIES[platform])
}

/** ISO 639-1, lower case. */
export function esLanguage(id: number | null | undefined, platform: EsPlatform): string | undefined {
  return LANGUAGES[platform][id ?? 0]
}

/**
 * The fiscal zone of a customer. A state of a country stands in Moloni as a country of its own with the same code:
 * unless the postal code names a region, its zone is unknown rather than that of the whole country.
 */
export function esFiscalZone(row: Located, platform: EsPlatform): string | undefined {
  const country = esCountry(row, platform)
  const zone = fiscalZone({ country, postalCode: known(row.zipCode) })
  const whole = Object.entries(COUNTRIES[platform]).find(([, code]) => code === country)?.[0]
  const id = idOf(row)
  const isState = whole !== undefined && id !== undefined && id !== null && String(id) !== whole
  return isState && zone === country ? undefined : zone
}
