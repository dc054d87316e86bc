import { contentHash } from '../../internal/hash.ts'
import type { ImportEntity, ImportKind, ImportStream, StreamItem } from '../platforms/platform.ts'
import type { Entry } from '../records/collection.ts'
import type { MoloniLinkRecord } from '../records/import.ts'
import { emptyKindReport, type KindReport } from '../records/run.ts'
import type { Work } from '../work.ts'
import { retire } from './gone.ts'
import { moloniLinkKey, writeLinks } from './links.ts'
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
  }
}

/** A mapped row against what was last delivered of it. */
export interface Compared {
  readonly item: StreamItem
  readonly entity: ImportEntity
  readonly hash: string
  readonly link: Entry<MoloniLinkRecord> | undefined
  /** Living links of the same Moloni record under another wanted kind: it changed its nature. */
  readonly formerLinks: readonly { readonly kind: ImportKind; readonly link: Entry<MoloniLinkRecord> }[]
  readonly change: 'create' | 'update' | 'none'
}

/** Some rows of a stream, with how to deliver them. */
export interface Batch extends Delivery {
  readonly items: readonly StreamItem[]
}

/** Compares rows with their links. Reads only. */
export async function compareItems(
  work: Work,
  stream: ImportStream,
  items: readonly StreamItem[],
): Promise<Compared[]> {
  const wanted = wantedKinds(work)
  const rows = items.flatMap((item) => (item.entity ? [{ item, entity: item.entity }] : []))
  const keys = rows.flatMap(({ item }) => stream.kinds.map((kind) => moloniLinkKey(work, kind, item.id)))
  const links = await work.records.moloniLinks.getMany(keys)
  return Promise.all(
    rows.map(async ({ item, entity }, i): Promise<Compared> => {
      const byKind = stream.kinds.map((kind, k) => ({ kind, link: links[i * stream.kinds.length + k] }))
      const link = byKind.find(({ kind }) => kind === entity.kind)?.link
      const hash = await contentHash(entity)
      const alive = link !== undefined && link.value.goneAt === undefined
      return {
        item,
        entity,
        hash,
        link,
        formerLinks: byKind.flatMap(({ kind, link }) =>
          kind !== entity.kind && wanted.has(kind) && link && link.value.goneAt === undefined
            ? [{ kind, link }]
            : [],
        ),
        change: alive ? (link.value.hash === hash ? 'none' : 'update') : 'create',
      }
    }),
  )
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
  const compared = await compareItems(work, stream, items)
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

/** Delivers the changed rows of one kind; answers all rows that the host holds as they are. */
async function deliverKind(
  work: Work,
  kind: ImportKind,
  rows: readonly Compared[],
  delivery: Delivery,
  reports: ImportReports,
  rejections: Rejection[],
): Promise<Compared[]> {
  const report = reports[kind]
  const settled = rows.filter(({ change }) => change === 'none')
  const changed = rows.filter(({ change }) => change !== 'none')
  report.read += rows.length
  report.unchanged += rows.length - changed.length
  if (changed.length === 0) return settled

  const results = await upsertAll(
    work,
    kind,
    changed.map(({ entity }) => entity),
    delivery,
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
    })),
  )
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
      if (row.change === 'create') report.created += 1
      else report.updated += 1
    }
  }
  report.rejected += changed.length - delivered.length + conflicts.size
  return settled
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
    reports[kind].deactivated += await retire(work, kind, links)
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
