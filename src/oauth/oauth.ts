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
  /**
   * How tokens are asked for. Moloni Portugal: default GET on v1, as documented; some clients report success with
   * POST, v2. Moloni Spain and Moloni ON: POST on v1, as a form (default) or as JSON.
   */
  grant?: { method?: 'GET' | 'POST'; version?: 'v1' | 'v2'; body?: 'form' | 'json' } | undefined
  /** Which login page: the documented `page` (default) or, of Moloni Portugal, the older `v1` address. */
  authorize?: 'page' | 'v1' | undefined
}

/** Logging in: the address for the person, and the grants behind it. */
export interface OAuth {
  readonly platform: Platform
  /** The server given in place of Moloni's; clients of the same login use it too. */
  readonly baseUrl?: string
  /**
   * The address that a person opens to log in. Moloni sends them back to `redirectUri` with `code` and `state`;
   * read it with {@link parseCallback}. Whether Moloni Spain returns the state was never seen.
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
 * OAuth for one registered application. Documentation: https://www.moloni.pt/dev/autenticacao/ for Moloni Portugal,
 * https://docs.molonion.pt/guides/gettingStarted/apiClients for Moloni ON; Moloni Spain is like the latter.
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
  const { words } = facts
  const method = oneOf(options.grant?.method ?? facts.methods[0], facts.methods, 'grant.method')
  const body = oneOf(options.grant?.body ?? facts.bodies[0], facts.bodies, 'grant.body')
  const grantPath = named(options.grant?.version, facts.grantPath, 'grant.version')
  const page = named(options.authorize, facts.authorize, 'authorize')
  const transport = createTransport({ ...options, clock, budget: false, retry: false })

  async function grant(
    fields: Readonly<Record<string, string>>,
    own: { spent?: string; signal?: AbortSignal | undefined },
  ): Promise<TokenSet> {
    const url = new URL(grantPath, base ?? facts.hosts.api)
    const all = { ...fields, [words.request.clientId]: clientId, [words.request.clientSecret]: clientSecret }
    if (method === 'GET') url.search = new URLSearchParams(all).toString()
    const askedAt = clock.now()
    const secrets = [clientSecret, ...Object.values(fields).filter((value) => value.length > 12)]
    const answer = await transport.send({
      label: 'grant',
      method,
      url,
      body: method === 'POST' ? encodeBody(body, all) : undefined,
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
      const query = { [words.page.clientId]: clientId, [words.page.redirectUri]: redirectUri }
      const all = { ...words.page.also, ...query, state: required(state, 'state') }
      url.search = new URLSearchParams(all).toString()
      return url
    },
    exchangeCode: async (code, own = {}) =>
      grant(
        {
          [words.request.grantType]: 'authorization_code',
          ...(words.request.redirectUri ? { [words.request.redirectUri]: redirectUri } : {}),
          code: required(code, 'code'),
        },
        { signal: own.signal },
      ),
    refresh: async (refreshToken, own = {}) =>
      grant(
        {
          [words.request.grantType]: 'refresh_token',
          [words.request.refreshToken]: required(refreshToken, 'refreshToken'),
        },
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

/** What stands for the given way, or for the first. */
function named<T>(given: string | undefined, ways: Readonly<Record<string, T | undefined>>, name: string): T {
  const names = Object.keys(ways)
  const way = ways[oneOf(given ?? names[0] ?? '', names, name)]
  if (way !== undefined) return way
  throw new UsageError(`The option ${name} is not known.`, { code: 'invalid_option' })
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
