import { mayHaveTakenEffect } from '../../errors/index.ts'
import { adoptOrStop, oldDocument, takeDocument } from './adopt.ts'
import { newAttempt, withinDeadline } from './attempt.ts'
import { isCollected } from './collect.ts'
import { type ExportRun, type LedgerEntry, transition } from './export-run.ts'
import { look, lookForOld, searchProven, unknownOfOurs } from './look.ts'
import { type MadeReady, prepareMaking } from './make-missing.ts'
import { block, endsRun, fail, isPassing, refusalIssues, type Stepped } from './outcomes.ts'
import { reportStray } from './stray.ts'
import { prepareCreditNote } from './take-back.ts'

const REDATES = 3

/** `planned`: compose the document, look whether it is there already, then create the draft. */
export async function stepPlanned(run: ExportRun, entry: LedgerEntry): Stepped {
  const { members, takesBack } = entry.value
  const prepared: MadeReady = takesBack
    ? await prepareCreditNote(run, entry)
    : await prepareMaking(run, entry.value)
  const { plan, issues, debtorNumber, missing, choice, until } = prepared
  const { kind, state: target } = members || takesBack ? frozen(entry) : choice
  // The members are looked at one by one again: those that are sound come together in another group.
  if (!plan && members) return transition(run, entry, { state: 'dismissed', issues: [...issues] })
  if (until !== undefined) return transition(run, entry, { due: until, issues: [...issues] })
  if (!plan)
    return block(run, { ...entry, value: { ...entry.value, kind, target } }, issues, {
      debtorNumber,
      missing,
    })

  const planned = { ...entry, value: { ...entry.value, kind, target, plan } }
  const { documents } = await look(run, planned)
  const decided = adoptOrStop(run, planned, documents)
  if (decided) return decided.next
  const [old] = await lookForOld(run, planned)
  if (old) return block(run, planned, [oldDocument(old)])
  if (isCollected(run.work, planned.value)) {
    return transition(run, planned, { state: 'collecting', issues: [...issues] })
  }
  const stranger = planned.value.members && (await unknownOfOurs(run, planned))
  if (stranger) return block(run, planned, [stranger])

  const { attempt, due } = newAttempt(run, 'create')
  const creating = await transition(run, planned, {
    state: 'creating',
    replace: false,
    attempt,
    due,
    issues: [...issues],
    looks: 0,
  })
  if (!creating) return undefined
  try {
    const documentId = await withinDeadline(run, attempt, (signal) =>
      run.work.platform.createDraft(plan, { signal }),
    )
    return (await takeDocument(run, creating, documentId, false)) ?? (await reportStray(run, creating))
  } catch (error) {
    return await createFailed(run, creating, error)
  }
}

/** A group is of the kind that its members had when it was formed, and a credit note is one. */
const frozen = ({ value: { kind, target } }: LedgerEntry) => ({ kind, state: target })

async function createFailed(run: ExportRun, entry: LedgerEntry, error: unknown): Stepped {
  if (mayHaveTakenEffect(error)) {
    const unknown = await transition(run, entry, { state: 'unknown', looks: 0, due: entry.value.due })
    run.work.signal?.throwIfAborted()
    return unknown ? lookAtOnce(run, unknown) : reportStray(run, entry)
  }
  if (endsRun(run, error)) {
    await transition(run, entry, { state: 'planned' })
    throw error
  }
  const refusal = run.work.platform.dateRefusal(error)
  if (refusal) return redate(run, entry, refusal.notBefore, 'planned')
  if (isPassing(error)) return fail(run, entry, error, 'planned')
  return block(run, entry, refusalIssues(error))
}

/** After a lost answer the document is usually there: if it is found, it is ours. If not, time must pass. */
async function lookAtOnce(run: ExportRun, entry: LedgerEntry): Stepped {
  try {
    return await adoptOrStop(run, entry, (await look(run, entry)).documents)?.next
  } catch (error) {
    if (endsRun(run, error)) throw error
    return undefined
  }
}

/**
 * `creating` whose owner died, or `unknown`, after the deadline and the settle time: look, wait, look again,
 * and only then create again - and only where the search is proven to find our documents.
 */
export async function stepUnknown(run: ExportRun, entry: LedgerEntry): Stepped {
  const { clock, settings } = run.work
  const { documents, certain } = await look(run, entry)
  const decided = adoptOrStop(run, entry, documents)
  if (decided) return decided.next
  if (!certain) return cannotTell(run, entry)
  const looks = entry.value.looks + 1
  if (looks < 2) {
    return transition(run, entry, { state: 'unknown', looks, due: clock.now() + settings.exports.settleMs })
  }
  if (!(await searchProven(run, entry))) return cannotTell(run, entry)
  return transition(run, entry, { state: 'planned', looks: 0 })
}

function cannotTell(run: ExportRun, entry: LedgerEntry): Stepped {
  return block(run, entry, [{ code: 'outcome_unknown', severity: 'error' }], { resume: 'unknown' })
}

/** Moves the document to the date that the series demands, or stops where the setting says so. */
export async function redate(
  run: ExportRun,
  entry: LedgerEntry,
  notBefore: string,
  state: 'planned' | 'draft',
): Stepped {
  const tries = entry.value.tries + 1
  if (run.work.settings.exports.dates.onChronology === 'block' || tries > REDATES) {
    return block(run, entry, [{ code: 'chronology', severity: 'error', thing: notBefore }])
  }
  return transition(run, entry, { state, notBefore, tries, replace: state === 'draft' })
}
