import type { Issue } from '../../domain/index.ts'
import { hashOf } from '../imports/compare.ts'
import { fieldsOf } from '../imports/entities.ts'
import { marksOf } from '../imports/field-marks.ts'
import { canRead } from '../imports/host-view.ts'
import { moloniLinkKey, writeLinks } from '../imports/links.ts'
import type { ImportKind, ImportStream } from '../platforms/platform.ts'
import type { Work } from '../work.ts'

export const streamOf = (work: Work, kind: ImportKind): ImportStream | undefined =>
  work.platform.streams.find(({ kinds }) => kinds.includes(kind))

export interface LinkOptions {
  /** Whether its content is the host's: then the next import has nothing to bring. */
  readonly ours: boolean
}

/**
 * Links a record of the host with one of Moloni. What we have made ourselves is read once more, so that the next import knows it
 * again and leaves the host's record as it is.
 */
export async function linkRemote(
  work: Work,
  hostKey: string,
  kind: ImportKind,
  id: number,
  { ours }: LinkOptions,
): Promise<
  | { readonly is: 'there'; readonly id: number; readonly created: boolean }
  | { readonly is: 'blocked'; readonly issues: readonly Issue[]; readonly retryable: boolean }
> {
  const remoteId = String(id)
  const conflict = {
    is: 'blocked' as const,
    issues: [{ code: 'link_conflict', severity: 'error' as const, thing: hostKey }],
    retryable: true,
  }
  const existing = await work.records.moloniLinks.get(moloniLinkKey(work, kind, remoteId))
  const alive = existing && existing.value.goneAt === undefined
  if (alive && existing.value.hostKey !== hostKey) return conflict
  const conflicts = await writeLinks(work, kind, [
    { remoteId, hostKey, existing, ...(ours ? await seen(work, kind, remoteId) : { hash: '' }) },
  ])
  return conflicts.size > 0 ? conflict : { is: 'there', id, created: false }
}

/** What the next import will compare with. */
export async function seen(
  work: Work,
  kind: ImportKind,
  remoteId: string,
): Promise<{ readonly hash: string; readonly fields?: Readonly<Record<string, string>> }> {
  const item = await streamOf(work, kind)?.one(remoteId, { signal: work.signal })
  const entity = item?.entity
  if (entity?.kind !== kind) return { hash: '' }
  return {
    hash: await hashOf(work, entity),
    ...(canRead(work, kind) ? { fields: marksOf(kind, fieldsOf(entity)) } : {}),
  }
}
