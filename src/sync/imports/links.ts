import type { ImportKind } from '../platforms/platform.ts'
import type { Entry } from '../records/collection.ts'
import type { MoloniLinkRecord } from '../records/import.ts'
import { hiddenPart } from '../records/keys.ts'
import type { Work } from '../work.ts'
import type { FieldMarks } from './field-marks.ts'

export const moloniLinkKey = (work: Work, kind: ImportKind, remoteId: string) =>
  `${work.scope}/${kind}/m/${remoteId}`

export const hostLinkKey = async (work: Work, kind: ImportKind, hostKey: string) =>
  `${work.scope}/${kind}/h/${await hiddenPart(hostKey)}`

/** A delivered row that has to be linked. */
export interface NewLink {
  readonly remoteId: string
  readonly hostKey: string
  readonly hash: string
  readonly existing: Entry<MoloniLinkRecord> | undefined
  /** Marks of the delivered fields, where the host's own can be compared with them. */
  readonly fields?: FieldMarks
}

/**
 * Writes both halves of each link: the host's half is claimed first, then Moloni's half with the content
 * hash. Answers the rows whose host record belongs to another living Moloni record.
 */
export async function writeLinks(
  work: Work,
  kind: ImportKind,
  links: readonly NewLink[],
): Promise<ReadonlySet<string>> {
  const { hostLinks, moloniLinks } = work.records
  const hostKeys = await Promise.all(links.map(({ hostKey }) => hostLinkKey(work, kind, hostKey)))
  const halves = await hostLinks.getMany(hostKeys)
  const conflicts = new Set<string>()
  const moved = new Map(links.map(({ remoteId, hostKey }) => [remoteId, hostKey]))
  const claims: { key: string; expected: number | 'absent'; remoteId: string }[] = []

  for (const [i, link] of links.entries()) {
    const key = hostKeys[i] ?? ''
    const half = halves[i]
    const twin = claims.find((claim) => claim.key === key)
    if (twin) {
      conflicts.add(link.remoteId)
    } else if (!half) {
      claims.push({ key, expected: 'absent', remoteId: link.remoteId })
    } else if (half.value.remoteId !== link.remoteId) {
      const holder = half.value.remoteId
      const held = moved.has(holder)
        ? moved.get(holder) === link.hostKey
        : await holds(work, kind, holder, link.hostKey)
      if (held) conflicts.add(link.remoteId)
      else claims.push({ key, expected: half.version, remoteId: link.remoteId })
    }
  }

  const claimed = await hostLinks.putMany(
    claims.map(({ key, expected, remoteId }) => ({ key, expected, value: { remoteId } })),
  )
  for (const [i, claim] of claims.entries()) if (!claimed[i]) conflicts.add(claim.remoteId)

  const won = links.filter(({ remoteId }) => !conflicts.has(remoteId))
  await moloniLinks.putMany(
    won.map(({ remoteId, hostKey, hash, existing, fields }) => ({
      key: moloniLinkKey(work, kind, remoteId),
      expected: existing?.version ?? 'absent',
      value: { hostKey, hash, deliveredAt: work.clock.now(), ...(fields ? { fields } : {}) },
    })),
  )
  for (const { existing, hostKey, remoteId } of won) {
    if (existing && existing.value.hostKey !== hostKey) {
      await releaseHostHalf(work, kind, existing.value.hostKey, remoteId)
    }
  }
  return conflicts
}

/** The Moloni record that a host record belongs to, or belonged to until it was gone. */
export async function holderOf(
  work: Work,
  kind: ImportKind,
  hostKey: string,
): Promise<{ readonly remoteId: string; readonly link: Entry<MoloniLinkRecord> } | undefined> {
  const half = await work.records.hostLinks.get(await hostLinkKey(work, kind, hostKey))
  if (!half) return undefined
  const { remoteId } = half.value
  const link = await work.records.moloniLinks.get(moloniLinkKey(work, kind, remoteId))
  return link?.value.hostKey === hostKey ? { remoteId, link } : undefined
}

/** Whether the Moloni record still holds that host record. */
async function holds(work: Work, kind: ImportKind, remoteId: string, hostKey: string): Promise<boolean> {
  const link = await work.records.moloniLinks.get(moloniLinkKey(work, kind, remoteId))
  return link !== undefined && link.value.hostKey === hostKey && link.value.goneAt === undefined
}

async function releaseHostHalf(
  work: Work,
  kind: ImportKind,
  hostKey: string,
  remoteId: string,
): Promise<void> {
  const key = await hostLinkKey(work, kind, hostKey)
  const half = await work.records.hostLinks.get(key)
  if (half?.value.remoteId === remoteId) await work.records.hostLinks.put({ key, expected: half.version })
}

/** Marks links as gone, after the host was told where it is. */
export async function markGone(work: Work, links: readonly Entry<MoloniLinkRecord>[]): Promise<void> {
  if (links.length === 0) return
  await work.records.moloniLinks.putMany(
    links.map(({ key, version, value }) => ({
      key,
      expected: version,
      value: { ...value, hash: '', goneAt: work.clock.now() },
    })),
  )
}
