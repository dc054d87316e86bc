import { documentFilters } from '../families/document-filters.ts'
import { type DocumentsOfKind, documentReads, documentWrites } from '../families/documents.ts'
import { settlementRequired, settlementSometimes } from '../families/settlement-fields.ts'
import { date, int, type Out, text } from '../schema.ts'

const required = { ...settlementRequired }
const sometimes = {
  ...settlementSometimes,
  alternate_address_id: int,
  expiration_date: date,
  related_documents_notes: text,
}

/**
 * The fields of a receipt. `net_value` is the whole amount, which the payments add up to; without payments
 * Moloni adds one by the default method. Associate closed documents only.
 */
export interface ReceiptFields extends Out<typeof required, typeof sometimes> {}

export const receiptsEndpoints = {
  ...documentReads(documentFilters),
  ...documentWrites(required, sometimes),
}

/**
 * Receipts (RE, document type 2). Their amounts are 0 but for `net_value`.
 * Pages: https://www.moloni.pt/dev/documents/receipts/
 */
export interface ReceiptsApi extends DocumentsOfKind<ReceiptFields> {}
