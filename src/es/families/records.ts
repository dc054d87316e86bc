import type * as z from 'zod'
import type { Deleted } from '../answer.ts'
import type { Filter, Order, Search } from '../filters.ts'
import type { CallOptions, CompanyCallOptions, Translated } from '../options.ts'
import type { Paging, RowList } from '../row-list.ts'
import type { Selects } from '../select/selects.ts'

/** Names that a list can be filtered, searched and ordered by. */
export interface FieldNames {
  filter: string
  search: string
  order: string
}

/** What a list is asked for, beside its pages. */
export interface Listing<F extends FieldNames> extends Paging, Translated {
  /** Conditions that all hold at once. */
  filter?: Filter<F['filter']> | readonly Filter<F['filter']>[] | undefined
  search?: Search<F['search']> | undefined
  order?: Order<F['order']> | readonly Order<F['order']>[] | undefined
}

/** Options of the lists of a company. */
export interface ListOptions<F extends FieldNames> extends Listing<F>, CompanyCallOptions {}

/** The fields of the entity's own row are asked for. */
export interface OwnRow {
  select?: undefined
}

/**
 * Asks for the fields that a zod object names, and for nothing else; the answer is checked by it. A name that the
 * record does not have is a compile error, or a `UsageError` `invalid_select` before anything is sent.
 */
export interface Selecting<S extends z.core.$ZodType, T> {
  select: S & Selects<S, T>
}

/** Records that can be listed. */
export interface Lists<Row, T, Options> {
  /** All of them over all pages. */
  list(options?: Options & OwnRow): RowList<Row>
  list<S extends z.core.$ZodType>(options: Options & Selecting<S, T>): RowList<z.output<S>>
}

/** Records that can be read one by one. */
export interface Gets<Row, T, Id, Options> {
  /** One by its id; `NotFoundError` when it does not exist. */
  get(id: Id, options?: Options & OwnRow): Promise<Row>
  get<S extends z.core.$ZodType>(id: Id, options: Options & Selecting<S, T>): Promise<z.output<S>>
}

/** Records that can be added. */
export interface Creates<Row, T, Data> {
  /**
   * Adds one and answers it. Sent once, never repeated. `ValidationError` names the fields that Moloni refused;
   * `OutcomeUnknownError` when it answered data and errors at once.
   */
  create(data: Data, options?: CompanyCallOptions & OwnRow): Promise<Row>
  create<S extends z.core.$ZodType>(
    data: Data,
    options: CompanyCallOptions & Selecting<S, T>,
  ): Promise<z.output<S>>
}

/** Records that can be changed. */
export interface Updates<Row, T, Data> {
  /** Changes one, by the id in its data, and answers it. A list in the data replaces the whole list of the record. */
  update(data: Data, options?: CompanyCallOptions & OwnRow): Promise<Row>
  update<S extends z.core.$ZodType>(
    data: Data,
    options: CompanyCallOptions & Selecting<S, T>,
  ): Promise<z.output<S>>
}

/** Records that can be deleted on Moloni ON. */
export interface DeletesOnOn {
  /**
   * Deletes one or several. Moloni leaves out what may not be deleted and says so only by a count: those that are
   * still there then are a `RefusedError`, or a `ConflictError` when others were deleted, code `not_deleted`. Ids that
   * do not exist are no error.
   *
   * @experimental Seen on Moloni ON only.
   */
  delete(ids: number | readonly number[], options?: CompanyCallOptions): Promise<Deleted>
}

/** Reads of a company's records. */
export interface Reads<Row, T, F extends FieldNames>
  extends Lists<Row, T, ListOptions<F>>,
    Gets<Row, T, number, CompanyCallOptions> {}

/** Lists that are the same for every company. */
export interface GlobalLists<Row, T, F extends FieldNames> extends Lists<Row, T, Listing<F>> {}

/** Records that are the same for every company. */
export interface GlobalReads<Row, T, F extends FieldNames>
  extends GlobalLists<Row, T, F>,
    Gets<Row, T, number, CallOptions> {}
