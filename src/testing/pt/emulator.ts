import type { Emulator } from '../http/emulator.ts'
import { createFaults, type Fault } from '../http/faults.ts'
import { createLateCalls, plainParams } from '../http/late.ts'
import { type LoggedRequest, withoutSecrets } from '../http/request-log.ts'
import { race } from '../http/signals.ts'
import { underTrouble } from '../http/trouble.ts'
import { json, missingPage, refusal } from './answers.ts'
import { admit, execute, methodOf, type Order, refusedEmptyBody } from './business.ts'
import { download } from './documents/downloads.ts'
import { OAuthRefusal } from './oauth/errors.ts'
import { type Grants, grant, grantParams } from './oauth/grant.ts'
import { loginPage } from './oauth/login-page.ts'
import { behaviourOf, credentialsOf, type PtCredentials, type PtEmulatorOptions } from './options.ts'
import { decodeBody } from './request.ts'
import { type Route, routeOf } from './route.ts'
import { initialState } from './seed/initial.ts'
import type { LateCall, PtState } from './state.ts'

/** An emulated Moloni Portugal. */
export interface PtEmulator extends Emulator<PtState> {
  /** The application and the users that may log in. */
  readonly credentials: PtCredentials
  /** The emulated service's time, milliseconds since 1970. */
  now(): number
}

const api = 'https://api.moloni.pt'
const site = 'https://www.moloni.pt'

/**
 * Emulates Moloni Portugal: login page, grants, and the API under `/v1`, `/v2` and `/sandbox`, as the service is
 * documented and as it was seen to behave. It keeps everything in `state` and needs no network.
 *
 * @example
 * const emulator = createPtEmulator()
 * const { url, close } = await serve(emulator)
 */
export function createPtEmulator(options: PtEmulatorOptions = {}): PtEmulator {
  const behaviour = behaviourOf(options)
  const credentials = credentialsOf(options)
  const state = options.state ?? initialState(options, behaviour.clock.now())
  const faults = createFaults()
  const requests: LoggedRequest[] = []
  const grants: Grants = { state, credentials, behaviour }
  const { clock } = behaviour

  const land = (call: LateCall) =>
    call.path === 'grant'
      ? grantAnswer(grants, Object.fromEntries(Object.entries(call.params).map(([k, v]) => [k, String(v)])))
      : execute(state, behaviour, {
          ...call,
          visibleFrom: call.lag === undefined ? undefined : clock.now() + call.lag,
          downloadOrigin: site,
        })
  const late = createLateCalls(state, clock, land)

  async function answer(request: Request, route: Route, entry: LoggedRequest): Promise<Response> {
    const { signal } = request
    const hits = faults.take(route.path)
    const body = await race(request.text(), signal)
    const url = new URL(request.url)
    if (hits.some(({ kind }) => kind === 'expire')) expire(url.searchParams.get('access_token'))
    const work = workOf(request, url, body, route, entry, hits)
    return underTrouble({ faults: hits, clock, signal, ...work })
  }

  function workOf(
    request: Request,
    url: URL,
    body: string,
    route: Route,
    entry: LoggedRequest,
    hits: Fault[],
  ) {
    if (route.kind === 'grant') return grantWork(request, body, entry)
    if (route.kind === 'api') return callWork(request, url, body, route, entry, hits)
    const pages = { authorize: () => authorize(request, body), downloads: () => download(state, request) }
    return direct(route.kind === 'unknown' ? missingPage : pages[route.kind])
  }

  function grantWork(request: Request, body: string, entry: LoggedRequest) {
    try {
      const params = grantParams(request, body)
      entry.params = withoutSecrets(params)
      entry.writing = true
      return {
        effect: () => grantAnswer(grants, params),
        defer: (ms: number) =>
          late.add({ at: clock.now() + ms, path: 'grant', params, user_id: 0, human: false }, ms),
      }
    } catch (error) {
      return direct(() => refusedGrant(error))
    }
  }

  function callWork(
    request: Request,
    url: URL,
    body: string,
    route: Route,
    entry: LoggedRequest,
    hits: Fault[],
  ) {
    const asked = (name: string) => ['true', '1'].includes(url.searchParams.get(name) ?? '')
    const params = decodeBody(body, request.headers.get('content-type') ?? '', asked('json'))
    entry.params = withoutSecrets(params)
    entry.writing = methodOf(behaviour, route.path)?.writing ?? false
    const user = admit(state, behaviour, route, url)
    if (user instanceof Response) return direct(() => user)
    const bad = refusedEmptyBody(behaviour, request, route.path, body)
    if (bad) return direct(() => bad)
    const lag = hits.find((fault) => fault.kind === 'lag')
    const order: Order = {
      path: route.path,
      params,
      user_id: user.user_id,
      human: asked('human_errors'),
      visibleFrom: lag && clock.now() + lag.ms,
      ignoreFilter: hits.some(({ kind }) => kind === 'ignoreFilter'),
      refuseFilter: hits.some(({ kind }) => kind === 'refuseFilter'),
      downloadOrigin: url.origin === api ? site : url.origin,
    }
    return {
      effect: () => execute(state, behaviour, order),
      defer: (ms: number) => {
        const { path, user_id, human } = order
        const lagging = lag ? { lag: lag.ms } : {}
        const at = clock.now() + ms
        return late.add({ at, path, params: plainParams(params), user_id, human, ...lagging }, ms)
      },
    }
  }

  function authorize(request: Request, body: string): Response {
    try {
      return loginPage(grants, request, body)
    } catch (error) {
      return refusedGrant(error)
    }
  }

  function expire(token: string | null): void {
    const row = state.oauth.accessTokens.find((one) => one.token === token)
    if (row) row.expires = Math.min(row.expires, clock.now())
  }

  return {
    state,
    faults,
    requests,
    credentials,
    origins: [api, site],
    now: () => clock.now(),
    async fetch(request) {
      late.settle()
      const url = new URL(request.url)
      const route = routeOf(url)
      const entry: LoggedRequest = {
        method: request.method,
        path: route.path,
        query: withoutSecrets(Object.fromEntries(url.searchParams)),
        params: {},
        status: 0,
        at: clock.now(),
        writing: false,
      }
      requests.push(entry)
      const response = await answer(request, route, entry)
      entry.status = response.status
      response.headers.set('date', new Date(clock.now()).toUTCString())
      return response
    },
  }
}

/** Work whose effect cannot come late: it has none, or it is only a page. */
function direct(effect: () => Response) {
  return { effect, defer: async (_ms: number) => effect() }
}

function grantAnswer(grants: Grants, params: Record<string, string>): Response {
  try {
    return json(grant(grants, params), 200, grants.behaviour.grantContentType)
  } catch (error) {
    return refusedGrant(error)
  }
}

function refusedGrant(error: unknown): Response {
  if (error instanceof OAuthRefusal) return refusal(400, error.error, error.description)
  throw error
}
