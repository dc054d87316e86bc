import { type ErrorDetails, MoloniError } from './moloni-error.ts'

/** The connection failed or was cut. Code `network`. Whether the request had an effect is unknown. */
export class NetworkError extends MoloniError {
  override readonly name = 'NetworkError'
  override readonly retryable = true

  constructor(message: string, details?: ErrorDetails) {
    super(message, 'network', details)
  }
}

/** No complete answer arrived in time. Code `timeout`. Whether the request had an effect is unknown. */
export class TimeoutError extends MoloniError {
  override readonly name = 'TimeoutError'
  override readonly retryable = true
  /** Milliseconds that were allowed. */
  readonly timeoutMs: number

  constructor(message: string, timeoutMs: number, details?: ErrorDetails) {
    super(message, 'timeout', details)
    this.timeoutMs = timeoutMs
  }

  protected override describe() {
    return { timeoutMs: this.timeoutMs }
  }
}

/** The server answered with a failing HTTP status. Code `http_<status>`, for example `http_500`. */
export class HttpError extends MoloniError {
  override readonly name = 'HttpError'
  readonly status: number
  override readonly retryable: boolean

  constructor(message: string, status: number, details?: ErrorDetails) {
    super(message, `http_${status}`, details)
    this.status = status
    this.retryable = status >= 500 || status === 408
  }

  protected override describe() {
    return { status: this.status }
  }
}

/** Too many requests (HTTP 429). Code `rate_limited`. The request had no effect. */
export class RateLimitError extends MoloniError {
  override readonly name = 'RateLimitError'
  override readonly retryable = true
  /** Milliseconds that the server asked us to wait, if it said so. */
  readonly retryAfterMs: number | undefined

  constructor(message: string, retryAfterMs?: number, details?: ErrorDetails) {
    super(message, 'rate_limited', details)
    this.retryAfterMs = retryAfterMs
  }

  protected override describe() {
    return this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }
  }
}
