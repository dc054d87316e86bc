import { AuthError, HttpError, type MoloniError, NotFoundError, UsageError } from '../../../errors/index.ts'
import type { Answer, Transport } from '../../../http/index.ts'
import type { UnreadRow } from './answer.ts'
import type { AnyEndpoint, Kind, Parts } from './endpoint.ts'
import { openEnvelope } from './envelope.ts'

/** Options of every call. */
export interface CallOptions {
  /** Ends the wait, in the queue too; a request that was already sent may still take effect. */
  signal?: AbortSignal | undefined
  /** Largest answer in bytes; the client's own when absent. A larger one is a `ContractError` `answer_too_large`. */
  maxBytes?: number | undefined
  /** Is shown the beginning of an answer that is too large, before the error. */
  onTooLarge?: ((beginning: string) => void) | undefined
  /** A row of a list that cannot be read; the client's hook when absent. */
  onBadRow?: ((badRow: UnreadRow) => void) | undefined
}

export interface CallerParts {
  readonly transport: Transport
  readonly base: string
  readonly token: string
  readonly softwareToken: string
  /** Milliseconds for calls that may take minutes. */
  readonly slowTimeout: number | false
  readonly maxBytes: number
}

/** A request to any path, with how it may be treated. */
export interface RawRequest extends Parts {
  readonly method: AnyEndpoint['method']
  readonly path: string
  readonly kind: Kind
  readonly label: string
  readonly slow?: boolean | undefined
  readonly emptyCode?: number | undefined
}

/** Sends requests and opens the envelopes of their answers. */
export interface Caller {
  readonly secrets: readonly string[]
  send(request: RawRequest, options: CallOptions): Promise<unknown>
  invoke(label: string, endpoint: AnyEndpoint, params: unknown, options: CallOptions): Promise<unknown>
}

export function createCaller(parts: CallerParts): Caller {
  const { transport, base, token, softwareToken, slowTimeout, maxBytes } = parts
  const secrets = [token, softwareToken]

  async function send(request: RawRequest, options: CallOptions): Promise<unknown> {
    const { method, path, kind, label, query = [], body, slow, emptyCode } = request
    const url = new URL(`${base}/${path}/`)
    url.searchParams.set('token', token)
    url.searchParams.set('software_token', softwareToken)
    for (const [name, value] of query) url.searchParams.append(name, value)
    const reading = { label, secrets }
    const answer = await transport.send({
      label,
      method,
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined
        ? {}
        : { body: { contentType: 'application/json', text: JSON.stringify(body) } }),
      retry: kind === 'read' ? 'read' : 'never',
      ...(slow ? { timeout: slowTimeout } : {}),
      signal: options.signal,
      secrets,
      limit: { bytes: options.maxBytes ?? maxBytes, onTooLarge: options.onTooLarge },
      // OutSmart's own trouble comes with HTTP 200 and is worth a second try of a read.
      troubleIn: (it) => passing(it, reading),
    })
    if (answer.status >= 400) throw statusError(label, answer.status)
    const opened = openEnvelope(answer.data, reading)
    if (!('error' in opened)) return opened.response
    if (emptyCode !== undefined && opened.error.code === `outsmart_${emptyCode}`) return []
    throw opened.error
  }

  return {
    secrets,
    send,
    async invoke(label, endpoint, params, options) {
      const { method, path, kind, slow, emptyCode, answer } = endpoint
      const checked = endpoint.parts(params, label)
      if (path === undefined) {
        throw new UsageError(`${label} cannot be called: nobody knows its path.`, {
          code: 'path_unknown',
          hint: 'Give the path to call() if you know it.',
        })
      }
      const response = await send({ ...checked, method, path, kind, label, slow, emptyCode }, options)
      return answer.read(response, { label, secrets })
    },
  }
}

function passing(answer: Answer, reading: { label: string; secrets: readonly string[] }): Error | undefined {
  if (answer.status >= 400) return undefined
  const opened = openEnvelope(answer.data, reading)
  return 'error' in opened && opened.error.retryable ? opened.error : undefined
}

function statusError(label: string, status: number): MoloniError {
  if (status === 401 || status === 403) {
    return new AuthError(`${label}: OutSmart refused access (HTTP ${status}).`, 'access_refused', {
      hint: 'Check the token, the software token, and the licence that joins them.',
    })
  }
  if (status === 404) {
    return new NotFoundError(`${label}: OutSmart has no such endpoint.`, {
      hint: 'Check baseUrl and the path.',
    })
  }
  return new HttpError(`${label}: OutSmart answered HTTP ${status}.`, status, {
    hint: 'Check baseUrl and the parameters.',
  })
}
