import { checkOptionNames, oneOf, serverOrigin, wholeNumber } from '../errors/index.ts'
import {
  type BadRow,
  type BudgetOptions,
  createSettle,
  createTransport,
  type Drift,
  type Fetch,
  type RetryOptions,
  type TransportHooks,
} from '../http/index.ts'
import type { Clock } from '../internal/clock.ts'
import { type Logger, silentLogger } from '../internal/logger.ts'
import type { Random } from '../internal/random.ts'
import { type AccessTokens, accessTokensOf, createAccess } from '../oauth/access.ts'
import { bindOperation, bindTable } from './bind-group.ts'
import { createCaller } from './caller.ts'
import { type EsRequest, esRequest } from './escape-hatch.ts'
import type { MeApi } from './groups/companies.ts'
import { type EsGroups, me, operations } from './groups/index.ts'
import { type EsPlatform, platformGate } from './platform-gate.ts'
import { type EsProbes, esProbes } from './probe.ts'
import { accessRefusal } from './top-level.ts'

/** Called while the client works. A hook that throws is logged and otherwise ignored. */
export interface EsHooks extends TransportHooks {
  /** A row of ours held emptiness or a type that the reference does not show. */
  onDrift?(drift: Drift): void
  /**
   * A row could not be read and was left out of a list. Without this hook such a row is a `ContractError`
   * `unexpected_answer`.
   */
  onBadRow?(badRow: BadRow & { readonly label: string }): void
}

export interface EsClientOptions {
  /** A token source that refreshes itself, an access token, or an API key of Moloni ON. */
  token: AccessTokens | string
  /** `es`: Moloni Spain (default). `on`: Moloni ON. */
  platform?: EsPlatform | undefined
  /** The company that calls are about unless they name another one. No default. */
  companyId?: number | undefined
  /** Another server in place of Moloni's, for example an emulator's address; the path stays. */
  baseUrl?: string | URL | undefined
  /** Default the platform's `fetch`. */
  fetch?: Fetch | undefined
  /** How fast requests are sent. Default 2 at once and 4 per second; `false` for no limit. */
  budget?: BudgetOptions | false | undefined
  /** How reads are repeated after trouble. Default 3 times; `false` for never. Changes are never repeated. */
  retry?: RetryOptions | false | undefined
  /** Milliseconds for one request, body included. Default 45,000; `false` for no limit. */
  timeout?: number | false | undefined
  hooks?: EsHooks | undefined
  clock?: Clock | undefined
  random?: Random | undefined
  logger?: Logger | undefined
  /** Whether drift is an error (`ContractError` `drift`). Default false. */
  strict?: boolean | undefined
  /** Root fields that were seen on Moloni ON only and that this account of Moloni Spain has, as `probe` answers them. */
  extras?: readonly string[] | undefined
}

/** Moloni Spain or Moloni ON. Each call gives one value or one error. */
export interface EsClient extends EsGroups, EsProbes {
  readonly platform: EsPlatform
  /** Whoever is logged in, and the companies that they may use. */
  readonly me: MeApi
  /** The escape hatch: any document, with the same errors and repeats. */
  readonly request: EsRequest
}

const HOSTS = { es: 'https://api.moloni.es', on: 'https://api.molonion.pt' }

/**
 * A client for Moloni Spain and Moloni ON, which share one GraphQL interface.
 *
 * Errors of all calls: `AuthError` (`needs_login`, `access_refused`), `ValidationError`, `NotFoundError`,
 * `RefusedError`, `RateLimitError`, `HttpError`, `NetworkError`, `TimeoutError`, `ContractError`,
 * `OutcomeUnknownError`, and `UsageError` (`invalid_params`, `invalid_select`, `company_missing`, `not_proven_on_es`)
 * before anything is sent.
 *
 * @example
 * ```ts
 * import { createEsClient } from 'moloni-sdk/es'
 *
 * const es = createEsClient({ token: 'an access token', companyId: 1234 })
 * for await (const customer of es.customers.list()) {
 *   process.stdout.write(`${customer.number} ${customer.name}\n`)
 * }
 * ```
 */
export function createEsClient(options: EsClientOptions): EsClient {
  checkOptionNames(options, optionNames)
  const { hooks = {}, logger = silentLogger, companyId, extras = [] } = options
  const platform = oneOf(options.platform ?? 'es', ['es', 'on'], 'platform')
  if (companyId !== undefined) wholeNumber(companyId, 'companyId')
  const caller = createCaller({
    transport: createTransport({ ...options, timeout: options.timeout ?? 45_000 }),
    access: createAccess(accessTokensOf(options.token), accessRefusal),
    origin: serverOrigin(options.baseUrl ?? HOSTS[platform], 'baseUrl'),
    gate: platformGate(platform, extras),
    strict: options.strict ?? false,
    companyId,
    onDrift: hooks.onDrift,
    logger,
  })
  const settle = createSettle(hooks.onBadRow, logger)
  const groups = Object.entries(operations).map(([name, table]) => [name, bindTable(table, caller, settle)])
  const client = {
    ...Object.fromEntries(groups),
    ...esProbes(caller),
    platform,
    me: bindOperation(me, caller, settle),
    request: esRequest(caller),
  }
  // Bound name by name from the tables; test/types holds names against the interfaces.
  return client as EsClient
}

const optionNames: Record<keyof EsClientOptions, true> = {
  token: true,
  platform: true,
  companyId: true,
  baseUrl: true,
  fetch: true,
  budget: true,
  retry: true,
  timeout: true,
  hooks: true,
  clock: true,
  random: true,
  logger: true,
  strict: true,
  extras: true,
}
