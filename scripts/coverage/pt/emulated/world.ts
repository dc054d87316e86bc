import type { AnyEndpoint } from '../../../../src/pt/endpoint.ts'
import { endpoints } from '../../../../src/pt/groups/index.ts'
import { createPtClient, type PtClient, type PtClientOptions } from '../../../../src/pt/index.ts'
import { type CompanyState, createPtEmulator, type PtState } from '../../../../src/testing/index.ts'
import type { Tables } from '../compare.ts'
import { type Given, sample } from './sample.ts'
import { KNOWN_VALUES } from './values.ts'

/** A morning on which nothing moves. */
const NOW = Date.parse('2026-03-02T09:00:00Z')
const COMPANY = { company_id: 240_211, name: 'Instalações do Mondego, Lda.' }
const TOKEN = 'coverage'

export type Row = Readonly<Record<string, unknown>>

/** A company in an emulator of its own, and a strict client on it. */
export interface World {
  readonly state: PtState
  readonly company: CompanyState
  /** Values by the names of parameters: what a sample is made with. */
  readonly known: Given
  /** Parameters of the last call of each method that went well. */
  readonly sent: ReadonlyMap<string, Row>
  /** The endpoint, if the client has it. */
  endpoint(path: string): AnyEndpoint | undefined
  /** Calls a method of the client with just these parameters. */
  call(path: string, params?: Given): Promise<unknown>
  /** Calls a method with a sample of all its parameters, but for those that are given; `undefined` leaves one out. */
  send(path: string, given?: Given): Promise<{ readonly sent: Row; readonly answer: unknown }>
  /** Another client on the same company. */
  connect(options: Partial<PtClientOptions>): PtClient
}

export function createWorld(rounding: 'document' | 'line' = 'document'): World {
  const clock = { now: () => NOW, sleep: async () => {} }
  const { state, fetch } = createPtEmulator({ clock, companies: [{ ...COMPANY, rounding }] })
  state.oauth.accessTokens.push({ token: TOKEN, user_id: 1, expires: NOW + 3_600_000 })
  const company = state.companies[COMPANY.company_id]
  if (!company) throw new Error('The emulator has no company of its own.')

  const connect = (options: Partial<PtClientOptions>) =>
    createPtClient({
      token: TOKEN,
      companyId: COMPANY.company_id,
      strict: true,
      budget: false,
      retry: false,
      timeout: false,
      clock,
      fetch,
      ...options,
    })
  // Methods are called by the names of the table that the client is made from.
  const groups = connect({}) as unknown as Record<string, Record<string, (params: Given) => Promise<unknown>>>
  const known: Record<string, unknown> = { ...KNOWN_VALUES, ...idsOf(company) }
  const sent = new Map<string, Row>()
  let serial = 0

  const endpoint = (path: string) => {
    const [group = '', method = ''] = path.split('/')
    const tables: Tables = endpoints
    return tables[group]?.[method]
  }
  async function call(path: string, params: Given = {}) {
    const [group = '', method = ''] = path.split('/')
    const run = groups[group]?.[method]
    if (!run) throw new Error(`the client has no ${path}`)
    const answer = await run(params)
    sent.set(path, params)
    return answer
  }
  return {
    state,
    company,
    known,
    sent,
    endpoint,
    call,
    connect,
    async send(path, given = {}) {
      const schema = endpoint(path)?.params
      if (!schema) throw new Error(`the client has no ${path}`)
      serial += 1
      const params = sample(schema, { ...known, ...given }, serial)
      return { sent: params, answer: await call(path, params) }
    },
  }
}

/** The ids that a company has from its first day, by the names of the parameters that take them. */
function idsOf(company: CompanyState): Given {
  const ids = Object.values(company).flatMap((table) => {
    const first: unknown = Array.isArray(table) ? table[0] : undefined
    if (typeof first !== 'object' || first === null) return []
    return Object.entries(first)
      .filter(([name, value]) => /_id$/.test(name) && value !== 0)
      .slice(0, 1)
  })
  return Object.fromEntries(ids)
}
