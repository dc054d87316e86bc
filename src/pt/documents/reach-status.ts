import { ContractError } from '../../errors/index.ts'
import type { CallOptions } from '../caller.ts'
import type { DocumentDetails } from '../families/document-rows.ts'
import type { DocumentRef } from './document-group.ts'

/** What reads the document that changes. */
export interface Reader {
  getOne(params: DocumentRef, options?: CallOptions): Promise<DocumentDetails>
}

/** Brings a document to a status unless it has it already, and looks whether it got there. */
export async function reachStatus(
  reader: Reader,
  { document_id, company_id }: DocumentRef,
  status: 0 | 1 | 2,
  act: (document: DocumentDetails) => Promise<unknown>,
  options: CallOptions,
): Promise<DocumentDetails> {
  const key = { document_id, company_id }
  const before = await reader.getOne(key, options)
  if (before.status === status) return before
  await act(before)
  const after = await reader.getOne(key, options)
  if (after.status === status) return after
  throw new ContractError(
    `Document ${document_id} has status ${after.status} although Moloni said that it was changed to ${status}.`,
    'unexpected_answer',
    ['status'],
    { hint: 'Look at it in Moloni before going on.' },
  )
}
