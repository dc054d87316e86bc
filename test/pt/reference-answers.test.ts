import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createPtClient } from '../../src/pt/index.ts'

const file = new URL('../../../shared/reference/moloni-pt/endpoints.json', import.meta.url)
const present = existsSync(file)

interface Param {
  name: string
  type: string
  required: boolean | null
  items?: Param[]
}
interface Field {
  type?: string
  nullable?: boolean
  optional?: boolean
  fields?: Record<string, Field>
  items?: Field
}
interface Documented {
  group: string
  method: string
  params: Param[]
  fields: Record<string, Field> | null
  returns: string
}

const documented: Documented[] = present ? JSON.parse(readFileSync(file, 'utf8')) : []

/** How a sample differs from the plainest one. */
interface Flavour {
  readonly empty?: boolean
  readonly bare?: boolean
  readonly numbersAsText?: boolean
}

const FLAVOURS: Readonly<Record<string, Flavour>> = {
  'values everywhere': {},
  'null and empty text where the reference says so, empty lists': { empty: true },
  'without what may be missing': { bare: true },
  'numbers written as text': { numbersAsText: true },
}

function leaf(type: string | undefined, { empty, numbersAsText }: Flavour): unknown {
  if (type === 'int') return numbersAsText ? '1' : 1
  if (type === 'float') return numbersAsText ? '1.5' : 1.5
  if (type === 'date') return '2026-03-02'
  if (type === 'datetime') return '2026-03-02T00:00:00+0000'
  return empty ? '' : '1'
}

function sample(field: Field, flavour: Flavour): unknown {
  if (flavour.empty && field.nullable) return null
  if (field.type === 'object') return record(field.fields ?? {}, flavour)
  if (field.type === 'array') {
    return flavour.empty || !field.items?.fields ? [] : [record(field.items.fields, flavour)]
  }
  return leaf(field.type, flavour)
}

function record(fields: Record<string, Field>, flavour: Flavour): Record<string, unknown> {
  const shown = Object.entries(fields).filter(([, { optional }]) => !(optional && flavour.bare))
  const row = Object.fromEntries(shown.map(([name, field]) => [name, sample(field, flavour)]))
  // Counts and ids are numbers even where they are shown as text.
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, /^count$|_id$/.test(name) ? value || '1' : value]),
  )
}

function value({ type, items }: Param): unknown {
  if (type === 'array') return Array.isArray(items) ? [needed(items)] : []
  if (type === 'int[]') return [1]
  if (type === 'object') return {}
  if (type === 'int' || type === 'float') return 1
  if (type === 'date') return '2026-03-02'
  return type === 'datetime' ? '2026-03-02 09:00:00' : 'x'
}

/** The parameters that are needed, or may be; nothing can be deleted without its id. */
function needed(params: readonly Param[]): Record<string, unknown> {
  return Object.fromEntries(
    params
      .filter(({ name, required }) => required !== false || name === 'document_id')
      .map((one) => [one.name, value(one)]),
  )
}

/** Calls methods of one strict client, each with its answer. */
function caller() {
  let answer: unknown
  const client = createPtClient({
    token: 'token',
    companyId: 1,
    strict: true,
    budget: false,
    retry: false,
    fetch: async () => new Response(JSON.stringify(answer)),
  })
  return async ({ group, method, params }: Documented, given: unknown): Promise<unknown> => {
    answer = given
    const api: unknown = Reflect.get(client, group)
    const send: unknown = typeof api === 'object' && api !== null ? Reflect.get(api, method) : undefined
    if (typeof send !== 'function') throw new Error(`${group}/${method} is not there`)
    return send(needed(params))
  }
}

describe.skipIf(!present)(
  'answers as the reference shows them (skipped where ../shared is missing)',
  { timeout: 60_000 },
  () => {
    for (const [name, flavour] of Object.entries(FLAVOURS)) {
      it(`are read without drift: ${name}`, async () => {
        const call = caller()
        const wrong: string[] = []
        for (const one of documented) {
          if (!one.fields || Object.keys(one.fields).length === 0) continue
          const row = record(one.fields, flavour)
          await call(one, one.returns === 'array' ? [row] : row).catch((error: unknown) => {
            wrong.push(
              `${one.group}/${one.method}: ${error instanceof Error ? error.message : String(error)}`,
            )
          })
        }
        expect(wrong).toEqual([])
      })
    }

    it('differ from the reference in strict mode when one key is more', async () => {
      const call = caller()
      const quiet: string[] = []
      for (const one of documented) {
        if (!one.fields || Object.keys(one.fields).length === 0) continue
        const row = { ...record(one.fields, {}), never_seen: 1 }
        const error = await call(one, one.returns === 'array' ? [row] : row).then(
          () => undefined,
          (thrown: unknown) => thrown,
        )
        if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'drift')
          quiet.push(`${one.group}/${one.method}`)
      }
      expect(quiet).toEqual([])
    })
  },
)
