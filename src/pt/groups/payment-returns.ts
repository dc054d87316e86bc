import { type GuideFilter, guideFilters } from '../families/document-filters.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import { settlementRequired, settlementSometimes } from '../families/settlement-fields.ts'
import type { UnconfirmedDocuments } from '../families/unconfirmed-documents.ts'
import { int, type Out } from '../schema.ts'

const required = { ...settlementRequired, alternate_address_id: int }
const sometimes = { ...settlementSometimes }

/**
 * The fields of a return of money. `net_value` is the whole amount, which the payments add up to; without payments
 * Moloni adds one by the default method. Associate closed documents only.
 */
export interface PaymentReturnFields extends Out<typeof required, typeof sometimes> {}

export const paymentReturnsEndpoints = {
  ...documentReads(guideFilters),
  ...documentWrites(required, sometimes),
}

/**
 * Returns of money.
 * Pages: https://www.moloni.pt/dev/documents/payment-returns/
 */
export interface PaymentReturnsApi extends UnconfirmedDocuments<PaymentReturnFields, GuideFilter> {}
