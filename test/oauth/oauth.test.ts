import { inspect } from 'node:util'
import { setupServer } from 'msw/node'
import { describe, expect, it } from 'vitest'
import { createOAuth, type OAuthOptions, parseCallback } from '../../src/oauth/index.ts'
import { createPtEmulator, mswHandlers, serve } from '../../src/testing/index.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { loggedIn, logIn } from './support.ts'

const options: OAuthOptions = {
  platform: 'pt',
  clientId: '1234567',
  clientSecret: 'client-secret-text',
  redirectUri: 'https://example.com/callback?x=1',
}
const answering = (body: string, init: ResponseInit = {}, own: Partial<OAuthOptions> = {}) => {
  const sent: { method: string; url: URL; text: string }[] = []
  const fetch = async (request: Request) => {
    sent.push({ method: request.method, url: new URL(request.url), text: await request.text() })
    return new Response(body, init)
  }
  return { oauth: createOAuth({ ...options, fetch, clock: fakeClock(), ...own }), sent }
}
const pair = { access_token: 'a', refresh_token: 'r', expires_in: 3600, token_type: 'bearer', scope: null }

describe('the login page', () => {
  it('is the documented one', () => {
    const url = createOAuth(options).authorizeUrl({ state: 'a b&c' })
    expect(url.origin + url.pathname).toBe('https://www.moloni.pt/ac/root/oauth/')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: '1234567',
      redirect_uri: 'https://example.com/callback?x=1',
      state: 'a b&c',
    })
  })

  it('may be the older one, and lie on another server', () => {
    const oauth = createOAuth({ ...options, authorize: 'v1', baseUrl: 'http://127.0.0.1:99' })
    expect(oauth.authorizeUrl({ state: 's' }).href).toMatch(
      /^http:\/\/127\.0\.0\.1:99\/v1\/authorize\/\?response_type=code&/,
    )
  })

  it('needs a state', () => {
    expect(() => createOAuth(options).authorizeUrl({ state: '' })).toThrowError(
      expect.objectContaining({ code: 'missing_option' }),
    )
  })
})

describe('wrong options', () => {
  it.each([
    [{ clientId: '' }, 'missing_option', 'clientId'],
    [{ clientSecret: ' ' }, 'missing_option', 'clientSecret'],
    [{ redirectUri: '' }, 'missing_option', 'redirectUri'],
    [{ redirectUri: 'callback' }, 'invalid_option', 'redirectUri'],
    [{ redirectUri: 'https://example.com/#part' }, 'invalid_option', 'redirectUri'],
    [{ baseUrl: 'ftp://example.com' }, 'invalid_option', 'baseUrl'],
    [{ timeout: -1 }, 'invalid_option', 'timeout'],
    [{ grant: { body: 'json' as const } }, 'invalid_option', 'grant.body'],
    [{ platform: 'es' as const, grant: { method: 'GET' as const } }, 'invalid_option', 'grant.method'],
    [{ platform: 'es' as const, grant: { version: 'v2' as const } }, 'invalid_option', 'grant.version'],
    [{ platform: 'on' as const, authorize: 'v1' as const }, 'invalid_option', 'authorize'],
  ])('%o: %s', (wrong, code, named) => {
    expect(() => createOAuth({ ...options, ...wrong })).toThrowError(
      expect.objectContaining({ name: 'UsageError', code, message: expect.stringContaining(named) }),
    )
  })

  it('are found in plain JavaScript too', () => {
    const wrong: unknown = { ...options, clientSecret: 42 }
    expect(() => Reflect.apply(createOAuth, undefined, [wrong])).toThrowError(/clientSecret/)
    const elsewhere: unknown = { ...options, platform: 'toString' }
    expect(() => Reflect.apply(createOAuth, undefined, [elsewhere])).toThrowError(
      expect.objectContaining({ code: 'platform_not_supported' }),
    )
  })
})

describe('a grant', () => {
  it.each([
    ['GET', 'v1', 'https://api.moloni.pt/v1/grant/'],
    ['POST', 'v2', 'https://api.moloni.pt/v2/grant/'],
  ] as const)('goes by %s on %s', async (method, version, address) => {
    const { oauth, sent } = answering(JSON.stringify(pair), {}, { grant: { method, version } })
    await oauth.exchangeCode('c & d')
    const [request] = sent
    expect(request?.method).toBe(method)
    expect(request?.url.href.split('?')[0]).toBe(address)
    const fields = method === 'GET' ? request?.url.searchParams : new URLSearchParams(request?.text)
    expect(Object.fromEntries(fields ?? [])).toEqual({
      grant_type: 'authorization_code',
      code: 'c & d',
      redirect_uri: options.redirectUri,
      client_id: options.clientId,
      client_secret: options.clientSecret,
    })
    if (method === 'POST') expect(request?.url.search).toBe('')
  })

  it('is read whatever its content type says', async () => {
    const { oauth } = answering(JSON.stringify(pair), { headers: { 'content-type': 'text/html' } })
    expect((await oauth.exchangeCode('c')).accessToken).toBe('a')
  })

  it.each([
    ['missing', {}, 3600],
    ['null', { expires_in: null }, 3600],
    ['unreadable', { expires_in: 'soon' }, 3600],
    ['zero', { expires_in: 0 }, 3600],
    ['text', { expires_in: '120' }, 120],
    ['a number', { expires_in: 60 }, 60],
  ])('with a lifetime that is %s expires all the same', async (_what, life, seconds) => {
    const { expires_in: _dropped, ...rest } = pair
    const now = fakeClock().now()
    const { oauth } = answering(JSON.stringify({ ...rest, ...life }))
    expect(await oauth.refresh('r0')).toEqual({
      accessToken: 'a',
      refreshToken: 'r',
      accessExpiresAt: now + seconds * 1000,
      refreshExpiresAt: now + 14 * 86_400_000,
    })
  })

  it('keeps the refresh token when the answer to a refresh holds none', async () => {
    const { oauth } = answering(JSON.stringify({ access_token: 'a' }))
    expect((await oauth.refresh('r0')).refreshToken).toBe('r0')
  })

  it.each([
    ['no pair', '{"access_token":"a"}', 'unexpected_answer'],
    ['an empty token', '{"access_token":"","refresh_token":"r"}', 'unexpected_answer'],
    ['a list', '[]', 'unexpected_answer'],
    ['text', 'Forbidden', 'not_json'],
    ['nothing', '', 'not_json'],
    ['a page', '<html><title>Login</title></html>', 'not_json'],
  ])('that answers %s is an error', async (_what, body, code) => {
    const { oauth, sent } = answering(body)
    await expect(oauth.exchangeCode('c')).rejects.toMatchObject({ name: 'ContractError', code })
    expect(sent).toHaveLength(1)
  })

  it.each([
    [400, 'invalid_grant', 'invalid_grant', true],
    [400, 'invalid_client', 'invalid_client', false],
    [401, 'redirect_uri_mismatch', 'redirect_uri_mismatch', false],
    [200, 'invalid_request', 'invalid_request', false],
    [400, 'something_else', 'login_refused', false],
    [400, 'toString', 'login_refused', false],
  ])('refused with %i %s is an AuthError %s', async (status, error, code, needsLogin) => {
    const { oauth, sent } = answering(JSON.stringify({ error, error_description: 'Words' }), { status })
    await expect(oauth.refresh('r0')).rejects.toMatchObject({ name: 'AuthError', code, needsLogin })
    expect(sent).toHaveLength(1)
  })

  it.each([[404], [400]])('refused with %i and no reason is an HttpError', async (status) => {
    const { oauth } = answering('nope', { status })
    await expect(oauth.refresh('r0')).rejects.toMatchObject({ code: `http_${status}` })
  })

  it.each([[500], [502], [429], [408]])('that gets a %i makes one request', async (status) => {
    const { oauth, sent } = answering('{}', { status })
    await expect(oauth.refresh('r0')).rejects.toMatchObject({ retryable: true })
    expect(sent).toHaveLength(1)
  })

  it('never shows code, tokens or client secret', async () => {
    const saying = (secret: string) => {
      const said = { error: 'invalid_grant', error_description: `Bad ${secret} of ${options.clientSecret}` }
      return answering(JSON.stringify(said), { status: 400 }).oauth
    }
    const errors = [
      await saying('the-login-code-abc')
        .exchangeCode('the-login-code-abc')
        .catch((error: unknown) => error),
      await saying('the-refresh-token')
        .refresh('the-refresh-token')
        .catch((error: unknown) => error),
    ]
    const shown = inspect(errors, { depth: 20, showHidden: true }) + JSON.stringify(errors)
    expect(shown).toContain('invalid_grant')
    expect(shown).toContain('[hidden]')
    for (const secret of ['the-login-code-abc', 'the-refresh-token', options.clientSecret]) {
      expect(shown).not.toContain(secret)
    }
  })
})

describe('the address that Moloni returns to', () => {
  it.each([
    ['https://example.com/callback?code=abc&state=xyz'],
    ['  https://example.com/callback?x=1&state=xyz&code=abc#top \n'],
    ['/callback?code=abc&state=xyz'],
    ['?code=abc&state=xyz'],
  ])('gives code and state: %s', (address) => {
    expect(parseCallback(address)).toEqual({ code: 'abc', state: 'xyz' })
  })

  it('may lack the state, which Moloni does not promise to return', () => {
    expect(parseCallback('https://example.com/?code=abc')).toEqual({ code: 'abc' })
  })

  it.each([
    ['', 'callback_malformed'],
    ['https://example.com/callback', 'callback_malformed'],
    ['https://example.com/?code=abc&state=', 'callback_malformed'],
    ['https://example.com/?state=xyz', 'callback_malformed'],
    ['https://example.com/?code=&state=xyz', 'callback_malformed'],
    ['https://example.com/?code=a&code=b&state=xyz', 'callback_malformed'],
    ['https://example.com/?error=access_denied&state=xyz', 'login_denied'],
  ])('is refused with a code: %s', (address, code) => {
    expect(() => parseCallback(address)).toThrowError(expect.objectContaining({ code }))
  })
})

describe('against the emulator', () => {
  it('a code works once', async () => {
    const { oauth, emulator } = await loggedIn()
    const page = await emulator.fetch(new Request(oauth.authorizeUrl({ state: 's' })))
    const { code } = parseCallback(page.headers.get('location') ?? '')
    await oauth.exchangeCode(code)
    await expect(oauth.exchangeCode(code)).rejects.toMatchObject({ code: 'invalid_grant' })
  })

  it('a refresh token works once', async () => {
    const { oauth, emulator } = await loggedIn()
    const { refreshToken } = await logIn(oauth, (request) => emulator.fetch(request))
    await oauth.refresh(refreshToken)
    await expect(oauth.refresh(refreshToken)).rejects.toMatchObject({
      code: 'invalid_grant',
      needsLogin: true,
    })
  })

  it.each([['GET'], ['POST']] as const)('the login works on the real host names by %s', async (method) => {
    const emulator = createPtEmulator({ grantContentType: 'text/html' })
    const server = setupServer(...mswHandlers(emulator))
    server.listen({ onUnhandledRequest: 'error' })
    try {
      const { clientId, clientSecret, redirectUris } = emulator.credentials
      const oauth = createOAuth({
        platform: 'pt',
        clientId,
        clientSecret,
        redirectUri: redirectUris[0] ?? '',
        grant: { method },
      })
      expect((await logIn(oauth, (request) => fetch(request))).accessToken).toMatch(/^[0-9a-f]{40}$/)
    } finally {
      server.close()
    }
  })

  it('the login works over a real connection', async () => {
    const emulator = createPtEmulator()
    const { url, close } = await serve(emulator)
    try {
      const { clientId, clientSecret, redirectUris } = emulator.credentials
      const redirectUri = redirectUris[0] ?? ''
      const oauth = createOAuth({ platform: 'pt', clientId, clientSecret, redirectUri, baseUrl: url })
      const pair = await logIn(oauth, (request) => fetch(request))
      emulator.faults.plan({ on: 'grant', fault: { kind: 'cut' } })
      await expect(oauth.refresh(pair.refreshToken)).rejects.toMatchObject({ code: 'network' })
    } finally {
      await close()
    }
  })
})
