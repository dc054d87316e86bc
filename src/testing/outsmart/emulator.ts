import type { Emulator } from '../http/emulator.ts'
import { createFaults, type Fault } from '../http/faults.ts'
import { parseJson } from '../http/json.ts'
import { createLateCalls } from '../http/late.ts'
import { type LoggedRequest, withoutSecrets } from '../http/request-log.ts'
import { race } from '../http/signals.ts'
import { underTrouble } from '../http/trouble.ts'
import { admit } from './admit.ts'
import { Refusal, refused, success } from './answers.ts'
import { endpoints } from './endpoints.ts'
import {
  behaviourOf,
  credentialsOf,
  type OutsmartCredentials,
  type OutsmartEmulatorOptions,
} from './options.ts'
import { isApi, pathOf } from './route.ts'
import { emptyState, type LateCall, type OutsmartState } from './state.ts'

/** An emulated OutSmart. */
export interface OutsmartEmulator extends Emulator<OutsmartState> {
  /** The tokens that are let in. */
  readonly credentials: OutsmartCredentials
  /** The emulated service's time, milliseconds since 1970. */
  now(): number
}

const hosts = ['https://app.out-smart.com', 'https://www.out-smart.com', 'https://www.werkbonapp.nl']

/**
 * Emulates OutSmart's public API, version 8, under `/openapi/8/`: the envelope with failures at HTTP 200, reads that
 * write, writes through GET, counts in place of rows. It keeps everything in `state` and needs no network.
 *
 * @example
 * const emulator = createOutsmartEmulator()
 * const { url, close } = await serve(emulator)
 */
export function createOutsmartEmulator(options: OutsmartEmulatorOptions = {}): OutsmartEmulator {
  const behaviour = behaviourOf(options)
  const credentials = credentialsOf(options)
  const state = options.state ?? emptyState(options.seed ?? 1)
  const faults = createFaults()
  const requests: LoggedRequest[] = []
  const { clock } = behaviour
  const late = createLateCalls(state, clock, (call: LateCall) => carryOut(call, []))

  /** Looks up the endpoint and runs it; a refusal is an answer with HTTP 200. */
  function carryOut({ method, path, query, body, lag }: LateCall, hits: readonly Fault[]): Response {
    try {
      const endpoint = endpoints.get(`${method} ${path}`)
      if (!endpoint) throw new Refusal(path === '' ? 1000 : 1001, 'The endpoint is unknown.')
      const now = clock.now()
      const response = endpoint.run({
        state,
        behaviour,
        query: new URLSearchParams(query),
        body,
        now,
        visibleFrom: lag === undefined ? undefined : now + lag,
        ignoreFilter: hits.some(({ kind }) => kind === 'ignoreFilter'),
        refuseFilter: hits.some(({ kind }) => kind === 'refuseFilter'),
      })
      return success(response)
    } catch (error) {
      return refused(error)
    }
  }

  async function answer(request: Request, url: URL, entry: LoggedRequest): Promise<Response> {
    const { signal } = request
    const hits = faults.take(entry.path)
    const body = await race(request.text(), signal)
    entry.params = paramsOf(body)
    const token = url.searchParams.get('token')
    if (token && hits.some(({ kind }) => kind === 'expire')) state.revoked.push(token)
    const lag = hits.find((fault) => fault.kind === 'lag')
    const order = {
      method: request.method,
      path: entry.path,
      query: [...url.searchParams].filter(([name]) => !['token', 'software_token'].includes(name)),
      body,
      ...(lag ? { lag: lag.ms } : {}),
    }
    const work = workOf(url, entry.path, order, hits)
    return underTrouble({ faults: hits, clock, signal, ...work })
  }

  function workOf(url: URL, path: string, order: Omit<LateCall, 'at'>, hits: readonly Fault[]) {
    try {
      if (!isApi(url)) throw new Refusal(1001, 'The endpoint is unknown.')
      admit(url, path, state, credentials, behaviour)
    } catch (error) {
      const no = refused(error)
      return { effect: () => no, defer: async () => no }
    }
    return {
      effect: () => carryOut({ ...order, at: clock.now() }, hits),
      defer: (ms: number) => late.add({ ...order, at: clock.now() + ms }, ms),
    }
  }

  return {
    state,
    faults,
    requests,
    credentials,
    origins: hosts,
    now: () => clock.now(),
    async fetch(request) {
      late.settle()
      const url = new URL(request.url)
      const path = pathOf(url)
      const entry: LoggedRequest = {
        method: request.method,
        path,
        query: withoutSecrets(Object.fromEntries(url.searchParams)),
        params: {},
        status: 0,
        at: clock.now(),
        writing: endpoints.get(`${request.method} ${path}`)?.writes(url.searchParams) ?? false,
      }
      requests.push(entry)
      const response = await answer(request, url, entry)
      entry.status = response.status
      response.headers.set('date', new Date(clock.now()).toUTCString())
      return response
    },
  }
}

/** A body as the log shows it: arrays under the name `rows`. */
function paramsOf(body: string): Record<string, unknown> {
  const parsed = parseJson(body)
  if (Array.isArray(parsed)) return { rows: parsed }
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
}
