const BRAND = Symbol.for('moloni-sdk.error')

/** What every error of this library can be told about itself. */
export interface ErrorDetails {
  /** Stable, machine-readable reason, for example `"needs_login"`. */
  code?: string
  /** What the person who reads this should do next. */
  hint?: string
  /** The error underneath. Its text is never copied into this error's message. */
  cause?: unknown
}

/**
 * Base of all errors that this library throws.
 *
 * `message` says what happened and what to do next; `code` is stable across releases; `retryable` tells
 * whether the same call may succeed later without a change. Neither carries a secret or a whole URL.
 *
 * @example
 * ```ts
 * import { isMoloniError } from 'moloni-sdk'
 *
 * function explain(error: unknown): string {
 *   return isMoloniError(error) ? `${error.code}: ${error.message}` : 'unexpected'
 * }
 * ```
 */
export abstract class MoloniError extends Error {
  abstract override readonly name: string
  readonly code: string
  readonly hint: string | undefined
  readonly retryable: boolean = false

  protected constructor(message: string, code: string, details: ErrorDetails = {}) {
    super(
      details.hint ? `${message} ${details.hint}` : message,
      'cause' in details ? { cause: details.cause } : {},
    )
    this.code = details.code ?? code
    this.hint = details.hint
    Object.defineProperty(this, BRAND, { value: true })
  }

  /** Extra fields for {@link toJSON}; none of them may hold a secret. */
  protected describe(): Record<string, unknown> {
    return {}
  }

  /** A plain object that is safe to log or store. */
  toJSON(): Record<string, unknown> {
    return {
      name: this.name,
      code: this.code,
      message: this.message,
      retryable: this.retryable,
      ...this.describe(),
      ...(this.cause === undefined ? {} : { cause: causeOf(this.cause) }),
    }
  }
}

function causeOf(cause: unknown): unknown {
  if (isMoloniError(cause)) return cause.toJSON()
  return cause instanceof Error ? { name: cause.name } : undefined
}

/** True for every error of this library, also when it comes from another copy of the package. */
export function isMoloniError(value: unknown): value is MoloniError {
  return value instanceof Error && BRAND in value
}
