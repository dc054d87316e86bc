import { purchaseRequired, purchaseSometimes } from '../families/document-fields.ts'
import { type PurchaseFilter, purchaseFilters } from '../families/document-filters.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import type { InsertedDocuments } from '../families/unconfirmed-documents.ts'
import type { Out } from '../schema.ts'

/** The fields of an order to a supplier. */
export interface SupplierPurchaseOrderFields extends Out<typeof purchaseRequired, typeof purchaseSometimes> {}

export const supplierPurchaseOrderEndpoints = {
  ...documentReads(purchaseFilters),
  ...documentWrites(purchaseRequired, purchaseSometimes),
}

/**
 * Orders to suppliers (NEF, document type 7).
 * Pages: https://www.moloni.pt/dev/documents/supplier-purchase-order/
 */
export interface SupplierPurchaseOrderApi
  extends InsertedDocuments<SupplierPurchaseOrderFields, PurchaseFilter> {}
