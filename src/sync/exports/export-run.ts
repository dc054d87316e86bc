import type { MadeKind } from '../../domain/index.ts'
import type { BillingCustomer, CatalogueProduct } from '../../mappers/index.ts'
import type { Account } from '../platforms/platform.ts'
import type { Missing, MissingOutcome } from '../push/create-missing.ts'
import type { Entry } from '../records/collection.ts'
import { timePart } from '../records/keys.ts'
import type { LedgerRecord } from '../records/ledger.ts'
import { type ExportReport, emptyExportReport } from '../records/run.ts'
import type { Work } from '../work.ts'
import { trailOf } from './trail.ts'

export type LedgerEntry = Entry<LedgerRecord>

/** One run over the work orders of a connection. What Moloni was asked is asked once. */
export interface ExportRun {
  readonly work: Work
  /** Who acts, for the trail: `engine`, or a person at the desk. */
  readonly by: string
  /** What the run did, by kind of document; a kind that was not there before begins at nothing. */
  report(kind: MadeKind): ExportReport
  /** Whether documents of the kind take part in this run. */
  takes(kind: MadeKind): boolean
  /** A failure of it stops the run: it says nothing about a single work order. */
  account(): Promise<Account>
  /** The failure that stopped the run. */
  readonly stoppedBy: unknown
  customers(number: string): Promise<readonly BillingCustomer[]>
  products(reference: string): Promise<readonly CatalogueProduct[]>
  /** What became of the records that work orders name and Moloni did not have. */
  readonly made: Map<string, Promise<MissingOutcome>>
  /** Has Moloni asked for it again. */
  forget(thing: Pick<Missing, 'kind' | 'key'>): void
}

/** What a run did with work orders. */
export interface ExportTally {
  /** By kind of document. */
  readonly reports: Partial<Record<MadeKind, ExportReport>>
  /** Offered work orders that wait for a person, by reason. */
  readonly blockedBy: Record<string, number>
}

export function startExportRun(
  work: Work,
  reports: ExportTally['reports'] = {},
  takes: (kind: MadeKind) => boolean = () => true,
  by = 'engine',
): ExportRun {
  const { platform, signal } = work
  let account: Promise<Account> | undefined
  const customers = new Map<string, Promise<readonly BillingCustomer[]>>()
  const products = new Map<string, Promise<readonly CatalogueProduct[]>>()
  let stoppedBy: unknown
  return {
    work,
    by,
    takes,
    report(kind) {
      const report = reports[kind] ?? emptyExportReport()
      reports[kind] = report
      return report
    },
    get stoppedBy() {
      return stoppedBy
    },
    account() {
      account ??= platform.account({ signal }).catch((error: unknown) => {
        stoppedBy = error
        throw error
      })
      return account
    },
    customers: (number) => once(customers, number, () => platform.customersByNumber(number, { signal })),
    products: (reference) =>
      once(products, reference, () => platform.productsByReference(reference, { signal })),
    made: new Map(),
    forget({ kind, key }) {
      if (kind === 'relations') customers.delete(key)
      else products.delete(key)
    },
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const asked = known.get(key) ?? ask()
  known.set(key, asked)
  asked.catch(() => known.delete(key))
  return asked
}

/**
 * Moves an entry on by compare-and-set. Undefined when somebody else moved it in the meantime: then it is
 * theirs, and nothing more is done with it in this run.
 */
export async function transition(
  run: ExportRun,
  entry: LedgerEntry,
  patch: Partial<LedgerRecord>,
): Promise<LedgerEntry | undefined> {
  const { ledger } = run.work.records
  const now = run.work.clock.now()
  const next: LedgerRecord = { ...entry.value, due: now, ...patch, updatedAt: now }
  const value = { ...next, trail: trailOf(run, entry.value, next) }
  const index = ledgerIndex(run.work, value)
  return ledger.replace({ key: entry.key, expected: entry.version, value, index })
}

export function ledgerIndex(
  work: Pick<Work, 'scope'>,
  { state, due, stripped }: Pick<LedgerRecord, 'state' | 'due' | 'stripped'>,
): string {
  // What has nothing left to forget is not looked at again.
  return `${work.scope}/${stripped ? 'stripped' : state}/${timePart(due)}`
}
