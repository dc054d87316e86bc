import { basicFilters } from '../families/document-filters.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import type { InCompany } from '../families/settings.ts'
import { settlementRequired, settlementSometimes } from '../families/settlement-fields.ts'
import type { UnconfirmedDocuments } from '../families/unconfirmed-documents.ts'
import { int, type Out, text } from '../schema.ts'

const filters = { ...basicFilters, supplier_id: int }

/** Filters of lists of supplier receipts. */
export interface SupplierReceiptFilter extends Out<Record<never, never>, typeof filters>, InCompany {}

const required = { ...settlementRequired, alternate_address_id: int }
const sometimes = { ...settlementSometimes, related_documents_notes: text }

/**
 * The fields of a supplier's receipt. The supplier is named in `customer_id`. `net_value` is the whole amount,
 * which the payments add up to; without payments Moloni adds one by the default method.
 */
export interface SupplierReceiptFields extends Out<typeof required, typeof sometimes> {}

export const supplierReceiptsEndpoints = {
  ...documentReads(filters),
  ...documentWrites(required, sometimes),
}

/**
 * Receipts of suppliers.
 * Pages: https://www.moloni.pt/dev/documents/supplier-receipts/
 */
export interface SupplierReceiptsApi
  extends UnconfirmedDocuments<SupplierReceiptFields, SupplierReceiptFilter> {}
