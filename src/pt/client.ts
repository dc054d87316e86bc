import { ContractError, checkOptionNames, UsageError } from '../errors/index.ts'
import {
  type BudgetOptions,
  callHook,
  createTransport,
  type Fetch,
  type RetryOptions,
  type TransportHooks,
} from '../http/index.ts'
import type { Clock } from '../internal/clock.ts'
import { type Logger, silentLogger } from '../internal/logger.ts'
import type { Random } from '../internal/random.ts'
import { staticToken } from '../oauth/index.ts'
import { type AccessTokens, createAccess } from './access.ts'
import type { BadRow } from './answer.ts'
import { bindGroups, type Settle } from './bind-group.ts'
import { createCaller } from './caller.ts'
import type { Drift } from './drift.ts'
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
  if (companyId !== undefined && !(Number.isInteger(companyId) && companyId > 0)) {
    throw new UsageError('The option companyId must be a whole number above 0.', { code: 'invalid_option' })
  }
  const caller = createCaller({
    transport: createTransport(options),
    access: createAccess(tokensOf(options.token)),
    origin: originOf(options.baseUrl),
    version: oneOf(options.version ?? 'v1', ['v1', 'v2'], 'version'),
    body: oneOf(options.body ?? 'json', ['json', 'form'], 'body'),
    humanErrors: options.humanErrors ?? true,
    strict: options.strict ?? false,
    companyId,
    onDrift: hooks.onDrift,
    logger,
  })

  const settle: Settle = ({ rows, badRows }, label) => {
    const [first] = badRows
    if (first && !hooks.onBadRow) throw badRowsError(label, badRows)
    for (const badRow of badRows) callHook(hooks.onBadRow, { ...badRow, label }, logger)
    return rows
  }

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

function badRowsError(label: string, badRows: readonly BadRow[]): ContractError {
  const paths = badRows.flatMap(({ error }) => (error instanceof ContractError ? error.paths : []))
  const drift = badRows.every(({ error }) => error.code === 'drift')
  return new ContractError(
    `${label}: ${badRows.length} of the rows cannot be read (see ${paths.slice(0, 5).join(', ')}).`,
    drift ? 'drift' : 'unexpected_answer',
    paths,
    { hint: 'Give the client a hook onBadRow to go on without them.' },
  )
}

function tokensOf(token: AccessTokens | string): AccessTokens {
  if (typeof token === 'string') return staticToken(token)
  if (typeof token?.get === 'function') return token
  throw new UsageError('The option token is missing.', {
    code: 'missing_option',
    hint: 'Give a token source (createTokenSource) or an access token.',
  })
}

function originOf(baseUrl: string | URL = 'https://api.moloni.pt'): string {
  const url = URL.canParse(String(baseUrl)) ? new URL(baseUrl) : undefined
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url.origin
  throw new UsageError('The option baseUrl must be an http(s) address.', { code: 'invalid_option' })
}

function oneOf<T extends string>(value: T, allowed: readonly T[], name: string): T {
  if (allowed.includes(value)) return value
  throw new UsageError(`The option ${name} must be one of ${allowed.join(', ')}.`, { code: 'invalid_option' })
}
