import type { CallOptions } from '../caller.ts'
import { company, count, one, paging, rows } from '../endpoint.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { int } from '../schema.ts'
import { type DocumentSummary, documentSummary } from './document-rows.ts'
import type { Paged } from './people.ts'
import type { InCompany } from './settings.ts'

/** The endpoints of kinds of documents that can only be looked at. */
export function listedDocumentsEndpoints() {
  return {
    getAll: rows(documentSummary, {}, { ...company, ...paging, status: int }),
    getOne: one(documentSummary, {}, { ...company, document_id: int }),
    count: count({}, { ...company, status: int }),
  }
}

/** Which documents are listed. */
export interface StatusFilter extends InCompany {
  /** 0 draft, 1 closed, 2 annulled. */
  status?: number | undefined
}

/**
 * A kind of document that can only be looked at. Errors of all methods: `AuthError`, `ValidationError`, transport
 * errors and `ContractError`.
 */
export interface ListedDocuments {
  /**
   * One page, newest first.
   *
   * @experimental Inferred from other kinds; no page confirms it.
   */
  getAll(params?: StatusFilter & Paged, options?: CallOptions): Promise<DocumentSummary[]>
  /**
   * One by id, without its lines; `NotFoundError` when there is none of this kind.
   *
   * @experimental Inferred from other kinds; no page confirms it.
   */
  getOne(
    params: InCompany & { document_id?: number | undefined },
    options?: CallOptions,
  ): Promise<DocumentSummary>
  /**
   * How many there are.
   *
   * @experimental Inferred from other kinds; no page confirms it.
   */
  count(params?: StatusFilter, options?: CallOptions): Promise<number>
  /** All that fit over all pages. */
  list(filter?: StatusFilter, options?: ListOptions): RowList<DocumentSummary>
}
