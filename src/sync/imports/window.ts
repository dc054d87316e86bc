import { contentHash } from '../../internal/hash.ts'
import type { ImportStream, StreamPage } from '../platforms/platform.ts'
import type { Entry } from '../records/collection.ts'
import type { CursorRecord } from '../records/import.ts'
import type { Work } from '../work.ts'

type Window = NonNullable<CursorRecord['window']>

/** The part of a stream that one run reads, kept in the store so that the next run can go on. */
export interface OpenWindow {
  readonly window: Window
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

/** Goes on with the stream's open window where the list has not moved, else opens one. */
export async function openWindow(work: Work, stream: ImportStream, mode: 'delta' | 'full'): Promise<OpenWindow> {
  const { cursors } = work.records
  const key = `${work.scope}/${stream.name}`
  let entry: Entry<CursorRecord> | undefined = await cursors.get(key)

  const save = async (value: CursorRecord): Promise<void> => {
    await cursors.put({ key, expected: entry?.version ?? 'absent', value })
    entry = await cursors.get(key)
  }
  const since = entry?.value.since
  const resumable = mode === 'delta' ? entry?.value.window : undefined
  let window = resumable && (await unmoved(work, stream, resumable)) ? resumable : undefined
  const resumedAt = window?.offset ?? 0
  window ??= {
    id: work.random.token(8),
    to: work.clock.now() + (work.platform.clockOffset() ?? 0),
    offset: 0,
    pageHash: '',
    ...(mode === 'full' || since === undefined || !stream.delta
      ? {}
      : { from: since - work.settings.imports.overlapMs }),
  }
  let current = window
  const keep = since === undefined ? {} : { since }

  return {
    window,
    resumedAt,
    async advance(page) {
      current = { ...current, offset: page.offset + page.rawLength, pageHash: await pageHash(page) }
      await save({ ...keep, window: current })
    },
    async restart() {
      current = { ...current, offset: 0, pageHash: '' }
    },
    async close() {
      await save({ since: current.to })
    },
    async abandon() {
      await save(keep)
    },
  }
}

/** Whether the last page that is behind us still reads the same: then nothing before it has moved. */
async function unmoved(work: Work, stream: ImportStream, window: Window): Promise<boolean> {
  if (window.offset === 0) return true
  const offset = Math.max(0, window.offset - PAGE)
  for await (const page of stream.pages({ from: window.from, offset, signal: work.signal })) {
    return page.offset + page.rawLength === window.offset && (await pageHash(page)) === window.pageHash
  }
  return false
}

const PAGE = 50

function pageHash(page: StreamPage): Promise<string> {
  return contentHash(page.items.map(({ id }) => id))
}
