import { RefusedError, UsageError } from '../../errors/index.ts'
import { toCents } from '../../internal/money.ts'
import type { CallOptions } from '../caller.ts'
import type { Association, Recipient } from '../families/document-fields.ts'
import type { DocumentDetails } from '../families/document-rows.ts'
import type { PtGroups } from '../groups/index.ts'
import type { DocumentOfGroup } from './document-group.ts'
import { reachStatus } from './reach-status.ts'

/** Which draft is closed, and how. */
export interface Closing extends DocumentOfGroup {
  /** What the draft must come to, in euros with tax. Without it any amount is closed. */
  net_value?: number | undefined
  /** Who gets the document by e-mail. */
  send_email?: Recipient[] | undefined
}

/**
 * Closes a draft: it gets its number and can never be changed. Its associations are sent again, as closing wants. One
 * that is closed already is answered as it is, and nothing is sent. Answers the closed document.
 *
 * Errors: those of `getOne` and `update`; `UsageError` `amount_differs` before anything changed; `RefusedError` for an
 * annulled document; `ContractError` when it is not closed afterwards.
 *
 * @example
 * ```ts
 * import { closeDocument, createPtClient } from 'moloni-sdk/pt'
 *
 * const pt = createPtClient({ token: 'an access token', companyId: 1234 })
 * const invoice = await closeDocument(pt, { group: 'invoices', document_id: 5001, net_value: 8.75 })
 * process.stdout.write(`${invoice.document_set_name}/${invoice.number}\n`)
 * ```
 */
export async function closeDocument(
  pt: PtGroups,
  closing: Closing,
  options: CallOptions = {},
): Promise<DocumentDetails> {
  const { group, document_id, company_id, net_value, send_email } = closing
  const api = pt[group]
  return reachStatus(
    api,
    closing,
    1,
    (draft) => {
      mayClose(draft, net_value)
      const associated_documents = associationsOf(draft)
      return api.update(
        {
          document_id,
          company_id,
          status: 1,
          ...(associated_documents.length > 0 ? { associated_documents } : {}),
          ...(send_email ? { send_email } : {}),
        },
        options,
      )
    },
    options,
  )
}

function mayClose({ document_id, status, net_value }: DocumentDetails, expected: number | undefined): void {
  if (status !== 0) {
    throw new RefusedError(`Document ${document_id} is annulled.`, { hint: 'Only a draft can be closed.' })
  }
  if (expected === undefined || toCents(expected) === toCents(net_value)) return
  throw new UsageError(`Document ${document_id} comes to ${net_value}, not to ${expected}.`, {
    code: 'amount_differs',
    hint: 'It is still a draft. A difference of a cent may come from the rounding method of the company.',
  })
}

function associationsOf({ associated_documents = [] }: DocumentDetails): Association[] {
  return associated_documents.map(({ associated_id, value = 0 }) => ({ associated_id, value }))
}
