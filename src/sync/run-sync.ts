import type { MadeKind } from '../domain/index.ts'
import { isMoloniError, loginIsLost, UsageError } from '../errors/index.ts'
import { chosenKinds } from '../mappers/index.ts'
import { WORK_ORDERS } from './exports/admit.ts'
import type { ExportTally } from './exports/export-run.ts'
import { runExports } from './exports/run-exports.ts'
import { emptyImportReports } from './imports/deliver.ts'
import { runStream } from './imports/run-stream.ts'
import { wantedKinds } from './imports/sinks.ts'
import type { ImportKind } from './platforms/platform.ts'
import { isPushed, PUSHED, type PushKind, runPush } from './push/run-push.ts'
import {
  emptyExportReport,
  emptyPushReport,
  type PushReport,
  type RunError,
  type SyncReport,
} from './records/run.ts'
import { deliverMarks } from './webhooks/marks.ts'
import type { Work } from './work.ts'

/** Which part of a run is wanted. */
export interface RunOptions {
  /** Import kinds (`relations` …) and document kinds (`invoice` …); all when absent. */
  readonly kinds?: readonly string[] | undefined
  /** `full` reads everything and finds what is gone. Default `delta`. */
  readonly mode?: 'delta' | 'full' | undefined
}

/** One run: the imports, then what the host has for Moloni, then the exports. A part that fails does not stop the others; a lost login does. */
export async function runSync(work: Work, runId: string, options: RunOptions): Promise<SyncReport> {
  const { mode = 'delta', kinds } = options
  const startedAt = new Date(work.clock.now()).toISOString()
  const imports = emptyImportReports()
  const errors: RunError[] = []
  const wanted = (kind: ImportKind | MadeKind) => kinds === undefined || kinds.includes(kind)
  const documents = chosenKinds(work.settings.exports).filter(wanted)
  const tally: ExportTally = {
    reports: Object.fromEntries(documents.map((kind) => [kind, emptyExportReport()])),
    blockedBy: {},
  }
  const importKinds = wantedKinds(work)
  const streams = work.platform.streams.filter((stream) =>
    stream.kinds.some((it) => importKinds.has(it) && wanted(it)),
  )
  // A stream is read once for all of its kinds.
  const read = new Set<string>(streams.flatMap(({ kinds }) => kinds.filter((it) => importKinds.has(it))))

  let webhooks = 0
  const parts: { readonly part: string; run(): Promise<void> }[] = streams.map((stream) => ({
    part: stream.name,
    run: () => runStream(work, stream, mode, imports),
  }))
  if (work.platform.hooks)
    parts.unshift({
      part: 'webhooks',
      async run() {
        webhooks = await deliverMarks(work, streams, imports)
      },
    })
  const pushes: Partial<Record<PushKind, PushReport>> = {}
  for (const kind of PUSHED.filter((it) => isPushed(work, it) && wanted(it))) {
    const report = emptyPushReport()
    pushes[kind] = report
    parts.push({ part: `push.${kind}`, run: () => runPush(work, kind, report) })
  }
  const exporting = work.host.workOrders && work.settings.exports.enabled && documents.length > 0
  if (exporting) parts.push({ part: WORK_ORDERS.name, run: () => runExports(work, tally, wanted) })

  let stopped = false
  for (const { part, run } of parts) {
    if (stopped) break
    try {
      await run()
    } catch (error) {
      errors.push(runError(work, part, error))
      stopped = work.signal?.aborted === true || loginIsLost(error)
    }
  }

  const counts = Object.entries(imports).filter(([it]) => read.has(it))
  const imported = counts.reduce(
    (sum, [, { created, updated, deactivated }]) => sum + created + updated + deactivated,
    0,
  )
  const pushed = Object.values(pushes).reduce((sum, { created, updated }) => sum + created + updated, 0)
  const exported = Object.values(tally.reports).reduce((sum, report) => sum + report.exported, 0)
  return {
    runId,
    connectionId: work.connection.connectionId,
    mode,
    startedAt,
    finishedAt: new Date(work.clock.now()).toISOString(),
    outcome:
      errors.length === 0 ? 'complete' : stopped || errors.length === parts.length ? 'failed' : 'partial',
    imports: Object.fromEntries(counts),
    pushes,
    exports: exporting ? tally.reports : {},
    blockedBy: tally.blockedBy,
    webhooks,
    changes: imported + pushed + exported,
    requests: work.platform.requests(),
    errors,
  }
}

/** Refuses kinds and modes that do not exist: a misspelt one would quietly do nothing. */
export function checkRunOptions(
  { platform }: Pick<Work, 'platform'>,
  { kinds = [], mode = 'delta' }: RunOptions,
): void {
  const known: string[] = [...platform.streams.flatMap((stream) => stream.kinds), ...platform.exportKinds]
  const unknown = kinds.find((kind) => !known.includes(kind))
  if (unknown !== undefined) {
    throw new UsageError(`There is no kind "${unknown}".`, {
      code: 'invalid_option',
      hint: `Use one or more of ${known.join(', ')}.`,
    })
  }
  if (mode !== 'delta' && mode !== 'full') {
    throw new UsageError('The option mode must be delta or full.', { code: 'invalid_option' })
  }
}

function runError(work: Work, part: string, error: unknown): RunError {
  if (isMoloniError(error)) {
    work.logger.warn('a part of the run stopped', { part, code: error.code })
    return { part, code: error.code, message: error.message, retryable: error.retryable }
  }
  if (work.signal?.aborted) return { part, code: 'aborted', message: 'The run was stopped.', retryable: true }
  const name = error instanceof Error ? error.name : 'an unknown error'
  work.logger.error('a part of the run failed', { part, error: name })
  return {
    part,
    code: 'host_failed',
    message: `The host or its store failed (${name}). Nothing already stored is lost; the next run goes on.`,
    retryable: true,
  }
}
