import {
  type DocumentPlan,
  type Issue,
  type MadeKind,
  workOrder as workOrderSchema,
} from '../domain/index.ts'
import { chosenKinds, documentChoice, eligible } from '../mappers/index.ts'
import { type ExportRun, startExportRun } from './exports/export-run.ts'
import { ledgerKey, referenceOf } from './exports/identity.ts'
import { prepare, stops } from './exports/prepare.ts'
import { startDateOf } from './exports/start-date.ts'
import { compareItems } from './imports/compare.ts'
import { wantedKinds } from './imports/sinks.ts'
import { windowStart } from './imports/window.ts'
import type { ImportKind, ImportStream } from './platforms/platform.ts'
import type { ExportState } from './records/ledger.ts'
import { checkRunOptions, type RunOptions } from './run-sync.ts'
import type { Work } from './work.ts'

/** What an import would do with the rows of one kind. */
export interface PlannedImport {
  create: number
  update: number
  unchanged: number
  /** Rows that would be set aside. */
  rejected: number
  /** Rows that the settings leave out. */
  leftOut: number
}

/** What an export would do with one work order. */
export interface PlannedExport {
  readonly key: string
  readonly number: string
  /** `create`: the plan would be sent. `blocked`: the issues say why not. `none`: it is done, under way or left out. */
  readonly action: 'create' | 'blocked' | 'none'
  /** Why nothing is done: a rule's reason, or the state that the export is in. */
  readonly reason?: string
  /** Every line with its VAT decision, and the totals in cents. Absent while something has to be made first: `will_be_created`. */
  readonly plan?: DocumentPlan
  readonly issues: readonly Issue[]
}

/** What a run would do and why. */
export interface SyncPlan {
  readonly connectionId: string
  readonly imports: Readonly<Record<string, PlannedImport>>
  readonly exports: Readonly<Record<string, readonly PlannedExport[]>>
  /** Work orders that would wait for a person, by their first reason. */
  readonly blockedBy: Readonly<Record<string, number>>
  /** Requests sent to Moloni for this preview. */
  readonly requests: number
}

/** Looks at everything and writes nothing: not to the store, the host or Moloni. */
export async function preview(work: Work, options: RunOptions): Promise<SyncPlan> {
  checkRunOptions(work, options)
  const { kinds, mode = 'delta' } = options
  const wanted = (kind: ImportKind | MadeKind) => kinds === undefined || kinds.includes(kind)
  const imports: Record<string, PlannedImport> = {}
  const sinks = wantedKinds(work)
  for (const stream of work.platform.streams) {
    if (!stream.kinds.some((kind) => sinks.has(kind) && wanted(kind))) continue
    const mine = stream.kinds.filter((kind) => sinks.has(kind))
    for (const kind of mine) imports[kind] = { ...NOTHING }
    await previewStream(work, stream, mode, imports)
  }
  const documents = chosenKinds(work.settings.exports).filter(wanted)
  const exported: Partial<Record<MadeKind, PlannedExport[]>> = Object.fromEntries(
    documents.map((kind) => [kind, []]),
  )
  const exporting = work.settings.exports.enabled && documents.length > 0
  if (exporting) await previewExports(work, exported)
  const blockedBy: Record<string, number> = {}
  for (const { action, issues } of Object.values(exported).flat()) {
    const code = issues.find(({ severity }) => severity === 'error')?.code
    if (action === 'blocked' && code) blockedBy[code] = (blockedBy[code] ?? 0) + 1
  }
  return {
    connectionId: work.connection.connectionId,
    imports,
    exports: exporting ? exported : {},
    blockedBy,
    requests: work.platform.requests(),
  }
}

const NOTHING: PlannedImport = { create: 0, update: 0, unchanged: 0, rejected: 0, leftOut: 0 }

const PLANNED = {
  none: 'unchanged',
  create: 'create',
  update: 'update',
  leftOut: 'leftOut',
  setAside: 'rejected',
} as const

async function previewStream(
  work: Work,
  stream: ImportStream,
  mode: 'delta' | 'full',
  imports: Record<string, PlannedImport>,
): Promise<void> {
  const from = await windowStart(work, stream, mode)
  for await (const page of stream.pages({ from, offset: 0, signal: work.signal })) {
    for (const { entity, outcome } of await compareItems(work, stream, page.items, mode === 'full')) {
      const planned = imports[entity.kind]
      if (planned) planned[PLANNED[outcome.change]] += 1
    }
    const first = imports[stream.kinds.find((kind) => imports[kind]) ?? '']
    if (first) first.rejected += page.items.filter(({ entity }) => !entity).length
    await work.beat()
  }
}

/** Adds to the lists of the kinds that are there; other kinds are not wanted. */
async function previewExports(
  work: Work,
  exported: Partial<Record<MadeKind, PlannedExport[]>>,
): Promise<void> {
  const run = startExportRun(work)
  const since = startDateOf(work)
  const query = { since, signal: work.signal, connectionId: work.connection.connectionId }
  for await (const offered of work.host.workOrders?.completed(query) ?? []) {
    const { kind, planned } = await previewWorkOrder(run, offered, since)
    exported[kind]?.push(planned)
    await work.beat()
  }
}

const REPLANNED: ReadonlySet<ExportState> = new Set(['planned', 'blocked', 'failed'])

async function previewWorkOrder(
  run: ExportRun,
  offered: unknown,
  since: string | undefined,
): Promise<{ readonly kind: MadeKind; readonly planned: PlannedExport }> {
  const { settings } = run.work
  const parsed = workOrderSchema.safeParse(offered)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path }): Issue => {
      return { code: 'invalid_work_order', field: path.join('.'), severity: 'error' }
    })
    return { kind: settings.exports.kind, planned: { key: '', number: '', action: 'blocked', issues } }
  }
  const workOrder = parsed.data
  const head = { key: workOrder.key, number: workOrder.number }
  const key = await ledgerKey(run.work, workOrder.key)
  const entry = await run.work.records.ledger.get(key)
  const made =
    entry !== undefined && (entry.value.documentId !== undefined || !REPLANNED.has(entry.value.state))
  if (made) {
    const { state, kind, issues } = entry.value
    return { kind, planned: { ...head, action: 'none', reason: state, issues } }
  }
  const { kind } = documentChoice(workOrder, settings.exports)
  const verdict = eligible(workOrder, settings.exports, since)
  if (verdict !== 'yes')
    return { kind, planned: { ...head, action: 'none', reason: verdict.skipped, issues: [] } }
  const notBefore = entry?.value.notBefore
  const { plan, issues } = await prepare(run, { workOrder, reference: await referenceOf(key), notBefore })
  const action = issues.some(stops) ? 'blocked' : 'create'
  return { kind, planned: { ...head, action, ...(plan ? { plan } : {}), issues } }
}
