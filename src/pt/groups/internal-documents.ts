import { offerRequired, offerSometimes } from '../families/document-fields.ts'
import { type OfferFilter, offerFilters } from '../families/document-filters.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import type { InsertedDocuments } from '../families/unconfirmed-documents.ts'
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
export interface InternalDocumentsApi extends InsertedDocuments<InternalDocumentFields, OfferFilter> {}
