import type { CallOptions } from '../caller.ts'
import type { Saved } from '../endpoint.ts'
import { offerRequired, offerSometimes } from '../families/document-fields.ts'
import { type OfferFilter, offerFilters } from '../families/document-filters.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import type { InCompany } from '../families/settings.ts'
import type { UnconfirmedDocuments } from '../families/unconfirmed-documents.ts'
import type { Out } from '../schema.ts'

/** The fields of an internal document. */
export interface InternalDocumentFields extends Out<typeof offerRequired, typeof offerSometimes> {}

export const internalDocumentsEndpoints = {
  ...documentReads(offerFilters),
  ...documentWrites(offerRequired, offerSometimes),
}

/**
 * Internal documents, since 1.5.
 * Pages: https://www.moloni.pt/dev/documents/internal-documents/
 */
export interface InternalDocumentsApi extends UnconfirmedDocuments<InternalDocumentFields, OfferFilter> {
  /**
   * Makes a draft, or with `status` 1 a closed document.
   * Page: https://www.moloni.pt/dev/documents/internal-documents/insert/
   */
  insert(params: InternalDocumentFields & InCompany, options?: CallOptions): Promise<Saved<'document_id'>>
}
