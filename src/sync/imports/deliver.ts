import type { ImportKind, ImportStream, StreamItem } from '../platforms/platform.ts'
import { emptyKindReport, type KindReport } from '../records/run.ts'
import type { Work } from '../work.ts'
import { type Compared, compareItems, type Delivered } from './compare.ts'
import { fieldsOf } from './entities.ts'
import { marksOf } from './field-marks.ts'
import { deactivate } from './gone.ts'
import { canRead } from './host-view.ts'
import { markGone, writeLinks } from './links.ts'
import { type Rejection, recordRejections } from './rejected.ts'
import { type Delivery, upsertAll, wantedKinds } from './sinks.ts'

export type ImportReports = Record<ImportKind, KindReport>

export function emptyImportReports(): ImportReports {
  return {
    relations: emptyKindReport(),
    materials: emptyKindReport(),
    materialCategories: emptyKindReport(),
    hourTypes: emptyKindReport(),
    employees: emptyKindReport(),
    serviceSheets: emptyKindReport(),
  }
}

/** Some rows of a stream, with how to deliver them. */
export interface Batch extends Delivery {
  readonly items: readonly StreamItem[]
  /** Whether the host is asked for unchanged records too: one that was removed there is noticed. */
  readonly verify?: boolean | undefined
}

interface Changed extends Compared {
  readonly outcome: Delivered
}

/** Delivers what changed among some rows, stores the links, and sets aside what was refused. */
export async function deliverItems(
  work: Work,
  stream: ImportStream,
  batch: Batch,
  reports: ImportReports,
): Promise<void> {
  const wanted = wantedKinds(work)
  const items = [...new Map(batch.items.map((row) => [row.id, row])).values()]
  const compared = await compareItems(work, stream, items, batch.verify)
  const rejections: Rejection[] = items.flatMap((item) =>
    item.entity ? [] : [{ remoteId: item.id, issues: item.issues, retryable: false }],
  )
  const [first] = stream.kinds.filter((kind) => wanted.has(kind))
  if (first) reports[first].rejected += rejections.length
  const settled: Compared[] = []
  for (const kind of stream.kinds) {
    const rows = compared.filter(({ entity }) => entity.kind === kind)
    settled.push(
      ...(wanted.has(kind) ? await deliverKind(work, kind, rows, batch, reports, rejections) : rows),
    )
  }
  await leaveFormerKinds(work, stream, settled, reports)
  await recordRejections(
    work,
    stream,
    rejections,
    settled.map(({ item }) => item.id),
  )
}

/** Delivers the changed rows of one kind; answers all rows that are as they should be. */
async function deliverKind(
  work: Work,
  kind: ImportKind,
  rows: readonly Compared[],
  delivery: Delivery,
  reports: ImportReports,
  rejections: Rejection[],
): Promise<Compared[]> {
  const report = reports[kind]
  report.read += rows.length
  const settled: Compared[] = []
  const changed: Changed[] = []
  const leaving: Compared[] = []
  for (const row of rows) {
    const { outcome, item } = row
    if (outcome.change === 'setAside') {
      const { issues, retryable } = outcome
      rejections.push({ remoteId: item.id, kind, issues, retryable })
      report.rejected += 1
    } else if (outcome.change === 'create' || outcome.change === 'update') {
      changed.push({ ...row, outcome })
    } else {
      settled.push(row)
      if (outcome.change === 'none') report.unchanged += 1
      else report.leftOut += 1
      if (outcome.change === 'leftOut' && outcome.deactivate) leaving.push(row)
    }
  }
  const left = leaving.flatMap(({ link }) => (link && link.value.goneAt === undefined ? [link] : []))
  report.deactivated += await deactivate(work, kind, left)
  settled.push(...(await deliverChanged(work, kind, changed, delivery, report, rejections)))
  return settled
}

async function deliverChanged(
  work: Work,
  kind: ImportKind,
  changed: readonly Changed[],
  delivery: Delivery,
  report: KindReport,
  rejections: Rejection[],
): Promise<Compared[]> {
  if (changed.length === 0) return []
  const reads = canRead(work, kind)
  // What is gone in Moloni lets go of its record before another takes it over: after a crash it must not hold it still.
  const former = changed.flatMap(({ outcome }) => outcome.inherits ?? [])
  await markGone(
    work,
    former.filter(({ value }) => value.goneAt === undefined),
  )
  const results = await upsertAll(
    work,
    kind,
    changed.map(({ outcome }) => outcome.entity),
    { ...delivery, ...(reads ? { keys: changed.map(({ outcome }) => outcome.key) } : {}) },
  )
  const delivered = changed.flatMap((row, i) => {
    const result = results[i]
    if (result?.ok) return [{ row, hostKey: result.key }]
    if (result) rejections.push(refusal(row, result))
    return []
  })
  const conflicts = await writeLinks(
    work,
    kind,
    delivered.map(({ row, hostKey }) => ({
      remoteId: row.item.id,
      hostKey,
      hash: row.hash,
      existing: row.link,
      ...(reads ? { fields: marksOf(kind, fieldsOf(row.entity)) } : {}),
    })),
  )
  const settled: Compared[] = []
  for (const { row, hostKey } of delivered) {
    if (conflicts.has(row.item.id)) {
      rejections.push({
        remoteId: row.item.id,
        kind,
        issues: [{ code: 'link_conflict', severity: 'error', thing: hostKey }],
        retryable: true,
      })
    } else {
      settled.push(row)
      if (row.outcome.change === 'create') report.created += 1
      else report.updated += 1
      tell(work, kind, row, hostKey, report)
    }
  }
  report.rejected += changed.length - delivered.length + conflicts.size
  return settled
}

/** What a person should hear of a delivery. */
function tell(
  work: Work,
  kind: ImportKind,
  { item, outcome }: Changed,
  key: string,
  report: KindReport,
): void {
  const { connectionId } = work.connection
  const { inherits, overwritten } = outcome
  if (inherits) {
    report.moved += 1
    const from = inherits.key.slice(inherits.key.lastIndexOf('/') + 1)
    work.emit({ type: 'linkMoved', connectionId, kind, key, from, to: item.id })
  }
  if (overwritten.length > 0) {
    report.overwritten += 1
    work.emit({ type: 'localEditOverwritten', connectionId, kind, key, id: item.id, fields: overwritten })
  }
}

/** A product that became an hour type leaves the materials, and the other way round. */
async function leaveFormerKinds(
  work: Work,
  stream: ImportStream,
  rows: readonly Compared[],
  reports: ImportReports,
): Promise<void> {
  const former = rows.flatMap(({ formerLinks }) => formerLinks)
  for (const kind of stream.kinds) {
    const links = former.flatMap((it) => (it.kind === kind ? [it.link] : []))
    reports[kind].deactivated += await deactivate(work, kind, links)
  }
}

function refusal(
  row: Compared,
  result: { code: string; message?: string; field?: string; retryable?: boolean },
): Rejection {
  return {
    remoteId: row.item.id,
    kind: row.entity.kind,
    issues: [
      {
        code: result.code,
        severity: 'error',
        thing: row.item.id,
        ...(result.field === undefined ? {} : { field: result.field }),
      },
    ],
    ...(result.message === undefined ? {} : { message: result.message }),
    retryable: result.retryable ?? false,
  }
}
