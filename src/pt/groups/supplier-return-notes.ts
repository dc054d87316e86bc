import { purchaseRequired, purchaseSometimes } from '../families/document-fields.ts'
import { type PurchaseFilter, purchaseFilters } from '../families/document-filters.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import type { UnconfirmedDocuments } from '../families/unconfirmed-documents.ts'
import type { Out } from '../schema.ts'

/** The fields of a return to a supplier. */
export interface SupplierReturnNoteFields extends Out<typeof purchaseRequired, typeof purchaseSometimes> {}

export const supplierReturnNotesEndpoints = {
  ...documentReads(purchaseFilters),
  ...documentWrites(purchaseRequired, purchaseSometimes),
}

/**
 * Goods returned to suppliers.
 * Pages: https://www.moloni.pt/dev/documents/supplier-return-notes/
 */
export interface SupplierReturnNotesApi
  extends UnconfirmedDocuments<SupplierReturnNoteFields, PurchaseFilter> {}
