import { associated, currency, dated, delivery, general } from '../families/document-fields.ts'
import { offerFilters } from '../families/document-filters.ts'
import { orderLines } from '../families/document-lines.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import type { InCompany } from '../families/settings.ts'
import type { UnconfirmedDocuments } from '../families/unconfirmed-documents.ts'
import { date, int, num, type Out, text } from '../schema.ts'

const filters = { ...offerFilters, supplier_id: int }

/** Filters of lists of orders. */
export interface PurchaseOrderFilter extends Out<Record<never, never>, typeof filters>, InCompany {}

const required = { ...dated, customer_id: int, products: orderLines }
const sometimes = {
  ...general,
  ...currency,
  ...delivery,
  ...associated,
  delivery_datetime: date,
  alternate_address_id: int,
  your_reference: text,
  financial_discount: num,
}

/** The fields of an order. Dates as in {@link SaleFields}. */
export interface PurchaseOrderFields extends Out<typeof required, typeof sometimes> {}

export const purchaseOrderEndpoints = {
  ...documentReads(filters),
  ...documentWrites(required, sometimes),
}

/**
 * Orders of customers (NE, document type 28).
 * Pages: https://www.moloni.pt/dev/documents/purchase-order/
 */
export interface PurchaseOrderApi extends UnconfirmedDocuments<PurchaseOrderFields, PurchaseOrderFilter> {}
