import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createPtEmulator, mswHandlers, seedInstaller, serve } from '../../src/testing/index.ts'
import { field } from './support.ts'

const emulator = createPtEmulator()
seedInstaller(emulator)
const { clientId: client_id, clientSecret: client_secret, users } = emulator.credentials
const { username = '', password = '' } = users[0] ?? {}
const grant = new URLSearchParams({ grant_type: 'password', client_id, client_secret, username, password })

async function tokenAt(base: string): Promise<string> {
  return field(await (await fetch(`${base}/v1/grant/?${grant}`)).json(), 'access_token')
}

function customers(base: string, token: string, signal?: AbortSignal): Promise<Response> {
  const body = new URLSearchParams({ company_id: '240211', qty: '2' })
  return fetch(`${base}/v1/customers/getAll/?access_token=${token}`, {
    method: 'POST',
    body,
    ...(signal ? { signal } : {}),
  })
}

afterEach(() => emulator.faults.clear())

describe('over msw on the real host names', () => {
  const server = setupServer(...mswHandlers(emulator))
  const base = 'https://api.moloni.pt'
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
  afterAll(() => server.close())

  it('answers calls', async () => {
    expect(await (await customers(base, await tokenAt(base))).json()).toHaveLength(2)
  })

  it('answers every path of both hosts', async () => {
    expect((await fetch(`${base}/nothing/here`)).status).toBe(404)
    expect((await fetch('https://www.moloni.pt/downloads/?h=unknown')).status).toBe(404)
    expect((await fetch('https://www.moloni.pt/ac/root/oauth/?response_type=code')).status).toBe(400)
  })

  it('makes a cut connection a network error', async () => {
    const token = await tokenAt(base)
    emulator.faults.plan({ on: 'customers/getAll', fault: { kind: 'cut' } })
    await expect(customers(base, token)).rejects.toThrow(TypeError)
  })

  it('lets the client give up on a hanging call', async () => {
    const token = await tokenAt(base)
    emulator.faults.plan({ on: 'customers/getAll', fault: { kind: 'hang' } })
    const controller = new AbortController()
    const pending = customers(base, token, controller.signal)
    setTimeout(() => controller.abort(), 5)
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('over a port', () => {
  let base = ''
  let close = async () => {}
  beforeAll(async () => {
    const served = await serve(emulator)
    base = served.url
    close = served.close
  })
  afterAll(() => close())

  it('answers calls, with the date of its clock', async () => {
    const response = await customers(base, await tokenAt(base))
    expect(await response.json()).toHaveLength(2)
    expect(Math.abs(Date.parse(response.headers.get('date') ?? '') - Date.now())).toBeLessThan(5_000)
  })

  it('destroys the socket for a cut connection', async () => {
    const token = await tokenAt(base)
    emulator.faults.plan({ on: 'customers/getAll', fault: { kind: 'cut', when: 'after' } })
    await expect(customers(base, token)).rejects.toThrow(TypeError)
    expect((await customers(base, token)).status).toBe(200)
  })

  it('stalls in the middle of a body until the client gives up', async () => {
    const token = await tokenAt(base)
    emulator.faults.plan({ on: 'customers/getAll', fault: { kind: 'stall' } })
    const controller = new AbortController()
    const response = await customers(base, token, controller.signal)
    expect(response.status).toBe(200)
    const body = response.text()
    setTimeout(() => controller.abort(), 5)
    await expect(body).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('shows and gives a PDF on its own address', async () => {
    expect((await fetch(`${base}/downloads/?h=0`)).headers.get('content-type')).toContain('text/html')
  })

  it('refuses a second server on the same port', async () => {
    await expect(serve(emulator, { port: Number(new URL(base).port) })).rejects.toThrow(/EADDRINUSE/)
  })
})
