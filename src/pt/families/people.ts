import type * as z from 'zod'
import type { CallOptions } from '../caller.ts'
import {
  company,
  count,
  type Done,
  done,
  idField,
  one,
  paging,
  rows,
  type Saved,
  saved,
  write,
} from '../endpoint.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { flag, moment, type Shape, text } from '../schema.ts'
import type { InCompany, Since } from './settings.ts'

/** What of a family the groups do differently. */
interface Differences<F extends Shape, S extends Shape, P extends Shape> {
  /** Fields that an insert needs, and those that it may have. */
  readonly required: F
  readonly sometimes: S
  /** What plain lists take beside the company. */
  readonly listParams: P
}

const search = { ...company, ...paging, exact: flag }
const counting = { ...company, exact: flag }

/** The endpoints that customers, suppliers and salesmen share. */
export function peopleEndpoints<T, Id extends string, F extends Shape, S extends Shape, P extends Shape>(
  rowSchema: z.ZodType<T>,
  id: Id,
  { required, sometimes, listParams }: Differences<F, S, P>,
) {
  const key = idField(id)
  return {
    getAll: rows(rowSchema, {}, { ...company, ...listParams }),
    getOne: one(rowSchema, key, company),
    count: count({}, company),
    getBySearch: rows(rowSchema, { search: text }, search),
    countBySearch: count({ search: text }, counting),
    getByVat: rows(rowSchema, { vat: text }, search),
    countByVat: count({ vat: text }, counting),
    getByNumber: rows(rowSchema, { number: text }, search),
    countByNumber: count({ number: text }, counting),
    getByName: rows(rowSchema, { name: text }, search),
    countByName: count({ name: text }, counting),
    getModifiedSince: rows(rowSchema, { lastmodified: moment }, { ...company, ...listParams }),
    countModifiedSince: count({ lastmodified: moment }, company),
    insert: write('create', saved(id), required, { ...company, ...sometimes }),
    update: write('update', saved(id), { ...key, ...required }, { ...company, ...sometimes }),
    delete: write('delete', done, key, company),
  }
}

/** A page of a list: at most 50 rows. */
export interface Paged extends InCompany {
  /** Rows to return, at most 50. Default 50. */
  qty?: number | undefined
  /** Rows to skip. Default 0. */
  offset?: number | undefined
}

/** How a text is looked for. */
export interface Search extends Paged {
  /** 1 or true for the whole text only; otherwise part of it, `%` standing for anything. */
  exact?: 0 | 1 | boolean | undefined
}

type Key<Id extends string> = { [K in Id]: number } & InCompany
type By<K extends string> = Record<K, string> & Search
type CountBy<K extends string> = Record<K, string> & InCompany & Pick<Search, 'exact'>

/**
 * Customers, suppliers and salesmen. Pages: `https://www.moloni.pt/dev/entities/<group>/<method>/`.
 * Errors of all methods: `AuthError`, `ValidationError`, transport errors and `ContractError`. No match gives an
 * empty list.
 */
export interface PeopleApi<Row, Id extends string, Fields, ListParams extends InCompany = Paged> {
  /** One page; all of them with {@link list}. */
  getAll(params?: ListParams, options?: CallOptions): Promise<Row[]>
  /** One by id; `NotFoundError` when it does not exist. */
  getOne(params: Key<Id>, options?: CallOptions): Promise<Row>
  /** How many there are. */
  count(params?: InCompany, options?: CallOptions): Promise<number>
  /** Those with this text in some field. */
  getBySearch(params: By<'search'>, options?: CallOptions): Promise<Row[]>
  /** How many {@link getBySearch} has. */
  countBySearch(params: CountBy<'search'>, options?: CallOptions): Promise<number>
  /** Those with this tax number. Several may share it. */
  getByVat(params: By<'vat'>, options?: CallOptions): Promise<Row[]>
  /** How many {@link getByVat} has. */
  countByVat(params: CountBy<'vat'>, options?: CallOptions): Promise<number>
  /** Those with this number, which is unique when whole. */
  getByNumber(params: By<'number'>, options?: CallOptions): Promise<Row[]>
  /** How many {@link getByNumber} has. */
  countByNumber(params: CountBy<'number'>, options?: CallOptions): Promise<number>
  /** Those with this name. */
  getByName(params: By<'name'>, options?: CallOptions): Promise<Row[]>
  /** How many {@link getByName} has. */
  countByName(params: CountBy<'name'>, options?: CallOptions): Promise<number>
  /** Those changed since a moment; deleted ones do not appear. */
  getModifiedSince(params: Since & Omit<ListParams, 'lastmodified'>, options?: CallOptions): Promise<Row[]>
  /** How many {@link getModifiedSince} has. */
  countModifiedSince(params: Since, options?: CallOptions): Promise<number>
  /** Adds one and answers its id. `ValidationError` rule 4 (`unique`) when the number is taken. */
  insert(params: Fields & InCompany, options?: CallOptions): Promise<Saved<Id>>
  /** Changes one. On documents already: tax number and number are kept silently. */
  update(params: Fields & Key<Id>, options?: CallOptions): Promise<Saved<Id>>
  /** Deletes one; `RefusedError` when documents use it. */
  delete(params: Key<Id>, options?: CallOptions): Promise<Done>
  /** All of them over all pages. */
  list(filter?: InCompany, options?: ListOptions): RowList<Row>
  /** Those changed since a `Date`, or since Lisbon time as text, over all pages. */
  modifiedSince(moment: Date | string, filter?: InCompany, options?: ListOptions): RowList<Row>
}
