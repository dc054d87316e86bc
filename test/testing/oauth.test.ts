import { describe, expect, it } from 'vitest'
import type { PtEmulatorOptions } from '../../src/testing/index.ts'
import { callback, field, type Rig, rig } from './support.ts'

const page = 'https://www.moloni.pt/ac/root/oauth/'
const minute = 60_000

function open(world: Rig, changes: Record<string, string> = {}, base = page, init: RequestInit = {}) {
  const query = { response_type: 'code', client_id: 'demo-app', redirect_uri: callback, ...changes }
  return world.emulator.fetch(new Request(`${base}?${new URLSearchParams(query)}`, init))
}

async function codeOf(world: Rig): Promise<string> {
  const location = (await open(world)).headers.get('location') ?? ''
  return new URL(location).searchParams.get('code') ?? ''
}

async function pair(world: Rig, params: Record<string, string>) {
  const body: unknown = await (await world.grant(params)).json()
  return { access: field(body, 'access_token'), refresh: field(body, 'refresh_token') }
}

async function byPassword(options: PtEmulatorOptions = {}) {
  const world = await rig(options)
  const { username = '', password = '' } = world.emulator.credentials.users[0] ?? {}
  return { world, ...(await pair(world, { grant_type: 'password', username, password })) }
}

const ask = (world: Rig, token: string) => world.send('companies/getAll', { token })

describe('the login page', () => {
  it('approves at once and hands code and state back', async () => {
    const response = await open(await rig(), { state: 'abc d' })
    expect(response.status).toBe(302)
    const location = new URL(response.headers.get('location') ?? '')
    expect(location.origin + location.pathname).toBe(callback)
    expect(location.searchParams.get('code')).toMatch(/^[0-9a-f]{40}$/)
    expect(location.searchParams.get('state')).toBe('abc d')
  })

  it('lives at the older address too', async () => {
    expect((await open(await rig(), {}, 'https://api.moloni.pt/v1/authorize/')).status).toBe(302)
  })

  it('can lose the state', async () => {
    const response = await open(await rig({ returnState: false }), { state: 'abc' })
    expect(new URL(response.headers.get('location') ?? '').searchParams.has('state')).toBe(false)
  })

  it('can refuse the login', async () => {
    const response = await open(await rig({ login: 'deny' }), { state: 's' })
    expect(response.headers.get('location')).toBe(`${callback}?error=access_denied&state=s`)
  })

  it.each([
    ['an unknown application', { client_id: 'other' }, 'invalid_client'],
    ['no application', { client_id: '' }, 'invalid_client'],
    ['another callback', { redirect_uri: `${callback}/` }, 'redirect_uri_mismatch'],
    ['a callback with a fragment', { redirect_uri: `${callback}#x` }, 'invalid_uri'],
    ['no callback', { redirect_uri: '' }, 'invalid_uri'],
  ])('refuses %s without going back', async (_name, changes, error) => {
    const response = await open(await rig(), changes)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error })
  })

  it('shows a form, refuses a wrong password and accepts the right one', async () => {
    const world = await rig({ login: 'form' })
    expect(await (await open(world)).text()).toContain('<form method="post">')
    const submit = (password: string) =>
      open(world, {}, page, {
        method: 'POST',
        body: new URLSearchParams({ username: 'ana.ferreira@example.com', password }),
      })
    expect((await submit('errada')).status).toBe(200)
    expect((await submit('uma-palavra-passe')).status).toBe(302)
  })
})

describe('the code', () => {
  const exchange = (code: string, redirect_uri = callback) => ({
    grant_type: 'authorization_code',
    code,
    redirect_uri,
  })

  it('gives a pair with exactly five keys', async () => {
    const world = await rig()
    const response = await world.grant(exchange(await codeOf(world)))
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f]{40}$/),
      expires_in: 3600,
      token_type: 'bearer',
      scope: null,
      refresh_token: expect.stringMatching(/^[0-9a-f]{40}$/),
    })
  })

  it('works once', async () => {
    const world = await rig()
    const code = await codeOf(world)
    expect((await world.grant(exchange(code))).status).toBe(200)
    const again = await world.grant(exchange(code))
    expect(again.status).toBe(400)
    expect(await again.json()).toEqual({
      error: 'invalid_grant',
      error_description: "Authorization code doesn't exist or is invalid for the client",
    })
  })

  it('expires', async () => {
    const world = await rig()
    const code = await codeOf(world)
    await world.clock.advance(5 * minute)
    expect(await (await world.grant(exchange(code))).json()).toMatchObject({
      error: 'invalid_grant',
      error_description: 'The authorization code has expired',
    })
  })

  it('belongs to its callback, and survives a wrong one', async () => {
    const world = await rig()
    const code = await codeOf(world)
    const wrong = await world.grant(exchange(code, 'https://example.com/other'))
    expect(await wrong.json()).toMatchObject({ error: 'redirect_uri_mismatch' })
    expect((await world.grant(exchange(code))).status).toBe(200)
  })
})

describe('a grant', () => {
  it.each([
    ['no kind', {}, 'invalid_request'],
    ['an unknown kind', { grant_type: 'magic' }, 'unsupported_grant_type'],
    ['a kind that is a property of every object', { grant_type: 'constructor' }, 'unsupported_grant_type'],
    ['a wrong secret', { grant_type: 'password', client_secret: 'no' }, 'invalid_client'],
    ['a wrong application', { grant_type: 'password', client_id: 'no' }, 'invalid_client'],
    ['no code', { grant_type: 'authorization_code' }, 'invalid_request'],
    ['no refresh token', { grant_type: 'refresh_token' }, 'invalid_request'],
    ['no password', { grant_type: 'password', username: 'a' }, 'invalid_request'],
    ['a wrong password', { grant_type: 'password', username: 'a', password: 'b' }, 'invalid_grant'],
    ['an unknown refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_grant'],
  ])('with %s is refused', async (_name, params, error) => {
    const response = await (await rig()).grant(params)
    expect(response.status).toBe(400)
    const body: unknown = await response.json()
    expect(body).toMatchObject({ error })
    expect(field(body, 'error_description')).not.toBe('')
  })

  it('may be posted: in the query, or as a form', async () => {
    const world = await rig()
    const fields = new URLSearchParams({
      grant_type: 'password',
      client_id: 'demo-app',
      client_secret: 'demo-secret-8d1f0c',
      username: 'ana.ferreira@example.com',
      password: 'uma-palavra-passe',
    })
    const post = (url: string, init: RequestInit) =>
      world.emulator.fetch(new Request(url, { method: 'POST', ...init }))
    expect((await post(`https://api.moloni.pt/v1/grant/?${fields}`, {})).status).toBe(200)
    expect((await post('https://api.moloni.pt/v2/grant/', { body: fields })).status).toBe(200)
    const json = await post('https://api.moloni.pt/v1/grant/', {
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(await json.json()).toMatchObject({ error: 'invalid_request' })
  })

  it('may answer as text', async () => {
    const world = await rig({ grantContentType: 'text/html' })
    expect((await world.grant({ grant_type: 'x' })).headers.get('content-type')).toBe('application/json')
    const { username = '', password = '' } = world.emulator.credentials.users[0] ?? {}
    const response = await world.grant({ grant_type: 'password', username, password })
    expect(response.headers.get('content-type')).toBe('text/html')
  })
})

describe('a refresh', () => {
  const refresh = (refresh_token: string) => ({ grant_type: 'refresh_token', refresh_token })

  it('gives a new pair, and the old refresh token dies', async () => {
    const { world, refresh: first, access } = await byPassword()
    const second = await pair(world, refresh(first))
    expect(second.access).not.toBe(access)
    expect(second.refresh).not.toBe(first)
    expect(await (await world.grant(refresh(first))).json()).toEqual({
      error: 'invalid_grant',
      error_description: 'Invalid refresh token',
    })
    expect((await world.grant(refresh(second.refresh))).status).toBe(200)
  })

  it('leaves the old access token alive until its hour ends', async () => {
    const { world, refresh: first, access } = await byPassword()
    await pair(world, refresh(first))
    expect((await ask(world, access)).status).toBe(200)
  })

  it('can end the old access token', async () => {
    const { world, refresh: first, access } = await byPassword({ keepAccessOnRefresh: false })
    await pair(world, refresh(first))
    expect((await ask(world, access)).status).toBe(401)
  })

  it('can keep the refresh token', async () => {
    const { world, refresh: first } = await byPassword({ rotateOnRefresh: false })
    expect((await pair(world, refresh(first))).refresh).toBe(first)
    expect((await world.grant(refresh(first))).status).toBe(200)
  })

  it('with a spent token can end the whole login', async () => {
    const { world, refresh: first } = await byPassword({ strictRotation: true })
    const second = await pair(world, refresh(first))
    await world.grant(refresh(first))
    expect((await world.grant(refresh(second.refresh))).status).toBe(400)
    expect((await ask(world, second.access)).status).toBe(401)
  })

  it('is refused after fourteen days', async () => {
    const { world, refresh: first } = await byPassword()
    await world.clock.advance(14 * 24 * 60 * minute)
    expect(await (await world.grant(refresh(first))).json()).toMatchObject({
      error_description: 'Refresh token has expired',
    })
  })
})

describe('an access token', () => {
  it('lives an hour', async () => {
    const { world, access } = await byPassword()
    await world.clock.advance(60 * minute - 1)
    expect((await ask(world, access)).status).toBe(200)
    await world.clock.advance(1)
    const late = await ask(world, access)
    expect(late.status).toBe(401)
    expect(await late.json()).toEqual({
      error: 'expired_token',
      error_description: 'The access token provided has expired',
    })
  })

  it('must be known and must be there', async () => {
    const world = await rig()
    expect(await (await ask(world, 'nonsense')).json()).toMatchObject({ error: 'invalid_grant' })
    expect(await (await ask(world, '')).json()).toMatchObject({ error: 'invalid_request' })
  })

  it('counts in the query only', async () => {
    const world = await rig()
    const headers = { authorization: `Bearer ${world.token}` }
    const body = new URLSearchParams({ access_token: world.token })
    expect((await world.send('companies/getAll', { token: '', headers, body })).status).toBe(401)
  })

  it('can be refused with another status', async () => {
    const world = await rig({ accessRefusedStatus: 403 })
    expect((await ask(world, 'nonsense')).status).toBe(403)
  })
})
