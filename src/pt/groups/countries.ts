import { type GlobalApi, globalEndpoints } from '../families/global.ts'
import { array, int, lazy, type OutOf, row, text } from '../schema.ts'

const country = lazy(() =>
  row(
    { country_id: int, name: text },
    {
      iso_3166_1: text,
      order: int,
      image: text,
      vies_vat_check_available: int,
      languages: array(row({}, { country_id: int, language_id: int, name: text })),
      fiscal_zones: array(row({}, { fiscal_zone_id: int, country_id: int, name: text, code: text })),
    },
  ),
)

/** A country; `iso_3166_1` is lower case (`pt`). Portugal is 1. */
export interface Country extends OutOf<typeof country> {}

export const countriesEndpoints = globalEndpoints(country)

/** Countries. Pages: https://www.moloni.pt/dev/global-data/countries/ */
export interface CountriesApi extends GlobalApi<Country> {}
