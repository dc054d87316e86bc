import { deliverItems, type ImportReports } from '../imports/deliver.ts'
import { retire } from '../imports/gone.ts'
import { moloniLinkKey } from '../imports/links.ts'
import { wantedKinds } from '../imports/sinks.ts'
import type { ImportStream, StreamItem } from '../platforms/platform.ts'
import type { Entry } from '../records/collection.ts'
import type { HookMarkRecord } from '../records/webhook.ts'
import type { Work } from '../work.ts'

/** Records read in one run because of webhooks; what is left waits for the next. */
export const MOST_MARKS = 200

/**
 * Reads what webhooks named, each record by its own id, and delivers it. A delete is believed only when the record cannot
 * be read any more. A mark that was written again in the meantime stays for the next run. Answers how many were worked off.
 */
export async function deliverMarks(
  work: Work,
  streams: readonly ImportStream[],
  reports: ImportReports,
): Promise<number> {
  const marks = await waitingMarks(work)
  let done = 0
  for (const stream of streams) {
    const mine = marks.filter(({ value }) => value.model === stream.model)
    if (mine.length === 0) continue
    const observedAt = work.clock.now()
    const items: StreamItem[] = []
    for (const { value } of mine) {
      const item = await stream.one(value.remoteId, { signal: work.signal })
      if (item) items.push(item)
      else await retireOne(work, stream, value.remoteId, reports)
      await work.beat()
    }
    await deliverItems(work, stream, { items, observedAt }, reports)
    await clear(work, mine)
    done += mine.length
  }
  return done
}

/** Whether something was told since `since` (ms) and was not read yet. */
export async function hasMarksSince(work: Pick<Work, 'records' | 'scope'>, since: number): Promise<boolean> {
  const newest = { by: 'index', prefix: `${work.scope}/`, reverse: true } as const
  for await (const { value } of work.records.hookMarks.scan(newest, 1)) return value.toldAt >= since
  return false
}

async function waitingMarks(work: Work): Promise<Entry<HookMarkRecord>[]> {
  const marks: Entry<HookMarkRecord>[] = []
  for await (const mark of work.records.hookMarks.scan({ by: 'index', prefix: `${work.scope}/` })) {
    marks.push(mark)
    if (marks.length >= MOST_MARKS) break
  }
  return marks
}

async function retireOne(
  work: Work,
  stream: ImportStream,
  id: string,
  reports: ImportReports,
): Promise<void> {
  const wanted = wantedKinds(work)
  for (const kind of stream.kinds.filter((it) => wanted.has(it))) {
    const link = await work.records.moloniLinks.get(moloniLinkKey(work, kind, id))
    if (link && link.value.goneAt === undefined) reports[kind].deactivated += await retire(work, kind, [link])
  }
}

/** With the version that was seen: what was told in the meantime is kept. */
async function clear(work: Work, marks: readonly Entry<HookMarkRecord>[]): Promise<void> {
  await work.records.hookMarks.putMany(marks.map(({ key, version }) => ({ key, expected: version })))
}
