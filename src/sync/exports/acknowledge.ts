import type { Issue } from '../../domain/index.ts'
import { isError } from '../../errors/index.ts'
import { contentHash } from '../../internal/hash.ts'
import type { ExportedDocument, WorkOrderSource } from '../ports/host.ts'
import { reportCorrection } from './admit.ts'
import { mailOnce, printedDocument } from './after.ts'
import { currentWorkOrder } from './current-work-order.ts'
import { type ExportRun, type LedgerEntry, transition } from './export-run.ts'
import { fingerprintOf } from './identity.ts'
import { pauseAfter, type Stepped } from './outcomes.ts'

/** `closed`: tell the host. Until the host confirms, it is told again, with growing pauses and without end. */
export async function stepAcknowledge(run: ExportRun, entry: LedgerEntry): Stepped {
  // The host is not told of a credit note: the entry that it takes back goes on by itself.
  if (entry.value.takesBack !== undefined) return transition(run, entry, { state: 'acknowledged', tries: 0 })
  const source = run.work.host.workOrders
  const bare = exportedDocument(run, entry)
  if (!source || !bare) return undefined
  const printed = await printedDocument(run, entry)
  if (!printed) return undefined
  const mailed = await mailOnce(run, printed.entry)
  if (!mailed) return undefined
  const document = { ...bare, ...(printed.pdf ? { pdf: printed.pdf } : {}) }
  return tell(run, mailed.entry, source, document, [...printed.issues, ...mailed.issues])
}

async function tell(
  run: ExportRun,
  entry: LedgerEntry,
  source: WorkOrderSource,
  document: ExportedDocument,
  warnings: readonly Issue[],
): Stepped {
  try {
    if (entry.value.members) await acknowledgeMembers(run, entry, source, document)
    else await acknowledge(run, entry, source, document)
  } catch (error) {
    run.work.signal?.throwIfAborted()
    const tries = entry.value.tries + 1
    run.work.logger.warn('the host did not take an acknowledgement', {
      key: entry.key,
      error: error instanceof Error ? error.name : 'unknown',
    })
    await transition(run, entry, {
      state: 'closed',
      tries,
      due: run.work.clock.now() + pauseAfter(tries),
      issues: [unconfirmed(entry, error, tries)],
    })
    return undefined
  }
  if (!entry.value.members) run.report(entry.value.kind).acknowledged += 1
  return transition(run, entry, { state: 'acknowledged', issues: [...warnings], tries: 0 })
}

/** A host that took it, and says that the work order was changed since it was billed, has taken it: a person is told. */
async function acknowledge(
  run: ExportRun,
  entry: LedgerEntry,
  source: WorkOrderSource,
  document: ExportedDocument,
): Promise<void> {
  const { workOrder, fingerprint, kept } = entry.value
  try {
    await source.acknowledge(workOrder, document)
  } catch (error) {
    if (!isError(error, 'ConflictError') || error.code !== 'changed_before_acknowledge') throw error
    const now = await currentWorkOrder(run, entry)
    const isBilled = now !== undefined && [fingerprint, kept].includes(await fingerprintOf(now))
    await reportCorrection(run, workOrder, !isBilled)
  }
}

function unconfirmed({ value }: LedgerEntry, error: unknown, tries: number): Issue {
  const reopened = isError(error, 'ConflictError') && error.code === 'reopened_before_acknowledge'
  return reopened
    ? { code: 'reopened_after_close', severity: 'error', thing: value.workOrder.number }
    : { code: 'acknowledge_failed', severity: 'error', details: { tries } }
}

/** Tells the host of the members one by one; those that it has confirmed are not told again. */
async function acknowledgeMembers(
  run: ExportRun,
  { key, value }: LedgerEntry,
  source: WorkOrderSource,
  document: ExportedDocument,
): Promise<void> {
  const { documentId, document: last } = value
  for (const { key: memberKey } of value.members ?? []) {
    const member = await run.work.records.ledger.get(memberKey)
    if (member?.value.state !== 'grouped' || member.value.group !== key) continue
    await acknowledge(run, member, source, document)
    await transition(run, member, { state: 'acknowledged', documentId, document: last, issues: [] })
    run.report(value.kind).acknowledged += 1
    await run.work.beat()
  }
}

/** Tells the host once why a work order waits for a person; again when the reasons change. */
export async function tellHost(run: ExportRun, entry: LedgerEntry): Promise<void> {
  const source = run.work.host.workOrders
  const { state, issues, workOrder, members, toldHost } = entry.value
  if (!source?.reject || (state !== 'blocked' && state !== 'mismatch')) return
  const told = await contentHash(issues)
  const workStatus = run.work.settings.exports.after.workStatusAfterFailure
  if (told === toldHost) return
  try {
    for (const refused of members?.map((member) => member.workOrder) ?? [workOrder])
      await source.reject(refused, issues, { workStatus })
  } catch (error) {
    run.work.signal?.throwIfAborted()
    run.work.logger.warn('the host did not take a rejection', {
      key: entry.key,
      error: error instanceof Error ? error.name : 'unknown',
    })
    return
  }
  await transition(run, entry, { toldHost: told, due: entry.value.due })
}

function exportedDocument(run: ExportRun, { value }: LedgerEntry): ExportedDocument | undefined {
  const { documentId, document, reference, kind } = value
  if (documentId === undefined || !document) return undefined
  const { platform, companyId } = run.work.connection
  const { workStatusAfterSuccess: workStatus } = run.work.settings.exports.after
  return {
    platform,
    companyId,
    kind,
    documentId,
    reference,
    ...document,
    ...(workStatus === undefined ? {} : { workStatus }),
  }
}
