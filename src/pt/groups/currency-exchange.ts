import type { CallOptions } from '../caller.ts'
import { type GlobalTableApi, globalTableEndpoints, type SinceMoment } from '../families/global.ts'
import { int, lazy, num, type OutOf, row } from '../schema.ts'

const exchange = lazy(() => row({ from: int, to: int, value: num }))

/** What one unit of a currency (`from`, an id) is worth in another (`to`). */
export interface ExchangeRate extends OutOf<typeof exchange> {}

export const currencyExchangeEndpoints = globalTableEndpoints(exchange)

/** Rates of exchange of the day. Pages: https://www.moloni.pt/dev/global-data/currency-exchange/ */
export interface CurrencyExchangeApi extends GlobalTableApi<ExchangeRate> {
  /**
   * All rates at once.
   *
   * @experimental Known from client code only.
   */
  getAll(params?: Record<never, never>, options?: CallOptions): Promise<ExchangeRate[]>
  /**
   * Rates changed since a moment.
   *
   * @experimental Known from client code only.
   */
  getModifiedSince(params: SinceMoment, options?: CallOptions): Promise<ExchangeRate[]>
}
