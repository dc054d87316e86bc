import type { Issue, Source } from '../../domain/index.ts'
import { isMatchableTaxNumber, normaliseTaxNumber } from '../../mappers/index.ts'
import type { ImportEntity, ImportKind, ImportStream, StreamItem } from '../platforms/platform.ts'
import type { Entry } from '../records/collection.ts'
import type { MoloniLinkRecord } from '../records/import.ts'
import type { Work } from '../work.ts'
import { fieldsOf, identityOf, isSameSource } from './entities.ts'
import { type HostView, readHost } from './host-view.ts'
import { holderOf, moloniLinkKey } from './links.ts'

/** A row of Moloni that belongs to no record of the host yet. */
export interface Unlinked {
  readonly item: StreamItem
  readonly entity: ImportEntity
}

/** The host's record that a row is; or why nobody can say. */
export type Match =
  | {
      readonly host: HostView
      /** By what it was found. A record that says where it came from was delivered before. */
      readonly by: 'source' | 'number' | 'taxNumber'
      /** The link of a record that is gone in Moloni, and that had the host's record before. */
      readonly inherits?: Entry<MoloniLinkRecord> | undefined
    }
  | { readonly issues: readonly Issue[] }

interface Matching {
  readonly work: Work
  readonly stream: ImportStream
  readonly kind: ImportKind
  /** Numbers that rows of this page have now, by Moloni's id. */
  readonly numbers: ReadonlyMap<string, string>
  /** Rows of Moloni that were read by their id: their number, or undefined when they are gone. */
  readonly seen: Map<string, Promise<string | undefined>>
}

/**
 * Finds the host's record of each row: the one that says it came from there, else the one with its number, else the one with its
 * tax number. Where two could be meant, or number and tax number contradict each other, it is left to a person. Reads only.
 */
export async function matchRows(
  work: Work,
  stream: ImportStream,
  kind: ImportKind,
  rows: readonly Unlinked[],
  page: readonly Unlinked[],
): Promise<ReadonlyMap<string, Match>> {
  const matches = new Map<string, Match>()
  if (rows.length === 0) return matches
  const numbers = new Map(page.map(({ item, entity }) => [item.id, identityOf(entity)]))
  const matching: Matching = { work, stream, kind, numbers, seen: new Map() }

  const sources = rows.flatMap(({ entity }) => entity.value.source ?? [])
  const known = await readHost(work, kind, { sources })
  const unknown: Unlinked[] = []
  for (const row of rows) {
    const host = known.find(({ source }) => isSameSource(source, row.entity.value.source))
    if (host) matches.set(row.item.id, { host, by: 'source' })
    else unknown.push(row)
  }
  const numbered = await readHost(work, kind, { keys: unknown.map(({ entity }) => identityOf(entity)) })
  for (const { item, entity } of unknown) {
    const host = numbered.find(({ key }) => key === identityOf(entity))
    const match = host && (await matchByNumber(matching, item, entity, host))
    if (match) matches.set(item.id, match)
  }
  if (kind === 'relations') await matchByTaxNumber(matching, unknown, matches)
  return matches
}

async function matchByNumber(
  matching: Matching,
  { id }: StreamItem,
  entity: ImportEntity,
  host: HostView,
): Promise<Match | undefined> {
  const standing = await standingOf(matching, id, host)
  if (standing.is === 'elsewhere') return undefined
  const { key } = host
  if (standing.is === 'taken') {
    // Renumbered meanwhile: then the number is free, or soon will be.
    if (standing.number !== key) return undefined
    return { issues: [{ code: 'link_conflict', severity: 'error', thing: key }] }
  }
  if (contradict(entity, host))
    return { issues: [{ code: 'number_conflict', severity: 'error', field: 'vatNumber', thing: key }] }
  return { host, by: 'number', inherits: standing.inherits }
}

function contradict(entity: ImportEntity, host: HostView): boolean {
  const [ours, theirs] = [taxNumberOf(fieldsOf(entity)), taxNumberOf(host.fields)]
  return ours !== undefined && theirs !== undefined && ours !== theirs
}

/** The tax number that a record may be known by; the shared one of the final consumer is none. */
export function taxNumberOf({ vatNumber }: Readonly<Record<string, unknown>>): string | undefined {
  const text = typeof vatNumber === 'string' ? vatNumber : undefined
  return isMatchableTaxNumber(text) ? normaliseTaxNumber(text) : undefined
}

async function matchByTaxNumber(
  matching: Matching,
  rows: readonly Unlinked[],
  matches: Map<string, Match>,
): Promise<void> {
  const open = rows.flatMap(({ item, entity }) => {
    const taxNumber = taxNumberOf(fieldsOf(entity))
    return taxNumber === undefined || matches.has(item.id) ? [] : [{ item, entity, taxNumber }]
  })
  if (open.length === 0) return
  const { work, kind } = matching
  const found = await readHost(work, kind, {
    taxNumbers: [...new Set(open.map(({ taxNumber }) => taxNumber))],
  })
  const spoken = new Set([...matches.values()].flatMap((match) => ('host' in match ? match.host.key : [])))
  for (const { item, entity, taxNumber } of open) {
    const same = found.filter(({ key, fields }) => taxNumberOf(fields) === taxNumber && !spoken.has(key))
    const active = same.filter(({ fields }) => fields.active !== false)
    const candidates = await freeOf(matching, item, active.length > 0 ? active : same)
    const match = await judge(matching, item, entity, taxNumber, candidates)
    if (match) matches.set(item.id, match)
  }
}

interface Candidate {
  readonly host: HostView
  readonly inherits?: Entry<MoloniLinkRecord> | undefined
}

/** Those that belong to no living record of Moloni. */
async function freeOf(
  matching: Matching,
  { id }: StreamItem,
  hosts: readonly HostView[],
): Promise<Candidate[]> {
  const free: Candidate[] = []
  for (const host of hosts) {
    const standing = await standingOf(matching, id, host)
    if (standing.is === 'free') free.push({ host, inherits: standing.inherits })
  }
  return free
}

async function judge(
  { work, kind }: Matching,
  { id }: StreamItem,
  entity: ImportEntity,
  taxNumber: string,
  candidates: readonly Candidate[],
): Promise<Match | undefined> {
  if (candidates.length === 0) return undefined
  const { platform, signal, records } = work
  const customers = (await platform.customersByTaxNumber?.(taxNumber, { signal })) ?? []
  const others = customers.filter(({ customerId }) => String(customerId) !== id)
  const left = candidates.filter(({ host }) => !others.some(({ number }) => number === host.key))
  const [only] = left
  if (!only) return undefined
  const links = await records.moloniLinks.getMany(
    others.map(({ customerId }) => moloniLinkKey(work, kind, String(customerId))),
  )
  // Another customer with this tax number that has no record yet could be meant just as well.
  const rivals = others.filter((_, i) => links[i] === undefined || links[i].value.goneAt !== undefined)
  if (left.length === 1 && rivals.length === 0) return { ...only, by: 'taxNumber' }
  return {
    issues: [
      {
        code: 'match_ambiguous',
        severity: 'error',
        field: 'vatNumber',
        thing: identityOf(entity),
        details: {
          candidates: left.map(({ host }) => host.key).join(', '),
          customers: [identityOf(entity), ...rivals.map(({ number }) => number)].join(', '),
        },
      },
    ],
  }
}

/** Whether the host's record may become the row's. */
type Standing =
  | { readonly is: 'free'; readonly inherits?: Entry<MoloniLinkRecord> | undefined }
  /** It belongs to a living record of Moloni, which has this number now. */
  | { readonly is: 'taken'; readonly number: string }
  /** It came from another company or platform. */
  | { readonly is: 'elsewhere' }

async function standingOf(matching: Matching, id: string, { key, source }: HostView): Promise<Standing> {
  const { work, kind } = matching
  const holder = await holderOf(work, kind, key)
  if (holder && holder.remoteId !== id) {
    const number = await numberOf(matching, holder.remoteId)
    return number === undefined ? { is: 'free', inherits: holder.link } : { is: 'taken', number }
  }
  if (source === undefined || holder) return { is: 'free' }
  if (!isOurs(work, source)) return { is: 'elsewhere' }
  const number = await numberOf(matching, source.id)
  return number === undefined ? { is: 'free' } : { is: 'taken', number }
}

const isOurs = ({ connection }: Work, { platform, companyId }: Source) =>
  platform === connection.platform && companyId === connection.companyId

/** The number that a record of Moloni has now; undefined when it is gone. */
function numberOf({ work, stream, numbers, seen }: Matching, id: string): Promise<string | undefined> {
  const asked =
    seen.get(id) ??
    (numbers.has(id)
      ? Promise.resolve(numbers.get(id))
      : stream
          .one(id, { signal: work.signal })
          // A row that cannot be mapped is there all the same.
          .then((item) => item && (item.entity ? identityOf(item.entity) : '')))
  seen.set(id, asked)
  return asked
}
