import type { ExportState } from '../records/ledger.ts'
import { stepAcknowledge, tellHost } from './acknowledge.ts'
import { type ExportRun, type LedgerEntry, transition } from './export-run.ts'
import { endsRun, fail, type Stepped } from './outcomes.ts'
import { stepPlanned, stepUnknown } from './step-create.ts'
import { stepClosing, stepDraft } from './step-draft.ts'
import { stepTakeBack } from './take-back.ts'

type Step = (run: ExportRun, entry: LedgerEntry) => Stepped

/** What is done with an entry whose time has come. States that are not here wait for a person, or are done. */
const STEPS: Partial<Record<ExportState, Step>> = {
  planned: stepPlanned,
  creating: stepUnknown,
  unknown: stepUnknown,
  draft: stepDraft,
  closing: stepClosing,
  closed: stepAcknowledge,
  takingBack: stepTakeBack,
  failed: (run, entry) => transition(run, entry, { state: entry.value.resume ?? 'planned' }),
}

/** Drives one entry as far as it goes without waiting; answers where it stands. */
export async function drive(run: ExportRun, start: LedgerEntry): Promise<LedgerEntry> {
  let entry = start
  for (;;) {
    await run.work.beat()
    const step = entry.value.due > run.work.clock.now() ? undefined : STEPS[entry.value.state]
    if (!step) break
    const next = await attempt(run, entry, step)
    if (!next) break
    count(run, entry, next)
    entry = next
  }
  const final = (await run.work.records.ledger.get(entry.key)) ?? entry
  await tellHost(run, final)
  return final
}

async function attempt(run: ExportRun, entry: LedgerEntry, step: Step): Stepped {
  try {
    return await step(run, entry)
  } catch (error) {
    if (endsRun(run, error)) throw error
    return fail(run, entry, error, entry.value.state === 'creating' ? 'unknown' : entry.value.state)
  }
}

function count(run: ExportRun, before: LedgerEntry, after: LedgerEntry): void {
  if (before.value.state === after.value.state || after.value.state !== 'closed') return
  const report = run.report(after.value.kind)
  report.exported += 1
  if (after.value.adopted) report.adopted += 1
}
