import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { AnyEndpoint } from '../../src/pt/endpoint.ts'
import { endpoints } from '../../src/pt/groups/index.ts'
import { unwrap } from '../../src/pt/schema.ts'

const file = new URL('../../../shared/reference/moloni-pt/endpoints.json', import.meta.url)
const present = existsSync(file)

interface Param {
  name: string
  items?: Param[]
}
interface Field {
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
const tables: Readonly<Record<string, Readonly<Record<string, AnyEndpoint>>>> = endpoints

/** The object (or the objects in the list) that a schema describes. */
function shapeOf(schema: z.core.$ZodType | undefined): Readonly<Record<string, z.core.$ZodType>> | undefined {
  if (!schema) return undefined
  const inner = unwrap(schema)
  if (inner instanceof z.ZodObject) return inner.shape
  if (inner instanceof z.ZodArray) return shapeOf(inner.element)
  if (inner instanceof z.ZodUnion) return inner.options.map(shapeOf).find((shape) => shape !== undefined)
  return undefined
}

function missingParams(schema: z.core.$ZodType | undefined, params: readonly Param[], at = ''): string[] {
  const shape = shapeOf(schema)
  return params.flatMap(({ name, items }) => {
    if (!shape || !(name in shape)) return [`${at}${name}`]
    return Array.isArray(items) ? missingParams(shape[name], items, `${at}${name}.`) : []
  })
}

function missingFields(
  schema: z.core.$ZodType | undefined,
  fields: Record<string, Field>,
  at = '',
): string[] {
  const shape = shapeOf(schema)
  return Object.entries(fields).flatMap(([name, { fields: inner, items }]) => {
    if (!shape || !(name in shape)) return [`${at}${name}`]
    const nested = inner ?? items?.fields
    return nested ? missingFields(shape[name], nested, `${at}${name}.`) : []
  })
}

describe.skipIf(!present)('the table of endpoints (skipped where ../shared is missing)', () => {
  it('has every group of the reference and no other', () => {
    expect(Object.keys(tables).sort()).toEqual([...new Set(documented.map(({ group }) => group))].sort())
  })

  for (const [group, table] of Object.entries(tables)) {
    const methods = documented.filter((one) => one.group === group)

    it(`${group} has every method of the reference and no other`, () => {
      expect(Object.keys(table).sort()).toEqual(methods.map(({ method }) => method).sort())
    })

    it(`${group} takes every parameter of the reference`, () => {
      const missing = methods.flatMap(({ method, params }) =>
        missingParams(table[method]?.params, params).map((name) => `${method}: ${name}`),
      )
      expect(missing).toEqual([])
    })

    it(`${group} describes every field of the reference`, () => {
      const missing = methods.flatMap(({ method, fields }) =>
        missingFields(table[method]?.answer.row, fields ?? {}).map((name) => `${method}: ${name}`),
      )
      expect(missing).toEqual([])
    })

    it(`${group} answers lists where the reference does`, () => {
      const lists = methods
        // A change that answers a list of one is read as that one.
        .filter(({ method, returns }) => returns === 'array' && table[method]?.kind === 'read')
        .map(({ method }) => method)
      const ours = Object.keys(table).filter((method) => table[method]?.answer.shape === 'rows')
      expect(ours.sort()).toEqual(lists.sort())
    })

    it(`${group} takes a company where the reference does`, () => {
      const theirs = methods.filter(({ params }) => params.some(({ name }) => name === 'company_id'))
      const ours = Object.keys(table).filter((method) => table[method]?.company)
      expect(ours.sort()).toEqual(theirs.map(({ method }) => method).sort())
    })
  }

  it('only reads are of the kind that is repeated', () => {
    const reads = Object.values(tables).flatMap((table) =>
      Object.entries(table).flatMap(([method, { kind }]) => (kind === 'read' ? [method] : [])),
    )
    expect(reads.filter((method) => !/^(get|count|freeSlug)/.test(method))).toEqual([])
  })
})
