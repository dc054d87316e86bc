import pRetry from 'p-retry'
import { ContractError, isMoloniError } from '../errors/index.ts'
import { type Clock, systemClock } from '../internal/clock.ts'
import { type Logger, silentLogger } from '../internal/logger.ts'
import { type Random, systemRandom } from '../internal/random.ts'
import { type BudgetOptions, createBudget } from './budget.ts'
import { exchange, type Fetch, type Incoming, type Outgoing, troubleOf } from './exchange.ts'
import { callHook, type TransportHooks } from './hooks.ts'
import { redact } from './redact.ts'
import { pauseBeforeRetry, type RetryOptions, retryPolicy } from './retry.ts'
import { checkTimeout } from './timeout.ts'

export interface TransportOptions {
  /** Default the platform's `fetch`. */
  fetch?: Fetch | undefined
  clock?: Clock | undefined
  random?: Random | undefined
  logger?: Logger | undefined
  /** Default 2 at once, 4 per second; `false` for none. */
  budget?: BudgetOptions | false | undefined
  /** Default 3 repeats of reads; `false` for none. */
  retry?: RetryOptions | false | undefined
  /** Milliseconds for one try, body included. Default 30,000; `false` for none. */
  timeout?: number | false | undefined
  hooks?: TransportHooks | undefined
}

export interface Call extends Outgoing {
  /** `read` may be repeated; `never` is sent once whatever happens. */
  readonly retry: 'read' | 'never'
  readonly signal?: AbortSignal | undefined
  /** Milliseconds for one try of this call, in place of the transport's; `false` for none. */
  readonly timeout?: number | false | undefined
  /** Texts that must not be shown even if the server repeats them. */
  readonly secrets?: readonly string[]
  /** The error of an answer that is trouble in spite of its status; a read is repeated if that is worth it. */
  readonly troubleIn?: (answer: Answer) => Error | undefined
}

/** A complete answer with a status that its caller judges. */
export interface Answer {
  readonly status: number
  /** The parsed body; `undefined` when it is not JSON (only with a failing status). */
  readonly data: unknown
  readonly serverDate: number | undefined
}

export interface Transport {
  /**
   * Sends one call. Rejects with `NetworkError`, `TimeoutError`, `RateLimitError` (429), `HttpError` (5xx, 408,
   * redirects), `ContractError` `not_json`, or the reason of the caller's signal. Other statuses are answers.
   */
  send(call: Call): Promise<Answer>
}

/** One try that failed and what the server asked us to wait. */
class Failed extends Error {
  readonly error: unknown
  readonly retryAfterMs: number | undefined

  constructor(error: unknown, retryAfterMs?: number) {
    super('failed')
    this.error = error
    this.retryAfterMs = retryAfterMs
  }
}

/** The one way out to the network. */
export function createTransport(options: TransportOptions = {}): Transport {
  const { clock = systemClock, random = systemRandom, logger = silentLogger, hooks = {} } = options
  const fetch: Fetch = options.fetch ?? ((request) => globalThis.fetch(request))
  const timeout = checkTimeout(options.timeout)
  const budget = createBudget(options.budget)
  const policy = retryPolicy(options.retry)

  async function attempt(call: Call, attempt: number): Promise<Answer> {
    const info = { label: call.label, method: call.method, attempt }
    callHook(hooks.onRequest, info, logger)
    const started = clock.now()
    let incoming: Incoming | undefined
    let error: unknown
    try {
      incoming = await exchange(call, { fetch, clock, timeout: call.timeout ?? timeout, signal: call.signal })
      error = troubleOf(call, incoming)
      if (!error) {
        const answer = answerOf(call, incoming)
        error = call.troubleIn?.(answer)
        if (!error) return answer
      }
    } catch (caught) {
      error = caught
    } finally {
      const ended = {
        ...info,
        durationMs: clock.now() - started,
        ...(incoming ? { status: incoming.status } : {}),
        ...(incoming?.serverDate === undefined ? {} : { serverDate: incoming.serverDate }),
        ...(isMoloniError(error) ? { errorCode: error.code } : {}),
      }
      logger.debug('request', ended)
      callHook(hooks.onResponse, ended, logger)
    }
    throw new Failed(error, incoming?.retryAfterMs)
  }

  return {
    async send(call) {
      const retries = call.retry === 'read' ? policy.retries : 0
      try {
        return await pRetry((number) => budget(() => attempt(call, number), call.signal).catch(asFailed), {
          retries,
          minTimeout: 0,
          maxTimeout: 0,
          async onFailedAttempt({ error, attemptNumber, retriesLeft }) {
            const failed = asFailure(error)
            if (retriesLeft === 0) throw failed
            const pause = pauseBeforeRetry(policy, { ...failed, attempt: attemptNumber }, random)
            if (pause === undefined) throw failed
            logger.warn('request repeated', { label: call.label, attempt: attemptNumber, pauseMs: pause })
            await clock.sleep(pause, call.signal)
          },
        })
      } catch (error) {
        throw error instanceof Failed ? error.error : error
      }
    },
  }
}

/** Reasons of signals may be any value, and p-retry only takes errors. */
function asFailed(error: unknown): never {
  throw error instanceof Failed ? error : new Failed(error)
}

function asFailure(error: Error): Failed {
  return error instanceof Failed ? error : new Failed(error)
}

function answerOf(call: Call, { status, text, serverDate }: Incoming): Answer {
  try {
    const data: unknown = JSON.parse(text)
    return { status, data, serverDate }
  } catch {
    if (status >= 400) return { status, data: undefined, serverDate }
    throw new ContractError(
      `${call.label}: ${shapeOf(text, call.secrets)} instead of data (HTTP ${status}).`,
      'not_json',
    )
  }
}

function shapeOf(text: string, secrets: readonly string[] = []): string {
  if (text.trim() === '') return 'an empty answer'
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1]
  if (title) return `a web page titled "${redact(title, secrets, 60)}"`
  return /^\s*</.test(text) ? 'a web page' : 'text'
}
