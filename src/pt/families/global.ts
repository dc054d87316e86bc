import type * as z from 'zod'
import type { CallOptions } from '../caller.ts'
import { count, rows } from '../endpoint.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { moment } from '../schema.ts'

/** The endpoints that every table shared by all companies has. */
export function globalEndpoints<T>(rowSchema: z.ZodType<T>) {
  return {
    getAll: rows(rowSchema, {}, {}),
    getModifiedSince: rows(rowSchema, { lastmodified: moment }, {}),
    countModifiedSince: count({ lastmodified: moment }, {}),
  }
}

/** Rows changed at this moment or later: `YYYY-MM-DD HH:MM:SS`, Lisbon time. */
export interface SinceMoment {
  lastmodified: string
}

/**
 * A table that all companies share. Pages: `https://www.moloni.pt/dev/global-data/<table>/<method>/`.
 * Errors of all methods: `AuthError`, `ValidationError`, transport errors and `ContractError`.
 */
export interface GlobalApi<Row> {
  /** All rows at once. */
  getAll(params?: Record<never, never>, options?: CallOptions): Promise<Row[]>
  /** Rows changed since a moment. */
  getModifiedSince(params: SinceMoment, options?: CallOptions): Promise<Row[]>
  /** How many {@link getModifiedSince} has. */
  countModifiedSince(params: SinceMoment, options?: CallOptions): Promise<number>
  /** {@link getAll} as a list. */
  list(filter?: Record<never, never>, options?: ListOptions): RowList<Row>
  /** {@link getModifiedSince} as a list; a `Date` or Lisbon time as text. */
  modifiedSince(moment: Date | string, filter?: Record<never, never>, options?: ListOptions): RowList<Row>
}
