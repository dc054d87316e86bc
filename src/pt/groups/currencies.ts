import { type GlobalApi, globalEndpoints } from '../families/global.ts'
import { array, int, lazy, type OutOf, row, text } from '../schema.ts'

const currency = lazy(() =>
  row(
    { currency_id: int },
    {
      iso4217: text,
      symbol: text,
      languages: array(row({}, { currency_id: int, language_id: int, name: text })),
    },
  ),
)

/** A currency: 1 is EUR, 2 USD, 3 GBP. */
export interface Currency extends OutOf<typeof currency> {}

export const currenciesEndpoints = globalEndpoints(currency)

/** Currencies. Pages: https://www.moloni.pt/dev/global-data/currencies/ */
export interface CurrenciesApi extends GlobalApi<Currency> {}
