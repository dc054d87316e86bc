import { ConflictError, NotFoundError, UsageError } from '../../errors/index.ts'
import type { LedgerRecord } from '../records/ledger.ts'
import type { Work } from '../work.ts'
import { takeDocument } from './adopt.ts'
import { type ExportRun, type LedgerEntry, startExportRun, transition } from './export-run.ts'
import { ledgerKey } from './identity.ts'
import { seen } from './step-draft.ts'

/** The export of one work order, as a person sees it. */
export type ExportItem = Pick<
  LedgerRecord,
  'state' | 'kind' | 'reference' | 'documentId' | 'document' | 'plan' | 'issues' | 'tries' | 'adopted'
> & {
  /** The host's key of the work order. */
  readonly key: string
  readonly number: string
  /** When it is looked at again, ISO instant. */
  readonly due: string
  readonly updatedAt: string
}

/** What a person can do with exports. Keys are the host's keys of work orders. */
export interface ExportDesk {
  /** All exports, or those in one state. */
  list(filter?: { readonly state?: LedgerRecord['state'] | undefined }): AsyncIterable<ExportItem>
  get(key: string): Promise<ExportItem | undefined>
  /**
   * Tries a blocked, failed or mismatching export again in the next run, where it stopped. With
   * `makeAgain` a person states that no document exists: then a new one is made.
   *
   * Errors: `not_found`, `export_not_waiting`.
   */
  retry(key: string, options?: { readonly makeAgain?: boolean | undefined }): Promise<ExportItem>
  /** Never exports the work order. Errors: `not_found`, `export_not_waiting`. */
  dismiss(key: string): Promise<ExportItem>
  /**
   * Takes an existing document, as it is, for the work order; the host is told in the next run.
   *
   * Errors: `not_found`, `export_not_waiting`, `document_unusable`, `document_taken`.
   */
  link(key: string, documentId: number): Promise<ExportItem>
}

const WAITING: readonly LedgerRecord['state'][] = ['planned', 'blocked', 'mismatch', 'failed', 'unknown']

/** The desk of one connection; `open` gives the work of the connection when it is needed. */
export function exportDesk(open: () => Promise<Work>): ExportDesk {
  async function act(
    key: string,
    change: (run: ExportRun, entry: LedgerEntry) => Promise<LedgerEntry | undefined>,
  ): Promise<ExportItem> {
    const run = await openRun(open)
    const entry = await find(run, key)
    if (!entry) throw new NotFoundError(`There is no export of a work order "${key}".`)
    if (!WAITING.includes(entry.value.state)) {
      throw new ConflictError(`The export is ${entry.value.state}, so this cannot be done with it.`, {
        code: 'export_not_waiting',
      })
    }
    const changed = await change(run, entry)
    if (!changed)
      throw new ConflictError('The export is being worked on.', { code: 'busy', hint: 'Try again.' })
    return item(changed)
  }

  return {
    async *list({ state } = {}) {
      const run = await openRun(open)
      const { ledger } = run.work.records
      const query =
        state === undefined
          ? ({ by: 'key', prefix: `export/${run.work.scope}/` } as const)
          : ({ by: 'index', prefix: `${run.work.scope}/${state}/` } as const)
      for await (const entry of ledger.scan(query)) yield item(entry)
    },
    async get(key) {
      const run = await openRun(open)
      const entry = await find(run, key)
      return entry && item(entry)
    },
    retry: (key, { makeAgain = false } = {}) =>
      act(key, (run, entry) => {
        const fresh = { issues: [], waitsFor: [], tries: 0, looks: 0 }
        if (!makeAgain) {
          const state = entry.value.documentId === undefined ? (entry.value.resume ?? 'planned') : 'draft'
          return transition(run, entry, { ...fresh, state })
        }
        const { documentId, document, attempt, plan, ...rest } = entry.value
        return transition(run, { ...entry, value: rest }, { ...fresh, state: 'planned' })
      }),
    dismiss: (key) => act(key, (run, entry) => transition(run, entry, { state: 'dismissed', waitsFor: [] })),
    link: (key, documentId) =>
      act(key, async (run, entry) => {
        const { platform, signal } = run.work
        const { kind } = entry.value
        const found = await platform.document(kind, documentId, { signal })
        if (!found || found.kind !== kind || found.status === 'annulled') {
          throw new UsageError(`Document ${documentId} is not a living ${kind}.`, {
            code: 'document_unusable',
            hint: 'Give the id of the document that belongs to the work order.',
          })
        }
        const taken = await takeDocument(run, entry, documentId, true)
        if (taken?.value.state === 'blocked') {
          throw new ConflictError(`Document ${documentId} belongs to another work order.`, {
            code: 'document_taken',
          })
        }
        return taken && transition(run, taken, { state: 'closed', document: seen(found) })
      }),
  }
}

async function openRun(open: () => Promise<Work>): Promise<ExportRun> {
  return startExportRun(await open())
}

async function find(run: ExportRun, key: string): Promise<LedgerEntry | undefined> {
  return run.work.records.ledger.get(await ledgerKey(run.work, key))
}

function item({ value }: LedgerEntry): ExportItem {
  const {
    workOrder,
    state,
    kind,
    reference,
    documentId,
    document,
    plan,
    issues,
    tries,
    adopted,
    due,
    updatedAt,
  } = value
  return {
    key: workOrder.key,
    number: workOrder.number,
    kind,
    state,
    reference,
    issues,
    tries,
    adopted,
    due: new Date(due).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    ...(documentId === undefined ? {} : { documentId }),
    ...(document === undefined ? {} : { document }),
    ...(plan === undefined ? {} : { plan }),
  }
}
