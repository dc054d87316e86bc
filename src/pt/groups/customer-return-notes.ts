import { associated } from '../families/document-fields.ts'
import { type GuideFilter, guideFilters } from '../families/document-filters.ts'
import { movedLines } from '../families/document-lines.ts'
import { type DocumentsOfKind, documentReads, documentWrites } from '../families/documents.ts'
import { guideRequired, guideSometimes } from '../families/guide-fields.ts'
import { transportCodeEndpoints, type WithTransportCode } from '../families/transport-code.ts'
import { num, type Out } from '../schema.ts'

const required = { ...guideRequired, products: movedLines }
const sometimes = { ...guideSometimes, ...associated, financial_discount: num }

/**
 * The fields of a customer's return. `delivery_datetime` is when the goods leave, `YYYY-MM-DD HH:MM:SS`.
 */
export interface CustomerReturnNoteFields extends Out<typeof required, typeof sometimes> {}

export const customerReturnNotesEndpoints = {
  ...documentReads(guideFilters),
  ...documentWrites(required, sometimes),
  ...transportCodeEndpoints,
}

/**
 * Goods that customers return.
 * Pages: https://www.moloni.pt/dev/documents/customer-return-notes/
 */
export interface CustomerReturnNotesApi
  extends DocumentsOfKind<CustomerReturnNoteFields, GuideFilter>,
    WithTransportCode {}
