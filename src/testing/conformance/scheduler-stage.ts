import type { Scheduler } from '../../sync/index.ts'
import { holds } from './claims.ts'

/** Two independent handles on one schedule, as two processes have them; a single scheduler stands for both. */
export type SchedulerHandles = Scheduler | readonly [Scheduler, Scheduler]

/** One run, as it is seen from inside. */
export interface Run {
  readonly key: string
  readonly reason: string
  readonly signal: AbortSignal
  /** Milliseconds on a clock of this process. */
  readonly at: number
  readonly ended: boolean
  /** Ends a run that is held. */
  end(): void
  fail(): void
}

/** What a run of a key does: `quick` ends at once, `held` when it is told. */
export type Conduct = 'quick' | 'held' | 'failing' | ((run: Run) => Promise<void>)

/** What a check works on. */
export interface Stage {
  readonly a: Scheduler
  readonly b: Scheduler
  readonly intervalMs: number
  /** A key that no other check uses. */
  key(name?: string): string
  conduct(key: string, conduct: Conduct): void
  /** The runs of a key so far, oldest first. */
  runsOf(key: string): readonly Run[]
  /** Starts a handle; again, after it was stopped. */
  begin(scheduler: Scheduler): Promise<() => Promise<void>>
  until(condition: () => boolean, what: string): Promise<void>
  /** Waits until another key has had so many turns: what should have happened by then, has. */
  turns(count: number): Promise<void>
}

export type SchedulerChecks = Readonly<Record<string, (stage: Stage) => Promise<void>>>

export interface StageOptions {
  readonly intervalMs: number
  readonly patienceMs: number
}

/** Runs a check, and stops what it has started, whatever comes of it. */
export async function onStage(
  handles: SchedulerHandles,
  options: StageOptions,
  check: (stage: Stage) => Promise<void>,
): Promise<void> {
  const { intervalMs, patienceMs } = options
  const [a, b] = 'trigger' in handles ? [handles, handles] : handles
  const prefix = crypto.randomUUID().slice(0, 8)
  const runs: Run[] = []
  const conducts = new Map<string, Conduct>()
  const stops: (() => Promise<void>)[] = []
  const keys: string[] = []
  let over = false

  const until = async (condition: () => boolean, what: string) => {
    for (const from = performance.now(); !condition(); await pause(5)) {
      holds(performance.now() - from < patienceMs, `${what} does not come within ${patienceMs} ms`)
    }
  }
  const key = (name = 'key') => {
    const made = `${name} ${prefix} ${keys.length}`
    keys.push(made)
    return made
  }
  const runsOf = (wanted: string) => runs.filter((run) => run.key === wanted)

  const stage: Stage = {
    a,
    b,
    intervalMs,
    key,
    runsOf,
    until,
    conduct: (wanted, conduct) => conducts.set(wanted, conduct),
    async begin(scheduler) {
      const stop = await scheduler.start(async (name, { signal, reason }) => {
        const run = newRun(name, reason, signal)
        runs.push(run)
        const conduct = over ? 'quick' : (conducts.get(name) ?? 'quick')
        try {
          await perform(run, conduct)
        } finally {
          run.ended = true
        }
      })
      let stopped = false
      const once = async () => {
        if (!stopped) await stop()
        stopped = true
      }
      stops.push(once)
      return once
    },
    async turns(count) {
      const other = key('turns')
      await a.every(other, intervalMs)
      await until(() => runsOf(other).length >= count, 'the turn of a key')
      await a.cancel(other)
    },
  }

  try {
    await check(stage)
  } finally {
    over = true
    for (const run of runs) run.end()
    for (const made of keys) await a.cancel(made)
    await Promise.all(stops.map((stop) => stop()))
  }
}

interface OpenRun extends Run {
  ended: boolean
  readonly told: Promise<void>
}

function newRun(key: string, reason: string, signal: AbortSignal): OpenRun {
  let [end, fail] = [() => {}, () => {}]
  const told = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = () => reject(new Error('This run fails.'))
  })
  told.catch(() => {})
  return { key, reason, signal, at: performance.now(), ended: false, end, fail, told }
}

async function perform(run: OpenRun, conduct: Conduct): Promise<void> {
  if (conduct === 'failing') throw new Error('This run fails.')
  if (conduct === 'held') await run.told
  if (typeof conduct === 'function') await conduct(run)
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
