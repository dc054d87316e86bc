import { intervalScheduler, type Scheduler } from 'moloni-sdk'

export interface TriggeredScheduler {
  readonly scheduler: Scheduler
  /** Runs so far. */
  count(): number
  /** Resolves when all that was triggered has run. */
  settled(): Promise<void>
}

/** Runs what is triggered, and nothing by interval: what happens is because of the trigger. */
export function triggeredScheduler(): TriggeredScheduler {
  const inner = intervalScheduler()
  const runs: Promise<unknown>[] = []
  return {
    scheduler: {
      ...inner,
      every: async () => {},
      start: (run) =>
        inner.start((key, context) => {
          const running = run(key, context)
          runs.push(running)
          return running
        }),
    },
    count: () => runs.length,
    async settled() {
      // A run may have made another one wait.
      for (let awaited = 0; awaited < runs.length; awaited++) await runs[awaited]
    },
  }
}
