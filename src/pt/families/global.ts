import type * as z from 'zod'
import type { CallOptions } from '../caller.ts'
import { count, rows } from '../endpoint.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { moment } from '../schema.ts'

/** The endpoints that every table shared by all companies has. */
export function globalTableEndpoints<T>(rowSchema: z.ZodType<T>) {
  return {
    getAll: rows(rowSchema, {}, {}),
    getModifiedSince: rows(rowSchema, { lastmodified: moment }, {}),
  }
}

/** The endpoints that almost every table shared by all companies has. */
export function globalEndpoints<T>(rowSchema: z.ZodType<T>) {
  return {
    ...globalTableEndpoints(rowSchema),
    countModifiedSince: count({ lastmodified: moment }, {}),
  }
}

/** Rows changed at this moment or later: `YYYY-MM-DD HH:MM:SS`, Lisbon time. */
export interface SinceMoment {
  lastmodified: string
}

/**
 * A table that all companies share. Each method has its page below the pages of the table, in lower case:
 * `getall/`. Errors of all methods: `AuthError`, `ValidationError`, transport errors and `ContractError`.
 */
export interface GlobalTableApi<Row> {
  /** All rows at once. Page: `getall/` of this table. */
  getAll(params?: Record<never, never>, options?: CallOptions): Promise<Row[]>
  /** Rows changed since a moment. Page: `getmodifiedsince/` of this table. */
  getModifiedSince(params: SinceMoment, options?: CallOptions): Promise<Row[]>
  /** {@link getAll} as a list. */
  list(filter?: Record<never, never>, options?: ListOptions): RowList<Row>
  /** {@link getModifiedSince} as a list; a `Date` or Lisbon time as text. */
  modifiedSince(moment: Date | string, filter?: Record<never, never>, options?: ListOptions): RowList<Row>
}

/** A table that all companies share, with how much of it changed since a moment. */
export interface GlobalApi<Row> extends GlobalTableApi<Row> {
  /** How many {@link getModifiedSince} has. Page: `countmodifiedsince/` of this table. */
  countModifiedSince(params: SinceMoment, options?: CallOptions): Promise<number>
}
