/** What a run is told. */
export interface RunContext {
  /** Aborted by `stop`. A run that ends well all the same is done; one that rejects is run again later. */
  readonly signal: AbortSignal
  /** Why it runs: `interval`, or the reason given to `trigger`; of several triggers, one of theirs. */
  readonly reason: string
}

/**
 * Decides when connections are synchronised. A key never runs twice at the same time, on any number of machines, and keys
 * do not wait for each other. `schedulerConformance` of `moloni-sdk/testing` checks an implementation.
 */
export interface Scheduler {
  /**
   * Runs `key` every `intervalMs` milliseconds, spread by a stable offset per key. Again replaces it, and neither delays nor
   * doubles a turn. A turn that comes while the key runs is left out. A key whose run fails is left alone for growing
   * pauses, and never for good.
   */
  every(key: string, intervalMs: number): Promise<void>
  /** Ends the turns of a key, and drops what waits of it. What is running goes on. */
  cancel(key: string): Promise<void>
  /**
   * Runs soon, also after a failure and without an interval. Collapses into a waiting run; while one runs, gives exactly one
   * more run after it.
   */
  trigger(key: string, reason: string): Promise<void>
  /** Begins to run; the answer stops it: it aborts the signals, and waits for what is running. May be started again. */
  start(run: (key: string, context: RunContext) => Promise<void>): Promise<() => Promise<void>>
}
