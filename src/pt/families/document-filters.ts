import { date, int, type Out, text } from '../schema.ts'
import type { InCompany } from './settings.ts'

type None = Record<never, never>

/** What every kind of document may be looked for by. */
export const basicFilters = { document_set_id: int, number: int, date, year: int, your_reference: text }

/** Transport documents. */
export const guideFilters = { ...basicFilters, customer_id: int }

/** Offers and the like. */
export const offerFilters = { ...guideFilters, salesman_id: int, expiration_date: date }

/** Documents to suppliers. */
export const purchaseFilters = {
  ...basicFilters,
  supplier_id: int,
  expiration_date: date,
  our_reference: text,
}

/** What documents of sale, and changes of any kind of document, may be looked for by. */
export const documentFilters = { ...offerFilters, supplier_id: int, our_reference: text }

/** Filters of lists of transport documents. See {@link DocumentFilter}. */
export interface GuideFilter extends Out<None, typeof guideFilters>, InCompany {}

/** Filters of lists of offers. See {@link DocumentFilter}. */
export interface OfferFilter extends Out<None, typeof offerFilters>, InCompany {}

/** Filters of lists of documents to suppliers. See {@link DocumentFilter}. */
export interface PurchaseFilter extends Out<None, typeof purchaseFilters>, InCompany {}

/** Filters of document lists: exact values, no ranges. Dates are `YYYY-MM-DD`. */
export interface DocumentFilter extends Out<None, typeof documentFilters>, InCompany {}
