import { associated } from '../families/document-fields.ts'
import { type GuideFilter, guideFilters } from '../families/document-filters.ts'
import { saleLines } from '../families/document-lines.ts'
import { type DocumentsOfKind, documentReads, documentWrites } from '../families/documents.ts'
import { guideRequired, guideSometimes } from '../families/guide-fields.ts'
import { transportCodeEndpoints, type WithTransportCode } from '../families/transport-code.ts'
import { int, num, type Out } from '../schema.ts'

const required = { ...guideRequired, products: saleLines }
const sometimes = { ...guideSometimes, ...associated, eac_id: int, financial_discount: num }

/** The fields of a waybill. `delivery_datetime` is when the goods leave, `YYYY-MM-DD HH:MM:SS`. */
export interface WaybillFields extends Out<typeof required, typeof sometimes> {}

export const waybillsEndpoints = {
  ...documentReads(guideFilters),
  ...documentWrites(required, sometimes),
  ...transportCodeEndpoints,
}

/**
 * Waybills.
 * Pages: https://www.moloni.pt/dev/documents/waybills/
 */
export interface WaybillsApi extends DocumentsOfKind<WaybillFields, GuideFilter>, WithTransportCode {}
