import type * as z from 'zod'
import type { CallOptions } from '../caller.ts'
import { company, count, type Done, done, idField, rows, type Saved, saved, write } from '../endpoint.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { moment, type Shape } from '../schema.ts'

/** A company; the client's own when left out. */
export interface InCompany {
  company_id?: number | undefined
}

/** Rows changed at this moment or later: `YYYY-MM-DD HH:MM:SS`, Lisbon time. */
export interface Since extends InCompany {
  lastmodified: string
}

/** The endpoints that every table of a company has. */
export function tableEndpoints<T, Id extends string, F extends Shape, S extends Shape>(
  rowSchema: z.ZodType<T>,
  id: Id,
  required: F,
  sometimes: S,
) {
  const key = idField(id)
  const answer = saved(id)
  return {
    getAll: rows(rowSchema, {}, company),
    insert: write('create', answer, required, { ...company, ...sometimes }),
    update: write('update', answer, { ...key, ...required }, { ...company, ...sometimes }),
    delete: write('delete', done, key, company),
  }
}

/** The endpoints that almost every table of a company's settings has. */
export function settingsEndpoints<T, Id extends string, F extends Shape, S extends Shape>(
  rowSchema: z.ZodType<T>,
  id: Id,
  required: F,
  sometimes: S,
) {
  return {
    ...tableEndpoints(rowSchema, id, required, sometimes),
    getModifiedSince: rows(rowSchema, { lastmodified: moment }, company),
    countModifiedSince: count({ lastmodified: moment }, company),
  }
}

/**
 * A table of a company. Each method has its page below the pages of the table, in lower case: `getall/`.
 * Errors of all methods: `AuthError`, `ValidationError`, transport errors and `ContractError`.
 */
export interface TableApi<Row, Id extends string, Fields> {
  /** All rows at once. Page: `getall/` of this table. */
  getAll(params?: InCompany, options?: CallOptions): Promise<Row[]>
  /** Adds a row and answers its id. Page: `insert/` of this table. */
  insert(params: Fields & InCompany, options?: CallOptions): Promise<Saved<Id>>
  /** Changes a row. Page: `update/` of this table. */
  update(params: Fields & { [K in Id]: number } & InCompany, options?: CallOptions): Promise<Saved<Id>>
  /** Deletes a row; `RefusedError` when it is in use. Page: `delete/` of this table. */
  delete(params: { [K in Id]: number } & InCompany, options?: CallOptions): Promise<Done>
  /** {@link getAll} as a list. */
  list(filter?: InCompany, options?: ListOptions): RowList<Row>
}

/** A table of a company's settings, with what changed since a moment. */
export interface SettingsApi<Row, Id extends string, Fields> extends TableApi<Row, Id, Fields> {
  /** Rows changed since a moment; deleted ones do not appear. Page: `getmodifiedsince/` of this table. */
  getModifiedSince(params: Since, options?: CallOptions): Promise<Row[]>
  /** How many {@link getModifiedSince} has. Page: `countmodifiedsince/` of this table. */
  countModifiedSince(params: Since, options?: CallOptions): Promise<number>
  /** {@link getModifiedSince} as a list; a `Date` or Lisbon time as text. */
  modifiedSince(moment: Date | string, filter?: InCompany, options?: ListOptions): RowList<Row>
}
