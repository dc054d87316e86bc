import { UsageError } from '../errors/index.ts'
import { raceSignal } from '../http/index.ts'
import { type Clock, systemClock } from '../internal/clock.ts'
import { sha256 } from '../internal/hash.ts'
import { type Random, systemRandom } from '../internal/random.ts'
import type { Store } from '../store/index.ts'
import type { OAuth } from './oauth.ts'
import { refreshFlight } from './refresh-flight.ts'
import type { TokenSet } from './token-set.ts'
import { tokenShelf } from './token-shelf.ts'

/** What a call may say when it asks for an access token. */
export interface TokenRequest {
  signal?: AbortSignal | undefined
  /** An access token that Moloni has just refused although it looked fresh. */
  rejected?: string | undefined
}

/** How a login stands. */
export interface TokenStatus {
  readonly state: 'none' | 'ok' | 'needsLogin'
  /** Epoch milliseconds. */
  readonly accessExpiresAt?: number
  /** Epoch milliseconds: after it a person has to log in again. Each refresh moves it. */
  readonly refreshExpiresAt?: number
  /** Why a login is needed: Moloni's error code, or `expired`. */
  readonly reason?: string
}

/** Where a client gets its access token from. */
export interface TokenSource {
  /**
   * A usable access token, refreshed when necessary: one grant for any number of callers and processes.
   *
   * Errors: `AuthError` `needs_login` when a person has to log in; transport errors of the refresh, after
   * which the login is still there: for a pause (5 seconds, doubling to 5 minutes, or what the server asks) the
   * same error comes without another request. An abort ends only the caller's own wait.
   */
  get(request?: TokenRequest): Promise<string>
  /** Keeps the tokens of a login in place of whatever was there. */
  save(tokens: TokenSet): Promise<void>
  status(): Promise<TokenStatus>
  /** Forgets the login. */
  clear(): Promise<void>
}

export interface TokenSourceOptions {
  oauth: OAuth
  store: Store
  /** Name of the login in the store, 1–200 printable ASCII characters; another one for each account. */
  key: string
  clock?: Clock | undefined
  random?: Random | undefined
  /** A token is refreshed this many milliseconds before it expires. Default 60,000. */
  skewMs?: number | undefined
  /** How long one process may take for a refresh before another takes over, in milliseconds. Default 60,000. */
  claimMs?: number | undefined
}

/**
 * A token source on a store. All processes that share the store share the login: whoever needs a new pair
 * claims the right to ask, and the pair is stored before anybody uses it.
 *
 * @example
 * ```ts
 * import { createOAuth, createTokenSource, memoryStore } from 'moloni-sdk'
 *
 * const oauth = createOAuth({
 *   platform: 'pt',
 *   clientId: 'my-app',
 *   clientSecret: 'from your registration',
 *   redirectUri: 'https://example.com/callback',
 * })
 * const tokens = createTokenSource({ oauth, store: memoryStore(), key: 'customer-1' })
 * ```
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { oauth, store, key, clock = systemClock, random = systemRandom } = options
  const skewMs = milliseconds('skewMs', options.skewMs ?? 60_000)
  const claimMs = milliseconds('claimMs', options.claimMs ?? 60_000)
  if (!/^[\x20-\x7e]{1,200}$/.test(key)) {
    throw new UsageError('The option key must be 1 to 200 printable ASCII characters.', {
      code: 'invalid_option',
    })
  }
  const shelf = tokenShelf(store, key)
  const refresh = refreshFlight({ oauth, shelf, clock, random, claimMs })
  let flight: Promise<TokenSet> | undefined

  function usable(tokens: TokenSet, rejected: string | undefined): boolean {
    return tokens.accessExpiresAt - skewMs > clock.now() && tokens.accessToken !== rejected
  }

  function joinFlight(rejected: string | undefined): Promise<TokenSet> {
    flight ??= refresh((tokens) => usable(tokens, rejected)).finally(() => {
      flight = undefined
    })
    return flight
  }

  return {
    async get({ signal, rejected } = {}) {
      signal?.throwIfAborted()
      const seen = await raceSignal(shelf.read(), signal)
      if (seen && usable(seen.record.tokens, rejected)) return seen.record.tokens.accessToken
      for (;;) {
        const { accessToken } = await raceSignal(joinFlight(rejected), signal)
        // A flight that began before this token was refused may end with it.
        if (accessToken !== rejected) return accessToken
      }
    },
    async save(tokens) {
      for (;;) {
        const seen = await shelf.read()
        if (await shelf.replace(seen?.version ?? 'absent', { tokens })) return
      }
    },
    async status() {
      const seen = await shelf.read()
      if (!seen) return { state: 'none' }
      const { tokens, needsLogin } = seen.record
      const { accessExpiresAt, refreshExpiresAt } = tokens
      const times = { accessExpiresAt, refreshExpiresAt }
      if (needsLogin && needsLogin.judged === (await sha256(tokens.refreshToken))) {
        return { state: 'needsLogin', ...times, reason: needsLogin.reason }
      }
      const lapsed = Math.max(accessExpiresAt, refreshExpiresAt) <= clock.now()
      return lapsed ? { state: 'needsLogin', ...times, reason: 'expired' } : { state: 'ok', ...times }
    },
    clear: () => shelf.remove(),
  }
}

function milliseconds(name: string, value: number): number {
  if (Number.isFinite(value) && value >= 0) return value
  throw new UsageError(`The option ${name} must be milliseconds, 0 or more.`, { code: 'invalid_option' })
}
