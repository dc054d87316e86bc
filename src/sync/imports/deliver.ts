import { contentHash } from '../../internal/hash.ts'
import type { ImportEntity, ImportKind, ImportStream, StreamItem } from '../platforms/platform.ts'
import type { Entry } from '../records/collection.ts'
import type { MoloniLinkRecord } from '../records/import.ts'
import type { KindReport } from '../records/run.ts'
import type { Work } from '../work.ts'
import { markGone, moloniLinkKey, writeLinks } from './links.ts'
import { type Rejection, recordRejections } from './rejected.ts'
import { sinkOptions, upsertAll, wantedKinds } from './sinks.ts'

export type ImportReports = Record<ImportKind, KindReport>

/** A mapped row against what was last delivered of it. */
export interface Compared {
  readonly item: StreamItem
  readonly entity: ImportEntity
  readonly hash: string
  readonly link: Entry<MoloniLinkRecord> | undefined
  /** Links of the same Moloni record under another kind: it changed its nature. */
  readonly formerLinks: readonly { readonly kind: ImportKind; readonly link: Entry<MoloniLinkRecord> }[]
  readonly change: 'create' | 'update' | 'none'
}

/** Compares rows with their links. Reads only. */
export async function compareItems(
  work: Work,
  stream: ImportStream,
  items: readonly StreamItem[],
): Promise<Compared[]> {
  const wanted = wantedKinds(work)
  const rows = items.flatMap((item) =>
    item.entity && wanted.has(item.entity.kind) ? [{ item, entity: item.entity }] : [],
  )
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
          kind !== entity.kind && link && link.value.goneAt === undefined ? [{ kind, link }] : [],
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
  rows: readonly StreamItem[],
  reports: ImportReports,
): Promise<void> {
  const items = [...new Map(rows.map((row) => [row.id, row])).values()]
  const compared = await compareItems(work, stream, items)
  const rejections: Rejection[] = items.flatMap((item) =>
    item.entity ? [] : [{ remoteId: item.id, issues: item.issues, retryable: false }],
  )
  reports[firstKind(stream)].rejected += rejections.length
  const accepted: string[] = []
  for (const kind of stream.kinds) {
    const ofKind = compared.filter(({ entity }) => entity.kind === kind)
    await deliverKind(work, kind, ofKind, reports[kind], rejections, accepted)
  }
  await recordRejections(work, stream, rejections, accepted)
}

async function deliverKind(
  work: Work,
  kind: ImportKind,
  rows: readonly Compared[],
  report: KindReport,
  rejections: Rejection[],
  accepted: string[],
): Promise<void> {
  const changed = rows.filter(({ change }) => change !== 'none')
  report.read += rows.length
  report.unchanged += rows.length - changed.length
  accepted.push(...rows.filter(({ change }) => change === 'none').map(({ item }) => item.id))
  if (changed.length === 0) return

  const results = await upsertAll(
    work,
    kind,
    changed.map(({ entity }) => entity),
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
      accepted.push(row.item.id)
      if (row.change === 'create') report.created += 1
      else report.updated += 1
      await leaveFormerKinds(work, row)
    }
  }
  report.rejected += changed.length - delivered.length + conflicts.size
}

/** A product that became an hour type leaves the materials, and the other way round. */
async function leaveFormerKinds(work: Work, row: Compared): Promise<void> {
  for (const { kind, link } of row.formerLinks) {
    await work.host[kind]?.deactivate?.([link.value.hostKey], sinkOptions(work))
    await markGone(work, [link])
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

function firstKind(stream: ImportStream): ImportKind {
  const [kind] = stream.kinds
  if (!kind) throw new TypeError(`The stream ${stream.name} has no kind.`)
  return kind
}
