import type { CallOptions } from '../caller.ts'
import { company, count, type Done, done, one, paging, rows, type Saved, saved, write } from '../endpoint.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { date, int, moment, type Out, type Shape, text } from '../schema.ts'
import {
  type DocumentDetails,
  type DocumentSummary,
  documentDetails,
  documentSummary,
} from './document-rows.ts'
import type { Paged } from './people.ts'
import type { InCompany, Since } from './settings.ts'

/** What documents may be looked for by; Moloni compares each of them exactly. */
export const documentFilters = {
  customer_id: int,
  supplier_id: int,
  salesman_id: int,
  document_set_id: int,
  number: int,
  date,
  expiration_date: date,
  year: int,
  your_reference: text,
  our_reference: text,
}

/** Filters of document lists: exact values, no ranges. Dates are `YYYY-MM-DD`. */
export interface DocumentFilter extends Out<Record<never, never>, typeof documentFilters>, InCompany {}

/** The reading endpoints of a kind of document. */
export function documentReads() {
  return {
    getAll: rows(documentSummary, {}, { ...company, ...paging, ...documentFilters }),
    getOne: one(documentDetails, {}, { ...company, document_id: int, ...documentFilters }),
    count: count({}, { ...company, ...documentFilters }),
    getModifiedSince: rows(
      documentSummary,
      { lastmodified: moment },
      { ...company, ...paging, ...documentFilters },
    ),
    countModifiedSince: count({ lastmodified: moment }, { ...company, ...documentFilters }),
  }
}

/** The endpoints of a kind of document that can be made. */
export function documentEndpoints<F extends Shape, S extends Shape>(required: F, sometimes: S) {
  return {
    ...documentReads(),
    insert: write('create', saved('document_id'), required, { ...company, ...sometimes }),
    update: write(
      'update',
      saved('document_id'),
      { document_id: int },
      { ...company, ...required, ...sometimes },
    ),
    delete: write('delete', done, { document_id: int }, company),
  }
}

/**
 * Reading one kind of document, newest first. Pages: `https://www.moloni.pt/dev/documents/<kind>/<method>/`.
 * Errors of all methods: `AuthError`, `ValidationError`, transport errors and `ContractError`.
 */
export interface DocumentReads {
  /** One page. There is no filter by a range of dates. */
  getAll(params?: DocumentFilter & Paged, options?: CallOptions): Promise<DocumentSummary[]>
  /** The first document that fits; `NotFoundError` when there is none of this kind. */
  getOne(
    params: DocumentFilter & { document_id?: number | undefined },
    options?: CallOptions,
  ): Promise<DocumentDetails>
  /** How many fit. */
  count(params?: DocumentFilter, options?: CallOptions): Promise<number>
  /** Those changed since a moment; deleted drafts do not appear. */
  getModifiedSince(params: DocumentFilter & Since & Paged, options?: CallOptions): Promise<DocumentSummary[]>
  /** How many {@link getModifiedSince} has. */
  countModifiedSince(params: DocumentFilter & Since, options?: CallOptions): Promise<number>
  /** All that fit over all pages. */
  list(filter?: DocumentFilter, options?: ListOptions): RowList<DocumentSummary>
  /** Those changed since a `Date`, or since Lisbon time as text, over all pages. */
  modifiedSince(
    moment: Date | string,
    filter?: DocumentFilter,
    options?: ListOptions,
  ): RowList<DocumentSummary>
}

/** A kind of document that can be made. */
export interface DocumentsOfKind<Fields> extends DocumentReads {
  /** Makes a draft, or with `status` 1 a closed document that can never be changed. */
  insert(params: Fields & InCompany, options?: CallOptions): Promise<Saved<'document_id'>>
  /**
   * Changes a draft; fields that are left out keep their value. `status` 1 closes it: it gets its number. Send
   * associated documents again when closing. `RefusedError` when it is closed already; `ValidationError` rule 12
   * when its date is earlier than the last closed one of its series.
   */
  update(
    params: Partial<Fields> & InCompany & { document_id: number },
    options?: CallOptions,
  ): Promise<Saved<'document_id'>>
  /** Deletes a draft; `RefusedError` for any other. */
  delete(params: InCompany & { document_id: number }, options?: CallOptions): Promise<Done>
}
