import type { CallOptions } from '../caller.ts'
import { count, rows } from '../endpoint.ts'
import type { GlobalApi, SinceMoment } from '../families/global.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { flag, lazy, moment, type OutOf, row, text } from '../schema.ts'

const exemption = lazy(() => row({ code: text }, { name: text, description: text }))

/** A reason for charging no VAT, with its code (`M01` …). The names of its fields are inferred. */
export interface TaxExemption extends OutOf<typeof exemption> {}

export const taxExemptionsEndpoints = {
  getAll: rows(exemption, {}, { with_invisible: flag }),
  getModifiedSince: rows(exemption, { lastmodified: moment }, { with_invisible: flag }),
  countModifiedSince: count({ lastmodified: moment }, { with_invisible: flag }),
}

interface WithInvisible {
  with_invisible?: 0 | 1 | boolean | undefined
}

/**
 * Reasons for charging no VAT. Page: https://www.moloni.pt/dev/global-data/tax-exemptions/
 *
 * @experimental The page shows no fields of the answer.
 */
export interface TaxExemptionsApi extends GlobalApi<TaxExemption> {
  /** All, at once. */
  getAll(params?: WithInvisible, options?: CallOptions): Promise<TaxExemption[]>
  /** Those changed since a moment. */
  getModifiedSince(params: SinceMoment & WithInvisible, options?: CallOptions): Promise<TaxExemption[]>
  /** How many {@link getModifiedSince} has. */
  countModifiedSince(params: SinceMoment & WithInvisible, options?: CallOptions): Promise<number>
  /** {@link getAll} as a list. */
  list(filter?: WithInvisible, options?: ListOptions): RowList<TaxExemption>
  /** {@link getModifiedSince} as a list. */
  modifiedSince(moment: Date | string, filter?: WithInvisible, options?: ListOptions): RowList<TaxExemption>
}
