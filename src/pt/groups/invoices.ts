import type { CallOptions } from '../caller.ts'
import { company, write } from '../endpoint.ts'
import { type SaleFields, saleRequired, saleSometimes } from '../families/document-fields.ts'
import { type DocumentsOfKind, documentEndpoints } from '../families/documents.ts'
import type { InCompany } from '../families/settings.ts'
import { anything, int, lazy, num, type OutOf, row, text } from '../schema.ts'

const mbReference = lazy(() => row({ valid: int, entity: text, reference: text, value: text }))

/** A Multibanco payment reference. */
export interface MBReference extends OutOf<typeof mbReference> {}

export const invoicesEndpoints = {
  ...documentEndpoints(saleRequired, saleSometimes),
  generateMBReference: write('act', mbReference, { document_id: int, value: num }, company),
  sendEmail: write('act', anything, { document_id: int, email: text }, company),
}

/** Invoices (FT, document type 1). Pages: https://www.moloni.pt/dev/documents/invoices/ */
export interface InvoicesApi extends DocumentsOfKind<SaleFields> {
  /**
   * Makes a Multibanco reference for a closed invoice; needs a gateway.
   * Page: https://www.moloni.pt/dev/documents/invoices/generatembreference/
   */
  generateMBReference(
    params: InCompany & { document_id: number; value: number },
    options?: CallOptions,
  ): Promise<MBReference>
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
