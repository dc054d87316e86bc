import type { Emulator } from '../http/emulator.ts'
import { createFaults, type Fault } from '../http/faults.ts'
import type { JsonObject } from '../http/json.ts'
import { createLateCalls } from '../http/late.ts'
import { type LoggedRequest, withoutSecrets } from '../http/request-log.ts'
import { race } from '../http/signals.ts'
import { underTrouble } from '../http/trouble.ts'
import { notAuthenticated, notFound, topLevel } from './answers.ts'
import { type Ask, readAsk } from './body.ts'
import { media } from './documents/media.ts'
import { createEngine, type Engine, isPublic, type Reading } from './engine.ts'
import { createHooks, type EsHooks } from './hooks/deliveries.ts'
import { type Grants, grant, grantFields } from './oauth/grant.ts'
import { loginPage } from './oauth/login-page.ts'
import { bearerOf, userOf } from './oauth/tokens.ts'
import { noTrouble, object, type Trouble, text } from './operation.ts'
import { behaviourOf, credentialsOf, type EsCredentials, type EsEmulatorOptions } from './options.ts'
import { createPerson, type EsPerson } from './person.ts'
import { redacted } from './redact.ts'
import type { Session } from './root.ts'
import { type Route, routeOf } from './route.ts'
import { initialState } from './seed/initial.ts'
import type { EsState, LateCall } from './state.ts'

/** An emulated Moloni Spain or Moloni ON. */
export interface EsEmulator extends Emulator<EsState> {
  /** The application, the users that may log in, and API keys. */
  readonly credentials: EsCredentials
  /** Deliveries to the addresses that `hookCreate` was given. */
  readonly hooks: EsHooks
  /** Changes made in the web application. */
  readonly person: EsPerson
  /** The emulated service's time, milliseconds since 1970. */
  now(): number
}

const hosts = { es: 'https://api.moloni.es', on: 'https://api.molonion.pt' }
const mediaHost = 'https://mediaapi.moloni.org'

/**
 * Emulates Moloni Spain (`platform: 'es'`) or Moloni ON (`platform: 'on'`): login page, grants, the GraphQL API at
 * `/v1` and the host of files, as they are documented and were seen to behave. It keeps everything in `state` and
 * needs no network. The optional package `graphql` is loaded by the first request.
 *
 * @example
 * const emulator = createEsEmulator()
 * const { url, close } = await serve(emulator)
 */
export function createEsEmulator(options: EsEmulatorOptions = {}): EsEmulator {
  const behaviour = behaviourOf(options)
  const credentials = credentialsOf(options)
  const state = options.state ?? initialState(options, behaviour)
  const faults = createFaults()
  const requests: LoggedRequest[] = []
  const grants: Grants = { state, credentials, behaviour }
  const { clock } = behaviour
  const { hooks, fire } = createHooks(state, clock, behaviour.hooks)
  let engine: Engine | undefined
  let loading: Promise<Engine> | undefined

  async function loadEngine(): Promise<Engine> {
    loading ??= createEngine(behaviour)
    engine = await loading
    return engine
  }

  const land = (call: LateCall) =>
    engine ? landBy(engine, call) : loadEngine().then((loaded) => landBy(loaded, call))

  function landBy(loaded: Engine, { kind, params, userId, lag }: LateCall): Response {
    if (kind === 'grant') return grant(grants, params)
    const ask = askOf(params)
    const reading = loaded.read(ask)
    if (reading instanceof Response) return reading
    const visibleFrom = lag === undefined ? undefined : clock.now() + lag
    return loaded.run(ask, reading, session(userId, { ...noTrouble, visibleFrom }))
  }
  const late = createLateCalls(state, clock, land)

  function session(userId: number | undefined, trouble: Trouble): Session {
    const user = state.users.find((one) => one.userId === userId)
    return { state, behaviour, user, trouble, fire }
  }

  async function answer(request: Request, route: Route, entry: LoggedRequest): Promise<Response> {
    const { signal } = request
    if (route === 'graphql') return answerGraphql(request, entry)
    const hits = faults.take(route)
    const body = await race(request.text(), signal)
    const work =
      route === 'grant' ? grantWork(request, body, entry) : direct(() => page(request, route, body))
    return underTrouble({ faults: hits, clock, signal, ...work })
  }

  function page(request: Request, route: Route, body: string): Response {
    if (route === 'authorize') return loginPage(grants, request, body)
    return route === 'media' ? media(state, clock.now(), new URL(request.url)) : notFound()
  }

  function grantWork(request: Request, body: string, entry: LoggedRequest) {
    const params = grantFields(request.headers.get('content-type') ?? '', body)
    entry.params = withoutSecrets(params)
    entry.writing = true
    return {
      effect: () => grant(grants, params),
      defer: (ms: number) => late.add({ at: clock.now() + ms, kind: 'grant', params }, ms),
    }
  }

  async function answerGraphql(request: Request, entry: LoggedRequest): Promise<Response> {
    const { signal } = request
    const engine = await loadEngine()
    const ask = request.method === 'POST' ? await race(readAsk(request), signal) : onlyPost()
    const reading = ask instanceof Response ? ask : engine.read(ask)
    if (!(reading instanceof Response)) {
      entry.path = reading.roots[0] ?? entry.path
      entry.writing = reading.mutation
    }
    if (!(ask instanceof Response)) entry.params = redacted(ask.variables)
    const hits = faults.take(entry.path)
    if (hits.some(({ kind }) => kind === 'expire')) expire(bearerOf(request))
    const work = graphqlWork(request, engine, ask, reading, hits)
    return underTrouble({ faults: hits, clock, signal, ...work })
  }

  function graphqlWork(
    request: Request,
    engine: Engine,
    ask: Ask | Response,
    reading: Reading | Response,
    hits: readonly Fault[],
  ) {
    const userId = userOf(state, bearerOf(request) ?? '', behaviour)
    if (ask instanceof Response) return direct(() => ask)
    if (userId === undefined && (reading instanceof Response || !isPublic(reading))) {
      return direct(notAuthenticated)
    }
    if (reading instanceof Response) return direct(() => reading)
    const lag = hits.find((fault) => fault.kind === 'lag')?.ms
    const trouble: Trouble = {
      ignoreFilter: hits.some(({ kind }) => kind === 'ignoreFilter'),
      refuseFilter: hits.some(({ kind }) => kind === 'refuseFilter'),
      visibleFrom: lag === undefined ? undefined : clock.now() + lag,
    }
    return {
      effect: () => engine.run(ask, reading, session(userId, trouble)),
      defer: (ms: number) => {
        const who = userId === undefined ? {} : { userId }
        const lagging = lag === undefined ? {} : { lag }
        return late.add({ at: clock.now() + ms, kind: 'graphql', params: { ...ask }, ...who, ...lagging }, ms)
      },
    }
  }

  function expire(token: string | undefined): void {
    const row = state.auth.accessTokens.find((one) => one.token === token)
    if (row) row.expires = Math.min(row.expires, clock.now())
  }

  return {
    state,
    faults,
    requests,
    hooks,
    person: createPerson(() => session(undefined, noTrouble)),
    credentials,
    origins: [hosts[behaviour.platform], mediaHost],
    now: () => clock.now(),
    async fetch(request) {
      if (state.late.length > 0) await loadEngine()
      late.settle()
      const url = new URL(request.url)
      const route = routeOf(url)
      const entry: LoggedRequest = {
        method: request.method,
        path: route,
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

/** A request that was kept in the state. */
function askOf(params: JsonObject): Ask {
  const operationName = text(params, 'operationName')
  const ask = { query: text(params, 'query'), variables: object(params, 'variables') }
  return operationName ? { ...ask, operationName } : ask
}

function onlyPost(): Response {
  return topLevel(405, 'BAD_REQUEST', { message: 'Apollo Server supports only GET/POST requests.' })
}
