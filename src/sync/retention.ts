import { ledgerIndex } from './exports/export-run.ts'
import { stripped } from './exports/strip.ts'
import type { ExportState } from './records/ledger.ts'
import type { Work } from './work.ts'

const DAY_MS = 86_400_000
/** Exports that are looked at in one run. */
const MOST = 50
/** States in which nothing more happens by itself. */
const DONE: readonly ExportState[] = ['acknowledged', 'superseded', 'dismissed']

/** Takes personal content out of exports that have been done for longer than the settings want to keep it. */
export async function forgetContent(work: Work): Promise<void> {
  const { records, scope, clock, settings } = work
  const days = settings.retention.contentDays
  if (days === undefined) return
  const limit = clock.now() - days * DAY_MS
  let looked = 0
  for (const state of DONE) {
    for await (const { key, version, value } of records.ledger.scan(
      { by: 'index', prefix: `${scope}/${state}/` },
      MOST,
    )) {
      if (value.updatedAt > limit || ++looked > MOST) break
      const kept = stripped(value)
      await records.ledger.put({ key, expected: version, value: kept, index: ledgerIndex(work, kept) })
    }
  }
}
