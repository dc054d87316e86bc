import {
  type Issue,
  type MadeKind,
  type WorkOrder,
  workOrder as workOrderSchema,
} from '../../domain/index.ts'
import { documentChoice } from '../../mappers/index.ts'
import { recordRejections } from '../imports/rejected.ts'
import { DRIVEN } from '../records/ledger.ts'
import type { Work } from '../work.ts'
import { admit, isUnmade, WORK_ORDERS } from './admit.ts'
import {
  type ExportRun,
  type ExportTally,
  type LedgerEntry,
  startExportRun,
  transition,
} from './export-run.ts'
import { formGroups, releaseMembers } from './groups.ts'
import { fingerprintOf, ledgerKey } from './identity.ts'
import { drive } from './machine.ts'
import { block } from './outcomes.ts'
import { prepare, stops } from './prepare.ts'
import { startDateOf } from './start-date.ts'

/** Bytes of a work order that can be kept: its record also holds its plan, and a store takes 1 MB. */
const LARGEST = 400_000

/**
 * Exports the work orders that the host offers, then those that an earlier run left on their way. While the
 * connection's exports were never planned, this run only plans them and makes no document.
 */
export async function runExports(
  work: Work,
  { reports, blockedBy }: ExportTally,
  takes: (kind: MadeKind) => boolean,
): Promise<void> {
  const run = startExportRun(work, reports, takes)
  const planOnly = !work.connection.exportsPlanned && work.settings.exports.firstRun === 'preview'
  const advance = planOnly ? planEntry : drive
  const handled = new Set<string>()
  let offers = 0

  const source = work.host.workOrders
  const { connectionId } = work.connection
  const query = { since: startDateOf(work), signal: work.signal, connectionId }
  for await (const offered of source?.completed(query) ?? []) {
    const parsed = workOrderSchema.safeParse(offered)
    const key = parsed.success ? await ledgerKey(work, parsed.data.key) : undefined
    if (key && handled.has(key)) continue
    if (key) handled.add(key)
    const blocked =
      parsed.success && key
        ? await exportOne(run, key, parsed.data, advance)
        : await refuseUnreadable(run, offered, parsed.error?.issues ?? [])
    if (blocked) blockedBy[blocked] = (blockedBy[blocked] ?? 0) + 1
    offers += 1
    progress(work, offers)
  }
  if (planOnly) return
  await releaseMembers(run)
  for (const group of await formGroups(run)) {
    handled.add(group.key)
    await drive(run, group)
  }
  for (const state of DRIVEN) {
    const prefix = `${work.scope}/${state}/`
    for await (const entry of work.records.ledger.scan({ by: 'index', prefix })) {
      if (entry.value.due > work.clock.now()) break
      if (!handled.has(entry.key) && (takes(entry.value.kind) || entry.value.takesBack))
        await driveLeft(run, entry)
      handled.add(entry.key)
    }
  }
}

/**
 * Drives an entry that the host did not offer. While no document was begun, the host is asked for the work
 * order: nothing is made of one that is gone or taken back.
 */
async function driveLeft(run: ExportRun, entry: LedgerEntry): Promise<void> {
  const { members } = entry.value
  // A credit note, and what is made in place of a document that was taken back, a person has asked for.
  if (!isUnmade(entry) || entry.value.takesBack !== undefined || entry.value.history !== undefined) {
    await drive(run, entry)
    return
  }
  if (members) {
    const stand = await membersStand(run, members)
    if (stand) await drive(run, entry)
    else await transition(run, entry, { state: 'dismissed' })
    return
  }
  const { key } = entry.value.workOrder
  const asked = workOrderSchema.safeParse(await askHost(run, key))
  if (!asked.success || asked.data.key !== key) return
  const admitted = await admit(run, entry.key, entry, asked.data)
  if ('entry' in admitted) await drive(run, admitted.entry)
}

/** Whether every work order of a group is still at the host as it was taken. A host that cannot be asked keeps them. */
async function membersStand(
  run: ExportRun,
  members: NonNullable<LedgerEntry['value']['members']>,
): Promise<boolean> {
  if (!run.work.host.workOrders?.get) return true
  for (const { workOrder } of members) {
    const asked = workOrderSchema.safeParse(await askHost(run, workOrder.key))
    const same = asked.success && (await fingerprintOf(asked.data)) === (await fingerprintOf(workOrder))
    if (!same || asked.data.status !== 'complete') return false
  }
  return true
}

async function askHost({ work }: ExportRun, key: string): Promise<unknown> {
  try {
    return await work.host.workOrders?.get?.(key, { signal: work.signal })
  } catch (error) {
    work.signal?.throwIfAborted()
    const name = error instanceof Error ? error.name : 'unknown'
    work.logger.warn('the host did not answer for a work order', { key, error: name })
    return undefined
  }
}

/** Answers the code that blocks the work order, if one does. */
async function exportOne(
  run: ExportRun,
  key: string,
  workOrder: WorkOrder,
  advance: typeof drive,
): Promise<string | undefined> {
  const known = await run.work.records.ledger.get(key)
  const unmade = known === undefined || isUnmade(known)
  const kind = unmade ? documentChoice(workOrder, run.work.settings.exports).kind : known.value.kind
  if (!run.takes(kind)) return undefined
  const report = run.report(kind)
  report.offered += 1
  if (new TextEncoder().encode(JSON.stringify(workOrder)).length > LARGEST) {
    return refuse(run, kind, workOrder.key, 'work_order_too_large', [{ details: { max: LARGEST } }])
  }
  const admitted = await admit(run, key, known, workOrder)
  if ('skipped' in admitted) {
    report.skipped[admitted.skipped] = (report.skipped[admitted.skipped] ?? 0) + 1
    return undefined
  }
  const { value } = await advance(run, admitted.entry)
  if (value.state === 'blocked' || value.state === 'mismatch') {
    report.blocked += 1
    return value.issues.find(({ severity }) => severity === 'error')?.code ?? value.state
  }
  if (value.state === 'planned') report.planned += 1
  else if (value.state !== 'acknowledged') report.waiting += 1
  return undefined
}

/** Composes the document of a planned entry without making it. */
async function planEntry(run: ExportRun, entry: LedgerEntry): Promise<LedgerEntry> {
  if (entry.value.state !== 'planned') return entry
  await run.work.beat()
  const { plan, issues, debtorNumber, choice } = await prepare(run, entry.value)
  const { kind, state: target } = choice
  const planned = { state: 'planned' as const, kind, target, issues: [...issues] }
  const next = !issues.some(stops)
    ? await transition(run, entry, plan ? { ...planned, plan } : planned)
    : await block(run, entry, issues, { debtorNumber })
  return next ?? entry
}

/** A work order that the host gave in a shape that cannot be read. */
function refuseUnreadable(
  run: ExportRun,
  offered: unknown,
  faults: readonly { readonly path: readonly PropertyKey[] }[],
): Promise<string> {
  const named = workOrderSchema.pick({ key: true }).safeParse(offered)
  const key = named.success ? named.data.key : 'unknown'
  const fields = faults.map(({ path }) => ({ field: path.join('.') }))
  const { kind } = run.work.settings.exports
  run.report(kind).offered += 1
  return refuse(run, kind, key, 'invalid_work_order', fields)
}

/** Sets a work order aside that cannot be taken into the ledger; answers the code. */
async function refuse(
  run: ExportRun,
  kind: MadeKind,
  key: string,
  code: string,
  reasons: readonly Pick<Issue, 'field' | 'details'>[],
): Promise<string> {
  const issues = reasons.map((reason): Issue => ({ ...reason, code, thing: key, severity: 'error' }))
  await recordRejections(run.work, WORK_ORDERS, [{ remoteId: key, issues, retryable: false }], [])
  run.report(kind).blocked += 1
  return code
}

function progress(work: Work, done: number): void {
  const { connectionId } = work.connection
  work.emit({ type: 'progress', connectionId, part: WORK_ORDERS.name, done })
}
