import type { NotFoundError, RefusedError, ValidationError } from './api.ts'
import type { AuthError } from './auth.ts'
import type { ContractError } from './contract.ts'
import { isMoloniError } from './moloni-error.ts'
import type { ConflictError, OutcomeUnknownError } from './sync.ts'
import type { HttpError, NetworkError, RateLimitError, TimeoutError } from './transport.ts'
import type { UsageError } from './usage.ts'

interface ErrorByName {
  NetworkError: NetworkError
  TimeoutError: TimeoutError
  HttpError: HttpError
  RateLimitError: RateLimitError
  AuthError: AuthError
  ValidationError: ValidationError
  NotFoundError: NotFoundError
  RefusedError: RefusedError
  ContractError: ContractError
  ConflictError: ConflictError
  OutcomeUnknownError: OutcomeUnknownError
  UsageError: UsageError
}

/**
 * True when `error` is the named error of this library, also when it comes from another copy of the package.
 *
 * @example
 * ```ts
 * import { isError } from 'moloni-sdk'
 *
 * const fieldsOf = (error: unknown) => (isError(error, 'ValidationError') ? error.fields : [])
 * ```
 */
export function isError<N extends keyof ErrorByName>(error: unknown, name: N): error is ErrorByName[N] {
  return isMoloniError(error) && error.name === name
}

/**
 * Whether only a new login helps, or nothing does before it. A login that lacks one function (`access_refused`) says
 * nothing about the others.
 */
export function loginIsLost(error: unknown): boolean {
  return isError(error, 'AuthError') && error.code !== 'access_refused'
}

const WITHOUT_EFFECT = new Set([
  'AuthError',
  'RateLimitError',
  'ValidationError',
  'NotFoundError',
  'RefusedError',
  'UsageError',
])

/**
 * Whether a writing call that ended with this error may still have changed something on the other side.
 * Refusals certainly did not; time-outs, cut connections, server errors and unreadable answers may have.
 */
export function mayHaveTakenEffect(error: unknown): boolean {
  if (!isMoloniError(error)) return true
  if (isError(error, 'HttpError')) return error.status >= 500 || error.status === 408
  if (isError(error, 'ContractError') && error.code === 'schema_differs') return false
  return !WITHOUT_EFFECT.has(error.name)
}
