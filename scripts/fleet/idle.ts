import type { StoreCalls } from './counting-store.ts'
import { each } from './each.ts'
import type { Emulation } from './emulation.ts'
import type { OpenEngine } from './engine.ts'

export interface IdleFigures {
  /** Requests of the lists and of whatever else, but not of logins. */
  readonly requestsPerSync: number
  readonly syncsPerSecond: number
  /** Calls of the store and changed records, for one run. */
  readonly store: StoreCalls
}

const AT_ONCE = 4

/** Runs each connection twice in this process: what is left is done, then a run that finds nothing to do is measured. */
export async function measureIdle(
  { engine }: OpenEngine,
  moloni: Emulation,
  ids: readonly string[],
  calls: StoreCalls,
): Promise<IdleFigures> {
  const round = () =>
    each(ids, AT_ONCE, async (id) => {
      const { outcome, errors } = await engine.sync(id)
      if (outcome !== 'complete') throw new Error(`A last run was ${outcome} (${errors[0]?.code ?? ''}).`)
    })
  await round()
  const [before, callsBefore, from] = [await moloni.books(), { ...calls }, performance.now()]
  await round()
  const seconds = (performance.now() - from) / 1000
  const after = await moloni.books()
  const perSync = (name: keyof StoreCalls) => (calls[name] - callsBefore[name]) / ids.length
  return {
    requestsPerSync: (after.requests - before.requests) / ids.length,
    syncsPerSecond: ids.length / seconds,
    store: {
      reads: perSync('reads'),
      writes: perSync('writes'),
      scans: perSync('scans'),
      changes: perSync('changes'),
    },
  }
}
