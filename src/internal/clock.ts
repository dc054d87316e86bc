/** Time, injected everywhere so that tests own it. */
export interface Clock {
  /** Milliseconds since 1970 (UTC). */
  now(): number
  /**
   * Resolves after `ms` milliseconds; rejects with the signal's reason when aborted. A `limit` only guards other
   * work that is going on: a test clock that skips waits does not skip it.
   */
  sleep(ms: number, signal?: AbortSignal, purpose?: 'wait' | 'limit'): Promise<void>
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const aborted = () => {
        clearTimeout(timer)
        reject(signal?.reason)
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', aborted)
        resolve()
      }, ms)
      signal?.addEventListener('abort', aborted, { once: true })
    }),
}
