import type { CallOptions } from '../caller.ts'
import { company, count, type Done, done, one, paging, rows, type Saved, saved, write } from '../endpoint.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { int, moment, type Shape } from '../schema.ts'
import { type DocumentFilter, documentFilters } from './document-filters.ts'
import {
  type DocumentDetails,
  type DocumentSummary,
  documentDetails,
  documentSummary,
} from './document-rows.ts'
import type { Paged } from './people.ts'
import type { InCompany, Since } from './settings.ts'

/** The endpoints that look for documents of one kind, by what that kind may be looked for. */
export function documentLookups<S extends Shape>(filters: S) {
  return {
    getAll: rows(documentSummary, {}, { ...company, ...paging, ...filters }),
    getOne: one(documentDetails, {}, { ...company, document_id: int, ...filters }),
    count: count({}, { ...company, ...filters }),
  }
}

/** The reading endpoints of a kind of document. */
export function documentReads<S extends Shape>(filters: S) {
  return {
    ...documentLookups(filters),
    getModifiedSince: rows(
      documentSummary,
      { lastmodified: moment },
      { ...company, ...paging, ...documentFilters },
    ),
    countModifiedSince: count({ lastmodified: moment }, { ...company, ...documentFilters }),
  }
}

const savedDocument = saved('document_id')

/** The writing endpoints of a kind of document. An update may leave everything out. */
export function documentWrites<F extends Shape, S extends Shape>(required: F, sometimes: S) {
  return {
    insert: write('create', savedDocument, required, { ...company, ...sometimes }),
    update: write('update', savedDocument, { document_id: int }, { ...company, ...required, ...sometimes }),
    delete: write('delete', done, { document_id: int }, company),
  }
}

/** One document by its id or by what it may be looked for. */
export interface ById {
  document_id?: number | undefined
}

/**
 * Looking for one kind of document, newest first. Each method has its page below the pages of the kind, in lower
 * case: `getall/`. Errors of all methods: `AuthError`, `ValidationError`, transport errors and `ContractError`.
 */
export interface DocumentLookups<Filter = DocumentFilter> {
  /** One page. There is no filter by a range of dates. Page: `getall/` of this kind. */
  getAll(params?: Filter & Paged, options?: CallOptions): Promise<DocumentSummary[]>
  /** The first document that fits; `NotFoundError` when there is none of this kind. Page: `getone/` of this kind. */
  getOne(params: Filter & ById, options?: CallOptions): Promise<DocumentDetails>
  /** How many fit. Page: `count/` of this kind. */
  count(params?: Filter, options?: CallOptions): Promise<number>
  /** All that fit over all pages. */
  list(filter?: Filter, options?: ListOptions): RowList<DocumentSummary>
}

/** What became of one kind of document since a moment. */
export interface DocumentChanges {
  /**
   * Those changed since a moment; deleted drafts do not appear.
   * Page: https://www.moloni.pt/dev/documents/documents/getmodifiedsince/
   */
  getModifiedSince(params: DocumentFilter & Since & Paged, options?: CallOptions): Promise<DocumentSummary[]>
  /**
   * How many {@link getModifiedSince} has.
   * Page: https://www.moloni.pt/dev/documents/documents/countmodifiedsince/
   */
  countModifiedSince(params: DocumentFilter & Since, options?: CallOptions): Promise<number>
  /** Those changed since a `Date`, or since Lisbon time as text, over all pages. */
  modifiedSince(
    moment: Date | string,
    filter?: DocumentFilter,
    options?: ListOptions,
  ): RowList<DocumentSummary>
}

/** Reading one kind of document. */
export interface DocumentReads<Filter = DocumentFilter> extends DocumentLookups<Filter>, DocumentChanges {}

/** Making one kind of document. */
export interface DocumentWrites<Fields> {
  /**
   * Makes a draft, or with `status` 1 a closed document that can never be changed. `ValidationError` names the
   * refused fields, those of lines once the others are right. Page: `insert/` of this kind.
   */
  insert(params: Fields & InCompany, options?: CallOptions): Promise<Saved<'document_id'>>
  /**
   * Changes a draft; fields that are left out keep their value. `status` 1 closes it: it gets its number. Send
   * associated documents again when closing. `RefusedError` when it is closed already; `ValidationError` rule 12
   * when its date is earlier than the last closed one of its series. Page: `update/` of this kind.
   */
  update(
    params: Partial<Fields> & InCompany & { document_id: number },
    options?: CallOptions,
  ): Promise<Saved<'document_id'>>
  /** Deletes a draft; `RefusedError` for any other. Page: `delete/` of this kind. */
  delete(params: InCompany & { document_id: number }, options?: CallOptions): Promise<Done>
}

/** A kind of document that can be made. */
export interface DocumentsOfKind<Fields, Filter = DocumentFilter>
  extends DocumentReads<Filter>,
    DocumentWrites<Fields> {}
