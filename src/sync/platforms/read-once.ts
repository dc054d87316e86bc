import type { CallOptions } from './platform.ts'

/** Reads a table at the first call, and again after a failure. */
export function readOnce<T>(
  read: (options: CallOptions) => Promise<T>,
): (options: CallOptions) => Promise<T> {
  let reading: Promise<T> | undefined
  return (options) => {
    reading ??= read(options).catch((error: unknown) => {
      reading = undefined
      throw error
    })
    return reading
  }
}
