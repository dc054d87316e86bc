import type { Issue } from '../../domain/index.ts'
import { kindFacts } from '../imports/entities.ts'
import type { HostView } from '../imports/host-view.ts'
import { holderOf } from '../imports/links.ts'
import type { Work } from '../work.ts'
import { ensureRemote } from './ensure.ts'
import { linkRemote, streamOf } from './link.ts'
import type { PushKind } from './run-push.ts'
import { updateRemote } from './update.ts'

/** What became of a record of the host. */
export type PushOutcome =
  | { readonly is: 'created' | 'linked' | 'updated' | 'unchanged' | 'waiting' }
  | { readonly is: 'blocked'; readonly issues: readonly Issue[]; readonly retryable: boolean }

const unchanged: PushOutcome = { is: 'unchanged' }

/** Sees to it that Moloni has a record of the host, and by the settings what the host leads of it. */
export async function pushRecord(work: Work, kind: PushKind, view: HostView): Promise<PushOutcome> {
  const { key, fields, source } = view
  const holder = await holderOf(work, kind, key)
  if (holder) {
    // One that is gone in Moloni is not made again because the host keeps it.
    if (holder.link.value.goneAt !== undefined) return unchanged
    return work.settings.push[kind].mode === 'upsert' ? updateRemote(work, kind, view, holder) : unchanged
  }
  if (fields.active === false) return unchanged
  if (source !== undefined) return known(work, kind, view, source)
  const entity = kindFacts(kind).read(fields)
  if (entity?.kind !== 'relations' && entity?.kind !== 'materials') return unreadable(kind, view)
  const ensured = await ensureRemote(work, key, entity, { verify: false })
  if (ensured.is === 'there') return { is: ensured.created ? 'created' : 'linked' }
  return ensured.is === 'waiting' ? { is: 'waiting' } : ensured
}

/** A record that says where it came from, and has no link: of this company it finds it again, of another it is left alone. */
async function known(
  work: Work,
  kind: PushKind,
  { key }: HostView,
  { platform, companyId, id }: NonNullable<HostView['source']>,
): Promise<PushOutcome> {
  const { connection } = work
  if (platform !== connection.platform || companyId !== connection.companyId) return unchanged
  const item = await streamOf(work, kind)?.one(id, { signal: work.signal })
  if (!item) return unchanged
  const linked = await linkRemote(work, key, kind, Number(id), { ours: false })
  return linked.is === 'there' ? { is: 'linked' } : linked
}

function unreadable(kind: PushKind, { key, fields }: HostView): PushOutcome {
  const { error } = kindFacts(kind).schema.safeParse(fields)
  const issues = (error?.issues ?? []).map(
    ({ path }): Issue => ({
      code: 'invalid_host_record',
      severity: 'error',
      field: path.join('.'),
      thing: key,
    }),
  )
  return { is: 'blocked', issues, retryable: false }
}
