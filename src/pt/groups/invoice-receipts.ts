import { offerRequired, type SaleFields, saleSometimes } from '../families/document-fields.ts'
import { documentFilters } from '../families/document-filters.ts'
import { type DocumentsOfKind, documentReads, documentWrites } from '../families/documents.ts'
import { mbReferenceEndpoints, type WithMBReference } from '../families/mb-reference.ts'

export const invoiceReceiptsEndpoints = {
  ...documentReads(documentFilters),
  ...documentWrites(offerRequired, saleSometimes),
  ...mbReferenceEndpoints,
}

/**
 * Invoices that are their own receipt (FR, document type 27).
 * Pages: https://www.moloni.pt/dev/documents/invoice-receipts/
 */
export interface InvoiceReceiptsApi extends DocumentsOfKind<SaleFields>, WithMBReference {}
