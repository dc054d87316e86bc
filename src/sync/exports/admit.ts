import type { WorkOrder } from '../../domain/index.ts'
import { documentChoice, eligible } from '../../mappers/index.ts'
import { recordRejections } from '../imports/rejected.ts'
import type { LedgerRecord } from '../records/ledger.ts'
import { correctMember } from './correct-member.ts'
import { type ExportRun, type LedgerEntry, ledgerIndex, transition } from './export-run.ts'
import { fingerprintOf, referenceOf } from './identity.ts'
import { startDateOf } from './start-date.ts'
import { released } from './waits.ts'

export const WORK_ORDERS = { name: 'workOrders' }

/** The ledger entry of an offered work order, brought up to date; or why it is left out. */
export type Admitted = { readonly entry: LedgerEntry } | { readonly skipped: string }

const fresh = { state: 'planned' as const, issues: [], waitsFor: [], tries: 0 }

/** Whether nothing was made of it and nothing is under way: until then rules and host may still leave it out. */
export function isUnmade({ value: { state, resume, documentId } }: LedgerEntry): boolean {
  if (documentId !== undefined) return false
  return (
    state === 'planned' ||
    state === 'collecting' ||
    ((state === 'blocked' || state === 'failed') && resume === 'planned')
  )
}

/** Takes an offered work order into the ledger, or notices what has changed since it was taken. */
export async function admit(
  run: ExportRun,
  key: string,
  existing: LedgerEntry | undefined,
  workOrder: WorkOrder,
): Promise<Admitted> {
  const fingerprint = await fingerprintOf(workOrder)
  const done = existing?.value.state === 'closed' || existing?.value.state === 'acknowledged'
  if (!done) await recordRejections(run.work, WORK_ORDERS, [], [workOrder.key])
  if (existing && !isUnmade(existing)) return update(run, existing, workOrder, fingerprint)

  const { settings, connection } = run.work
  const verdict = eligible(workOrder, settings.exports, startDateOf(run.work))
  if (verdict !== 'yes') {
    // It waits for nobody any more: a rule, a setting or the host left it out after it was taken.
    if (existing && existing.value.state !== 'planned') await transition(run, existing, fresh)
    return verdict
  }
  if (existing) return update(run, existing, workOrder, fingerprint)
  const now = run.work.clock.now()
  const { kind, state: target } = documentChoice(workOrder, settings.exports)
  const value: LedgerRecord = {
    state: 'planned',
    kind,
    target,
    workOrder: withoutInternalTexts(workOrder),
    fingerprint,
    settingsVersion: connection.settingsVersion,
    reference: await referenceOf(key),
    createdAt: now,
    updatedAt: now,
    due: now,
    tries: 0,
    looks: 0,
    replace: false,
    adopted: false,
    issues: [],
    waitsFor: [],
    trail: [
      { at: now, by: run.by, state: 'planned', settingsVersion: connection.settingsVersion, codes: [] },
    ],
  }
  await run.work.records.ledger.put({ key, expected: 'absent', value, index: ledgerIndex(run.work, value) })
  const entry = await run.work.records.ledger.get(key)
  return entry ? { entry } : { skipped: 'taken_elsewhere' }
}

async function update(
  run: ExportRun,
  entry: LedgerEntry,
  workOrder: WorkOrder,
  fingerprint: string,
): Promise<Admitted> {
  const patch = await patchFor(run, entry, workOrder, fingerprint)
  if (patch === 'dismissed') return { skipped: 'dismissed' }
  if (!patch) return { entry }
  const moved = await transition(run, entry, patch)
  return moved ? { entry: moved } : { skipped: 'taken_elsewhere' }
}

async function patchFor(
  run: ExportRun,
  { value }: LedgerEntry,
  workOrder: WorkOrder,
  fingerprint: string,
): Promise<Partial<LedgerRecord> | 'dismissed' | undefined> {
  const corrected = fingerprint !== value.fingerprint && fingerprint !== value.kept
  const { settingsVersion } = run.work.connection
  const content = { workOrder: withoutInternalTexts(workOrder), fingerprint, settingsVersion }
  const replaced = { ...content, replace: true, due: value.due }
  const redrafted = { ...content, replace: true, state: 'draft' as const, issues: [] }
  const again = { ...content, ...fresh }

  switch (value.state) {
    case 'dismissed':
      return 'dismissed'
    case 'planned':
      return corrected ? again : undefined
    case 'collecting':
      return corrected || value.settingsVersion !== settingsVersion ? again : undefined
    case 'grouped':
      return corrected && (await correctMember(run, value, content))
        ? { ...content, due: value.due }
        : undefined
    case 'failed':
      return corrected ? (value.resume === 'planned' ? again : replaced) : undefined
    case 'blocked':
      return freed(run, value, { corrected, again, replaced })
    case 'creating':
    case 'unknown':
    case 'draft':
      return corrected ? replaced : undefined
    case 'mismatch':
      return corrected && value.document?.state === 'draft' ? redrafted : undefined
    case 'closed':
    case 'acknowledged':
      // The rule leaves drafts: what is not closed can still get the corrected content.
      if (corrected && value.document?.state === 'draft' && value.group === undefined) return redrafted
      await reportCorrection(run, workOrder, corrected)
      // The host offers it still, so it has not seen our acknowledgement.
      return value.state === 'acknowledged' && !corrected ? { state: 'closed' } : undefined
    default:
      return undefined
  }
}

type Patch = Partial<LedgerRecord>

/** What becomes of a blocked work order that is offered again; undefined while it has to wait. */
async function freed(
  run: ExportRun,
  value: LedgerRecord,
  { corrected, again, replaced }: { corrected: boolean; again: Patch; replaced: Patch },
): Promise<Patch | undefined> {
  const { resume } = value
  const now = run.work.clock.now()
  const looked = value.due <= now
  // A draft that waits for its corrected content is freed like a work order that waits for its document.
  const redraft = resume === 'draft' && value.replace
  if (resume === 'planned' || redraft) {
    const free =
      corrected ||
      looked ||
      value.settingsVersion !== run.work.connection.settingsVersion ||
      (await released(run.work, value.waitsFor))
    if (!free) return undefined
    return redraft ? { ...replaced, ...fresh, state: 'draft', due: now } : again
  }
  // What failed too often, for example while Moloni was down, goes on by itself after its time.
  const gaveUp = value.issues.some(({ code }) => code === 'gave_up')
  if (!resume || !gaveUp || !looked) return undefined
  return { ...(corrected ? replaced : {}), ...fresh, state: resume, due: now }
}

/** A work order that was changed after its document was closed is a matter for a person, until it is changed back. */
export async function reportCorrection(
  run: ExportRun,
  { key, number }: WorkOrder,
  corrected: boolean,
): Promise<void> {
  const issue = { code: 'corrected_after_close', severity: 'error' as const, thing: number }
  const rejections = corrected ? [{ remoteId: key, issues: [issue], retryable: false }] : []
  await recordRejections(run.work, WORK_ORDERS, rejections, corrected ? [] : [key])
}

export function withoutInternalTexts({ internalDescription, comment, ...workOrder }: WorkOrder): WorkOrder {
  return workOrder
}
