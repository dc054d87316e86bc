import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type Played, playScenarios } from '../../scripts/coverage/pt/emulated/run.ts'
import { type Given, sample } from '../../scripts/coverage/pt/emulated/sample.ts'
import type { Row } from '../../scripts/coverage/pt/emulated/world.ts'
import type { Schema } from '../../scripts/coverage/pt/schemas.ts'
import { type FieldError, ValidationError } from '../../src/errors/index.ts'
import type { AnyEndpoint } from '../../src/pt/endpoint.ts'
import { endpoints } from '../../src/pt/groups/index.ts'
import { changed, type Place, pathOf, placesIn } from './places.ts'

const tables: Readonly<Record<string, Readonly<Record<string, AnyEndpoint>>>> = endpoints
const writing = Object.entries(tables).flatMap(([group, table]) =>
  Object.entries(table).flatMap(([method, endpoint]) =>
    endpoint.kind === 'read' ? [] : [{ path: `${group}/${method}`, endpoint }],
  ),
)
const WORDS = 'not a number'
vi.setConfig({ testTimeout: 60_000 })

/** First worlds in which the records are still there, then those where they were deleted. */
let played: Played[] = []
beforeAll(async () => {
  const kept = Object.entries(tables).map(([group, { delete: _, ...table }]) => [group, table])
  played = [...(await playScenarios(Object.fromEntries(kept))), ...(await playScenarios(tables))]
}, 120_000)

/** A call that goes well, its fields, and a way to send it otherwise, past the client's own checks. */
function example(path: string, endpoint: AnyEndpoint) {
  const world = played.find((one) => one.path === path && one.world.sent.has(path))?.world
  const sent: Row | undefined = world?.sent.get(path)
  if (!world || !sent) throw new Error(`No scenario calls ${path}.`)
  const full = { ...rowsOf(endpoint.params, world.known), ...sent }
  const places = placesIn(endpoint.params, full)
  const refusedBy = (humanErrors: boolean) => {
    const pt = world.connect({ humanErrors })
    return (params: unknown) => fieldsRefused(pt.call(path, { ...Object(params) }))
  }
  const [plainly, humanly] = [refusedBy(false), refusedBy(true)]
  return {
    sent,
    full,
    top: places.filter(({ steps }) => steps.length === 1),
    nested: places.filter(({ steps }) => steps.length > 1),
    plainly,
    /** The fields that are refused: the same in both forms. */
    async refused(params: unknown): Promise<readonly FieldError[]> {
      const plain = await plainly(params)
      expect(await humanly(params)).toEqual(plain)
      return plain
    },
  }
}

async function fieldsRefused(call: Promise<unknown>): Promise<readonly FieldError[]> {
  try {
    await call
    return []
  } catch (error) {
    if (error instanceof ValidationError) return error.fields
    throw error
  }
}

/** Rows of every kind that a call may hold: scenarios leave out those that they have no use for. */
function rowsOf(schema: Schema, known: Given): Row {
  const all = sample(schema, known, 1)
  return Object.fromEntries(Object.entries(all).filter(([, value]) => typeof value === 'object'))
}

const required = ({ steps }: Place) => ({ rule: 1, code: 'required', path: pathOf(steps), parameters: [] })
const number = ({ steps }: Place) => ({ rule: 2, code: 'number', path: pathOf(steps) })
/** The value of a line's tax is not asked for, but it must be a number above 0. */
const isLineTaxValue = ({ steps }: Place) =>
  steps.length > 3 && steps.at(-3) === 'taxes' && steps.at(-1) === 'value'

describe('every method that writes', () => {
  it.each(writing)('$path names a required field that is missing', async ({ path, endpoint }) => {
    const { sent, top, refused } = example(path, endpoint)
    for (const place of top.filter((one) => one.required)) {
      expect(await refused(changed(sent, place.steps, undefined)), pathOf(place.steps)).toMatchObject([
        required(place),
      ])
    }
  })

  it.each(writing)('$path names a number that is words', async ({ path, endpoint }) => {
    const { sent, top, refused } = example(path, endpoint)
    for (const place of top.filter((one) => one.numeric)) {
      const fields = await refused(changed(sent, place.steps, WORDS))
      expect(fields, pathOf(place.steps)).toMatchObject([number(place)])
      expect(fields[0]?.parameters[0], 'whether it must be whole').toMatch(/^[01]$/)
    }
  })

  it.each(writing)('$path looks into rows once the rest is right', async ({ path, endpoint }) => {
    const { full, top, nested, refused, plainly } = example(path, endpoint)
    const spoiled = top.find((one) => one.numeric)
    for (const place of nested.filter((one) => one.required || one.numeric)) {
      const wrong = place.required && !isLineTaxValue(place) ? required(place) : number(place)
      const params = changed(full, place.steps, place.required ? undefined : WORDS)
      const found = await refused(params)
      expect(found, pathOf(place.steps)).toContainEqual(expect.objectContaining(wrong))
      expect(found.every((field) => field.path.includes('[') || field.path.includes('.'))).toBe(true)
      if (spoiled)
        expect(await plainly(changed(params, spoiled.steps, WORDS))).toMatchObject([number(spoiled)])
    }
  })
})
