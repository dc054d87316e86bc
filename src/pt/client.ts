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
import { accessRefusal } from './access-refusal.ts'
import { bindGroups } from './bind-group.ts'
import { createCaller } from './caller.ts'
import { type RawCall, rawCall } from './escape-hatch.ts'
import { endpoints, type PtGroups } from './groups/index.ts'

/** Called while the client works. A hook that throws is logged and otherwise ignored. */
export interface PtHooks extends TransportHooks {
  /** An answer held fields that the reference does not show, or emptiness where it shows values. */
  onDrift?(drift: Drift): void
  /**
   * A row could not be read and was left out of a list. Without this hook such a row is a `ContractError`
   * `unexpected_answer`.
   */
  onBadRow?(badRow: BadRow & { readonly label: string }): void
}

export interface PtClientOptions {
  /** A token source that refreshes itself, or a plain access token. */
  token: AccessTokens | string
  /** The company that calls are about unless they name another one. No default. */
  companyId?: number | undefined
  /** Another server in place of `https://api.moloni.pt`, for example an emulator's address; the paths stay. */
  baseUrl?: string | URL | undefined
  /** Default the platform's `fetch`. */
  fetch?: Fetch | undefined
  /** How fast requests are sent. Default 2 at once and 4 per second; `false` for no limit. */
  budget?: BudgetOptions | false | undefined
  /** How reads are repeated after trouble. Default 3 times; `false` for never. Changes are never repeated. */
  retry?: RetryOptions | false | undefined
  /** Milliseconds for one request, body included. Default 30,000; `false` for no limit. */
  timeout?: number | false | undefined
  hooks?: PtHooks | undefined
  clock?: Clock | undefined
  random?: Random | undefined
  logger?: Logger | undefined
  /** How requests are written. Default `json`. */
  body?: 'json' | 'form' | undefined
  /** Which version of the interface is called. Default `v1`, the documented one. */
  version?: 'v1' | 'v2' | undefined
  /** Whether Moloni adds a sentence to its validation codes. Default true. */
  humanErrors?: boolean | undefined
  /** Whether drift is an error (`ContractError` `drift`). Default false. */
  strict?: boolean | undefined
}

/** Moloni Portugal. Each call gives one value or one error. */
export interface PtClient extends PtGroups {
  /** The escape hatch: any endpoint, with the same errors and repeats. */
  readonly call: RawCall
}

/**
 * A client for Moloni Portugal.
 *
 * Errors of all calls: `AuthError` (`needs_login`, `access_refused`), `ValidationError`, `NotFoundError`,
 * `RefusedError`, `RateLimitError`, `HttpError`, `NetworkError`, `TimeoutError`, `ContractError`, and
 * `UsageError` (`invalid_params`, `company_missing`) before anything is sent.
 *
 * @example
 * ```ts
 * import { createPtClient } from 'moloni-sdk/pt'
 *
 * const pt = createPtClient({ token: 'an access token', companyId: 1234 })
 * for await (const customer of pt.customers.list()) {
 *   process.stdout.write(`${customer.number} ${customer.name}\n`)
 * }
 * ```
 */
export function createPtClient(options: PtClientOptions): PtClient {
  checkOptionNames(options, optionNames)
  const { hooks = {}, logger = silentLogger, companyId } = options
  if (companyId !== undefined) wholeNumber(companyId, 'companyId')
  const caller = createCaller({
    transport: createTransport(options),
    access: createAccess(accessTokensOf(options.token), accessRefusal),
    origin: serverOrigin(options.baseUrl ?? 'https://api.moloni.pt', 'baseUrl'),
    version: oneOf(options.version ?? 'v1', ['v1', 'v2'], 'version'),
    body: oneOf(options.body ?? 'json', ['json', 'form'], 'body'),
    humanErrors: options.humanErrors ?? true,
    strict: options.strict ?? false,
    companyId,
    onDrift: hooks.onDrift,
    logger,
  })

  const settle = createSettle(hooks.onBadRow, logger)
  return { ...bindGroups(endpoints, caller, settle), call: rawCall(caller) }
}

const optionNames: Record<keyof PtClientOptions, true> = {
  token: true,
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
  body: true,
  version: true,
  humanErrors: true,
  strict: true,
}
