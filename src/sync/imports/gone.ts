import type { ImportKind, ImportStream } from '../platforms/platform.ts'
import type { Entry } from '../records/collection.ts'
import type { MoloniLinkRecord } from '../records/import.ts'
import type { Work } from '../work.ts'
import type { ImportReports } from './deliver.ts'
import { markGone } from './links.ts'
import { sinkOptions, wantedKinds } from './sinks.ts'

/**
 * Finds linked records that a complete read did not show, and deactivates those that their own id does not
 * find either. Hidden records are found by their id and stay.
 */
export async function sweepGone(
  work: Work,
  stream: ImportStream,
  seen: ReadonlySet<string>,
  mode: 'delta' | 'full',
  reports: ImportReports,
): Promise<void> {
  if (mode === 'delta' && stream.delta) return
  const wanted = wantedKinds(work)
  for (const kind of stream.kinds.filter((kind) => wanted.has(kind))) {
    reports[kind].deactivated += await sweepKind(work, stream, kind, seen)
  }
}

async function sweepKind(
  work: Work,
  stream: ImportStream,
  kind: ImportKind,
  seen: ReadonlySet<string>,
): Promise<number> {
  const prefix = `${work.scope}/${kind}/m/`
  const gone: Entry<MoloniLinkRecord>[] = []
  for await (const link of work.records.moloniLinks.scan({ by: 'key', prefix })) {
    const id = link.key.slice(prefix.length)
    if (seen.has(id) || link.value.goneAt !== undefined) continue
    if ((await stream.one(id, { signal: work.signal })) === undefined) gone.push(link)
  }
  const deactivate = work.host[kind]?.deactivate
  if (gone.length === 0 || !deactivate) return 0
  await deactivate.call(
    work.host[kind],
    gone.map(({ value }) => value.hostKey),
    sinkOptions(work),
  )
  await markGone(work, gone)
  return gone.length
}
