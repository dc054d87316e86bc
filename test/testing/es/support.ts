import { createEsEmulator, type EsEmulator, type EsEmulatorOptions } from '../../../src/testing/index.ts'
import { type FakeClock, fakeClock } from '../../support/fake-clock.ts'

/** The only company of a fresh emulator. */
export const companyIds = { es: 8_317, on: 61_204 }

export const bases = { es: 'https://api.moloni.es/v1', on: 'https://api.molonion.pt/v1' }

export const callback = 'https://example.com/callback'

/** A decoded answer; tests look into it with matchers and `at`. */
export type Answer = unknown

export interface Sent {
  status: number
  body: Answer
}

export interface Rig {
  readonly emulator: EsEmulator
  readonly clock: FakeClock
  readonly base: string
  readonly companyId: number
  readonly company: EsEmulator['state']['companies'][string]
  /** A fresh access token of the first user. */
  readonly token: string
  /** A GraphQL request as the plug-ins send it: `companyId` is always among the variables. */
  call(query: string, variables?: Record<string, unknown>, init?: RequestInit): Promise<Answer>
  /** The same, with its status. */
  send(query: string, variables?: Record<string, unknown>, init?: RequestInit): Promise<Sent>
  /** A bare request below `/v1`. */
  raw(path: string, init?: RequestInit): Promise<Response>
}

/** An emulator on a clock of its own, logged in. */
export async function rig(options: EsEmulatorOptions = {}, start?: string): Promise<Rig> {
  const clock = fakeClock(start)
  const emulator = createEsEmulator({ clock, ...options })
  const { platform } = emulator.state
  const base = bases[platform]
  const companyId = companyIds[platform]
  const company = emulator.state.companies[companyId]
  if (!company) throw new Error('The default company is missing.')
  const raw: Rig['raw'] = (path, init) => emulator.fetch(new Request(`${base}${path}`, init))
  const token = await logIn(emulator, raw)
  const send: Rig['send'] = async (query, variables = {}, init = {}) => {
    const response = await raw('', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables: { companyId, ...variables } }),
      ...init,
    })
    return { status: response.status, body: await response.json() }
  }
  return {
    emulator,
    clock,
    base,
    companyId,
    company,
    token,
    raw,
    send,
    call: async (query, variables, init) => (await send(query, variables, init)).body,
  }
}

/** As a browser and a plug-in log in. */
async function logIn(emulator: EsEmulator, raw: Rig['raw']): Promise<string> {
  const { clientId: apiClientId, clientSecret } = emulator.credentials
  const page = await raw(`/auth/authorize?${new URLSearchParams({ apiClientId, redirectUri: callback })}`)
  const code = new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? ''
  const grant = { grantType: 'authorization_code', apiClientId, clientSecret, code }
  const response = await raw('/auth/grant', { method: 'POST', body: new URLSearchParams(grant) })
  return String(at(await response.json(), 'accessToken'))
}

/** What lies at a path such as `data.customers.data.0.name`; undefined where nothing does. */
export function at(answer: unknown, path: string): unknown {
  let value: unknown = answer
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([name]) => name === key)?.[1]
  }
  return value
}

/** Puts a document into the books that points at something; what else it is does not matter. */
export function refer(company: Rig['company'], fields: Record<string, unknown>): void {
  company.documents.push(JSON.parse(JSON.stringify({ documentId: 1, documentTypeId: 1, ...fields })))
}
