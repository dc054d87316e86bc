import { ContractError, checkOptionNames, UsageError, wholeNumber } from '../../../errors/index.ts'
import {
  type BudgetOptions,
  callHook,
  createTransport,
  type Fetch,
  type RetryOptions,
  type TransportHooks,
} from '../../../http/index.ts'
import type { Clock } from '../../../internal/clock.ts'
import { type Logger, silentLogger } from '../../../internal/logger.ts'
import type { Random } from '../../../internal/random.ts'
import type { UnreadRow } from './answer.ts'
import { bindGroups, type Settle } from './bind.ts'
import { createCaller } from './caller.ts'
import { endpoints } from './endpoints.ts'
import type { OutsmartGroups } from './groups.ts'
import { type RawCall, rawCall } from './raw-call.ts'

/** Called while the client works. A hook that throws is logged and otherwise ignored. */
export interface OutsmartHooks extends TransportHooks {
  /**
   * A row could not be read and was left out of a list. Without this hook such a row is a `ContractError`
   * `unexpected_answer`.
   */
  onBadRow?(badRow: UnreadRow & { readonly label: string }): void
}

export interface OutsmartClientOptions {
  /** Stands for the customer's OutSmart account. */
  token: string
  /** Stands for your software; issued by OutSmart and joined to the token by a licence. */
  softwareToken: string
  /**
   * Another server in place of `https://app.out-smart.com/openapi/8`. An address without a path, for example an
   * emulator's, gets the same one.
   */
  baseUrl?: string | URL | undefined
  /** Default the platform's `fetch`. */
  fetch?: Fetch | undefined
  /** How fast requests are sent; OutSmart documents no limit. Default 2 at once and 4 per second; `false` for none. */
  budget?: BudgetOptions | false | undefined
  /** How reads are repeated after trouble. Default 3 times; `false` for never. */
  retry?: RetryOptions | false | undefined
  /** Milliseconds for one request, body included. Default 30,000; `false` for no limit. */
  timeout?: number | false | undefined
  /** The same for reading and making work orders, which may take minutes. Default 300,000. */
  workOrdersTimeout?: number | false | undefined
  /** Largest answer in bytes. Default 64 MiB. */
  maxBytes?: number | undefined
  hooks?: OutsmartHooks | undefined
  clock?: Clock | undefined
  random?: Random | undefined
  logger?: Logger | undefined
}

/** OutSmart's public API, version 8. Each call gives one value or one error. */
export interface OutsmartClient extends OutsmartGroups {
  /** The escape hatch: any path, with the same envelope, errors and repeats. */
  readonly call: RawCall
}

const PATH = '/openapi/8'
const DEFAULT = `https://app.out-smart.com${PATH}`

/**
 * A client for OutSmart's public API.
 *
 * Only plain reads are repeated after trouble. Reads that can write are told in each request whether they may, and are
 * sent once; writes are sent once, those through GET too.
 *
 * Errors of all calls: `AuthError` `access_refused`, `ValidationError` (also before anything is sent: `too_long`,
 * `validation`), `NotFoundError`, `RefusedError` `outsmart_<code>`, `RateLimitError`, `HttpError`, `NetworkError`,
 * `TimeoutError`, `ContractError`, and `UsageError` (`invalid_params`, `path_unknown`) before anything is sent.
 *
 * @example
 * ```ts
 * import { createOutsmartClient } from 'moloni-sdk/outsmart'
 *
 * const outsmart = createOutsmartClient({ token: 'of the account', softwareToken: 'of your software' })
 * const complete = await outsmart.workOrders.list({ status: 'Compleet' })
 * console.log(complete.map(({ id, WorkorderNo }) => `${id} ${WorkorderNo}`))
 * ```
 */
export function createOutsmartClient(options: OutsmartClientOptions): OutsmartClient {
  checkOptionNames(options, optionNames)
  const {
    hooks = {},
    logger = silentLogger,
    workOrdersTimeout = 300_000,
    maxBytes = 64 * 1024 * 1024,
  } = options
  if (workOrdersTimeout !== false) wholeNumber(workOrdersTimeout, 'workOrdersTimeout')
  const caller = createCaller({
    transport: createTransport(options),
    base: baseOf(options.baseUrl),
    token: secret(options.token, 'token'),
    softwareToken: secret(options.softwareToken, 'softwareToken'),
    slowTimeout: workOrdersTimeout,
    maxBytes: wholeNumber(maxBytes, 'maxBytes'),
  })

  const settle: Settle = (badRows, label, onBadRow) => {
    if (badRows.length === 0) return
    if (!onBadRow && !hooks.onBadRow) throw badRowsError(label, badRows)
    for (const badRow of badRows) {
      if (onBadRow) callHook(onBadRow, badRow, logger)
      else callHook(hooks.onBadRow, { ...badRow, label }, logger)
    }
  }

  return { ...bindGroups(endpoints, caller, settle), call: rawCall(caller) }
}

const optionNames: Record<keyof OutsmartClientOptions, true> = {
  token: true,
  softwareToken: true,
  baseUrl: true,
  fetch: true,
  budget: true,
  retry: true,
  timeout: true,
  workOrdersTimeout: true,
  maxBytes: true,
  hooks: true,
  clock: true,
  random: true,
  logger: true,
}

function secret(value: string, name: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value
  throw new UsageError(`The option ${name} is missing.`, {
    code: 'missing_option',
    hint: 'OutSmart gives one token to the account and one to your software.',
  })
}

function baseOf(baseUrl: string | URL = DEFAULT): string {
  const url = URL.canParse(String(baseUrl)) ? new URL(baseUrl) : undefined
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new UsageError('The option baseUrl must be an http(s) address.', { code: 'invalid_option' })
  }
  const path = url.pathname.replace(/\/+$/, '')
  return `${url.origin}${path === '' ? PATH : path}`
}

function badRowsError(label: string, badRows: readonly UnreadRow[]): ContractError {
  const paths = badRows.flatMap(({ error }) => error.paths)
  return new ContractError(
    `${label}: ${badRows.length} of the rows cannot be read (see ${paths.slice(0, 5).join(', ')}).`,
    'unexpected_answer',
    paths,
    { hint: 'Give onBadRow to go on without them.' },
  )
}
