import { offerRequired, type SaleFields, saleSometimes } from '../families/document-fields.ts'
import { documentFilters } from '../families/document-filters.ts'
import { type DocumentsOfKind, documentReads, documentWrites } from '../families/documents.ts'
import { mbReferenceEndpoints, type WithMBReference } from '../families/mb-reference.ts'

export const simplifiedInvoicesEndpoints = {
  ...documentReads(documentFilters),
  ...documentWrites(offerRequired, saleSometimes),
  ...mbReferenceEndpoints,
}

/**
 * Simplified invoices (FS, document type 20), up to a legal ceiling; paid when made.
 * Pages: https://www.moloni.pt/dev/documents/simplified-invoices/
 */
export interface SimplifiedInvoicesApi extends DocumentsOfKind<SaleFields>, WithMBReference {}
