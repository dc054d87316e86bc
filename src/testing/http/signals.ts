/** Waits for `work`, but no longer than the signal allows. */
export async function race<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    work.catch(() => undefined)
    throw signal.reason
  }
  let stop = () => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    const listener = () => reject(signal.reason)
    signal.addEventListener('abort', listener, { once: true })
    stop = () => signal.removeEventListener('abort', listener)
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    stop()
  }
}

/** Never answers; rejects when the signal aborts. */
export function hang(signal: AbortSignal): Promise<never> {
  return race(new Promise<never>(() => {}), signal)
}
