import { currency, dated, general } from '../families/document-fields.ts'
import { type PurchaseFilter, purchaseFilters } from '../families/document-filters.ts'
import { saleLines } from '../families/document-lines.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import type { InsertedDocuments } from '../families/unconfirmed-documents.ts'
import { date, int, num, type Out, text } from '../schema.ts'

const required = { ...dated, expiration_date: date, supplier_id: int, products: saleLines }
const sometimes = {
  ...general,
  ...currency,
  our_reference: text,
  your_reference: text,
  financial_discount: num,
}

/** The fields of an order to a supplier. */
export interface SupplierPurchaseOrderFields extends Out<typeof required, typeof sometimes> {}

export const supplierPurchaseOrderEndpoints = {
  ...documentReads(purchaseFilters),
  ...documentWrites(required, sometimes),
}

/**
 * Orders to suppliers (NEF, document type 7).
 * Pages: https://www.moloni.pt/dev/documents/supplier-purchase-order/
 */
export interface SupplierPurchaseOrderApi
  extends InsertedDocuments<SupplierPurchaseOrderFields, PurchaseFilter> {}
