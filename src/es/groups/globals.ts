import type { GlobalLists, GlobalReads } from '../families/records.ts'
import { list, one } from '../operation.ts'
import {
  type BusinessArea,
  type Country,
  type Currency,
  type CurrencyExchange,
  globals,
  type Language,
  type Timezone,
} from '../rows/global.ts'
import type {
  BusinessAreaFieldNames,
  CountryFieldNames,
  CurrencyExchangeFieldNames,
  CurrencyFieldNames,
  LanguageFieldNames,
  TimezoneFieldNames,
} from '../types/lists.ts'
import type {
  BusinessAreaRead,
  CountryRead,
  CurrencyExchangeRead,
  CurrencyRead,
  LanguageRead,
  TimezoneRead,
} from '../types/settings.ts'

export const globalsOperations = {
  businessAreas: { list: list('businessAreas', globals.businessArea, { options: 'BusinessAreaOptions' }) },
  countries: {
    list: list('countries', globals.country, { options: 'CountryOptions' }),
    get: one('country', globals.country, { countryId: 'Int!' }),
  },
  currencies: { list: list('currencies', globals.currency, { options: 'CurrencyOptions' }) },
  currencyExchanges: {
    list: list('currencyExchanges', globals.currencyExchange, { options: 'CurrencyExchangeOptions' }),
  },
  languages: {
    list: list('languages', globals.language, { options: 'LanguageOptions' }),
    get: one('language', globals.language, { languageId: 'Int!' }),
  },
  timezones: { list: list('timezones', globals.timezone, { options: 'TimezoneOptions' }) },
}

/** Lines of business, for signing up. Needs no login. */
export interface BusinessAreasApi
  extends GlobalLists<BusinessArea, BusinessAreaRead, BusinessAreaFieldNames> {}

/** Countries. Their list needs no login. */
export interface CountriesApi extends GlobalReads<Country, CountryRead, CountryFieldNames> {}

/** Currencies. */
export interface CurrenciesApi extends GlobalLists<Currency, CurrencyRead, CurrencyFieldNames> {}

/** Rates of exchange. One pair: `search: { field: 'pair', value: 'EUR USD' }`. */
export interface CurrencyExchangesApi
  extends GlobalLists<CurrencyExchange, CurrencyExchangeRead, CurrencyExchangeFieldNames> {}

/** Languages. */
export interface LanguagesApi extends GlobalReads<Language, LanguageRead, LanguageFieldNames> {}

/** Time zones. */
export interface TimezonesApi extends GlobalLists<Timezone, TimezoneRead, TimezoneFieldNames> {}
