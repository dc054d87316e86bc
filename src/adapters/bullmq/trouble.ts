import { isMoloniError, type MoloniError, NetworkError } from '../../errors/index.ts'

/**
 * An error of this library for whatever BullMQ or its driver said. The driver's own errors hold the command that failed,
 * passwords included, and never leave this file.
 */
export function troubleOf(error: unknown): MoloniError {
  if (isMoloniError(error)) return error
  return new NetworkError(`Redis does not do what the schedule asks of it (${wordOf(error)}).`, {
    code: 'queue_unreachable',
    hint: 'Whether it was heard is unknown; asking again does no harm.',
  })
}

/** A code of the system, the first word of an answer of Redis (`WRONGPASS`), or the kind of error. */
function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  return /^[A-Z]{2,}(?= )/.exec(error.message)?.[0] ?? error.name
}
