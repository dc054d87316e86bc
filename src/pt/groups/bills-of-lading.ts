import { associated } from '../families/document-fields.ts'
import { type GuideFilter, guideFilters } from '../families/document-filters.ts'
import { movedLines } from '../families/document-lines.ts'
import { type DocumentsOfKind, documentReads, documentWrites } from '../families/documents.ts'
import { guideRequired, guideSometimes } from '../families/guide-fields.ts'
import { transportCodeEndpoints, type WithTransportCode } from '../families/transport-code.ts'
import { type Out, text } from '../schema.ts'

const required = { ...guideRequired, products: movedLines }
const sometimes = { ...guideSometimes, ...associated, our_reference: text }

/** The fields of a bill of lading. `delivery_datetime` is when the goods leave, `YYYY-MM-DD HH:MM:SS`. */
export interface BillOfLadingFields extends Out<typeof required, typeof sometimes> {}

export const billsOfLadingEndpoints = {
  ...documentReads(guideFilters),
  ...documentWrites(required, sometimes),
  ...transportCodeEndpoints,
}

/**
 * Bills of lading (GT, document type 15).
 * Pages: https://www.moloni.pt/dev/documents/bills-of-lading/
 */
export interface BillsOfLadingApi
  extends DocumentsOfKind<BillOfLadingFields, GuideFilter>,
    WithTransportCode {}
