import { setTimeout as pause } from 'node:timers/promises'
import type { Seeded } from '../crash/seeded.ts'
import type { Progress } from '../start/progress.ts'
import type { Crew } from './crew.ts'
import type { Office } from './office/office.ts'
import type { Options } from './options.ts'

const LOOK_MS = 100
/** For how long nothing may happen at all. */
const PATIENCE_MS = 240_000

export interface WorkOptions {
  readonly crew: Crew
  readonly office: Office
  /** What there is to deliver and to make. */
  readonly total: { readonly records: number; readonly documents: number }
  readonly options: Pick<Options, 'kills' | 'signal'>
  readonly random: Seeded
  readonly progress: Progress
}

/** Waits until all documents are made, and ends workers all the way, at seeded points of the progress. */
export async function work({ crew, office, total, options, random, progress }: WorkOptions): Promise<void> {
  const { kills, signal } = options
  // The n-th kill comes somewhere in the n-th part of the way.
  const points = Array.from({ length: kills }, (_, i) => (i + random.next()) / (kills + 1))
  let [last, since] = ['', performance.now()]
  for (;;) {
    crew.check()
    const { records, documents } = office.done()
    progress.show({ part: 'documents', done: documents, total: total.documents })
    const complete = documents >= total.documents
    const way = complete
      ? 1
      : (Math.min(1, records / total.records) + Math.min(1, documents / total.documents)) / 2
    if (complete && crew.told.kills >= kills) break
    const point = points[crew.told.kills]
    if (point !== undefined && way >= point) await crew.kill(signal)

    const now = `${records} ${documents} ${crew.told.kills}`
    if (now !== last) [last, since] = [now, performance.now()]
    if (performance.now() - since > PATIENCE_MS)
      throw new Error(`Nothing has happened for a long time: ${documents} of ${total.documents} documents.`)
    await pause(LOOK_MS)
  }
  progress.finish()
}
