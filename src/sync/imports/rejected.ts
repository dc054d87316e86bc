import type { Issue } from '../../domain/index.ts'
import { canonicalJson } from '../../internal/json.ts'
import type { ImportStream, StreamItem } from '../platforms/platform.ts'
import type { Entry, Put } from '../records/collection.ts'
import type { RejectedRowRecord } from '../records/import.ts'
import { hiddenPart, keyPart, timePart } from '../records/keys.ts'
import type { Work } from '../work.ts'

const FIRST_PAUSE = 15 * 60_000
const LONGEST_PAUSE = 24 * 60 * 60_000

/** A row that is set aside. */
export interface Rejection {
  readonly remoteId: string
  readonly kind?: string
  readonly issues: readonly Issue[]
  readonly message?: string
  /** Whether it may be accepted later without a change in Moloni. */
  readonly retryable: boolean
  /** Hash of what was refused: the same again is not tried. */
  readonly fingerprint?: string
}

/** What rows come from: an import stream, the host's work orders, or its own records. */
export interface Origin {
  readonly name: string
  /** Whether the ids are people's numbers, which no key of the store may show. */
  readonly hidden?: boolean
}

const prefix = (work: Work, stream: Origin) => `${work.scope}/${stream.name}/`
const rejectedKey = async (work: Work, stream: Origin, remoteId: string) =>
  `${prefix(work, stream)}${await (stream.hidden ? hiddenPart : keyPart)(remoteId)}`

/** Writes the rejections of a page and removes those of rows that were accepted. */
export async function recordRejections(
  work: Work,
  stream: Origin,
  rejections: readonly Rejection[],
  accepted: readonly string[],
): Promise<void> {
  const ids = [...rejections.map(({ remoteId }) => remoteId), ...accepted]
  const keys = await Promise.all(ids.map((id) => rejectedKey(work, stream, id)))
  const present = await work.records.rejectedRows.getMany(keys)
  const changes = keys.flatMap((key, i): Put<RejectedRowRecord>[] => {
    const before = present[i]
    const rejection = rejections[i]
    if (!rejection) return before ? [{ key, expected: before.version }] : []
    const value = rejectedRow(work, stream, rejection, before)
    if (before && canonicalJson(before.value) === canonicalJson(value)) return []
    return [
      {
        key,
        expected: before?.version ?? 'absent',
        value,
        ...(value.nextTry === undefined
          ? {}
          : { index: `${prefix(work, stream)}${timePart(value.nextTry)}` }),
      },
    ]
  })
  await work.records.rejectedRows.putMany(changes)
}

function rejectedRow(
  work: Work,
  stream: Origin,
  rejection: Rejection,
  before: Entry<RejectedRowRecord> | undefined,
): RejectedRowRecord {
  const tries = rejection.retryable ? (before?.value.tries ?? 0) + 1 : 0
  const pause = Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE)
  return {
    stream: stream.name,
    ...(rejection.kind === undefined ? {} : { kind: rejection.kind }),
    remoteId: rejection.remoteId,
    issues: [...rejection.issues],
    ...(rejection.message === undefined ? {} : { message: rejection.message }),
    ...(rejection.fingerprint === undefined ? {} : { fingerprint: rejection.fingerprint }),
    since: before?.value.since ?? work.clock.now(),
    tries,
    ...(rejection.retryable ? { nextTry: work.clock.now() + pause } : {}),
  }
}

/** What is set aside of some rows, by their ids. */
export async function rejectionsOf(
  work: Work,
  origin: Origin,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RejectedRowRecord>> {
  const keys = await Promise.all(ids.map((id) => rejectedKey(work, origin, id)))
  const found = await work.records.rejectedRows.getMany(keys)
  return new Map(found.flatMap((entry) => (entry ? [[entry.value.remoteId, entry.value] as const] : [])))
}

/** Ids of rejected rows whose pause is over; at most `limit`. */
export async function dueIds(work: Work, origin: Origin, limit: number): Promise<string[]> {
  const ids: string[] = []
  for await (const { value } of work.records.rejectedRows.scan({
    by: 'index',
    prefix: prefix(work, origin),
  })) {
    if (ids.length >= limit || (value.nextTry ?? 0) > work.clock.now()) break
    ids.push(value.remoteId)
  }
  return ids
}

/** Rejected rows whose pause is over, read again by their own id; at most `limit`. */
export async function dueRejections(
  work: Work,
  stream: ImportStream,
  limit: number,
): Promise<readonly StreamItem[]> {
  const items: StreamItem[] = []
  for (const id of await dueIds(work, stream, limit)) {
    const item = await stream.one(id, { signal: work.signal })
    if (item) items.push(item)
    else await recordRejections(work, stream, [], [id])
  }
  return items
}

/** Forgets rejected rows that a complete read did not show and that their own id does not find either. */
export async function forgetGone(work: Work, stream: ImportStream, seen: ReadonlySet<string>): Promise<void> {
  const gone: string[] = []
  for await (const { value } of work.records.rejectedRows.scan({ by: 'key', prefix: prefix(work, stream) })) {
    if (seen.has(value.remoteId)) continue
    if ((await stream.one(value.remoteId, { signal: work.signal })) === undefined) gone.push(value.remoteId)
  }
  await recordRejections(work, stream, [], gone)
}
