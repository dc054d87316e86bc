import { associated, selling } from '../families/document-fields.ts'
import { guideFilters } from '../families/document-filters.ts'
import { movedLines } from '../families/document-lines.ts'
import { type DocumentsOfKind, documentReads, documentWrites } from '../families/documents.ts'
import { guideRequired, guideSometimes } from '../families/guide-fields.ts'
import type { InCompany } from '../families/settings.ts'
import { transportCodeEndpoints, type WithTransportCode } from '../families/transport-code.ts'
import { int, type Out } from '../schema.ts'

const filters = { ...guideFilters, salesman_id: int }

/** Filters of lists of delivery notes. */
export interface DeliveryNoteFilter extends Out<Record<never, never>, typeof filters>, InCompany {}

const required = { ...guideRequired, products: movedLines }
const sometimes = { ...guideSometimes, ...associated, ...selling, eac_id: int }

/** The fields of a delivery note. `delivery_datetime` is when the goods leave, `YYYY-MM-DD HH:MM:SS`. */
export interface DeliveryNoteFields extends Out<typeof required, typeof sometimes> {}

export const deliveryNotesEndpoints = {
  ...documentReads(filters),
  ...documentWrites(required, sometimes),
  ...transportCodeEndpoints,
}

/**
 * Delivery notes.
 * Pages: https://www.moloni.pt/dev/documents/delivery-notes/
 */
export interface DeliveryNotesApi
  extends DocumentsOfKind<DeliveryNoteFields, DeliveryNoteFilter>,
    WithTransportCode {}
