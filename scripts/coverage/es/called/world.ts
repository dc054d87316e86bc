import * as z from 'zod'
import { createEsClient, type EsClient } from '../../../../src/es/index.ts'
import { createEsEmulator, type EsCompanyState, seedEsInstaller } from '../../../../src/testing/index.ts'
import { isRow, type Row } from '../../seen.ts'

/** A morning on which nothing moves unless somebody waits. */
const NOW = Date.parse('2026-03-02T09:00:00Z')
const TOKEN = 'coverage'

/** What differs between the two hosts. */
export interface Home {
  readonly countryId: number
  readonly languageId: number
  readonly fiscalZone: string
  readonly zipCode: string
  /** Two tax numbers that nobody has yet. */
  readonly vat: string
  readonly otherVat: string
}

const homes: Readonly<Record<'es' | 'on', Home>> = {
  es: {
    countryId: 70,
    languageId: 2,
    fiscalZone: 'ES',
    zipCode: '46001',
    vat: 'B12345674',
    otherVat: 'B11111119',
  },
  on: {
    countryId: 1,
    languageId: 1,
    fiscalZone: 'PT',
    zipCode: '4700-112',
    vat: '509442013',
    otherVat: '501442600',
  },
}

/** A company in an emulator of its own, and a strict client on it. */
export interface World {
  readonly client: EsClient
  readonly company: EsCompanyState
  readonly home: Home
  /** Documents that the client sent. */
  readonly documents: ReadonlySet<string>
  /** Whether a root field was asked for and answered. */
  answered(root: string): boolean
  /** Lets time go by. */
  wait(ms: number): void
  /** Calls a method by its names. */
  call(group: string, method: string, ...args: unknown[]): Promise<unknown>
  /** Calls a method that answers one row. */
  row(group: string, method: string, ...args: unknown[]): Promise<Row>
  /** Reads all rows of a list. */
  rows(group: string, options?: unknown): Promise<Row[]>
}

const body = z.object({ query: z.string() })

export function createWorld(platform: 'es' | 'on'): World {
  let now = NOW
  const wait = (ms: number) => {
    now += ms
  }
  const clock = { now: () => now, sleep: async (ms: number) => wait(ms) }
  const emulator = createEsEmulator({ platform, clock, hooks: { fetch: async () => new Response() } })
  const company = seedEsInstaller(emulator, { customers: 12, products: 20 })
  emulator.state.auth.accessTokens.push({ token: TOKEN, userId: 1, expires: NOW + 3_600_000 })
  const documents = new Set<string>()
  const client = createEsClient({
    token: TOKEN,
    platform,
    companyId: company.companyId,
    strict: true,
    budget: false,
    retry: false,
    timeout: false,
    clock,
    async fetch(request: Request) {
      documents.add(body.parse(await request.clone().json()).query)
      return emulator.fetch(request)
    },
  })

  function invoke(group: string, method: string, args: readonly unknown[]): unknown {
    const run: unknown = Reflect.get(group === '' ? client : Reflect.get(client, group), method)
    if (typeof run !== 'function') throw new Error(`the client has no ${group}.${method}`)
    return run(...args)
  }
  return {
    client,
    company,
    home: homes[platform],
    documents,
    wait,
    answered: (root) => emulator.requests.some(({ path, status }) => path === root && status === 200),
    call: async (group, method, ...args) => invoke(group, method, args),
    async row(group, method, ...args) {
      const row = await invoke(group, method, args)
      if (isRow(row)) return row
      throw new Error(`${group}.${method} answers no row`)
    },
    async rows(group, options) {
      const rows: Row[] = []
      for await (const row of iterable(invoke(group, 'list', [options]))) if (isRow(row)) rows.push(row)
      return rows
    },
  }
}

function iterable(value: unknown): AsyncIterable<unknown> {
  if (typeof value === 'object' && value !== null && Symbol.asyncIterator in value) {
    // What has the method is iterable.
    return value as AsyncIterable<unknown>
  }
  throw new Error('answers no list')
}
