import { currency, dated, general } from '../families/document-fields.ts'
import { type PurchaseFilter, purchaseFilters } from '../families/document-filters.ts'
import { saleLines } from '../families/document-lines.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import type { UnconfirmedDocuments } from '../families/unconfirmed-documents.ts'
import { date, int, num, type Out, text } from '../schema.ts'

const required = { ...dated, expiration_date: date, supplier_id: int, products: saleLines }
const sometimes = {
  ...general,
  ...currency,
  our_reference: text,
  your_reference: text,
  financial_discount: num,
}

/** The fields of a return to a supplier. */
export interface SupplierReturnNoteFields extends Out<typeof required, typeof sometimes> {}

export const supplierReturnNotesEndpoints = {
  ...documentReads(purchaseFilters),
  ...documentWrites(required, sometimes),
}

/**
 * Goods returned to suppliers.
 * Pages: https://www.moloni.pt/dev/documents/supplier-return-notes/
 */
export interface SupplierReturnNotesApi
  extends UnconfirmedDocuments<SupplierReturnNoteFields, PurchaseFilter> {}
