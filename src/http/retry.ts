import { isError, UsageError } from '../errors/index.ts'
import type { Random } from '../internal/random.ts'

/** How reads are repeated. Calls that change something are never repeated. */
export interface RetryOptions {
  /** How often a read is repeated after the first try. Default 3. */
  retries?: number
  /** Longest pause before the first repeat in milliseconds; doubles each time. Default 500. */
  baseMs?: number
  /** Longest pause before any repeat in milliseconds. Default 8000. */
  maxMs?: number
}

export type RetryPolicy = Required<RetryOptions>

/** A longer `Retry-After` is not waited for: the call ends with the error instead. */
const LONGEST_RETRY_AFTER = 60_000
const DEFAULTS: RetryPolicy = { retries: 3, baseMs: 500, maxMs: 8000 }

/** Which ends of a read are worth a second try, by the name and code of the error. */
const REPEATABLE: readonly ((error: unknown) => boolean)[] = [
  (error) => isError(error, 'NetworkError'),
  (error) => isError(error, 'TimeoutError'),
  (error) => isError(error, 'RateLimitError'),
  (error) => isError(error, 'HttpError') && error.retryable,
  (error) => isError(error, 'ContractError') && ['not_json', 'server_error'].includes(error.code),
]

export function retryPolicy(options: RetryOptions | false = {}): RetryPolicy {
  if (options === false) return { ...DEFAULTS, retries: 0 }
  const policy = {
    retries: options.retries ?? DEFAULTS.retries,
    baseMs: options.baseMs ?? DEFAULTS.baseMs,
    maxMs: options.maxMs ?? DEFAULTS.maxMs,
  }
  for (const [name, value] of Object.entries(policy)) {
    if (!Number.isInteger(value) || value < 0) {
      throw new UsageError(`The option retry.${name} must be a whole number from 0 up.`, {
        code: 'invalid_option',
      })
    }
  }
  return policy
}

/**
 * Milliseconds to wait before the next try of a read, or `undefined` when it is not worth one.
 * What the server asked for is kept to; otherwise a random share of a doubling pause.
 */
export function pauseBeforeRetry(
  policy: RetryPolicy,
  failed: { error: unknown; attempt: number; retryAfterMs: number | undefined },
  random: Random,
): number | undefined {
  if (!REPEATABLE.some((matches) => matches(failed.error))) return undefined
  const jittered = random.next() * Math.min(policy.maxMs, policy.baseMs * 2 ** (failed.attempt - 1))
  if (failed.retryAfterMs === undefined) return Math.round(jittered)
  return failed.retryAfterMs > LONGEST_RETRY_AFTER ? undefined : failed.retryAfterMs
}

/** Reads a `Retry-After` header (seconds or a date) as milliseconds from `now`. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header) * 1000)
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
