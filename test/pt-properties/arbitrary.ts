import fc from 'fast-check'
import * as z from 'zod'
import {
  alternatives,
  elementsOf,
  fieldsOf,
  isOptional,
  type Schema,
} from '../../scripts/coverage/pt/schemas.ts'

type Values = Record<string, unknown>

/** Plain values of every kind, each with an example that tells whether a schema takes such values at all. */
const KINDS: readonly (readonly [unknown, fc.Arbitrary<unknown>])[] = [
  ['words', fc.string({ unit: 'binary', maxLength: 12 })],
  ['words', fc.constantFrom('', ' ', 'a&b=c', 'x[0]', 'ção', '%41', '+', '0', 'null')],
  [7, fc.integer()],
  [7.25, fc.double({ noNaN: true, noDefaultInfinity: true })],
  [1, fc.constantFrom(0, 1)],
  [true, fc.boolean()],
  [null, fc.constant(null)],
  ['7', fc.integer().map(String)],
  [
    '2026-03-02',
    fc
      .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  ],
  ['2026-03-02 09:00:00', fc.constantFrom('2026-03-02 09:00:00', '2026-03-02T09:00:00+0000')],
]

const built = new WeakMap<Schema, fc.Arbitrary<Values>>()

/** Parameters that a schema accepts, optional ones there or not. */
export function accepted(schema: Schema): fc.Arbitrary<Values> {
  const arbitrary = built.get(schema) ?? build(schema)
  built.set(schema, arbitrary)
  return arbitrary
}

function build(schema: Schema): fc.Arbitrary<Values> {
  const fields = Object.entries(fieldsOf(schema))
  const model = Object.fromEntries(fields.map(([name, field]) => [name, anyOf(field)]))
  const requiredKeys = fields.flatMap(([name, field]) => (isOptional(field) ? [] : [name]))
  return fc.record(model, { requiredKeys })
}

function anyOf(schema: Schema): fc.Arbitrary<unknown> {
  const [element] = elementsOf(schema)
  if (element) return fc.array(anyOf(element), { maxLength: 2 })
  if (alternatives(schema).some((one) => one instanceof z.ZodObject)) return accepted(schema)
  const takes = (value: unknown) => z.safeParse(schema, value).success
  const fitting = KINDS.flatMap(([example, kind]) => (takes(example) ? [kind] : []))
  return fc.oneof(...fitting).filter(takes)
}
