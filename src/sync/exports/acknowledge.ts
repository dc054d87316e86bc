import { contentHash } from '../../internal/hash.ts'
import type { ExportedDocument } from '../ports/host.ts'
import { type ExportRun, type LedgerEntry, transition } from './export-run.ts'
import { pauseAfter, type Stepped } from './outcomes.ts'

/** `closed`: tell the host. Until the host confirms, it is told again, with growing pauses and without end. */
export async function stepAcknowledge(run: ExportRun, entry: LedgerEntry): Stepped {
  const source = run.work.host.workOrders
  const document = exportedDocument(run, entry)
  if (!source || !document) return undefined
  try {
    await source.acknowledge(entry.value.workOrder, document)
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
      issues: [{ code: 'acknowledge_failed', severity: 'error', details: { tries } }],
    })
    return undefined
  }
  run.report(entry.value.kind).acknowledged += 1
  return transition(run, entry, { state: 'acknowledged', issues: [], tries: 0 })
}

/** Tells the host once why a work order waits for a person; again when the reasons change. */
export async function tellHost(run: ExportRun, entry: LedgerEntry): Promise<void> {
  const source = run.work.host.workOrders
  const { state, issues, workOrder, toldHost } = entry.value
  if (!source?.reject || (state !== 'blocked' && state !== 'mismatch')) return
  const told = await contentHash(issues)
  if (told === toldHost) return
  try {
    await source.reject(workOrder, issues)
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
  return { platform, companyId, kind, documentId, reference, ...document }
}
