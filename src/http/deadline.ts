import type { Clock } from '../internal/clock.ts'

/** A signal that ends with the caller's or after a time, whichever comes first. */
export interface Deadline {
  readonly signal: AbortSignal
  /** True once the time is over (and the caller had not aborted before). */
  readonly expired: boolean
  /** Stops the timer and lets go of the caller's signal. */
  release(): void
}

/** Starts a deadline of `ms` milliseconds; `false` sets none. */
export function startDeadline(clock: Clock, ms: number | false, caller?: AbortSignal): Deadline {
  const ending = new AbortController()
  const timer = new AbortController()
  let expired = false
  const aborted = () => ending.abort(caller?.reason)

  if (caller?.aborted) aborted()
  else caller?.addEventListener('abort', aborted, { once: true })
  if (ms !== false) {
    const over = () => {
      if (ending.signal.aborted) return
      expired = true
      ending.abort(new DOMException('The time for this request is over.', 'TimeoutError'))
    }
    clock.sleep(ms, timer.signal, 'limit').then(over, () => {})
  }
  return {
    signal: ending.signal,
    get expired() {
      return expired
    },
    release() {
      timer.abort()
      caller?.removeEventListener('abort', aborted)
    },
  }
}

/**
 * Settles as `work` does, or rejects with the signal's reason as soon as it is aborted, even when `work` does
 * not listen to the signal.
 */
export function raceSignal<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  return new Promise<T>((resolve, reject) => {
    const aborted = () => reject(signal.reason)
    if (signal.aborted) aborted()
    else signal.addEventListener('abort', aborted, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted))
  })
}
