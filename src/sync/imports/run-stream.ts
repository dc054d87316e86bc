import { ContractError, UsageError } from '../../errors/index.ts'
import type { ImportStream } from '../platforms/platform.ts'
import type { Work } from '../work.ts'
import { checkReadable } from './compare.ts'
import { deliverItems, type ImportReports } from './deliver.ts'
import { sweepGone } from './gone.ts'
import { dueRejections } from './rejected.ts'
import { idsOf, openWindow, startDateOf } from './window.ts'

const RETRIES_A_RUN = 50
const READS = 2

/**
 * Reads one stream and delivers what changed. Rows are stored before the position, and the cursor moves only
 * after the last page; an error anywhere leaves both where they are, and the next run goes on from there.
 */
export async function runStream(
  work: Work,
  stream: ImportStream,
  mode: 'delta' | 'full',
  reports: ImportReports,
): Promise<void> {
  checkReadable(work, stream)
  if (!stream.delta && startDateOf(work, stream) !== undefined) throw noStartDate(stream)
  const askedAt = work.clock.now()
  const retried = await dueRejections(work, stream, RETRIES_A_RUN)
  if (retried.length > 0) {
    await deliverItems(work, stream, { items: retried, observedAt: askedAt, again: true }, reports)
  }

  const open = await openWindow(work, stream, mode)
  const range = { from: open.window.from, signal: work.signal }
  const { everything } = open
  const verify = mode === 'full'
  let seen = new Set<string>()
  let start = open.resumedAt

  for (let read = 1; ; read++) {
    const total = everything ? await stream.count(range) : undefined
    seen = new Set()
    let pages = 0
    let observedAt = work.clock.now()
    for await (const page of stream.pages({ ...range, offset: start })) {
      await deliverItems(work, stream, { items: page.items, observedAt, verify }, reports)
      await open.advance(page)
      for (const id of idsOf(page)) seen.add(id)
      pages += 1
      progress(work, stream, page.offset + page.rawLength, total)
      await work.beat()
      observedAt = work.clock.now()
    }
    if (!everything && pages <= 1) break
    const counted = await stream.count(range)
    // A list that became shorter may have moved a row to a page that was behind us, whatever the sum says.
    const shrunk = counted !== undefined && total !== undefined && counted < total
    if (counted === undefined || (start + seen.size === counted && !shrunk)) break
    if (read === READS) {
      await open.abandon()
      throw new ContractError(
        `The list of ${stream.name} holds ${counted} rows, but ${start + seen.size} could be read.`,
        'count_mismatch',
        [],
        { hint: 'The next run reads it again. Tell us if this stays.' },
      )
    }
    await open.restart()
    start = 0
  }
  // A list without its own count that comes back empty tells nothing: somebody is always in it.
  const complete = stream.short ? seen.size > 0 : mode === 'full'
  if (complete) await sweepGone(work, stream, seen, reports)
  await open.close()
}

function noStartDate({ name }: ImportStream): UsageError {
  return new UsageError(`This account cannot be asked which ${name} were changed since a day.`, {
    code: 'start_date_not_offered',
    hint: 'Take the start date out of the import settings, or choose by number, reference or category.',
  })
}

function progress(work: Work, stream: ImportStream, done: number, total: number | undefined): void {
  work.emit({
    type: 'progress',
    connectionId: work.connection.connectionId,
    part: stream.name,
    done,
    ...(total === undefined ? {} : { total: Math.max(total, done) }),
  })
}
