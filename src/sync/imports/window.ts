import { contentHash } from '../../internal/hash.ts'
import type { ImportStream, StreamPage } from '../platforms/platform.ts'
import type { Entry } from '../records/collection.ts'
import type { CursorRecord } from '../records/import.ts'
import { startOfDay } from '../today.ts'
import type { Work } from '../work.ts'
import { readingKey, rulesOf } from './rules.ts'
import { wantedKinds } from './sinks.ts'

type Window = NonNullable<CursorRecord['window']>

/** The part of a stream that one run reads, kept in the store so that the next run can go on. */
export interface OpenWindow {
  readonly window: Window
  /** Whether it holds all that is wanted of the stream, and not only what changed of late. */
  readonly everything: boolean
  /** Rows that an earlier run has behind it. */
  readonly resumedAt: number
  /** Takes a page as delivered. */
  advance(page: StreamPage): Promise<void>
  /** Begins again at the first row. */
  restart(): Promise<void>
  /** Moves the cursor to the end of the window. */
  close(): Promise<void>
  /** Gives the window up and leaves the cursor where it was. */
  abandon(): Promise<void>
}

/** Where a read would begin, ms; undefined for a read of everything. */
export async function windowStart(
  work: Work,
  stream: ImportStream,
  mode: 'delta' | 'full',
): Promise<number | undefined> {
  const cursor = await work.records.cursors.get(`${work.scope}/${stream.name}`)
  const known = cursor?.value.reading === (await readingOf(work, stream)) ? cursor?.value : undefined
  return startOf(work, stream, mode, known?.since)
}

function startOf(work: Work, stream: ImportStream, mode: 'delta' | 'full', since: number | undefined) {
  const everything = mode === 'full' || since === undefined || !stream.delta
  return everything ? firstMoment(work, stream) : since - work.settings.imports.overlapMs
}

function firstMoment(work: Work, stream: ImportStream): number | undefined {
  const first = startDateOf(work, stream)
  return first === undefined ? undefined : startOfDay(first, work.settings.timeZone)
}

/** The earliest start date of the kinds that the stream is read for; undefined where one of them has none. */
export function startDateOf(work: Work, stream: ImportStream): string | undefined {
  const wanted = wantedKinds(work)
  const kinds = stream.kinds.filter((kind) => wanted.has(kind))
  const days = kinds.map((kind) => rulesOf(work.settings, kind).startDate)
  return days.includes(undefined) ? undefined : days.sort()[0]
}

/** Goes on with the stream's open window where the list has not moved, else opens one. */
export async function openWindow(
  work: Work,
  stream: ImportStream,
  mode: 'delta' | 'full',
): Promise<OpenWindow> {
  const { cursors } = work.records
  const key = `${work.scope}/${stream.name}`
  let entry: Entry<CursorRecord> | undefined = await cursors.get(key)

  const save = (value: CursorRecord) => cursors.put({ key, expected: entry?.version ?? 'absent', value })
  const reading = await readingOf(work, stream)
  const known = entry?.value.reading === reading ? entry.value : undefined
  const since = known?.since
  const resumable = mode === 'delta' && stream.delta ? known?.window : undefined
  let window = resumable && (await unmoved(work, stream, resumable)) ? resumable : undefined
  const resumedAt = window?.offset ?? 0
  const from = startOf(work, stream, mode, since)
  window ??= {
    id: work.random.token(8),
    to: work.clock.now(),
    offset: 0,
    pageHash: '',
    ...(from === undefined ? {} : { from }),
  }
  const fresh = window.offset === 0
  const opened = window.to
  let current = window
  const keep = { reading, ...(since === undefined ? {} : { since }) }

  return {
    window,
    everything: mode === 'full' || since === undefined || !stream.delta,
    resumedAt,
    async advance(page) {
      const first = page.offset === 0 && fresh
      current = {
        ...current,
        ...(first ? { to: opened + (work.platform.clockOffset() ?? 0) } : {}),
        offset: page.offset + page.rawLength,
        pageHash: await pageHash(page),
      }
      // Nothing lies behind an empty page, and a list that is read whole each time is never gone on with.
      if (page.rawLength === 0 || !stream.delta) return
      await save({ ...keep, window: current })
      entry = await cursors.get(key)
    },
    async restart() {
      current = { ...current, offset: 0, pageHash: '' }
    },
    async close() {
      await save({ reading, since: current.to })
    },
    async abandon() {
      await save(keep)
    },
  }
}

/** The kinds that are wanted, the units that tell them apart, and the settings that decide what becomes of a row. */
function readingOf(work: Work, stream: ImportStream): Promise<string> {
  const wanted = wantedKinds(work)
  const kinds = stream.kinds.filter((kind) => wanted.has(kind))
  const rules = kinds.flatMap((kind) => readingKey(work.settings, kind) ?? [])
  return contentHash([kinds, work.settings.imports.hourUnits, ...rules])
}

/** Whether the last page that is behind us still reads the same: then nothing before it has moved. */
async function unmoved(work: Work, stream: ImportStream, window: Window): Promise<boolean> {
  if (window.offset === 0) return true
  const offset = Math.max(0, window.offset - stream.pageSize)
  for await (const page of stream.pages({ from: window.from, offset, signal: work.signal })) {
    return page.offset + page.rawLength === window.offset && (await pageHash(page)) === window.pageHash
  }
  return false
}

function pageHash(page: StreamPage): Promise<string> {
  return contentHash(idsOf(page))
}

/** Moloni's ids of the rows of a page, those that the stream leaves out too. */
export const idsOf = ({ items, ids }: StreamPage): readonly string[] => ids ?? items.map(({ id }) => id)
