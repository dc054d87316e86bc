import { associated } from '../families/document-fields.ts'
import { guideFilters } from '../families/document-filters.ts'
import { saleLines } from '../families/document-lines.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import { movementRequired, movementSometimes } from '../families/guide-fields.ts'
import type { InCompany } from '../families/settings.ts'
import type { UnconfirmedDocuments } from '../families/unconfirmed-documents.ts'
import { date, int, type Out, text } from '../schema.ts'

const filters = { ...guideFilters, expiration_date: date, our_reference: text }

/** Filters of lists of supplier invoices. */
export interface SupplierInvoiceFilter extends Out<Record<never, never>, typeof filters>, InCompany {}

const required = { ...movementRequired, document_type_id: int, products: saleLines }
const sometimes = { ...movementSometimes, ...associated }

/** The fields of a supplier's invoice. The reference names no supplier; `document_type_id` is the kind. */
export interface SupplierInvoiceFields extends Out<typeof required, typeof sometimes> {}

export const supplierInvoicesEndpoints = {
  ...documentReads(filters),
  ...documentWrites(required, sometimes),
}

/**
 * Invoices of suppliers (FF, document type 8).
 * Pages: https://www.moloni.pt/dev/documents/supplier-invoices/
 */
export interface SupplierInvoicesApi
  extends UnconfirmedDocuments<SupplierInvoiceFields, SupplierInvoiceFilter> {}
