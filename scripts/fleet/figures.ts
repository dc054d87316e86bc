import type { Jobs } from './jobs.ts'
import { connectionIdOf } from './join.ts'
import type { Books } from './messages.ts'
import type { Office } from './office/office.ts'

/** What became of the work orders, by the books of Moloni and of the hosts. */
export interface Balance {
  /** Closed documents. */
  readonly documents: number
  readonly expected: number
  /** Documents beyond the first of a work order, drafts among them. */
  readonly duplicates: number
  /** Work orders that should have a document of which their host knows, and have none. */
  readonly lost: number
}

export function balanceOf(
  { documents: books }: Books,
  office: Office,
  jobs: ReadonlyMap<number, Jobs>,
): Balance {
  let [documents, expected, duplicates, lost] = [0, 0, office.contradictions(), 0]
  for (const [companyId, { expected: keys }] of jobs) {
    const booked = books[companyId] ?? []
    const closed = new Set(booked.flatMap((row) => (row.closed ? [row.documentId] : [])))
    const { workOrders } = office.host(connectionIdOf({ companyId })).state
    documents += closed.size
    expected += keys.length
    duplicates += booked.length - new Set(booked.map(({ reference }) => reference)).size
    lost += keys.filter((key) => !closed.has(workOrders.get(key)?.document?.documentId ?? 0)).length
  }
  return { documents, expected, duplicates, lost }
}

/** What the program prints. */
export interface Figures extends Balance {
  readonly connections: number
  readonly workers: number
  readonly kills: number
  readonly syncsPerSecond: number
  readonly idleRequestsPerSync: number
  readonly rssPerWorkerMb: number
}
