import type * as z from 'zod'
import type { Entity } from '../operation.ts'
import { int, nullable, num, row, text } from '../schema.ts'

/** A language as other records name it. */
export const language = row(() => ({ languageId: int, name: nullable(text), iso3166: nullable(text) }))

/** A country as other records name it. */
export const country = row(() => ({
  countryId: int,
  iso3166_1: nullable(text),
  title: nullable(text),
}))

const countryRow = row(() => ({
  countryId: int,
  iso3166_1: nullable(text),
  title: nullable(text),
  language: nullable(language),
}))

/**
 * A country. States with tax rules of their own are countries with the same `iso3166_1`; `title` is null unless
 * `defaultLanguageId` is given.
 */
export interface Country extends z.output<typeof countryRow> {}

/** A language. */
export interface Language extends z.output<typeof language> {}

const currencyRow = row(() => ({
  currencyId: int,
  iso4217: nullable(text),
  symbol: nullable(text),
  name: nullable(text),
}))

/** A currency; `name` is null unless `defaultLanguageId` is given. */
export interface Currency extends z.output<typeof currencyRow> {}

const exchangeRow = row(() => ({
  currencyExchangeId: int,
  pair: nullable(text),
  name: nullable(text),
  exchange: nullable(num),
}))

/** A rate of exchange: `exchange` foreign units for one of the base; `pair` such as `"EUR USD"`. */
export interface CurrencyExchange extends z.output<typeof exchangeRow> {}

const timezoneRow = row(() => ({
  timezoneId: int,
  name: nullable(text),
  tzName: nullable(text),
  offset: nullable(num),
}))

/** A time zone. */
export interface Timezone extends z.output<typeof timezoneRow> {}

const businessAreaRow = row(() => ({ businessAreaId: int, title: nullable(text) }))

/** A line of business, for signing up; `title` is null unless `defaultLanguageId` is given. */
export interface BusinessArea extends z.output<typeof businessAreaRow> {}

export const globals = {
  country: { type: 'CountryRead', id: 'countryId', row: countryRow },
  language: { type: 'LanguageRead', id: 'languageId', row: language },
  currency: { type: 'CurrencyRead', id: 'currencyId', row: currencyRow },
  currencyExchange: { type: 'CurrencyExchangeRead', id: 'currencyExchangeId', row: exchangeRow },
  timezone: { type: 'TimezoneRead', id: 'timezoneId', row: timezoneRow },
  businessArea: { type: 'BusinessAreaRead', id: 'businessAreaId', row: businessAreaRow },
} satisfies Record<string, Entity>
