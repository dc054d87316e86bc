import type { CallOptions } from '../caller.ts'
import { rows } from '../endpoint.ts'
import { type GlobalApi, globalEndpoints } from '../families/global.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { int, lazy, type OutOf, row, text } from '../schema.ts'

const zone = lazy(() => row({ fiscal_zone_id: int }, { country_id: int, name: text, code: text }))

/** A part of a country with its own taxes: `PT-AC` the Azores, `PT-MA` Madeira. */
export interface FiscalZone extends OutOf<typeof zone> {}

export const fiscalZonesEndpoints = {
  ...globalEndpoints(zone),
  getAll: rows(zone, { country_id: int }, {}),
}

/** Fiscal zones. Pages: https://www.moloni.pt/dev/global-data/fiscal-zones/ */
export interface FiscalZonesApi extends Omit<GlobalApi<FiscalZone>, 'getAll' | 'list'> {
  /** The zones of a country, at once. */
  getAll(params: { country_id: number }, options?: CallOptions): Promise<FiscalZone[]>
  /** {@link getAll} as a list. */
  list(filter: { country_id: number }, options?: ListOptions): RowList<FiscalZone>
}
