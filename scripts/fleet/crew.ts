import type { Seeded } from '../crash/seeded.ts'
import { type Child, startChild } from './child.ts'
import { fromWorker, type WorkerConfig } from './messages.ts'
import type { KillSignal } from './options.ts'

/** For how long a worker may take to stop in good order. */
const STOP_MS = 120_000

/** The workers, and what they have told. */
export interface Crew {
  /** Ends one of them, and starts another in its place. */
  kill(signal: KillSignal): Promise<void>
  /** Stops all of them in good order. */
  stop(): Promise<void>
  /** Ends all of them at once, whatever they do. */
  drop(): void
  /** Fails when a worker has ended by itself. */
  check(): void
  readonly told: Told
}

export interface Told {
  kills: number
  /** Runs that were not skipped. */
  runs: number
  peakRssMb: number
  /** How often each trouble was told, by its text. */
  readonly troubles: Map<string, number>
}

export interface CrewOptions {
  readonly program: string
  readonly size: number
  readonly config: WorkerConfig
  /** Chooses who is ended. */
  readonly random: Seeded
}

export function startCrew({ program, size, config, random }: CrewOptions): Crew {
  const told: Told = { kills: 0, runs: 0, peakRssMb: 0, troubles: new Map() }
  const leaving = new Set<Child>()
  let failure: Error | undefined

  function hire(): Child {
    const child = startChild(program, config, (message) => hear(fromWorker.parse(message)))
    child.ended.then((how) => {
      if (!leaving.has(child)) failure ??= new Error(`A worker has ended by itself (${how}).`)
    })
    return child
  }

  function hear(message: ReturnType<typeof fromWorker.parse>): void {
    if (message.is === 'run' && message.outcome !== 'skipped') told.runs += 1
    if (message.is === 'size') told.peakRssMb = Math.max(told.peakRssMb, message.rssMb)
    if (message.is === 'trouble') told.troubles.set(message.text, (told.troubles.get(message.text) ?? 0) + 1)
  }

  const workers = Array.from({ length: size }, hire)

  async function leave(child: Child, signal: KillSignal): Promise<void> {
    await child.awake
    leaving.add(child)
    child.process.kill(signal)
    const late = setTimeout(() => child.process.kill('SIGKILL'), STOP_MS)
    const how = await child.ended
    clearTimeout(late)
    const wanted = signal === 'SIGKILL' ? 'SIGKILL' : 0
    if (how !== wanted) failure ??= new Error(`A worker that got ${signal} has ended with ${how}.`)
  }

  return {
    told,
    async kill(signal) {
      const at = random.below(size)
      const victim = workers[at]
      if (!victim) return
      await leave(victim, signal)
      workers[at] = hire()
      told.kills += 1
    },
    async stop() {
      await Promise.all(workers.map((child) => leave(child, 'SIGTERM')))
    },
    drop() {
      for (const child of workers) {
        leaving.add(child)
        child.process.kill('SIGKILL')
      }
    },
    check() {
      if (failure) throw failure
    },
  }
}
