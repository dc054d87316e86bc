import { describe, expect, it } from 'vitest'
import { createEsEmulator, type EsEmulatorOptions } from '../../../src/testing/index.ts'
import { fakeClock } from '../../support/fake-clock.ts'
import { at, bases, callback, rig } from './support.ts'

const me = JSON.stringify({ query: '{ me { data { userId } } }' })

function world(options: EsEmulatorOptions = {}) {
  const clock = fakeClock()
  const emulator = createEsEmulator({ clock, ...options })
  const base = bases[emulator.state.platform]
  const { clientId: apiClientId, clientSecret } = emulator.credentials
  const raw = (path: string, init?: RequestInit) => emulator.fetch(new Request(base + path, init))
  const authorize = (query: Record<string, string> = {}, init?: RequestInit) =>
    raw(`/auth/authorize?${new URLSearchParams({ apiClientId, redirectUri: callback, ...query })}`, init)
  const location = async (query?: Record<string, string>) =>
    new URL((await authorize(query)).headers.get('location') ?? '')
  const grant = async (fields: Record<string, string>, json = false) => {
    const sent = { apiClientId, clientSecret, ...fields }
    const response = await raw('/auth/grant', {
      method: 'POST',
      headers: { 'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded' },
      body: json ? JSON.stringify(sent) : String(new URLSearchParams(sent)),
    })
    const body: unknown = await response.json()
    return { status: response.status, body }
  }
  const newCode = async () => (await location()).searchParams.get('code') ?? ''
  const exchange = async (json = false) => {
    const { body } = await grant({ grantType: 'authorization_code', code: await newCode() }, json)
    return { accessToken: String(at(body, 'accessToken')), refreshToken: String(at(body, 'refreshToken')) }
  }
  const refresh = (refreshToken: string) => grant({ grantType: 'refresh_token', refreshToken })
  const ask = async (token: string, scheme = 'Bearer') =>
    (
      await raw('', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `${scheme} ${token}` },
        body: me,
      })
    ).status
  return { emulator, clock, raw, authorize, location, grant, newCode, exchange, refresh, ask }
}

const refused = (error: string, status = 400) => ({ status, body: { error } })

describe('the login page', () => {
  it('sends the browser back with a code', async () => {
    const { location } = world()
    const url = await location()
    expect(url.href).toMatch(/^https:\/\/example\.com\/callback\?code=[0-9a-f]{40}$/)
  })

  it('hands state back on ON only', async () => {
    expect((await world().location({ state: 's1' })).searchParams.get('state')).toBeNull()
    expect((await world({ platform: 'on' }).location({ state: 's 1' })).searchParams.get('state')).toBe('s 1')
    expect((await world({ returnState: true }).location({ state: 's1' })).searchParams.get('state')).toBe(
      's1',
    )
  })

  it('keeps the query of the callback', async () => {
    const url = await world().location({ redirectUri: 'https://shop.example.com/?page=moloni' })
    expect(url.searchParams.get('page')).toBe('moloni')
    expect(url.searchParams.has('code')).toBe(true)
  })

  it('refuses an unknown client, a missing callback and one that is not registered', async () => {
    const { authorize } = world()
    expect((await authorize({ apiClientId: 'nobody' })).status).toBe(400)
    expect((await authorize({ redirectUri: '' })).status).toBe(400)
    expect((await authorize({ redirectUri: 'not an address' })).status).toBe(400)
    const strict = world({ checkRedirectUri: true })
    expect((await strict.authorize({ redirectUri: 'https://elsewhere.example.com/' })).status).toBe(400)
    expect((await strict.authorize()).status).toBe(302)
  })

  it('can refuse, and can ask for a password', async () => {
    expect((await world({ login: 'deny' }).location()).searchParams.get('error')).toBe('access_denied')
    const { authorize, emulator } = world({ login: 'form' })
    const page = await authorize()
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('name="email"')
    const [user] = emulator.credentials.users
    const post = (password: string) =>
      authorize({}, { method: 'POST', body: new URLSearchParams({ email: user?.email ?? '', password }) })
    expect((await post('wrong')).status).toBe(200)
    expect((await post(user?.password ?? '')).status).toBe(302)
  })
})

describe('a grant', () => {
  it('takes forms and JSON, and answers a pair', async () => {
    const { exchange, ask } = world()
    for (const json of [false, true]) {
      const { accessToken, refreshToken } = await exchange(json)
      expect(refreshToken).toMatch(/^[0-9a-f]{40}$/)
      expect(await ask(accessToken)).toBe(200)
    }
  })

  it('tells lifetimes on ON, and on ES only where asked to', async () => {
    const pair = async (options: EsEmulatorOptions) => {
      const { grant, newCode } = world(options)
      return (await grant({ grantType: 'authorization_code', code: await newCode() })).body
    }
    expect(Object.keys((await pair({})) ?? {}).sort()).toEqual(['accessToken', 'refreshToken'])
    expect(await pair({ platform: 'on' })).toMatchObject({ expiresIn: 3600, refreshExpiresIn: 1_209_600 })
    expect(await pair({ tellLifetimes: true, accessTokenSeconds: 60 })).toMatchObject({ expiresIn: 60 })
  })

  it('takes a code once, and within a minute', async () => {
    const { grant, newCode, clock } = world()
    const code = await newCode()
    expect((await grant({ grantType: 'authorization_code', code })).status).toBe(200)
    expect(await grant({ grantType: 'authorization_code', code })).toEqual(refused('invalid_grant'))
    const late = await newCode()
    await clock.advance(60_000)
    expect(await grant({ grantType: 'authorization_code', code: late })).toEqual(refused('invalid_grant'))
    expect(await grant({ grantType: 'authorization_code' })).toEqual(refused('invalid_grant'))
  })

  it('refuses a wrong client, a wrong secret and an unknown kind', async () => {
    const { grant, newCode } = world({ grantRefusedStatus: 401 })
    const code = await newCode()
    const kind = { grantType: 'authorization_code', code }
    expect(await grant({ ...kind, apiClientId: 'x' })).toEqual(refused('invalid_client', 401))
    expect(await grant({ ...kind, clientSecret: 'x' })).toEqual(refused('invalid_client', 401))
    expect(await grant({ code, grantType: 'password' })).toEqual(refused('unsupported_grant_type', 401))
    expect(await grant({ code })).toEqual(refused('unsupported_grant_type', 401))
    expect((await grant(kind)).status).toBe(200)
  })

  it('refuses a body it cannot read', async () => {
    const { raw } = world()
    const headers = { 'content-type': 'application/json' }
    expect((await raw('/auth/grant', { method: 'POST', headers, body: '{' })).status).toBe(400)
    expect((await raw('/auth/grant', { method: 'POST' })).status).toBe(400)
  })
})

describe('a refresh', () => {
  it('replaces the refresh token; the old one is dead, the old access token is not', async () => {
    const { exchange, refresh, ask } = world()
    const first = await exchange()
    const { status, body } = await refresh(first.refreshToken)
    expect(status).toBe(200)
    expect(at(body, 'refreshToken')).not.toBe(first.refreshToken)
    expect(await refresh(first.refreshToken)).toEqual(refused('invalid_grant'))
    expect(await ask(first.accessToken)).toBe(200)
    expect((await refresh(String(at(body, 'refreshToken')))).status).toBe(200)
  })

  it('takes the old token for a while where there is a leeway', async () => {
    const { exchange, refresh, clock } = world({ refreshLeewaySeconds: 10 })
    const { refreshToken } = await exchange()
    await refresh(refreshToken)
    await clock.advance(9_000)
    expect((await refresh(refreshToken)).status).toBe(200)
    await clock.advance(1_000)
    expect((await refresh(refreshToken)).status).toBe(400)
  })

  it('keeps the token where the account does not rotate, and can end the old access token', async () => {
    const { exchange, refresh, ask } = world({ rotateOnRefresh: false, keepAccessOnRefresh: false })
    const { accessToken, refreshToken } = await exchange()
    expect(at((await refresh(refreshToken)).body, 'refreshToken')).toBe(refreshToken)
    expect((await refresh(refreshToken)).status).toBe(200)
    expect(await ask(accessToken)).toBe(401)
  })

  it('ends after fourteen days', async () => {
    const { exchange, refresh, clock } = world()
    const { refreshToken } = await exchange()
    await clock.advance(14 * 86_400_000)
    expect(await refresh(refreshToken)).toEqual(refused('invalid_grant'))
  })
})

describe('a token', () => {
  it('is taken under any spelling of the scheme, for an hour', async () => {
    const { exchange, ask, clock } = world()
    const { accessToken } = await exchange()
    expect(await ask(accessToken, 'bearer')).toBe(200)
    expect(await ask(accessToken, 'BEARER')).toBe(200)
    expect(await ask(accessToken, 'Basic')).toBe(401)
    await clock.advance(3_600_000)
    expect(await ask(accessToken)).toBe(401)
  })

  it('is refused when it is unknown, and a refresh token is none', async () => {
    const { exchange, ask } = world()
    const { refreshToken } = await exchange()
    expect(await ask('0'.repeat(40))).toBe(401)
    expect(await ask(refreshToken)).toBe(401)
  })

  it('may be an API key on ON, until it expires or is taken away; never on ES', async () => {
    const { ask, emulator, clock } = world({ platform: 'on' })
    const [key] = emulator.state.auth.apiKeys
    if (!key) throw new Error('There is no API key.')
    expect(await ask(key.key)).toBe(200)
    expect(await ask(`${key.key}0`)).toBe(401)
    key.expires = clock.now() + 1000
    await clock.advance(1000)
    expect(await ask(key.key)).toBe(401)
    const spanish = world({ credentials: { apiKeys: [{ ...key, expires: clock.now() + 1e9 }] } })
    expect(await spanish.ask(key.key)).toBe(401)
  })
})

it('never logs a code, a token or a secret', async () => {
  const { emulator, call } = await rig()
  await call('{ me { data { name } } }', { accessToken: 'abc-token', data: { administratorPwd: 'geheim' } })
  const log = JSON.stringify(emulator.requests)
  const { accessTokens, refreshTokens } = emulator.state.auth
  for (const { token } of [...accessTokens, ...refreshTokens]) expect(log).not.toContain(token)
  for (const secret of [emulator.credentials.clientSecret, 'abc-token', 'geheim']) {
    expect(log).not.toContain(secret)
  }
  expect(log).not.toMatch(/"code"/)
  expect(emulator.requests.map(({ path, writing, status }) => [path, writing, status])).toEqual([
    ['authorize', false, 302],
    ['grant', true, 200],
    ['me', false, 200],
  ])
})
