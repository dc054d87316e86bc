import type { CallOptions } from '../caller.ts'
import type { Done, Saved } from '../endpoint.ts'
import type { DocumentFilter } from './document-filters.ts'
import type { DocumentDetails, DocumentSummary } from './document-rows.ts'
import type { ById, DocumentChanges, DocumentLookups, DocumentWrites } from './documents.ts'
import type { Paged } from './people.ts'
import type { InCompany } from './settings.ts'

/** Looking for a kind of document that has no page of its own. */
export interface UnconfirmedLookups<Filter = DocumentFilter> extends DocumentLookups<Filter> {
  /**
   * One page, newest first.
   *
   * @experimental No page confirms it.
   */
  getAll(params?: Filter & Paged, options?: CallOptions): Promise<DocumentSummary[]>
  /**
   * The first document that fits; `NotFoundError` when there is none of this kind.
   *
   * @experimental No page confirms it.
   */
  getOne(params: Filter & ById, options?: CallOptions): Promise<DocumentDetails>
  /**
   * How many fit.
   *
   * @experimental No page confirms it.
   */
  count(params?: Filter, options?: CallOptions): Promise<number>
}

/** Changing a kind of document that has no page of its own. See {@link DocumentWrites}. */
export interface UnconfirmedUpdates<Fields> {
  /**
   * Changes a draft; `status` 1 closes it. `RefusedError` when it is closed already.
   *
   * @experimental No page confirms it.
   */
  update(
    params: Partial<Fields> & InCompany & { document_id: number },
    options?: CallOptions,
  ): Promise<Saved<'document_id'>>
  /**
   * Deletes a draft; `RefusedError` for any other.
   *
   * @experimental No page confirms it.
   */
  delete(params: InCompany & { document_id: number }, options?: CallOptions): Promise<Done>
}

/** Making a kind of document that has no page of its own. See {@link DocumentWrites}. */
export interface UnconfirmedWrites<Fields> extends UnconfirmedUpdates<Fields> {
  /**
   * Makes a draft, or with `status` 1 a closed document. `ValidationError` names the refused fields.
   *
   * @experimental No page confirms it.
   */
  insert(params: Fields & InCompany, options?: CallOptions): Promise<Saved<'document_id'>>
}

/** A kind of document of which only the changes since a moment are documented. */
export interface UnconfirmedDocuments<Fields, Filter = DocumentFilter>
  extends UnconfirmedLookups<Filter>,
    DocumentChanges,
    UnconfirmedWrites<Fields> {}

/** A kind of document of which only the insert and the changes since a moment are documented. */
export interface InsertedDocuments<Fields, Filter = DocumentFilter>
  extends UnconfirmedLookups<Filter>,
    DocumentChanges,
    Pick<DocumentWrites<Fields>, 'insert'>,
    UnconfirmedUpdates<Fields> {}
