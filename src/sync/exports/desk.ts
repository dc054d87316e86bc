import { ConflictError, NotFoundError, UsageError } from '../../errors/index.ts'
import { workDay } from '../../mappers/index.ts'
import { keyPart } from '../records/keys.ts'
import type { LedgerRecord } from '../records/ledger.ts'
import type { Work } from '../work.ts'
import { takeDocument } from './adopt.ts'
import { keep, takeBack } from './desk-taking-back.ts'
import { type ExportItem, exportItem } from './export-item.ts'
import { type ExportRun, type LedgerEntry, startExportRun, transition } from './export-run.ts'
import { groupKey, ledgerKey } from './identity.ts'
import { seen } from './step-draft.ts'

/** Who does it: kept in the trail. */
export interface ActOptions {
  /** For example a user's name or number at the host. Default `a person`. */
  readonly by?: string | undefined
}

export interface RetryOptions extends ActOptions {
  /** A person states that no document exists: then a new one is made. */
  readonly makeAgain?: boolean | undefined
}

/** Which exports are meant; all that wait when nothing is said. */
export interface ExportFilter {
  readonly state?: LedgerRecord['state'] | undefined
  /** Only those with this problem. */
  readonly code?: string | undefined
  /** Only those with this missing or wrong thing, for example a material code. */
  readonly thing?: string | undefined
}

/** What a person can do with exports. Keys are the host's keys of work orders. */
export interface ExportDesk {
  /** All exports, or some. */
  list(filter?: ExportFilter): AsyncIterable<ExportItem>
  get(key: string): Promise<ExportItem | undefined>
  /**
   * Tries a blocked, failed or mismatching export again in the next run, where it stopped.
   *
   * Errors: `not_found`, `export_not_waiting`.
   */
  retry(key: string, options?: RetryOptions): Promise<ExportItem>
  /** The same for all that wait, or some of them; answers how many. Nothing is made again that may exist. */
  retryAll(filter?: ExportFilter, options?: ActOptions): Promise<number>
  /** Never exports the work order. Errors: `not_found`, `export_not_waiting`. */
  dismiss(key: string, options?: ActOptions): Promise<ExportItem>
  /**
   * Treats all older work as done: dismisses what waits of work before the day (`YYYY-MM-DD`), and exports nothing older
   * from now on. Answers how many were dismissed.
   */
  dismissBefore(day: string, options?: ActOptions): Promise<number>
  /**
   * Takes an existing document, as it is, for the work order; the host is told in the next run.
   *
   * Errors: `not_found`, `export_not_waiting`, `document_unusable`, `document_taken`.
   */
  link(key: string, documentId: number, options?: ActOptions): Promise<ExportItem>
  /**
   * Takes a closed document back and makes a new one of the work order as the host has it now: by a credit note where its
   * kind has one, else by annulling it. Both are made by the next runs, each once.
   *
   * Errors: `not_found`, `export_not_closed`, `take_back_by_hand` with what to do, `busy`.
   */
  reissue(key: string, options?: ActOptions): Promise<ExportItem>
  /** Takes a closed document back; the work order gets no other. Errors: as `reissue`. */
  cancel(key: string, options?: ActOptions): Promise<ExportItem>
  /**
   * Leaves a closed document as it is although its work order was corrected; the problem is gone until the next correction.
   *
   * Errors: `not_found`, `export_not_closed`, `work_order_gone` when the host does not have it any more.
   */
  keep(key: string, options?: ActOptions): Promise<ExportItem>
}

const WAITING: readonly LedgerRecord['state'][] = [
  'planned',
  'collecting',
  'blocked',
  'mismatch',
  'failed',
  'unknown',
]

const WAITING_ONES = { states: WAITING, code: 'export_not_waiting' }
const CLOSED: typeof WAITING_ONES = {
  states: ['closed', 'acknowledged', 'mismatch'],
  code: 'export_not_closed',
}

export interface DeskParts {
  /** The work of the connection, when it is needed. */
  open(): Promise<Work>
  /** Moves the day before which nothing is exported. */
  startAt(day: string): Promise<void>
}

export type Act = (run: ExportRun, entry: LedgerEntry) => Promise<LedgerEntry | undefined>

/** The desk of one connection. */
export function exportDesk({ open, startAt }: DeskParts): ExportDesk {
  const openRun = async ({ by = 'a person' }: ActOptions = {}) =>
    startExportRun(await open(), {}, () => true, by)

  async function act(
    key: string,
    options: ActOptions | undefined,
    change: Act,
    { states, code } = WAITING_ONES,
  ): Promise<ExportItem> {
    const run = await openRun(options)
    const entry = await findToActOn(run.work, key)
    if (!entry) throw new NotFoundError(`There is no export of a work order "${key}".`)
    if (!states.includes(entry.value.state)) {
      throw new ConflictError(`The export is ${entry.value.state}, so this cannot be done with it.`, {
        code,
      })
    }
    const changed = await change(run, entry)
    if (!changed)
      throw new ConflictError('The export is being worked on.', { code: 'busy', hint: 'Try again.' })
    return exportItem(changed.value)
  }

  /** The same with all that wait and that are meant; one that is being worked on is left alone. */
  async function actOnAll(
    run: ExportRun,
    matches: (value: LedgerRecord) => boolean,
    change: Act,
  ): Promise<number> {
    let changed = 0
    for (const state of WAITING)
      for await (const entry of entriesOf(run.work, state))
        if (matches(entry.value) && (await change(run, entry))) changed += 1
    return changed
  }

  return {
    async *list(filter = {}) {
      const { work } = await openRun()
      for await (const { value } of entriesOf(work, filter.state))
        if (isMeant(value, filter)) yield exportItem(value)
    },
    async get(key) {
      const { work } = await openRun()
      const entry = await find(work, key)
      return entry && exportItem(entry.value)
    },
    retry: (key, options = {}) => act(key, options, options.makeAgain ? makeAgain : goOn),
    async retryAll(filter = {}, options) {
      const run = await openRun(options)
      return actOnAll(run, (value) => value.state !== 'planned' && isMeant(value, filter), goOn)
    },
    dismiss: (key, options) => act(key, options, dismiss),
    async dismissBefore(day, options) {
      // The day is moved first: what is offered in the meantime must not be taken again.
      await startAt(day)
      const run = await openRun(options)
      const isOlder = ({ workOrder, documentId }: LedgerRecord) =>
        documentId === undefined && (workDay(workOrder) ?? '') < day
      return actOnAll(run, isOlder, dismiss)
    },
    link: (key, documentId, options) => act(key, options, (run, entry) => link(run, entry, documentId)),
    reissue: (key, options) => act(key, options, (run, entry) => takeBack(run, entry, 'reissue'), CLOSED),
    cancel: (key, options) => act(key, options, (run, entry) => takeBack(run, entry, 'cancel'), CLOSED),
    keep: (key, options) => act(key, options, keep, CLOSED),
  }
}

/** By the host's key of a work order, or by the key of a collective document. */
async function find(work: Work, key: string): Promise<LedgerEntry | undefined> {
  const { ledger } = work.records
  return (
    (await ledger.get(await ledgerKey(work, key))) ?? (await ledger.get(groupKey(work, await keyPart(key))))
  )
}

/** While a document is being taken back, what waits for a person is its credit note. */
async function findToActOn(work: Work, key: string): Promise<LedgerEntry | undefined> {
  const entry = await find(work, key)
  const note = entry?.value.state === 'takingBack' ? entry.value.takingBack?.creditNote : undefined
  return (note === undefined ? undefined : await work.records.ledger.get(note)) ?? entry
}

function entriesOf({ records, scope }: Work, state?: LedgerRecord['state']): AsyncIterable<LedgerEntry> {
  return records.ledger.scan(
    state === undefined
      ? { by: 'key', prefix: `export/${scope}/` }
      : { by: 'index', prefix: `${scope}/${state}/` },
  )
}

function isMeant({ state, issues }: LedgerRecord, filter: ExportFilter): boolean {
  if (filter.state !== undefined && filter.state !== state) return false
  if (filter.code === undefined && filter.thing === undefined) return true
  return issues.some(
    ({ code, thing }) =>
      (filter.code === undefined || filter.code === code) &&
      (filter.thing === undefined || filter.thing === thing),
  )
}

const fresh = { issues: [], waitsFor: [], tries: 0, looks: 0 }

const goOn: Act = (run, entry) => {
  const { documentId, resume = 'planned' } = entry.value
  return transition(run, entry, { ...fresh, state: documentId === undefined ? resume : 'draft' })
}

const makeAgain: Act = (run, entry) => {
  const { documentId, document, attempt, plan, ...rest } = entry.value
  return transition(run, { ...entry, value: rest }, { ...fresh, state: 'planned', statedNew: true })
}

const dismiss: Act = (run, entry) => transition(run, entry, { state: 'dismissed', waitsFor: [] })

async function link(
  run: ExportRun,
  entry: LedgerEntry,
  documentId: number,
): Promise<LedgerEntry | undefined> {
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
}
