import { changeConnection, publicConnection, requireConnection } from './connections/connection.ts'
import { learnAccount } from './connections/findings.ts'
import type { Context } from './context.ts'
import { daysLeftOf } from './days-left.ts'
import { WORK_ORDERS } from './exports/admit.ts'
import { openWork } from './open-work.ts'
import { timePart } from './records/keys.ts'
import { acquireLease } from './records/lease.ts'
import type { SyncReport } from './records/run.ts'
import { forgetContent } from './retention.ts'
import { checkRunOptions, type RunOptions, runSync } from './run-sync.ts'
import { hasMarksSince, MOST_MARKS } from './webhooks/marks.ts'
import { ensureWebhooks } from './webhooks/register.ts'
import type { Work } from './work.ts'

const DAY_MS = 86_400_000
const TAKE_OVER_MS = 90_000
/** Days before the login lapses at which the host is told. */
const LAPSE_NOTICES = [1, 5]

/** One run of a connection, alone, with its report kept. A run while another is under way is skipped. */
export async function runConnection(
  context: Context,
  id: string,
  options: RunOptions & { readonly signal?: AbortSignal | undefined },
): Promise<SyncReport> {
  const { clock, random, records } = context
  const begun = clock.now()
  const startedAt = new Date(begun).toISOString()
  const runId = `${timePart(clock.now())}-${random.token(4)}`
  const { mode = 'delta', signal } = options
  const { scope, platform, connection } = await openWork(context, id)
  checkRunOptions({ platform }, options)
  // Two connections of one company share cursors and links, so they take turns.
  const { takeOverMs: term = TAKE_OVER_MS } = context.options
  const lease = await acquireLease(records.leases, `sync/${scope}`, { clock, random, term }, signal)
  if (!lease) return skippedReport({ runId, connectionId: id, mode, startedAt, finishedAt: startedAt })
  let more = false
  try {
    if (!connection.companyFixed)
      await changeConnection(records, id, (record) => ({ ...record, companyFixed: true }))
    await learnAccount(context, id, signal)
    await ensureWebhooks(context, id, { signal })
    const work = await openWork(context, id, { signal, lease })
    const report = await runSync(work, runId, options)
    more = report.webhooks >= MOST_MARKS
    await records.runs.put({ key: `${work.scope}/${runId}`, expected: 'absent', value: report })
    await forgetRuns(context, work)
    await forgetContent(work)
    await afterRun(context, id, report)
    context.emit({ type: 'run', connectionId: id, report })
    return report
  } finally {
    await lease.release()
    if (platform.hooks)
      await runAgainFor(context, id, more || (await hasMarksSince({ records, scope }, begun)))
  }
}

/** What was told while this run was under way may have found it busy, and what was more than it could take waits. */
async function runAgainFor({ options }: Context, id: string, waiting: boolean): Promise<void> {
  if (waiting) await options.scheduler?.trigger(id, 'webhook')
}

function skippedReport(
  head: Pick<SyncReport, 'runId' | 'connectionId' | 'mode' | 'startedAt' | 'finishedAt'>,
): SyncReport {
  return {
    ...head,
    outcome: 'skipped',
    imports: {},
    pushes: {},
    exports: {},
    blockedBy: {},
    changes: 0,
    webhooks: 0,
    requests: 0,
    errors: [],
  }
}

/** Reports are kept by time: the oldest come first. */
async function forgetRuns(
  { records, clock }: Context,
  { scope, settings }: Pick<Work, 'scope' | 'settings'>,
): Promise<void> {
  const kept = new Date(clock.now() - settings.retention.runDays * DAY_MS).toISOString()
  for await (const { key, version, value } of records.runs.scan({ by: 'key', prefix: `${scope}/` }, 5)) {
    if (value.startedAt >= kept) break
    await records.runs.put({ key, expected: version })
  }
}

/** Notes what the run has shown of the connection itself. */
async function afterRun(context: Context, id: string, report: SyncReport): Promise<void> {
  const { value: record } = await requireConnection(context.records, id)
  const status = await (await context.tokens(publicConnection(record))).status()
  const stopped = report.errors.some(({ part }) => part === WORK_ORDERS.name)
  const planned = Object.keys(report.exports).length > 0 && !stopped
  const lost = record.state === 'login' ? 'login' : 'needsLogin'
  const state = status.state !== 'ok' ? lost : record.state === 'paused' ? 'paused' : 'active'
  if (state !== record.state || (planned && !record.exportsPlanned)) {
    await changeConnection(context.records, id, (before) => ({
      ...before,
      state,
      exportsPlanned: before.exportsPlanned || planned,
    }))
  }
  if (state === 'needsLogin' && record.state !== 'needsLogin')
    context.emit({ type: 'needsLogin', connectionId: id })
  const days = daysLeftOf(status.refreshExpiresAt, context.clock.now())
  if (days !== undefined && state === 'active') {
    const notice = LAPSE_NOTICES.find((limit) => days <= limit)
    if (notice !== undefined) context.emit({ type: 'loginLapses', connectionId: id, days })
  }
}
