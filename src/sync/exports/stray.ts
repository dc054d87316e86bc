import { recordRejections } from '../imports/rejected.ts'
import { WORK_ORDERS } from './admit.ts'
import { living, twins } from './adopt.ts'
import type { ExportRun, LedgerEntry } from './export-run.ts'
import { look } from './look.ts'
import type { Stepped } from './outcomes.ts'

/**
 * While this process was held up for longer than its call may take, another one took the export over, and now there may
 * be a draft beside its document. Nobody will close it; a person is told.
 */
export async function reportStray(run: ExportRun, entry: LedgerEntry): Stepped {
  const current = await run.work.records.ledger.get(entry.key)
  if (current?.value.documentId === undefined) return undefined
  const documents = living((await look(run, current)).documents)
  if (documents.every(({ documentId }) => documentId === current.value.documentId)) return undefined
  const rejection = { remoteId: current.value.workOrder.key, issues: [twins(documents)], retryable: false }
  await recordRejections(run.work, WORK_ORDERS, [rejection], [])
  return undefined
}
