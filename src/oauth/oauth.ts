import { checkOptionNames, oneOf, UsageError } from '../errors/index.ts'
import { createTransport, encodeBody, type Fetch } from '../http/index.ts'
import { type Clock, systemClock } from '../internal/clock.ts'
import { readGrant } from './grant-answer.ts'
import { type Platform, platformFacts } from './platforms.ts'
import type { TokenSet } from './token-set.ts'

export interface OAuthOptions {
  platform: Platform
  /** "Developer ID" in Moloni's registration; text, also where it looks like a number. */
  clientId: string
  clientSecret: string
  /** Exactly as registered. Moloni refuses localhost at registration. */
  redirectUri: string
  /** Another server in place of Moloni's, for example an emulator's address; the paths stay. */
  baseUrl?: string | URL | undefined
  /** Default the platform's `fetch`. */
  fetch?: Fetch | undefined
  clock?: Clock | undefined
  /** Milliseconds for a grant. Default 30,000; `false` for none. */
  timeout?: number | false | undefined
  /** How tokens are asked for. Default GET on v1, as documented; some clients report success with the others. */
  grant?: { method?: 'GET' | 'POST'; version?: 'v1' | 'v2' } | undefined
  /** Which login page: the documented `page` (default) or the older `v1` address. */
  authorize?: 'page' | 'v1' | undefined
}

/** Logging in: the address for the person, and the grants behind it. */
export interface OAuth {
  readonly platform: Platform
  /** The server given in place of Moloni's; clients of the same login use it too. */
  readonly baseUrl?: string
  /**
   * The address that a person opens to log in. Moloni sends them back to `redirectUri` with `code` and `state`;
   * read it with {@link parseCallback}.
   *
   * @param options.state Unguessable text that must come back unchanged.
   */
  authorizeUrl(options: { state: string }): URL
  /**
   * Exchanges the code of a callback for tokens; a code works once. One request, never repeated.
   *
   * Errors: `AuthError` (`invalid_grant` for a spent or late code, `invalid_client`, …), transport errors.
   */
  exchangeCode(code: string, options?: { signal?: AbortSignal | undefined }): Promise<TokenSet>
  /**
   * Exchanges a refresh token for the next pair; the token given is dead afterwards. One request, never repeated.
   * After a transport error nobody knows whether it was spent.
   *
   * Errors: `AuthError` (`invalid_grant` with `needsLogin` when a person has to log in), transport errors.
   */
  refresh(refreshToken: string, options?: { signal?: AbortSignal | undefined }): Promise<TokenSet>
}

/**
 * OAuth for one registered application. Documentation: https://www.moloni.pt/dev/autenticacao/
 *
 * Throws a `UsageError`: `missing_option`, `invalid_option`, `platform_not_supported`.
 *
 * @example
 * ```ts
 * import { createOAuth } from 'moloni-sdk/oauth'
 *
 * const oauth = createOAuth({
 *   platform: 'pt',
 *   clientId: 'my-app',
 *   clientSecret: 'from your registration',
 *   redirectUri: 'https://example.com/callback',
 * })
 * const login = oauth.authorizeUrl({ state: crypto.randomUUID() })
 * ```
 */
export function createOAuth(options: OAuthOptions): OAuth {
  checkOptionNames(options, optionNames)
  const { clientId, clientSecret, redirectUri, clock = systemClock } = options
  const facts = platformFacts(required(options.platform, 'platform'))
  required(clientId, 'clientId')
  required(clientSecret, 'clientSecret')
  checkAddress(required(redirectUri, 'redirectUri'), 'redirectUri')
  const base = options.baseUrl === undefined ? undefined : checkAddress(options.baseUrl, 'baseUrl')
  const method = oneOf(options.grant?.method ?? 'GET', ['GET', 'POST'], 'grant.method')
  const version = oneOf(options.grant?.version ?? 'v1', ['v1', 'v2'], 'grant.version')
  const page = facts.authorize[oneOf(options.authorize ?? 'page', ['page', 'v1'], 'authorize')]
  const transport = createTransport({ ...options, clock, budget: false, retry: false })

  async function grant(
    fields: Readonly<Record<string, string>>,
    own: { spent?: string; signal?: AbortSignal | undefined },
  ): Promise<TokenSet> {
    const url = new URL(facts.grantPath[version], base ?? facts.hosts.api)
    const all = { ...fields, client_id: clientId, client_secret: clientSecret }
    if (method === 'GET') url.search = new URLSearchParams(all).toString()
    const askedAt = clock.now()
    const secrets = [clientSecret, ...Object.values(fields).filter((value) => value.length > 12)]
    const answer = await transport.send({
      label: 'grant',
      method,
      url,
      body: method === 'POST' ? encodeBody('form', all) : undefined,
      retry: 'never',
      signal: own.signal,
      secrets,
    })
    return readGrant(answer, {
      facts,
      askedAt,
      secrets,
      ...(own.spent === undefined ? {} : { spent: own.spent }),
    })
  }

  return {
    platform: options.platform,
    ...(base === undefined ? {} : { baseUrl: base.href }),
    authorizeUrl({ state }) {
      const url = new URL(page.path, base ?? facts.hosts[page.host])
      const query = { response_type: 'code', client_id: clientId, redirect_uri: redirectUri }
      url.search = new URLSearchParams({ ...query, state: required(state, 'state') }).toString()
      return url
    },
    exchangeCode: async (code, own = {}) =>
      grant(
        { grant_type: 'authorization_code', redirect_uri: redirectUri, code: required(code, 'code') },
        { signal: own.signal },
      ),
    refresh: async (refreshToken, own = {}) =>
      grant(
        { grant_type: 'refresh_token', refresh_token: required(refreshToken, 'refreshToken') },
        { spent: refreshToken, signal: own.signal },
      ),
  }
}

const optionNames: Record<keyof OAuthOptions, true> = {
  platform: true,
  clientId: true,
  clientSecret: true,
  redirectUri: true,
  baseUrl: true,
  fetch: true,
  clock: true,
  timeout: true,
  grant: true,
  authorize: true,
}

function required<T extends string>(value: T, name: string): T {
  if (typeof value === 'string' && value.trim() !== '') return value
  throw new UsageError(`The option ${name} is missing.`, { code: 'missing_option', hint: 'Give it as text.' })
}

function checkAddress(value: string | URL, name: string): URL {
  const url = URL.canParse(String(value)) ? new URL(value) : undefined
  if (url && (url.protocol === 'https:' || url.protocol === 'http:') && url.hash === '') return url
  throw new UsageError(`The option ${name} must be an http(s) address without a fragment.`, {
    code: 'invalid_option',
  })
}
