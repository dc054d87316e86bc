import { documentKind } from '../../domain/index.ts'
import { ConflictError, UsageError } from '../../errors/index.ts'
import { recordRejections } from '../imports/rejected.ts'
import { WORK_ORDERS, withoutInternalTexts } from './admit.ts'
import { currentWorkOrder } from './current-work-order.ts'
import { type ExportRun, type LedgerEntry, transition } from './export-run.ts'
import { creditNoteKey, fingerprintOf } from './identity.ts'
import { writeCreditNote } from './take-back.ts'

/** Begins to take a closed document back; the runs do the rest. */
export async function takeBack(
  run: ExportRun,
  entry: LedgerEntry,
  next: 'reissue' | 'cancel',
): Promise<LedgerEntry | undefined> {
  const { kind, documentId, document, group, members, plan } = entry.value
  const made = documentKind.safeParse(kind)
  if (documentId === undefined || document?.state !== 'closed' || !made.success) {
    throw new ConflictError('Its document is not closed.', {
      code: 'export_not_closed',
      hint: 'A draft is corrected by itself, or deleted in Moloni.',
    })
  }
  const how =
    group === undefined && members === undefined ? run.work.platform.takingBack(made.data) : undefined
  if (how === undefined || (how === 'creditNote' && !plan)) {
    throw new UsageError(`This ${kind} cannot be taken back from here.`, {
      code: 'take_back_by_hand',
      hint: 'Make a credit note in Moloni, or annul the document there; then link a new document, or dismiss.',
    })
  }
  const workOrder = (next === 'reissue' && (await currentWorkOrder(run, entry))) || entry.value.workOrder
  const creditNote = await creditNoteKey(run.work, documentId)
  const fingerprint = await fingerprintOf(workOrder)
  await recordRejections(run.work, WORK_ORDERS, [], [workOrder.key])
  const takingBack = { how, next, creditNote, workOrder: withoutInternalTexts(workOrder), fingerprint }
  const moved = await transition(run, entry, { state: 'takingBack', takingBack, issues: [], tries: 0 })
  if (moved && how === 'creditNote') await writeCreditNote(run, moved, creditNote)
  return moved
}

/** Leaves the document as it is for the work order as the host has it now. */
export async function keep(run: ExportRun, entry: LedgerEntry): Promise<LedgerEntry | undefined> {
  const workOrder = await currentWorkOrder(run, entry)
  if (!workOrder) {
    throw new UsageError('The host does not have this work order any more.', { code: 'work_order_gone' })
  }
  await recordRejections(run.work, WORK_ORDERS, [], [workOrder.key])
  return transition(run, entry, { kept: await fingerprintOf(workOrder) })
}
