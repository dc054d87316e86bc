/** What a run is told. */
export interface RunContext {
  readonly signal: AbortSignal
  /** Why it runs: `interval`, or the reason given to `trigger`. */
  readonly reason: string
}

/** Decides when connections are synchronised. */
export interface Scheduler {
  /** Runs `key` every `intervalMs` milliseconds, spread by a stable offset per key. Again replaces it. */
  every(key: string, intervalMs: number): Promise<void>
  cancel(key: string): Promise<void>
  /** Runs soon. Collapses into a waiting run; while one runs, gives exactly one more run after it. */
  trigger(key: string, reason: string): Promise<void>
  /** Begins to run; the answer stops it and waits for what is running. */
  start(run: (key: string, context: RunContext) => Promise<void>): Promise<() => Promise<void>>
}
