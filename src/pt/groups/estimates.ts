import { offerRequired, offerSometimes } from '../families/document-fields.ts'
import { type OfferFilter, offerFilters } from '../families/document-filters.ts'
import { type DocumentsOfKind, documentReads, documentWrites } from '../families/documents.ts'
import { int, type Out } from '../schema.ts'

const required = { ...offerRequired }
const sometimes = { ...offerSometimes, deduction_id: int }

/** The fields of an estimate. Dates and percentages as in {@link SaleFields}. */
export interface EstimateFields extends Out<typeof required, typeof sometimes> {}

export const estimatesEndpoints = {
  ...documentReads(offerFilters),
  ...documentWrites(required, sometimes),
}

/**
 * Estimates (OR, document type 14).
 * Pages: https://www.moloni.pt/dev/documents/estimates/
 */
export interface EstimatesApi extends DocumentsOfKind<EstimateFields, OfferFilter> {}
