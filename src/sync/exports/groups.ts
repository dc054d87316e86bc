import type { WorkOrder } from '../../domain/index.ts'
import { contentHash } from '../../internal/hash.ts'
import type { LedgerRecord } from '../records/ledger.ts'
import { collectiveKey, isPeriodOver } from './collect.ts'
import { type ExportRun, type LedgerEntry, ledgerIndex, transition } from './export-run.ts'
import { groupKey, referenceOf } from './identity.ts'

/** Bytes of the work orders of one group: its record also holds the plan, and a store takes 1 MB. */
const LARGEST = 400_000

const size = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

/**
 * Makes collective entries of the work orders whose period is over. Members are set to `grouped` one by one, then the group
 * is written with the members that it got, and only it makes a document. Answers the new entries.
 */
export async function formGroups(run: ExportRun): Promise<LedgerEntry[]> {
  const { records, scope, settings } = run.work
  const waiting = new Map<string, LedgerEntry[]>()
  for await (const entry of records.ledger.scan({ by: 'index', prefix: `${scope}/collecting/` })) {
    if (!run.takes(entry.value.kind) || !isPeriodOver(run.work, entry.value)) continue
    const key = collectiveKey(run.work, entry.value)
    waiting.set(key, [...(waiting.get(key) ?? []), entry])
  }
  const formed: LedgerEntry[] = []
  for (const entries of waiting.values()) {
    for (const part of parts(entries, settings.exports.collective.most)) {
      await run.work.beat()
      const group = await formGroup(run, part)
      if (group) formed.push(group)
    }
  }
  return formed
}

/** In the order of their keys, so that the same work orders come together whoever forms the group. */
function parts(entries: readonly LedgerEntry[], most: number): LedgerEntry[][] {
  const sorted = [...entries].sort((a, b) => (a.key < b.key ? -1 : 1))
  const found: LedgerEntry[][] = []
  let part: LedgerEntry[] = []
  let bytes = 0
  for (const entry of sorted) {
    const own = size(entry.value.workOrder)
    if (part.length > 0 && (part.length >= most || bytes + own > LARGEST)) {
      found.push(part)
      part = []
      bytes = 0
    }
    part.push(entry)
    bytes += own
  }
  return part.length > 0 ? [...found, part] : found
}

async function formGroup(run: ExportRun, entries: readonly LedgerEntry[]): Promise<LedgerEntry | undefined> {
  const { records, clock, random, connection } = run.work
  const id = random.token(10)
  const key = groupKey(run.work, id)
  const members: LedgerEntry[] = []
  for (const entry of entries) {
    const joined = await transition(run, entry, { state: 'grouped', group: key })
    if (joined) members.push(joined)
  }
  const [first] = members
  if (!first) return undefined
  const now = clock.now()
  const { kind, target } = first.value
  const value: LedgerRecord = {
    state: 'planned',
    kind,
    target,
    members: members.map((member) => ({ key: member.key, workOrder: member.value.workOrder })),
    workOrder: standIn(
      id,
      members.map(({ value: { workOrder } }) => workOrder),
    ),
    fingerprint: await contentHash(members.map(({ value: { fingerprint } }) => fingerprint)),
    settingsVersion: connection.settingsVersion,
    reference: await referenceOf(key),
    createdAt: now,
    updatedAt: now,
    due: now,
    tries: 0,
    looks: 0,
    replace: false,
    adopted: false,
    issues: [],
    waitsFor: [],
    trail: [
      { at: now, by: run.by, state: 'planned', settingsVersion: connection.settingsVersion, codes: [] },
    ],
  }
  await records.ledger.put({ key, expected: 'absent', value, index: ledgerIndex(run.work, value) })
  return records.ledger.get(key)
}

/** What stands for the members where one work order is meant: party, days and the number that is printed. */
function standIn(id: string, workOrders: readonly WorkOrder[]): WorkOrder {
  const [first, ...others] = workOrders
  if (!first) throw new TypeError('A group needs a member.')
  const days = workOrders.flatMap(({ workDate, workEndDate }) =>
    [workDate, workEndDate].filter((day) => day !== undefined),
  )
  const { description, internalDescription, comment, pdfUrl, minimumHours, ...head } = first
  days.sort()
  const [from = undefined, to = from] = [days[0], days.at(-1)]
  return {
    ...head,
    key: id,
    number: others.length > 0 ? `${first.number} +${others.length}` : first.number,
    materials: [],
    workPeriods: [],
    ...(from === undefined ? {} : { workDate: from }),
    ...(to === undefined ? {} : { workEndDate: to }),
  }
}

/**
 * Takes up members whose group was never written: a cancelled group is written first, so that nobody can write it any
 * more, then they are free. Members of a group that a person dismissed before anything was made are free too.
 */
export async function releaseMembers(run: ExportRun): Promise<void> {
  const { records, scope, clock, settings } = run.work
  const known = new Map<string, LedgerEntry | undefined>()
  for await (const entry of records.ledger.scan({ by: 'index', prefix: `${scope}/grouped/` })) {
    const { group, updatedAt } = entry.value
    if (group === undefined) continue
    if (!known.has(group)) known.set(group, await records.ledger.get(group))
    let found = known.get(group)
    if (!found) {
      if (updatedAt + settings.exports.settleMs > clock.now()) continue
      found = await cancelUnwritten(run, group, entry)
      known.set(group, found)
    }
    if (found?.value.state !== 'dismissed') continue
    const made = found.value.documentId !== undefined || found.value.attempt !== undefined
    const { group: _, ...alone } = entry.value
    await transition(
      run,
      { ...entry, value: alone },
      made ? { state: 'dismissed' } : { state: 'planned', issues: [] },
    )
  }
}

async function cancelUnwritten(
  run: ExportRun,
  key: string,
  { value }: LedgerEntry,
): Promise<LedgerEntry | undefined> {
  const { ledger } = run.work.records
  const { group, ...rest } = value
  const cancelled: LedgerRecord = { ...rest, state: 'dismissed', members: [], trail: [] }
  await ledger.put({ key, expected: 'absent', value: cancelled, index: ledgerIndex(run.work, cancelled) })
  return ledger.get(key)
}
