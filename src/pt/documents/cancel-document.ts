import type { CallOptions } from '../caller.ts'
import type { DocumentDetails } from '../families/document-rows.ts'
import type { PtGroups } from '../groups/index.ts'
import type { DocumentRef } from './document-group.ts'
import { reachStatus } from './reach-status.ts'

/** Which document is annulled, and why. */
export interface Cancelling extends DocumentRef {
  observation?: string | undefined
}

/**
 * Annuls a closed document (status 2); it stays in lists. One that is annulled already is answered as it is.
 *
 * Errors: those of `documents.getOne`; `RefusedError` with Moloni's words when a document was made from it, when the
 * tax authority is being told of it, or when its kind or status forbids it.
 */
export function cancelDocument(
  pt: Pick<PtGroups, 'documents'>,
  { observation, ...document }: Cancelling,
  options: CallOptions = {},
): Promise<DocumentDetails> {
  const cancel = () => pt.documents.documentCancel({ ...document, observation }, options)
  return reachStatus(pt.documents, document, 2, cancel, options)
}
