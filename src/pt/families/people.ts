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
interface Differences<F extends Shape, S extends Shape, P extends Shape, E extends Shape> {
  /** Fields that an insert needs, and those that it may have. */
  readonly required: F
  readonly sometimes: S
  /** What plain lists take beside the company. */
  readonly listParams: P
  /** How a text may be looked for. */
  readonly matching: E
}

/** Looking for a part of a text or for the whole of it. */
export const exactMatching = { exact: flag }

/** The endpoints that customers, suppliers and salesmen share. */
export function peopleEndpoints<
  T,
  Id extends string,
  F extends Shape,
  S extends Shape,
  P extends Shape,
  E extends Shape,
>(rowSchema: z.ZodType<T>, id: Id, { required, sometimes, listParams, matching }: Differences<F, S, P, E>) {
  const key = idField(id)
  const answer = saved(id)
  const search = { ...company, ...paging, ...matching }
  const counting = { ...company, ...matching }
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
    insert: write('create', answer, required, { ...company, ...sometimes }),
    update: write('update', answer, { ...key, ...required }, { ...company, ...sometimes }),
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
type By<K extends string, S> = Record<K, string> & S
type CountBy<K extends string, S> = Record<K, string> & Omit<S, 'qty' | 'offset'>

/**
 * Customers, suppliers and salesmen. Each method has its page below the pages of the group, in lower case:
 * `getall/`. Errors of all methods: `AuthError`, `ValidationError`, transport errors and `ContractError`. No match
 * gives an empty list.
 */
export interface PeopleApi<
  Row,
  Id extends string,
  Fields,
  ListParams extends InCompany = Paged,
  Searching extends Paged = Search,
> {
  /** One page; all of them with {@link list}. Page: `getall/`. */
  getAll(params?: ListParams, options?: CallOptions): Promise<Row[]>
  /** One by id; `NotFoundError` when it does not exist. Page: `getone/`. */
  getOne(params: Key<Id>, options?: CallOptions): Promise<Row>
  /** How many there are. Page: `count/`. */
  count(params?: InCompany, options?: CallOptions): Promise<number>
  /** Those with this text in some field. Page: `getbysearch/`. */
  getBySearch(params: By<'search', Searching>, options?: CallOptions): Promise<Row[]>
  /** How many {@link getBySearch} has. Page: `countbysearch/`. */
  countBySearch(params: CountBy<'search', Searching>, options?: CallOptions): Promise<number>
  /** Those with this tax number. Several may share it. Page: `getbyvat/`. */
  getByVat(params: By<'vat', Searching>, options?: CallOptions): Promise<Row[]>
  /** How many {@link getByVat} has. Page: `countbyvat/`. */
  countByVat(params: CountBy<'vat', Searching>, options?: CallOptions): Promise<number>
  /** Those with this number, which is unique when whole. Page: `getbynumber/`. */
  getByNumber(params: By<'number', Searching>, options?: CallOptions): Promise<Row[]>
  /** How many {@link getByNumber} has. Page: `countbynumber/`. */
  countByNumber(params: CountBy<'number', Searching>, options?: CallOptions): Promise<number>
  /** Those with this name. Page: `getbyname/`. */
  getByName(params: By<'name', Searching>, options?: CallOptions): Promise<Row[]>
  /** How many {@link getByName} has. Page: `countbyname/`. */
  countByName(params: CountBy<'name', Searching>, options?: CallOptions): Promise<number>
  /** Those changed since a moment; deleted ones do not appear. Page: `getmodifiedsince/`. */
  getModifiedSince(params: Since & Omit<ListParams, 'lastmodified'>, options?: CallOptions): Promise<Row[]>
  /** How many {@link getModifiedSince} has. Page: `countmodifiedsince/`. */
  countModifiedSince(params: Since, options?: CallOptions): Promise<number>
  /** Adds one and answers its id. `ValidationError` rule 4 (`unique`) when the number is taken. Page: `insert/`. */
  insert(params: Fields & InCompany, options?: CallOptions): Promise<Saved<Id>>
  /** Changes one. On documents already: tax number and number are kept silently. Page: `update/`. */
  update(params: Fields & Key<Id>, options?: CallOptions): Promise<Saved<Id>>
  /** Deletes one; `RefusedError` when documents use it. Page: `delete/`. */
  delete(params: Key<Id>, options?: CallOptions): Promise<Done>
  /** All of them over all pages. */
  list(filter?: InCompany, options?: ListOptions): RowList<Row>
  /** Those changed since a `Date`, or since Lisbon time as text, over all pages. */
  modifiedSince(moment: Date | string, filter?: InCompany, options?: ListOptions): RowList<Row>
}
