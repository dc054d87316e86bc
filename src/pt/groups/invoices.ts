import type { CallOptions } from '../caller.ts'
import { company, write } from '../endpoint.ts'
import { offerRequired, type SaleFields, saleSometimes } from '../families/document-fields.ts'
import { documentFilters } from '../families/document-filters.ts'
import { type DocumentsOfKind, documentReads, documentWrites } from '../families/documents.ts'
import { mbReferenceEndpoints, type WithMBReference } from '../families/mb-reference.ts'
import type { InCompany } from '../families/settings.ts'
import { anything, int, text } from '../schema.ts'

export const invoicesEndpoints = {
  ...documentReads(documentFilters),
  ...documentWrites(offerRequired, saleSometimes),
  ...mbReferenceEndpoints,
  sendEmail: write('act', anything, { document_id: int, email: text }, company),
}

/** Invoices (FT, document type 1). Pages: https://www.moloni.pt/dev/documents/invoices/ */
export interface InvoicesApi extends DocumentsOfKind<SaleFields>, WithMBReference {
  /**
   * E-mails a closed invoice.
   *
   * @experimental Never confirmed; `send_email` when closing is what Moloni's own plug-in uses.
   */
  sendEmail(
    params: InCompany & { document_id: number; email: string },
    options?: CallOptions,
  ): Promise<unknown>
}
