import { nextHex } from '../../http/random.ts'
import { dayText } from '../dates.ts'
import { type CompanyCall, type Problem, problem } from '../operation.ts'
import type { CompanyState } from '../state.ts'
import { signature } from './build.ts'
import type { DocumentKind } from './kinds/kind.ts'
import { originProblems } from './origins.ts'
import { partyField } from './party.ts'
import { paymentSumProblems } from './payments.ts'
import { reconcile } from './reconciling.ts'
import { relationProblems, toldProblems } from './relations.ts'
import type { DocumentRow } from './row.ts'
import { moveLines } from './stock.ts'

type InSeries = Pick<DocumentRow, 'documentTypeId' | 'documentSetId' | 'year'>

/** How far a set has come for a type: the last day, and the highest number of a year. */
function progress({ documents }: CompanyState, at: InSeries): { day: string; number: number } {
  const last = { day: '', number: 0 }
  for (const row of documents) {
    const same = row.documentTypeId === at.documentTypeId && row.documentSetId === at.documentSetId
    if (!same || row.number === null) continue
    const day = dayText(row.date)
    if (row.status === 1 && day > last.day) last.day = day
    if (row.year === at.year) last.number = Math.max(last.number, row.number)
  }
  return last
}

/** The number that the next document gets. */
export function nextNumber(company: CompanyState, at: InSeries): number {
  return progress(company, at).number + 1
}

/**
 * What keeps a draft from being closed. What it names may have changed since it was written. That dates follow each
 * other within a set is the law in Portugal; how the API says so is not known.
 */
export function closingProblems(call: CompanyCall, kind: DocumentKind, row: DocumentRow): Problem[] {
  const { company, behaviour } = call
  const found = paymentSumProblems(kind, row)
  if (behaviour.chronological && dayText(row.date) < progress(company, row).day) {
    found.push(problem('date', 'The date is earlier than that of the last closed document of this set'))
  }
  return [
    ...found,
    ...relationProblems(call, kind, row.relatedWith, row[partyField(kind)]),
    ...toldProblems(call, kind, row.relatedWith, row.totalValue),
    ...originProblems(call, kind, row.products),
  ]
}

/** Numbers and locks a draft; what it names is used up, goods leave or enter the stock. */
export function close(call: CompanyCall, kind: DocumentKind, row: DocumentRow): void {
  const { company, state, behaviour } = call
  row.number ??= nextNumber(company, row)
  row.status = 1
  row.updated = signature(call)
  if (behaviour.platform === 'on' && kind.signed) {
    row.hash = nextHex(state, 40)
    row.hashControl = 1
  }
  reconcile(call, kind, row)
  moveLines(call, kind, row, 1)
}
