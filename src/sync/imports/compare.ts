import type { Issue } from '../../domain/index.ts'
import { contentHash } from '../../internal/hash.ts'
import type { ImportEntity, ImportKind, ImportStream, StreamItem } from '../platforms/platform.ts'
import type { Entry } from '../records/collection.ts'
import type { MoloniLinkRecord } from '../records/import.ts'
import type { Work } from '../work.ts'
import { type ComposeOptions, compose } from './compose.ts'
import { identityOf, isSameSource } from './entities.ts'
import { cannotRead, canRead, type HostView, readHost } from './host-view.ts'
import { moloniLinkKey } from './links.ts'
import { type Match, matchRows } from './match.ts'
import { choose, leadKey, rulesOf } from './rules.ts'
import { wantedKinds } from './sinks.ts'

/** What becomes of a mapped row. */
export type Outcome =
  | { readonly change: 'none' }
  /** The settings leave it out. */
  | { readonly change: 'leftOut'; readonly deactivate: boolean }
  | { readonly change: 'setAside'; readonly issues: readonly Issue[]; readonly retryable: boolean }
  | Delivered

/** What the host is given. */
export interface Delivered {
  readonly change: 'create' | 'update'
  readonly entity: ImportEntity
  /** The host's record that it is, where that is known. */
  readonly key?: string
  readonly overwritten: readonly string[]
  /** The link of a record that is gone and that had the host's record before. */
  readonly inherits?: Entry<MoloniLinkRecord> | undefined
}

type Link = Entry<MoloniLinkRecord>

/** A mapped row against its link and the host's record. */
export interface Compared {
  readonly item: StreamItem
  /** As Moloni has it. */
  readonly entity: ImportEntity
  readonly hash: string
  readonly link: Link | undefined
  /** Living links of the same Moloni record under another wanted kind: it changed its nature. */
  readonly formerLinks: readonly { readonly kind: ImportKind; readonly link: Link }[]
  readonly outcome: Outcome
}

type Row = Omit<Compared, 'outcome'>

const isAlive = (link: Link | undefined): link is Link =>
  link !== undefined && link.value.goneAt === undefined

/**
 * Compares rows with their links and with what the host holds. Reads only.
 *
 * @param verify Whether the host is also asked for the records of rows that have not changed.
 */
export async function compareItems(
  work: Work,
  stream: ImportStream,
  items: readonly StreamItem[],
  verify = false,
): Promise<Compared[]> {
  checkReadable(work, stream)
  const rows = await linkedRows(work, stream, items)
  const wanted = wantedKinds(work)
  const outcomes = new Map<string, Outcome>()
  for (const kind of stream.kinds) {
    const mine = rows.filter(({ entity }) => entity.kind === kind)
    if (!wanted.has(kind)) for (const { item } of mine) outcomes.set(item.id, { change: 'none' })
    else
      for (const [id, outcome] of await judgeKind(work, stream, kind, mine, rows, verify))
        outcomes.set(id, outcome)
  }
  return rows.map((row) => ({ ...row, outcome: outcomes.get(row.item.id) ?? { change: 'none' } }))
}

/** Refuses settings that need a host which lets its records be read, where it does not. */
export function checkReadable(work: Work, stream: ImportStream): void {
  const wanted = wantedKinds(work)
  for (const kind of stream.kinds.filter((it) => wanted.has(it) && !canRead(work, it))) {
    const rules = rulesOf(work.settings, kind)
    const needed =
      leadKey(rules) !== undefined || rules.localEdits === 'setAside' || rules.vanished === 'report'
    if (needed) throw cannotRead(kind)
  }
}

async function linkedRows(work: Work, stream: ImportStream, items: readonly StreamItem[]): Promise<Row[]> {
  const wanted = wantedKinds(work)
  const mapped = items.flatMap((item) => (item.entity ? [{ item, entity: item.entity }] : []))
  const keys = mapped.flatMap(({ item }) => stream.kinds.map((kind) => moloniLinkKey(work, kind, item.id)))
  const links = await work.records.moloniLinks.getMany(keys)
  return Promise.all(
    mapped.map(async ({ item, entity }, i): Promise<Row> => {
      const byKind = stream.kinds.map((kind, k) => ({ kind, link: links[i * stream.kinds.length + k] }))
      return {
        item,
        entity,
        hash: await hashOf(work, entity),
        link: byKind.find(({ kind }) => kind === entity.kind)?.link,
        formerLinks: byKind.flatMap(({ kind, link }) =>
          kind !== entity.kind && wanted.has(kind) && isAlive(link) ? [{ kind, link }] : [],
        ),
      }
    }),
  )
}

/** Hash of a row as Moloni has it: with another one, or with other leaders, it is delivered again. */
export function hashOf(work: Work, entity: ImportEntity): Promise<string> {
  const lead = leadKey(rulesOf(work.settings, entity.kind))
  return contentHash(lead === undefined ? entity : [entity, lead])
}

async function judgeKind(
  work: Work,
  stream: ImportStream,
  kind: ImportKind,
  rows: readonly Row[],
  page: readonly Row[],
  verify: boolean,
): Promise<ReadonlyMap<string, Outcome>> {
  const rules = rulesOf(work.settings, kind)
  const outcomes = new Map<string, Outcome>()
  const left: Row[] = []
  for (const row of rows) {
    const choice = choose(rules, row.item, row.entity)
    if (choice.is === 'leftOut')
      outcomes.set(row.item.id, { change: 'leftOut', deactivate: choice.deactivate })
    else if (choice.is === 'invalid')
      outcomes.set(row.item.id, { change: 'setAside', issues: choice.issues, retryable: false })
    else left.push(row)
  }
  const reads = canRead(work, kind)
  const linked = left.filter(
    ({ link, hash }) => isAlive(link) && ((reads && verify) || link.value.hash !== hash),
  )
  const unlinked = left.filter(({ link }) => !isAlive(link))
  const held = reads ? await heldBy(work, kind, linked) : undefined
  const matches = reads && rules.match ? await matchRows(work, stream, kind, unlinked, page) : undefined

  for (const row of linked) outcomes.set(row.item.id, judgeLinked(work, row, rules, held))
  for (const row of unlinked)
    outcomes.set(row.item.id, judgeUnlinked(work, row, rules, matches?.get(row.item.id)))
  return outcomes
}

/** The host's records of linked rows, by Moloni's id: under the key of the link, or where it was moved to. */
async function heldBy(
  work: Work,
  kind: ImportKind,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, HostView>> {
  const held = new Map<string, HostView>()
  const found = await readHost(work, kind, { keys: rows.flatMap(({ link }) => link?.value.hostKey ?? []) })
  const missing: Row[] = []
  for (const row of rows) {
    const host = found.find(({ key }) => key === row.link?.value.hostKey)
    if (host) held.set(row.item.id, host)
    else missing.push(row)
  }
  const moved = await readHost(work, kind, {
    sources: missing.flatMap(({ entity }) => entity.value.source ?? []),
  })
  for (const { item, entity } of missing) {
    const host = moved.find(({ source }) => isSameSource(source, entity.value.source))
    if (host) held.set(item.id, host)
  }
  return held
}

function judgeLinked(
  work: Work,
  { item, entity, hash, link }: Row,
  rules: ComposeOptions['rules'],
  held: ReadonlyMap<string, HostView> | undefined,
): Outcome {
  if (!held) return { change: 'update', entity, overwritten: [] }
  const host = held.get(item.id)
  if (host) {
    if (link?.value.hash === hash) return { change: 'none' }
    const last = link?.value.fields ?? 'unknown'
    return laidOver(work, 'update', entity, host, { rules, last, revived: false })
  }
  if (rules.vanished === 'create') return { change: 'create', entity, overwritten: [] }
  const issue = { code: 'host_record_vanished', severity: 'error', thing: identityOf(entity) } as const
  return { change: 'setAside', issues: [issue], retryable: true }
}

function judgeUnlinked(
  work: Work,
  { entity, link }: Row,
  rules: ComposeOptions['rules'],
  match: Match | undefined,
): Outcome {
  if (!match) return { change: 'create', entity, overwritten: [] }
  if ('issues' in match) return { change: 'setAside', issues: match.issues, retryable: true }
  const { host, by, inherits } = match
  const before = link ?? inherits
  const last = before ? (before.value.fields ?? 'unknown') : by === 'source' ? 'unknown' : 'nothing'
  const revived = before?.value.goneAt !== undefined
  return laidOver(work, 'create', entity, host, { rules, last, revived }, inherits)
}

/** The row over the host's record; set aside where that would cost a local edit and the settings forbid it. */
function laidOver(
  work: Work,
  change: 'create' | 'update',
  row: ImportEntity,
  host: HostView,
  options: ComposeOptions,
  inherits?: Link,
): Outcome {
  const { entity, overwritten } = compose(work, row, host, options)
  if (overwritten.length > 0 && options.rules.localEdits === 'setAside') {
    const issues = overwritten.map(
      (field): Issue => ({ code: 'local_edit', severity: 'error', field, thing: host.key }),
    )
    return { change: 'setAside', issues, retryable: true }
  }
  return { change, entity, key: host.key, overwritten, ...(inherits ? { inherits } : {}) }
}
