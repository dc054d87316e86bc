import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createOAuth, type OAuthOptions, parseCallback } from '../../src/oauth/index.ts'
import { serve } from '../../src/testing/index.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { loggedInEs } from './es-support.ts'
import { logIn } from './support.ts'

const options: OAuthOptions = {
  platform: 'es',
  clientId: 'api:client-1',
  clientSecret: 'client-secret-text',
  redirectUri: 'https://example.com/callback?x=1',
}
const pair = { accessToken: 'a', refreshToken: 'r' }
const hosts = { es: 'https://api.moloni.es', on: 'https://api.molonion.pt' }

function answering(body: unknown, status = 200, own: Partial<OAuthOptions> = {}) {
  const sent: { method: string; url: string; contentType: string | null; text: string }[] = []
  const fetch = async (request: Request) => {
    const { method, url, headers } = request
    sent.push({ method, url, contentType: headers.get('content-type'), text: await request.text() })
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })
  }
  return { oauth: createOAuth({ ...options, fetch, clock: fakeClock(), ...own }), sent }
}

describe.each(['es', 'on'] as const)('a login on %s', (platform) => {
  it('begins at the address of the interface, with a state', () => {
    const url = createOAuth({ ...options, platform }).authorizeUrl({ state: 'a b&c' })
    expect(url.origin + url.pathname).toBe(`${hosts[platform]}/v1/auth/authorize`)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      apiClientId: 'api:client-1',
      redirectUri: 'https://example.com/callback?x=1',
      state: 'a b&c',
    })
  })

  it.each([
    ['as a form', undefined, 'application/x-www-form-urlencoded'],
    ['as JSON', { body: 'json' as const }, 'application/json'],
  ])('asks for tokens %s, nothing of it in the address', async (_how, grant, contentType) => {
    const { oauth, sent } = answering(pair, 200, { platform, grant })
    await oauth.exchangeCode('c & d')
    await oauth.refresh('the-old-refresh-token')
    const read = (text = '') => (grant ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text)))
    const client = { apiClientId: 'api:client-1', clientSecret: 'client-secret-text' }
    expect(sent.map(({ text }) => read(text))).toEqual([
      { grantType: 'authorization_code', ...client, code: 'c & d' },
      { grantType: 'refresh_token', ...client, refreshToken: 'the-old-refresh-token' },
    ])
    for (const request of sent) {
      expect(request).toMatchObject({ method: 'POST', url: `${hosts[platform]}/v1/auth/grant` })
      expect(request.contentType).toContain(contentType)
    }
  })
})

describe('the lifetimes', () => {
  const days = { es: 10, on: 14 }
  it.each([
    ['es', {}],
    ['on', {}],
    ['es', { expiresIn: null, refreshExpiresIn: 'soon' }],
    ['on', { expiresIn: 0, refreshExpiresIn: -5 }],
  ] as const)('that %s does not tell (%o) are careful ones', async (platform, told) => {
    const now = fakeClock().now()
    const { oauth } = answering({ ...pair, ...told }, 200, { platform })
    expect(await oauth.exchangeCode('c')).toEqual({
      ...pair,
      accessExpiresAt: now + 3_000_000,
      refreshExpiresAt: now + days[platform] * 86_400_000,
    })
  })

  it('that are told count', async () => {
    const now = fakeClock().now()
    const { oauth } = answering({ ...pair, expiresIn: '120', refreshExpiresIn: 240 })
    expect(await oauth.refresh('r0')).toMatchObject({
      accessExpiresAt: now + 120_000,
      refreshExpiresAt: now + 240_000,
    })
  })
})

describe('a grant', () => {
  it('keeps the refresh token when the answer to a refresh holds none', async () => {
    expect((await answering({ accessToken: 'a' }).oauth.refresh('r0')).refreshToken).toBe('r0')
  })

  it.each([
    ['the names of Moloni Portugal', { access_token: 'a', refresh_token: 'r' }, 'unexpected_answer'],
    ['no refresh token for a code', { accessToken: 'a' }, 'unexpected_answer'],
    ['an empty token', { accessToken: '', refreshToken: 'r' }, 'unexpected_answer'],
    ['a number', { accessToken: 5, refreshToken: 'r' }, 'unexpected_answer'],
    ['a list', [], 'unexpected_answer'],
    ['null', null, 'unexpected_answer'],
    ['a page', '<html><title>Login</title></html>', 'not_json'],
    ['nothing', '', 'not_json'],
  ])('that answers %s is an error', async (_what, body, code) => {
    const { oauth, sent } = answering(body)
    await expect(oauth.exchangeCode('c')).rejects.toMatchObject({ name: 'ContractError', code })
    expect(sent).toHaveLength(1)
  })

  it.each([
    [400, { error: 'invalid_grant' }, 'invalid_grant', true],
    [401, { error: 'invalid_client' }, 'invalid_client', false],
    [200, { error: 'Invalid refresh token' }, 'invalid_grant', true],
    [400, { error: 'The code is expired' }, 'invalid_grant', true],
    [400, { error: 'Invalid apiClientId or clientSecret' }, 'invalid_client', false],
    [400, { error: { message: 'Refresh token not found' } }, 'invalid_grant', true],
    [400, { error: true, message: 'Wrong secret' }, 'invalid_client', false],
    [400, { error: 'Something else' }, 'login_refused', false],
    [403, { error: {} }, 'login_refused', false],
    [400, { error: 'toString' }, 'login_refused', false],
  ])('refused with %i %o is an AuthError %s', async (status, body, code, needsLogin) => {
    const { oauth, sent } = answering(body, status)
    await expect(oauth.refresh('r0')).rejects.toMatchObject({ name: 'AuthError', code, needsLogin })
    expect(sent).toHaveLength(1)
  })

  it.each([
    [400, {}],
    [404, 'nope'],
    [400, { error: '' }],
    [401, { error: null }],
  ])('refused with %i %o and no reason is an HttpError', async (status, body) => {
    await expect(answering(body, status).oauth.refresh('r0')).rejects.toMatchObject({
      code: `http_${status}`,
    })
  })

  it.each([[500], [502], [429], [408]])('that gets a %i makes one request', async (status) => {
    const { oauth, sent } = answering('{}', status)
    await expect(oauth.refresh('r0')).rejects.toMatchObject({ retryable: true })
    expect(sent).toHaveLength(1)
  })

  it('never shows code, tokens, client id or client secret', async () => {
    const secrets = ['the-login-code-abc', 'the-refresh-token', options.clientSecret]
    const errors = await Promise.all(
      [
        { error: `Bad ${secrets.join(' ')}` },
        { error: { message: `refreshToken=${secrets[1]} clientSecret: ${options.clientSecret}` } },
        { error: 'x', message: `code=${secrets[0]}` },
      ].flatMap((body) => {
        const { oauth } = answering(body, 400)
        const calls = [oauth.exchangeCode('the-login-code-abc'), oauth.refresh('the-refresh-token')]
        return calls.map((call) => call.catch((error: unknown) => error))
      }),
    )
    // What another call sent is not known as a secret, only by its name.
    const own = errors.filter((_error, index) => index >= 2)
    const shown = inspect(own, { depth: 20, showHidden: true }) + JSON.stringify(own)
    expect(shown).toContain('[hidden]')
    for (const secret of secrets) expect(shown).not.toContain(secret)
  })
})

describe('against the emulator', () => {
  it.each([
    ['es', 'form'],
    ['es', 'json'],
    ['on', 'form'],
    ['on', 'json'],
  ] as const)('the login of %s works (%s)', async (platform, body) => {
    const { oauth, fetch } = await loggedInEs({ platform }, { grant: { body } })
    const first = await logIn(oauth, fetch)
    const second = await oauth.refresh(first.refreshToken)
    expect(second.accessToken).not.toBe(first.accessToken)
    await expect(oauth.refresh('no such token')).rejects.toMatchObject({
      code: 'invalid_grant',
      needsLogin: true,
    })
  })

  it('a code works once', async () => {
    const { oauth, fetch } = await loggedInEs()
    const page = await fetch(new Request(oauth.authorizeUrl({ state: 's' })))
    const { code } = parseCallback(page.headers.get('location') ?? '')
    await oauth.exchangeCode(code)
    await expect(oauth.exchangeCode(code)).rejects.toMatchObject({ code: 'invalid_grant' })
  })

  it('a wrong secret is told from a dead login', async () => {
    const { oauth } = await loggedInEs({}, { clientSecret: 'wrong' }).catch((error: unknown) => ({
      oauth: error,
    }))
    expect(oauth).toMatchObject({ name: 'AuthError', code: 'invalid_client', needsLogin: false })
  })

  it('a token source refreshes once for all that wait', async () => {
    const { tokens, clock, grants } = await loggedInEs()
    await clock.advance(3_600_000)
    const got = await Promise.all(Array.from({ length: 10 }, () => tokens.get()))
    expect(new Set(got).size).toBe(1)
    expect(grants()).toBe(1)
  })

  it('the login works over a real connection', async () => {
    const { emulator } = await loggedInEs({ platform: 'on' })
    const { url, close } = await serve(emulator)
    try {
      const { clientId, clientSecret } = emulator.credentials
      const oauth = createOAuth({
        ...options,
        platform: 'on',
        clientId,
        clientSecret,
        baseUrl: url,
      })
      const { refreshToken } = await logIn(oauth, (request) => fetch(request))
      emulator.faults.plan({ on: 'grant', fault: { kind: 'cut' } })
      await expect(oauth.refresh(refreshToken)).rejects.toMatchObject({ code: 'network' })
    } finally {
      await close()
    }
  })
})
