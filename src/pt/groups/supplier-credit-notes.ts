import { associated, currency, dated, general } from '../families/document-fields.ts'
import { type OfferFilter, offerFilters } from '../families/document-filters.ts'
import { saleLines } from '../families/document-lines.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import type { UnconfirmedDocuments } from '../families/unconfirmed-documents.ts'
import { date, int, num, type Out, text } from '../schema.ts'

const required = { ...dated, expiration_date: date, customer_id: int, products: saleLines }
const sometimes = {
  ...general,
  ...currency,
  ...associated,
  alternate_address_id: int,
  maturity_date_id: int,
  your_reference: text,
  financial_discount: num,
}

/** The fields of a supplier's credit note. The supplier is named in `customer_id`. */
export interface SupplierCreditNoteFields extends Out<typeof required, typeof sometimes> {}

export const supplierCreditNotesEndpoints = {
  ...documentReads(offerFilters),
  ...documentWrites(required, sometimes),
}

/**
 * Credit notes of suppliers.
 * Pages: https://www.moloni.pt/dev/documents/supplier-credit-notes/
 */
export interface SupplierCreditNotesApi extends UnconfirmedDocuments<SupplierCreditNoteFields, OfferFilter> {}
