import { associated, dated, delivery, general } from '../families/document-fields.ts'
import { type PurchaseFilter, purchaseFilters } from '../families/document-filters.ts'
import { saleLines } from '../families/document-lines.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import type { UnconfirmedDocuments } from '../families/unconfirmed-documents.ts'
import { date, int, num, type Out, text } from '../schema.ts'

const required = {
  ...dated,
  expiration_date: date,
  supplier_id: int,
  products: saleLines,
  delivery_datetime: date,
}
const sometimes = {
  ...general,
  ...delivery,
  ...associated,
  our_reference: text,
  your_reference: text,
  financial_discount: num,
}

/**
 * The fields of a warranty request. `delivery_datetime` is when the goods leave, `YYYY-MM-DD HH:MM:SS`.
 */
export interface SupplierWarrantyRequestFields extends Out<typeof required, typeof sometimes> {}

export const supplierWarrantyRequestsEndpoints = {
  ...documentReads(purchaseFilters),
  ...documentWrites(required, sometimes),
}

/**
 * Requests to suppliers under warranty.
 * Pages: https://www.moloni.pt/dev/documents/supplier-warranty-requests/
 */
export interface SupplierWarrantyRequestsApi
  extends UnconfirmedDocuments<SupplierWarrantyRequestFields, PurchaseFilter> {}
