import type { CallOptions } from '../caller.ts'
import type { DocumentDetails } from '../families/document-rows.ts'
import type { PtGroups } from '../groups/index.ts'
import type { DocumentRef } from './document-group.ts'
import { reachStatus } from './reach-status.ts'

/** Which document becomes a draft again. */
export interface Reopening extends DocumentRef {
  /** Whether what it used up of other documents stays used up. */
  keep_conciliations?: 0 | 1 | boolean | undefined
}

/**
 * Makes a closed document a draft again (status 0). A draft is answered as it is.
 *
 * Errors: those of `documents.getOne`; `RefusedError` with Moloni's words when its kind does not allow it, when a
 * document was made from it, or when the tax authority is being told of it.
 */
export function backToDraft(
  pt: Pick<PtGroups, 'documents'>,
  { keep_conciliations, ...document }: Reopening,
  options: CallOptions = {},
): Promise<DocumentDetails> {
  const reopen = () => pt.documents.documentDraft({ ...document, keep_conciliations }, options)
  return reachStatus(pt.documents, document, 0, reopen, options)
}
