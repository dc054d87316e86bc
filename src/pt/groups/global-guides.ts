import type { CallOptions } from '../caller.ts'
import type { Done } from '../endpoint.ts'
import { associated } from '../families/document-fields.ts'
import { type GuideFilter, guideFilters } from '../families/document-filters.ts'
import { saleLines } from '../families/document-lines.ts'
import { documentReads, documentWrites } from '../families/documents.ts'
import { movementRequired, movementSometimes } from '../families/guide-fields.ts'
import type { InCompany } from '../families/settings.ts'
import { transportCodeEndpoints, type WithTransportCode } from '../families/transport-code.ts'
import type { UnconfirmedDocuments } from '../families/unconfirmed-documents.ts'
import { int, type Out } from '../schema.ts'

const required = { ...movementRequired, document_type_id: int, products: saleLines }
const sometimes = { ...movementSometimes, ...associated }

/**
 * The fields of a global guide. `delivery_datetime` is when the goods leave, `YYYY-MM-DD HH:MM:SS`;
 * `document_type_id` is the kind of guide.
 */
export interface GlobalGuideFields extends Out<typeof required, typeof sometimes> {}

export const globalGuidesEndpoints = {
  ...documentReads(guideFilters),
  ...documentWrites(required, sometimes),
  ...transportCodeEndpoints,
}

/**
 * Guides for goods without a known customer.
 * Pages: https://www.moloni.pt/dev/documents/global-guides/
 */
export interface GlobalGuidesApi
  extends UnconfirmedDocuments<GlobalGuideFields, GuideFilter>,
    WithTransportCode {
  /**
   * Notes the code that the tax authority gave for the transport.
   *
   * @experimental No page confirms it.
   */
  setTransportCode(
    params: InCompany & { document_id: number; transport_code: string },
    options?: CallOptions,
  ): Promise<Done>
}
