import { HttpError } from '../errors/index.ts'
import { type BodyStyle, type DriftWatch, encodeBody, reportDrift, type Transport } from '../http/index.ts'
import type { Access } from '../oauth/access.ts'
import { type Reading, throwRefusals } from './answer.ts'
import { driftIn } from './drift.ts'
import type { Endpoint, Kind } from './endpoint.ts'
import { checkParams, type Fields } from './params.ts'

/** Options of every method. */
export interface CallOptions {
  /** Ends the wait, in the queue too; a request that was already sent may still take effect. */
  signal?: AbortSignal | undefined
}

export interface CallerParts extends DriftWatch {
  readonly transport: Transport
  readonly access: Access
  readonly origin: string
  readonly version: 'v1' | 'v2'
  readonly body: BodyStyle
  readonly humanErrors: boolean
  readonly companyId: number | undefined
}

/** Sends calls and reads their answers. */
export interface Caller {
  readonly companyId: number | undefined
  invoke<P, R>(path: string, endpoint: Endpoint<P, R>, params: unknown, options?: CallOptions): Promise<R>
  /** A call that nothing is known about but its kind; the answer is checked for refusals only. */
  raw(
    path: string,
    kind: Kind,
    fields: Fields,
    options?: CallOptions,
  ): Promise<{ data: unknown; reading: Reading }>
}

export function createCaller(parts: CallerParts): Caller {
  const { transport, access, origin, version, body, humanErrors, companyId, ...watch } = parts

  function readingOf(label: string, token: string): Reading {
    return {
      label,
      secrets: [token],
      observe(schema, value, path) {
        reportDrift(label, () => driftIn(schema, value, path), watch)
      },
    }
  }

  function urlOf(path: string, token: string, json: boolean): URL {
    const url = new URL(`/${version}/${path}/`, origin)
    url.searchParams.set('access_token', token)
    if (json) url.searchParams.set('json', 'true')
    if (humanErrors) url.searchParams.set('human_errors', 'true')
    return url
  }

  async function send(path: string, kind: Kind, fields: Fields, signal: AbortSignal | undefined) {
    const encoded = encodeBody(body, fields)
    const post = (token: string) =>
      transport.send({
        label: path,
        method: 'POST',
        url: urlOf(path, token, encoded !== undefined && body === 'json'),
        body: encoded,
        retry: kind === 'read' ? 'read' : 'never',
        signal,
        secrets: [token],
      })
    const { answer, token } = await access.send(post, path, signal)
    const reading = readingOf(path, token)
    if (answer.status < 400) return { data: answer.data, reading }
    throwRefusals(answer.data, reading, true)
    throw new HttpError(`${path}: Moloni answered HTTP ${answer.status}.`, answer.status, {
      hint: 'Check the path, the company and the parameters.',
    })
  }

  return {
    companyId,
    async invoke(path, endpoint, params, options = {}) {
      const fields = checkParams(path, endpoint, params, companyId)
      const { data, reading } = await send(path, endpoint.kind, fields, options.signal)
      return endpoint.answer.read(data, reading)
    },
    async raw(path, kind, fields, options = {}) {
      const { data, reading } = await send(path, kind, fields, options.signal)
      throwRefusals(data, reading, kind !== 'read')
      return { data, reading }
    },
  }
}
