import { UsageError } from '../../errors/index.ts'
import type { CallOptions } from '../caller.ts'
import type { Recipient } from '../families/document-fields.ts'
import type { PtGroups } from '../groups/index.ts'
import type { DocumentOfGroup } from './document-group.ts'

/** Which closed document goes to whom. */
export interface Sending extends DocumentOfGroup {
  send_email: Recipient[]
}

/**
 * E-mails a closed document. The sure way is {@link closeDocument} with `send_email`: Moloni confirms no call that
 * e-mails later. Invoices go through `invoices/sendEmail`, without name and message; other kinds through an update,
 * which Moloni may refuse (`RefusedError`).
 *
 * Errors: those of `getOne` and of these calls; `UsageError` `document_not_closed` for a draft.
 *
 * @experimental Never confirmed for closed documents.
 */
export async function sendByEmail(
  pt: PtGroups,
  { group, document_id, company_id, send_email }: Sending,
  options: CallOptions = {},
): Promise<void> {
  const key = { document_id, company_id }
  const { status } = await pt[group].getOne(key, options)
  if (status === 0) {
    throw new UsageError(`Document ${document_id} is a draft.`, {
      code: 'document_not_closed',
      hint: 'Close it with closeDocument and send_email.',
    })
  }
  if (group !== 'invoices') {
    await pt[group].update({ ...key, send_email }, options)
    return
  }
  for (const { email } of send_email) await pt.invoices.sendEmail({ ...key, email }, options)
}
