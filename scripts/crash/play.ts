import type { SyncEngine } from '../../src/sync/index.ts'
import { type Fate, type Mortal, type MortalOptions, mortal, type Point } from '../../test/support/mortal.ts'
import { restored } from '../../test/support/store-backup.ts'
import type { CrashFault, Expected } from './fault.ts'
import { logIn, type Scene } from './scene.ts'
import { seeded } from './seeded.ts'
import type { Spec, Stop } from './spec.ts'
import type { Standing, Subject, Verdict } from './subject.ts'
import type { Template } from './template.ts'
import { takeTurns } from './turns.ts'
import type { Twin } from './twin.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Pauses before the runs that go on after the first process has stopped. */
const PAUSES = [
  5 * SECOND,
  65 * SECOND,
  2 * MINUTE,
  125 * SECOND,
  5 * MINUTE,
  HOUR,
  HOUR,
  6 * HOUR,
  25 * HOUR,
  25 * HOUR,
]
/** When what was under way lands: within the settle time, and long after it. */
const SOON = [2, 50, 150, 170]
const LATE = 20 * MINUTE

/** A process of a run, for the trace. */
export interface Played {
  readonly name: string
  readonly points: readonly Point[]
  /** How it ended. */
  ended: string
  /** What its report says that it changed. */
  changes: number
}

export interface Outcome {
  readonly spec: Spec
  readonly expected: Expected
  readonly standing: Standing
  readonly verdict: Verdict
  readonly stuck: boolean
  /** Drafts that nobody closes. */
  readonly extraDrafts: number
  /** Whether the promise allows them. */
  readonly outside: boolean
  /** There are such drafts, and nobody is told although somebody could have seen them. */
  readonly untold: boolean
  /** What was seen go wrong on the way. */
  readonly wrongs: readonly string[]
  /** Points at which a process was stopped. */
  readonly stops: readonly number[]
  readonly processes: readonly Played[]
  readonly logins: number
}

export interface Cast {
  readonly spec: Spec
  readonly subject: Subject
  readonly fault: CrashFault
  readonly template: Template
  readonly twin?: Twin | undefined
}

/** Plays one run: the broken one, what happens meanwhile, and runs until it is done or a person is asked. */
export async function play({ spec, subject, fault, template, twin }: Cast): Promise<Outcome> {
  const { stop, again } = spec
  const random = seeded(JSON.stringify(spec))
  const scene = await template.scene({
    seed: JSON.stringify(spec),
    hangs: fault.hangs === true,
    leaseless: fault.withoutLeases === true,
    twin,
  })
  const landings: { readonly at: number; land(): Promise<void> }[] = []
  const processes: Played[] = []
  const stops: number[] = []
  const frozen: { readonly process: Mortal; readonly ended: Promise<unknown> }[] = []
  let logins = 0
  let needsLogin = false
  let expected: Expected = 'acknowledged'
  let backup: Awaited<ReturnType<Scene['store']['backup']>> | undefined

  await subject.begin(scene)
  fault.arrange?.(scene, spec)

  /** What was under way lands when its time has come. */
  async function land(): Promise<void> {
    for (const landing of landings.filter(({ at }) => at <= scene.clock.now())) {
      landings.splice(landings.indexOf(landing), 1)
      await landing.land()
    }
  }

  /** One run in a process of its own. */
  async function run(name: string, end?: Stop, turn?: MortalOptions['turn']): Promise<Mortal> {
    const process = mortal({
      fate: end && fateOf(end, random.below(2 ** 16)),
      label: (request) => scene.label(request),
      async turn(point) {
        const over = await turn?.(point)
        await land()
        if (name === 'first' && point.number === spec.point) backup = await scene.store.backup()
        return over
      },
    })
    const played: Played = { name, points: process.points, ended: 'running', changes: 0 }
    processes.push(played)
    const ended = scene
      .engine(process)
      .sync(scene.id, { kinds: subject.kinds })
      .then(
        ({ outcome, errors, changes }) => {
          played.changes = changes
          if (errors.some(({ code }) => code === 'needs_login')) needsLogin = true
          return `${outcome} ${errors.map(({ code }) => code).join(' ')}`.trim()
        },
        (error: unknown) => {
          needsLogin = true
          return `failed: ${String(error)}`
        },
      )
    played.ended = await Promise.race([ended, process.stopped])
    if (played.ended === 'died' || played.ended === 'frozen') {
      if (end) stops.push(end.at)
      if (end && (end.how === 'l' || end.how === 'x')) {
        const after = end.how === 'x' ? LATE : random.pick(SOON) * SECOND
        landings.push({ at: scene.clock.now() + after, land: () => process.land() })
      }
      expected = fault.stopped?.(await subject.standing(scene), end?.how === 'l') ?? expected
    }
    if (played.ended === 'frozen')
      frozen.push({ process, ended: ended.then((text) => (played.ended = text)) })
    return process
  }

  if (fault.engines === 2) {
    const jumps = fault.slow ? { clock: scene.clock, longest: 200 * SECOND } : undefined
    const turns = takeTurns({ processes: 2, random, jumps })
    const both = [0, 1].map(async (number) => {
      await run(number === 0 ? 'first' : 'beside it', number === 0 ? stop : undefined, turns.turn(number))
      turns.leave(number)
    })
    await Promise.all(both)
  } else await run('first', stop)

  if (backup) {
    scene.store = await restored(backup)
    expected = subject.forgotten?.(scene, await subject.standing(scene)) ?? expected
  }
  subject.meanwhile?.(scene)
  expected = fault.meanwhile?.(scene, await subject.standing(scene)) ?? expected

  let standing = await subject.standing(scene)
  let counted = 0
  let stopAgain = again
  for (const pause of PAUSES) {
    await scene.clock.advance(pause)
    await land()
    if (needsLogin) logins += await logInIfLost(scene)
    needsLogin = false
    scene.host.web?.letIn()
    const rest = stopAgain && { ...stopAgain, at: stopAgain.at - counted }
    const process = await run('next', rest)
    counted += process.points.length
    if (rest && process.points.length >= rest.at) stopAgain = undefined
    standing = await subject.standing(scene)
    const over = standing.done || standing.blocked
    if (over && landings.length === 0 && processes.at(-1)?.ended !== 'died') break
  }

  for (const { process, ended } of frozen) {
    // What it was doing goes on before its timers with one seed, after them with the next.
    await process.thaw(spec.seed % 2 === 1 ? 'effects' : 'timers')
    await ended
  }
  const before = JSON.stringify(scene.account.documents())
  await scene.clock.advance(HOUR)
  if (needsLogin) logins += await logInIfLost(scene)
  await run('last')
  standing = await subject.standing(scene)
  if (frozen.length === 0 && JSON.stringify(scene.account.documents()) !== before)
    scene.wrongs.push('a run after the last one still changed documents')
  if (!subject.exports && frozen.length === 0 && processes.at(-1)?.changes !== 0)
    scene.wrongs.push('a run after the last one still changed something')

  const outside = fault.outside === true || stop?.how === 'x' || again?.how === 'x' || frozen.length > 0
  const living = standing.documents.filter(({ status }) => status !== 'annulled')
  const noneClosed = living.every(({ status }) => status === 'draft')
  if (outside && standing.blocked === 'twin_documents' && living.length > 1 && noneClosed)
    expected = { blocked: 'twin_documents' }
  const verdict = await subject.judge(scene, standing)
  return {
    spec,
    expected,
    standing,
    verdict,
    stuck: !standing.done && !standing.blocked,
    extraDrafts: verdict.extraDrafts,
    outside,
    // A process that was frozen and goes on can tell; one that is dead cannot.
    untold: frozen.length > 0 && verdict.extraDrafts > 0 && !standing.told,
    wrongs: scene.wrongs,
    stops,
    processes,
    logins,
  }
}

function fateOf({ at, how }: Stop, mask: number): Fate {
  if (how === 't') return { at, how: 'torn', keeps: (change) => ((mask >> (change % 16)) & 1) === 1 }
  return {
    at,
    how: ({ a: 'after', b: 'before', l: 'late', x: 'late', f: 'frozenBefore', g: 'frozenAfter' } as const)[
      how
    ],
  }
}

/** When the login is lost, a person logs in again; whether it was really lost is read off Moloni. */
async function logInIfLost(scene: Scene): Promise<number> {
  const engine: SyncEngine = scene.engine()
  const { login } = await engine.health(scene.id)
  if (login.state === 'ok') return 0
  const [record] = await scene.store.read('tokens', [scene.id])
  const refreshToken = /"refreshToken":"([^"]+)"/.exec(JSON.stringify(record?.value))?.[1]
  if (refreshToken && scene.account.knowsLogin(refreshToken))
    scene.wrongs.push('a person was asked to log in although the login was good')
  const { authorizeUrl } = await engine.connect({ platform: scene.account.platform, connectionId: scene.id })
  await logIn(scene, engine, authorizeUrl)
  return 1
}
