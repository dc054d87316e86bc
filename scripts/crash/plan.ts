import type { Platform } from '../../src/oauth/index.ts'
import type { Point } from '../../test/support/mortal.ts'
import type { Player } from './cast.ts'
import type { CrashFault } from './fault.ts'
import { FAULTS } from './faults/index.ts'
import type { HostName } from './host-side.ts'
import { type Seeded, seeded } from './seeded.ts'
import type { Spec, StopLetter } from './spec.ts'
import type { Subject } from './subject.ts'

export interface PlanOptions {
  /** Where work orders come from; in memory when absent. */
  readonly host?: HostName | undefined
  readonly pairs: readonly { readonly platform: Platform; readonly subject: Subject }[]
  /** Only this trouble; all when absent. */
  readonly fault?: string | undefined
  readonly seed: number
  /** Everything: nothing is left to chance. */
  readonly all: boolean
  /** Part of the runs, from 0 to 1; stops at every point are always planned. */
  readonly share: number
}

/** What a run that nobody breaks does. */
interface Course {
  readonly points: readonly Point[]
  /** Its requests, by name and how-manieth of that name. */
  readonly requests: readonly { readonly request: string; readonly nth: number }[]
}

/** All runs, in an order that spreads the expensive ones. */
export async function planRuns(player: Player, options: PlanOptions): Promise<Spec[]> {
  const runs: Spec[] = []
  for (const { platform, subject } of options.pairs) {
    const first = options.pairs.find(
      (pair) => pair.platform === platform && pair.subject.exports === subject.exports,
    )
    const about = {
      platform,
      ...(options.host === 'outsmart' ? { host: options.host } : {}),
      subject: subject.name,
      seed: options.seed,
    }
    const usual = await courseOf(player, { ...about, fault: 'none' })
    const part = first?.subject === subject ? options.share : options.share / 4
    for (const fault of FAULTS) {
      if (
        (fault.documents && !subject.exports) ||
        ((fault.variant || fault.meanwhile) && subject.begun) ||
        (options.fault && options.fault !== fault.name)
      )
        continue
      const base = { ...about, fault: fault.name }
      const course = fault.ownCourse ? await courseOf(player, base) : usual
      const random = seeded(JSON.stringify(base))
      const thin = <T>(list: readonly T[], share = part): T[] =>
        list.filter(() => options.all || random.next() < share)
      runs.push(...runsOf(fault, base, course, { thin, random, all: options.all }))
    }
  }
  return runs
}

async function courseOf(player: Player, base: Spec): Promise<Course> {
  const dry = await player.play({ ...base })
  const points = dry.processes[0]?.points ?? []
  const counts = new Map<string, number>()
  const requests = points
    .filter(({ what }) => what === 'request')
    .map(({ name }) => {
      const nth = (counts.get(name) ?? 0) + 1
      counts.set(name, nth)
      return { request: name, nth }
    })
  return { points, requests }
}

interface Thinning {
  readonly thin: <T>(list: readonly T[], share?: number) => T[]
  readonly random: Seeded
  readonly all: boolean
}

function runsOf(fault: CrashFault, base: Spec, course: Course, how: Thinning): Spec[] {
  switch (fault.strikes) {
    case 'stops':
      return fault.name === 'none' ? everywhere(base, course, how) : stopped(base, course, how)
    case 'requests':
      return atRequests(base, course, how)
    case 'points':
      return atPoints(base, course, how)
    default:
      return bySeed(base, course, how)
  }
}

const stopsAt = (base: Spec, points: readonly Point[], how: StopLetter): Spec[] =>
  points.map(({ number }) => ({ ...base, stop: { at: number, how } }))

const changesSomething = ({ what }: Point) => what === 'write' || what === 'host' || what === 'request'

/** Stopped at every single point, and once more while the next process goes on. */
function everywhere(base: Spec, { points }: Course, { thin, random, all }: Thinning): Spec[] {
  const effects = points.filter(changesSomething)
  const looks = points.filter((point) => !changesSomething(point))
  const torn = points.filter(({ changes }) => changes > 1)
  const seeds = [0, 1].map((more) => ({ ...base, seed: base.seed + more }))
  const frozen = seeds.flatMap((seed) => [...stopsAt(seed, points, 'f'), ...stopsAt(seed, points, 'g')])
  const second = all ? Array.from({ length: points.length }, (_, at) => 2 * at + 1) : [0, 0]
  const twice = points.flatMap(({ number }) =>
    second.map((fixed): Spec => {
      const at = all ? fixed : 1 + random.below(points.length + 20)
      return { ...base, stop: { at: number, how: 'a' }, again: { at, how: random.pick(['a', 'b']) } }
    }),
  )
  return [
    base,
    ...stopsAt(base, points, 'a'),
    ...stopsAt(base, effects, 'b'),
    ...[1, 2, 3].flatMap((more) => stopsAt({ ...base, seed: base.seed + more }, torn, 't')),
    // Before a look is after the point before it, but for what goes on beside.
    ...thin(stopsAt(base, looks, 'b')),
    ...thin(stopsAt(base, effects, 'l')),
    ...thin(stopsAt(base, effects, 'x')),
    ...thin(frozen),
    ...thin(twice),
  ]
}

function stopped(base: Spec, { points }: Course, { thin }: Thinning): Spec[] {
  return [base, ...thin([...stopsAt(base, points, 'a')])]
}

/** At every request, alone and with a stop somewhere after it; every third time it lasts. */
function atRequests(base: Spec, { points, requests }: Course, { thin, random, all }: Thinning): Spec[] {
  const hit = requests.flatMap(({ request, nth }): Spec[] => {
    const on = { request, nth }
    const seed = base.seed + random.below(3)
    const stops = all ? points.map(({ number }) => number) : [1 + random.below(points.length)]
    return [
      { ...base, on, seed },
      ...stops.map((at): Spec => ({ ...base, on, seed: seed + 1, stop: { at, how: 'a' } })),
    ]
  })
  return thin(hit)
}

/** Something is remembered at a point, and the process dies at a later one, or not at all. */
function atPoints(base: Spec, { points }: Course, { thin, random }: Thinning): Spec[] {
  const runs = points.flatMap(({ number }): Spec[] => {
    const later = number + random.below(points.length - number + 1)
    return [
      { ...base, point: number },
      { ...base, point: number, stop: { at: later, how: random.pick(['a', 'b']) } },
    ]
  })
  return thin(runs)
}

function bySeed(base: Spec, { points }: Course, { thin, random }: Thinning): Spec[] {
  const runs = Array.from({ length: 80 }, (_, number): Spec => {
    const run = { ...base, seed: base.seed * 1_000 + number }
    return number % 2 === 0 ? run : { ...run, stop: { at: 1 + random.below(points.length), how: 'a' } }
  })
  return thin(runs)
}
