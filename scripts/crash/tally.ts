import type { Outcome } from './play.ts'
import { idOf, type Spec } from './spec.ts'

/** What a run is counted as; small enough to be handed from one process to another. */
export interface Counted {
  readonly id: string
  readonly platform: string
  readonly subject: string
  readonly fault: string
  readonly acknowledged: boolean
  /** The code that a person is asked with. */
  readonly blocked?: string | undefined
  readonly planted?: string | undefined
  readonly duplicates: number
  readonly lost: number
  readonly unacknowledged: number
  readonly wrongTotals: number
  readonly stuck: boolean
  readonly extraDrafts: number
  readonly logins: number
  readonly stops: readonly number[]
  /** What is wrong with the run, in words; none when it ended as it must. */
  readonly faults: readonly string[]
}

export function counted(outcome: Outcome): Counted {
  const { spec, standing, verdict, expected, stuck, outside, untold, wrongs, stops, logins } = outcome
  const planted = expected === 'acknowledged' ? undefined : expected.blocked
  const blocked = standing.done ? undefined : standing.blocked
  const more = outside ? 0 : outcome.extraDrafts
  const duplicates = verdict.duplicates + more + (untold ? 1 : 0)
  const early = wrongs.filter((text) => text.startsWith('acknowledged')).length
  return {
    id: idOf(spec),
    platform: spec.platform,
    subject: spec.subject,
    fault: spec.fault,
    acknowledged: standing.done,
    ...(blocked === undefined ? {} : { blocked }),
    ...(planted === undefined ? {} : { planted }),
    wrongTotals: verdict.wrongTotals,
    unacknowledged: verdict.unacknowledged,
    duplicates,
    lost: verdict.lost + early,
    stuck,
    extraDrafts: outside ? outcome.extraDrafts : 0,
    logins,
    stops,
    faults: [
      ...(verdict.duplicates > 0 ? ['more than one document'] : []),
      ...(more > 0 ? ['a second draft'] : []),
      ...(untold ? ['a second draft, and nobody is told'] : []),
      ...(verdict.lost > 0 ? ['no document and no problem'] : []),
      ...(verdict.unacknowledged > 0 ? ['a document, and the host does not know'] : []),
      ...(verdict.wrongTotals > 0 ? ['a wrong total'] : []),
      ...(stuck ? ['neither done nor blocked'] : []),
      ...(blocked !== planted ? [`ended ${blocked ?? 'done'}, not ${planted ?? 'done'}`] : []),
      ...wrongs,
    ],
  }
}

/** A run that never ended. */
export function hung(spec: Spec): Counted {
  const { platform, subject, fault } = spec
  const none = { duplicates: 0, lost: 0, unacknowledged: 0, wrongTotals: 0, extraDrafts: 0, logins: 0 }
  const faults = ['the run never ended']
  return {
    id: idOf(spec),
    platform,
    subject,
    fault,
    acknowledged: false,
    ...none,
    stuck: true,
    stops: [],
    faults,
  }
}

/** The figures of many runs. */
export interface Figures {
  readonly points: number
  readonly runs: number
  readonly acknowledged: number
  readonly blocked: number
  readonly blockedExpected: number
  readonly duplicates: number
  readonly lost: number
  readonly unacknowledged: number
  readonly wrongTotals: number
  readonly stuck: number
}

export function figuresOf(runs: readonly Counted[]): Figures {
  const sum = (value: (run: Counted) => number) => runs.reduce((total, run) => total + value(run), 0)
  const points = new Set(
    runs.flatMap(({ platform, subject, stops }) => stops.map((at) => `${platform}/${subject}/${at}`)),
  )
  return {
    points: points.size,
    runs: runs.length,
    acknowledged: sum(({ acknowledged }) => (acknowledged ? 1 : 0)),
    blocked: sum(({ blocked }) => (blocked ? 1 : 0)),
    blockedExpected: sum(({ planted }) => (planted ? 1 : 0)),
    duplicates: sum(({ duplicates }) => duplicates),
    lost: sum(({ lost }) => lost),
    unacknowledged: sum(({ unacknowledged }) => unacknowledged),
    wrongTotals: sum(({ wrongTotals }) => wrongTotals),
    stuck: sum(({ stuck }) => (stuck ? 1 : 0)),
  }
}
