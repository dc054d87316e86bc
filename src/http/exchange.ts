import ky from 'ky'
import { HttpError, isMoloniError, NetworkError, RateLimitError, TimeoutError } from '../errors/index.ts'
import type { Clock } from '../internal/clock.ts'
import type { EncodedBody } from './body.ts'
import { raceSignal, startDeadline } from './deadline.ts'
import { type BodyLimit, textWithin } from './limited-body.ts'
import { parseRetryAfter } from './retry.ts'

/** `fetch`, or anything that answers a `Request` like it. */
export type Fetch = (request: Request) => Promise<Response>

export interface Outgoing {
  readonly label: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: URL
  /** Text with its type, or a form with files. */
  readonly body?: EncodedBody | FormData | undefined
  /** Headers beside the type of the body. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** How large the answer may be; as large as it likes when absent. */
  readonly limit?: BodyLimit | undefined
}

export interface Incoming {
  readonly status: number
  readonly text: string
  readonly serverDate: number | undefined
  readonly retryAfterMs: number | undefined
}

interface Surroundings {
  readonly fetch: Fetch
  readonly clock: Clock
  readonly timeout: number | false
  readonly signal: AbortSignal | undefined
}

/**
 * One request and its whole body, or one error. The caller's abort is rethrown as its own reason; our deadline
 * is a `TimeoutError`; whatever else rejects is a `NetworkError`, whose cause says no more than a name.
 */
export async function exchange(call: Outgoing, around: Surroundings): Promise<Incoming> {
  const deadline = startDeadline(around.clock, around.timeout, around.signal)
  try {
    deadline.signal.throwIfAborted()
    const response = await raceSignal(request(call, around.fetch, deadline.signal), deadline.signal)
    const text = await raceSignal(textWithin(response, call), deadline.signal)
    const served = Date.parse(response.headers.get('date') ?? '')
    return {
      status: response.status,
      text,
      serverDate: Number.isNaN(served) ? undefined : served,
      retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), around.clock.now()),
    }
  } catch (error) {
    if (deadline.expired && around.timeout !== false) {
      throw new TimeoutError(`${call.label}: no complete answer within ${around.timeout} ms.`, around.timeout)
    }
    if (around.signal?.aborted) throw around.signal.reason
    if (isMoloniError(error)) throw error
    throw new NetworkError(`${call.label}: the connection failed or was cut.`, {
      hint: 'Check the network and the address of the server.',
      cause: nameOnly(error),
    })
  } finally {
    deadline.release()
  }
}

/** A status that says trouble rather than an answer, as its error. */
export function troubleOf(call: Outgoing, { status, retryAfterMs }: Incoming): Error | undefined {
  if (status === 429) {
    return new RateLimitError(`${call.label}: too many requests.`, retryAfterMs, {
      hint: 'Wait, or lower the request budget.',
    })
  }
  if (status >= 500 || status === 408) {
    return new HttpError(`${call.label}: the server is in trouble (HTTP ${status}).`, status, {
      hint: 'Try again later.',
    })
  }
  if (status === 0 || (status >= 300 && status < 400)) {
    return new HttpError(`${call.label}: the server sent us elsewhere (HTTP ${status}).`, status, {
      hint: 'Check baseUrl; redirects are not followed because they would carry the login along.',
    })
  }
  return undefined
}

async function request(call: Outgoing, fetch: Fetch, signal: AbortSignal): Promise<Response> {
  const { method, url, body, headers = {} } = call
  return ky(url, {
    method,
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    redirect: 'manual',
    signal,
    fetch: (input, init) => fetch(input instanceof Request ? input : new Request(input, init)),
    ...contentOf(body, headers),
  })
}

/** The type of a form is left to the platform, which makes up the mark between its parts. */
function contentOf(body: Outgoing['body'], headers: Readonly<Record<string, string>>) {
  if (!body) return { headers }
  if (body instanceof FormData) return { headers, body }
  return { headers: { ...headers, 'content-type': body.contentType }, body: body.text }
}

/** Texts of foreign errors hold whole addresses; only the kind of error is passed on. */
function nameOnly(error: unknown): Error {
  const cause = new Error('The request failed.')
  cause.name = error instanceof Error && /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error'
  delete cause.stack
  return cause
}
