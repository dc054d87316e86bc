import { associated, dated, payments } from '../families/document-fields.ts'
import { type PurchaseFilter, purchaseFilters } from '../families/document-filters.ts'
import { saleLines } from '../families/document-lines.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import { movementSometimes } from '../families/guide-fields.ts'
import type { InsertedDocuments } from '../families/unconfirmed-documents.ts'
import { date, int, num, type Out, text } from '../schema.ts'

const required = {
  ...dated,
  expiration_date: date,
  supplier_id: int,
  products: saleLines,
  delivery_datetime: date,
}
const sometimes = {
  ...movementSometimes,
  ...associated,
  maturity_date_id: int,
  our_reference: text,
  financial_discount: num,
  special_discount: num,
  payments,
}

/** The fields of a supplier's simplified invoice. */
export interface SupplierSimplifiedInvoiceFields extends Out<typeof required, typeof sometimes> {}

export const supplierSimplifiedInvoicesEndpoints = {
  ...documentReads(purchaseFilters),
  ...documentWrites(required, sometimes),
}

/**
 * Simplified invoices of suppliers.
 * Pages: https://www.moloni.pt/dev/documents/supplier-simplified-invoices/
 */
export interface SupplierSimplifiedInvoicesApi
  extends InsertedDocuments<SupplierSimplifiedInvoiceFields, PurchaseFilter> {}
