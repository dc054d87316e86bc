import { offerRequired, type SaleFields, saleSometimes } from '../families/document-fields.ts'
import { documentFilters } from '../families/document-filters.ts'
import { documentLookups, documentWrites } from '../families/documents.ts'
import type { UnconfirmedLookups, UnconfirmedWrites } from '../families/unconfirmed-documents.ts'

export const proFormaInvoicesEndpoints = {
  ...documentLookups(documentFilters),
  ...documentWrites(offerRequired, saleSometimes),
}

/**
 * Pro forma invoices (document type 13), which have no page.
 *
 * @experimental Moloni's own plug-in makes them on the v2 host; fields as of invoices.
 */
export interface ProFormaInvoicesApi extends UnconfirmedLookups, UnconfirmedWrites<SaleFields> {}
