import type { Issue, MadeKind } from '../../domain/index.ts'
import { mayHaveTakenEffect } from '../../errors/index.ts'
import type { FoundDocument } from '../platforms/platform.ts'
import { annulledIssue, living, takeDocument, twins } from './adopt.ts'
import { newAttempt, withinDeadline } from './attempt.ts'
import { type ExportRun, type LedgerEntry, transition } from './export-run.ts'
import { look } from './look.ts'
import { prepareMaking } from './make-missing.ts'
import { block, endsRun, fail, isPassing, refusalIssues, type Stepped } from './outcomes.ts'
import { redate } from './step-create.ts'

/**
 * `draft`: look once more. Only a draft that is alone under our key and has the planned content and totals
 * goes on; one that a person closed is taken as closed, one that a person changed is never closed.
 */
export async function stepDraft(run: ExportRun, entry: LedgerEntry): Stepped {
  const { documentId } = entry.value
  if (documentId === undefined) return transition(run, entry, { state: 'planned' })
  if (entry.value.replace) return replaceDraft(run, entry, documentId)

  const { documents, certain } = await look(run, entry)
  if (!certain) return fail(run, entry, undefined, 'draft', 'search_uncertain')
  const alive = living(documents)
  const own = documents.find((document) => document.documentId === documentId)
  if (alive.some((document) => document !== own) && own) return block(run, entry, [twins(alive)])
  return own ? judge(run, entry, own) : missingFromSearch(run, entry, documentId, alive)
}

/** The search does not show our draft: it is not shown yet, or a person deleted it, perhaps in favour of a copy. */
async function missingFromSearch(
  run: ExportRun,
  entry: LedgerEntry,
  documentId: number,
  alive: readonly FoundDocument[],
): Stepped {
  const { platform, signal } = run.work
  const document = await platform.document(entry.value.kind, documentId, { signal })
  if (document?.status === 'annulled') return block(run, entry, [annulledIssue(documentId)])
  if (document && alive.length > 0) return block(run, entry, [twins([document, ...alive])])
  if (document) return fail(run, entry, undefined, 'draft', 'not_found_by_search')
  const [copy] = alive
  if (copy && alive.length === 1) return takeDocument(run, entry, copy.documentId, true)
  if (copy) return block(run, entry, [twins(alive)])
  return block(run, entry, [{ code: 'draft_gone', severity: 'error', details: { documentId } }])
}

async function judge(run: ExportRun, entry: LedgerEntry, document: FoundDocument): Stepped {
  if (document.status === 'annulled') return block(run, entry, [annulledIssue(document.documentId)])
  const leave = entry.value.target === 'draft'
  const differences = differencesOf(entry, document)
  if (differences.length > 0 || document.status === 'closed' || leave) {
    return settle(run, entry, document, differences)
  }
  return closeDraft(run, entry, document)
}

/** `closed` when the document is as planned, else `mismatch`: then the host is not told that all is well. */
async function settle(
  run: ExportRun,
  entry: LedgerEntry,
  document: FoundDocument,
  issues: readonly Issue[],
): Stepped {
  return transition(run, entry, {
    state: issues.length > 0 ? 'mismatch' : 'closed',
    document: seen(document),
    issues: [...issues],
    waitsFor: [],
    tries: 0,
  })
}

/** How the document in Moloni differs from the plan, field by field. */
function differencesOf({ value: { plan } }: LedgerEntry, document: FoundDocument): Issue[] {
  const { documentId } = document
  if (!plan) return [{ code: 'mismatch', severity: 'error', details: { documentId } }]
  const { differences, causes } = document.compare(plan)
  return differences.map(({ field, expected, actual }) => ({
    code: causes[0] ?? 'mismatch',
    field,
    severity: 'error',
    details: { expected, actual, documentId },
  }))
}

/** Closes the draft that was just found alone and right. */
async function closeDraft(run: ExportRun, entry: LedgerEntry, { documentId }: FoundDocument): Stepped {
  const { platform } = run.work
  const { plan } = entry.value
  if (!plan) return undefined
  const { attempt, due } = newAttempt(run, 'close')
  const closing = await transition(run, entry, { state: 'closing', attempt, due })
  if (!closing) return undefined
  try {
    await withinDeadline(run, attempt, (signal) => platform.close(documentId, plan, { signal }))
  } catch (error) {
    return closeFailed(run, closing, documentId, error)
  }
  return confirmClosed(run, closing, documentId)
}

async function closeFailed(run: ExportRun, entry: LedgerEntry, documentId: number, error: unknown): Stepped {
  if (mayHaveTakenEffect(error)) {
    run.work.signal?.throwIfAborted()
    return confirmClosed(run, entry, documentId)
  }
  if (endsRun(run, error)) {
    await transition(run, entry, { state: 'draft' })
    throw error
  }
  const refusal = run.work.platform.dateRefusal(error)
  if (refusal) return redate(run, entry, refusal.notBefore, 'draft')
  if (isPassing(error)) return fail(run, entry, error, 'draft')
  const closed = await confirmClosed(run, entry, documentId)
  return closed ?? block(run, entry, refusalIssues(error))
}

/** Undefined while the document is not closed: the entry stays `closing` until its time has passed. */
async function confirmClosed(run: ExportRun, entry: LedgerEntry, documentId: number): Stepped {
  const { platform, signal } = run.work
  const document = await platform.document(entry.value.kind, documentId, { signal })
  if (document?.status !== 'closed') return undefined
  return settle(run, entry, document, differencesOf(entry, document))
}

/**
 * `closing` after its deadline and settle time: closed, or a draft that the next run judges again, once it
 * has seen whether the work order was corrected in the meantime.
 */
export async function stepClosing(run: ExportRun, entry: LedgerEntry): Stepped {
  const { documentId } = entry.value
  const closed = documentId === undefined ? undefined : await confirmClosed(run, entry, documentId)
  return closed ?? transition(run, entry, { state: 'draft', due: run.work.clock.now() + 1 })
}

/** Gives the draft the content of the corrected work order, or the date that its series demands. */
async function replaceDraft(run: ExportRun, entry: LedgerEntry, documentId: number): Stepped {
  const { platform, signal } = run.work
  const { kind } = entry.value
  const document = await platform.document(kind, documentId, { signal })
  if (document?.status === 'draft') {
    const { plan, issues, debtorNumber, choice, until } = await prepareMaking(run, entry.value)
    if (choice.kind !== kind && !entry.value.members)
      return block(run, entry, [kindChanged(kind, choice.kind, documentId)])
    if (until !== undefined) return transition(run, entry, { due: until, issues: [...issues] })
    if (!plan) return block(run, entry, issues, { debtorNumber })
    const { attempt } = newAttempt(run, 'replace')
    try {
      await withinDeadline(run, attempt, (until) =>
        platform.replaceDraft(documentId, plan, { signal: until }),
      )
    } catch (error) {
      if (mayHaveTakenEffect(error) || isPassing(error) || endsRun(run, error)) throw error
      const refusal = platform.dateRefusal(error)
      if (refusal) return redate(run, entry, refusal.notBefore, 'draft')
      return block(run, entry, refusalIssues(error))
    }
    return transition(run, entry, {
      state: 'draft',
      plan,
      attempt,
      target: entry.value.members ? entry.value.target : choice.state,
      replace: false,
    })
  }
  return transition(run, entry, { state: 'draft', replace: false })
}

/** A draft cannot become another kind of document. */
function kindChanged(kind: MadeKind, wanted: MadeKind, documentId: number): Issue {
  return { code: 'kind_changed', severity: 'error', details: { kind, wanted, documentId } }
}

/** What the ledger remembers of a document. */
export function seen(document: FoundDocument) {
  const { status, number, series, name, date, netCents } = document
  return {
    state: status === 'draft' ? ('draft' as const) : ('closed' as const),
    totalCents: netCents,
    ...(number === undefined ? {} : { number }),
    ...(series === undefined ? {} : { series }),
    ...(name === undefined ? {} : { name }),
    ...(date === undefined ? {} : { date }),
  }
}
