import type { Issue } from '../../domain/index.ts'
import { createMissing, type Missing, type MissingOutcome } from '../push/create-missing.ts'
import type { LedgerRecord } from '../records/ledger.ts'
import type { ExportRun } from './export-run.ts'
import { type Prepared, prepare, stops } from './prepare.ts'

/** Until a search shows what was made, ms. */
const LAG = 60_000

/** The document of a work order, or when it is composed again. */
export interface MadeReady extends Prepared {
  /** Until then (ms) nobody knows whether what is missing was made. */
  readonly until?: number
}

/** Composes the document, and first makes in Moloni what the settings let the engine make. */
export async function prepareMaking(
  run: ExportRun,
  value: Pick<LedgerRecord, 'workOrder' | 'members' | 'reference' | 'notBefore'>,
): Promise<MadeReady> {
  const prepared = await prepare(run, value)
  const { missing } = prepared
  // What comes together on one document was made work order by work order.
  if (missing.length === 0 || prepared.issues.some(stops) || value.members) return prepared
  const issues: Issue[] = prepared.issues.filter(({ code }) => code !== 'will_be_created')
  const waits: number[] = []
  for (const thing of missing) {
    const outcome = await made(run, thing)
    if (outcome.is === 'blocked') issues.push(...outcome.issues)
    else if (outcome.is === 'waiting') {
      issues.push({ code: 'being_created', severity: 'warning', thing: thing.key })
      waits.push(outcome.until)
    }
  }
  if (waits.length > 0 || issues.some(stops)) {
    return { ...prepared, issues, ...(issues.some(stops) ? {} : { until: Math.max(...waits) }) }
  }
  const complete = await prepare(run, value)
  if (complete.missing.length === 0) return complete
  // It is there, and the search does not show it yet.
  return { ...complete, until: run.work.clock.now() + LAG }
}

/** What is made once stands for every work order of the run that tells the same of it. */
async function made(run: ExportRun, thing: Missing): Promise<MissingOutcome> {
  const key = JSON.stringify(thing)
  const outcome = await (run.made.get(key) ?? createMissing(run.work, thing))
  run.made.set(key, Promise.resolve(outcome))
  run.forget(thing)
  return outcome
}
