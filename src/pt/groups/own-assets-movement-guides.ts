import { type GuideFilter, guideFilters } from '../families/document-filters.ts'
import { movedLines } from '../families/document-lines.ts'
import { type DocumentsOfKind, documentReads, documentWrites } from '../families/documents.ts'
import { guideRequired, guideSometimes } from '../families/guide-fields.ts'
import { transportCodeEndpoints, type WithTransportCode } from '../families/transport-code.ts'
import type { Out } from '../schema.ts'

const required = { ...guideRequired, products: movedLines }
const sometimes = { ...guideSometimes }

/**
 * The fields of a movement of own assets. `delivery_datetime` is when the goods leave, `YYYY-MM-DD HH:MM:SS`.
 */
export interface OwnAssetsMovementGuideFields extends Out<typeof required, typeof sometimes> {}

export const ownAssetsMovementGuidesEndpoints = {
  ...documentReads(guideFilters),
  ...documentWrites(required, sometimes),
  ...transportCodeEndpoints,
}

/**
 * Movements of own assets.
 * Pages: https://www.moloni.pt/dev/documents/oamg/
 */
export interface OwnAssetsMovementGuidesApi
  extends DocumentsOfKind<OwnAssetsMovementGuideFields, GuideFilter>,
    WithTransportCode {}
