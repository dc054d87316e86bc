import type { DocumentKind, Issue } from '../../domain/index.ts'
import { documentKind } from '../../domain/index.ts'
import { today } from '../today.ts'
import { newAttempt, withinDeadline } from './attempt.ts'
import { type ExportRun, type LedgerEntry, ledgerIndex, transition } from './export-run.ts'
import { referenceOf } from './identity.ts'
import { fail, type Stepped } from './outcomes.ts'
import type { Prepared } from './prepare.ts'

const LOOK_AGAIN = 60_000

/**
 * `takingBack`: the closed document is annulled, or waits for its credit note, which has an entry of its own and is made like
 * any other document. Then the work order is done, or gets a new document under another key.
 */
export async function stepTakeBack(run: ExportRun, entry: LedgerEntry): Stepped {
  const { takingBack, kind, documentId } = entry.value
  const made = documentKind.safeParse(kind)
  if (!takingBack || documentId === undefined || !made.success) return undefined
  return takingBack.how === 'annul'
    ? annul(run, entry, made.data, documentId)
    : awaitCreditNote(run, entry, takingBack.creditNote)
}

async function annul(run: ExportRun, entry: LedgerEntry, kind: DocumentKind, documentId: number): Stepped {
  const { platform, signal } = run.work
  const before = await platform.document(kind, documentId, { signal })
  if (before && before.status !== 'annulled') {
    const { attempt } = newAttempt(run, 'close')
    await withinDeadline(run, attempt, (until) =>
      platform.annul(kind, documentId, entry.value.workOrder.number, { signal: until }),
    )
    const after = await platform.document(kind, documentId, { signal })
    if (after && after.status !== 'annulled') return fail(run, entry, undefined, 'takingBack', 'not_annulled')
  }
  return conclude(run, entry)
}

async function awaitCreditNote(run: ExportRun, entry: LedgerEntry, key: string): Stepped {
  const note = await run.work.records.ledger.get(key)
  if (note?.value.state === 'acknowledged') return conclude(run, entry, note.value.documentId)
  if (!note) await writeCreditNote(run, entry, key)
  // What holds the credit note up is said at its own entry.
  return transition(run, entry, { state: 'takingBack', due: run.work.clock.now() + LOOK_AGAIN })
}

/** The entry of the credit note. Whoever writes it first, there is one. */
export async function writeCreditNote(
  run: ExportRun,
  { key, value }: LedgerEntry,
  at: string,
): Promise<void> {
  const { records, clock, connection } = run.work
  const now = clock.now()
  const note = {
    state: 'planned' as const,
    kind: 'creditNote' as const,
    target: 'closed' as const,
    takesBack: key,
    workOrder: value.workOrder,
    fingerprint: value.fingerprint,
    settingsVersion: connection.settingsVersion,
    reference: await referenceOf(at),
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
  await records.ledger.put({ key: at, expected: 'absent', value: note, index: ledgerIndex(run.work, note) })
}

/** The credit note takes back the whole document as it was planned: same customer, series, lines and totals. */
export async function prepareCreditNote(run: ExportRun, { value }: LedgerEntry): Promise<Prepared> {
  const choice = { kind: 'invoice', state: 'closed' } as const
  const original = value.takesBack ? await run.work.records.ledger.get(value.takesBack) : undefined
  const { plan, documentId, kind } = original?.value ?? {}
  const credited = documentKind.safeParse(kind)
  if (!plan || documentId === undefined || !credited.success) {
    const issues: Issue[] = [{ code: 'credit_by_hand', severity: 'error', thing: value.workOrder.number }]
    return { choice, issues, missing: [] }
  }
  const day = today(run.work.clock.now(), run.work.settings.timeZone)
  const date = value.notBefore && value.notBefore > day ? value.notBefore : day
  const { payments, maturityDateId, notes, ...rest } = plan
  const credits = { kind: credited.data, documentId }
  const note = {
    ...rest,
    kind: 'creditNote' as const,
    reference: value.reference,
    date,
    dueDate: date,
    credits,
  }
  return { choice, issues: [], missing: [], plan: note }
}

/** The document is taken back: the entry is done with it for good, or begins again with another key. */
async function conclude(run: ExportRun, entry: LedgerEntry, creditNoteId?: number): Stepped {
  const { takingBack, documentId, document, attempt, plan, ...rest } = entry.value
  if (!takingBack || documentId === undefined) return undefined
  const taken = {
    documentId,
    totalCents: document?.totalCents ?? plan?.totals.netCents ?? 0,
    takenBackAt: run.work.clock.now(),
    ...(document?.name === undefined ? {} : { name: document.name }),
    ...(creditNoteId === undefined ? {} : { creditNoteId }),
  }
  const history = [...(entry.value.history ?? []), taken]
  if (takingBack.next === 'cancel') {
    return transition(
      run,
      { ...entry, value: { ...rest, documentId, document, attempt, plan } },
      { state: 'superseded', history, issues: [] },
    )
  }
  return transition(
    run,
    { ...entry, value: { ...rest, workOrder: takingBack.workOrder, fingerprint: takingBack.fingerprint } },
    {
      state: 'planned',
      history,
      reference: await referenceOf(`${entry.key}/${history.length}`),
      issues: [],
      waitsFor: [],
      tries: 0,
      looks: 0,
      replace: false,
      adopted: false,
    },
  )
}
