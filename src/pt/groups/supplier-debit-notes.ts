import { currency, general, purchaseRequired } from '../families/document-fields.ts'
import { type OfferFilter, offerFilters } from '../families/document-filters.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import type { UnconfirmedDocuments } from '../families/unconfirmed-documents.ts'
import { int, type Out, text } from '../schema.ts'

const sometimes = { ...general, ...currency, maturity_date_id: int, your_reference: text }

/** The fields of a debit note to a supplier. */
export interface SupplierDebitNoteFields extends Out<typeof purchaseRequired, typeof sometimes> {}

export const supplierDebitNotesEndpoints = {
  ...documentReads(offerFilters),
  ...documentWrites(purchaseRequired, sometimes),
}

/**
 * Debit notes to suppliers.
 * Pages: https://www.moloni.pt/dev/documents/supplier-debit-notes/
 */
export interface SupplierDebitNotesApi extends UnconfirmedDocuments<SupplierDebitNoteFields, OfferFilter> {}
