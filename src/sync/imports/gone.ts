import type { ImportKind, ImportStream } from '../platforms/platform.ts'
import type { Entry } from '../records/collection.ts'
import type { MoloniLinkRecord } from '../records/import.ts'
import type { Work } from '../work.ts'
import type { ImportReports } from './deliver.ts'
import { markGone } from './links.ts'
import { forgetGone } from './rejected.ts'
import { rulesOf } from './rules.ts'
import { sinkOptions, wantedKinds } from './sinks.ts'

/**
 * Finds linked records that a complete read did not show, and deactivates those that their own id does not
 * find either. Hidden records are found by their id and stay. Rows that were set aside and are gone are forgotten.
 */
export async function sweepGone(
  work: Work,
  stream: ImportStream,
  seen: ReadonlySet<string>,
  reports: ImportReports,
): Promise<void> {
  const wanted = wantedKinds(work)
  for (const kind of stream.kinds.filter((kind) => wanted.has(kind))) {
    reports[kind].deactivated += await sweepKind(work, stream, kind, seen)
  }
  await forgetGone(work, stream, seen)
}

/** Does with records that are gone in Moloni what the settings say; answers how many the host was told of. */
export async function retire(
  work: Work,
  kind: ImportKind,
  links: readonly Entry<MoloniLinkRecord>[],
): Promise<number> {
  if (rulesOf(work.settings, kind).gone === 'deactivate') return deactivate(work, kind, links)
  await markGone(work, links)
  return 0
}

/** Has the host deactivate records, as far as it can be told, then marks their links; answers how many it was told of. */
export async function deactivate(
  work: Work,
  kind: ImportKind,
  links: readonly Entry<MoloniLinkRecord>[],
): Promise<number> {
  if (links.length === 0) return 0
  const sink = work.host[kind]
  const told = sink?.deactivate ? links.length : 0
  await sink?.deactivate?.(
    links.map(({ value }) => value.hostKey),
    sinkOptions(work, work.clock.now()),
  )
  await markGone(work, links)
  return told
}

async function sweepKind(
  work: Work,
  stream: ImportStream,
  kind: ImportKind,
  seen: ReadonlySet<string>,
): Promise<number> {
  const kept = rulesOf(work.settings, kind).gone === 'keep'
  if (!kept && !work.host[kind]?.deactivate) return 0
  const prefix = `${work.scope}/${kind}/m/`
  const gone: Entry<MoloniLinkRecord>[] = []
  for await (const link of work.records.moloniLinks.scan({ by: 'key', prefix })) {
    const id = link.key.slice(prefix.length)
    if (seen.has(id) || link.value.goneAt !== undefined) continue
    if ((await stream.one(id, { signal: work.signal })) === undefined) gone.push(link)
  }
  return retire(work, kind, gone)
}
