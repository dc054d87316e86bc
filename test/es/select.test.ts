import fc from 'fast-check'
import { parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import * as mini from 'zod/mini'
import { renderSelection } from '../../src/es/select/render.ts'
import { schema } from './reference.ts'
import { all, page, record, scripted } from './support.ts'

const id = z.int()

interface Tree {
  name: string
  children: Tree[]
}
const tree: z.ZodType<Tree> = z.lazy(() => z.object({ name: z.string(), children: z.array(tree) }))
const deep = (levels: number): z.ZodType => (levels === 0 ? z.string() : z.object({ a: deep(levels - 1) }))

describe('a schema as a selection', () => {
  const one = z.object({ id, country: z.object({ iso: z.string() }) })
  const expected = 'id country { iso }'

  it.each([
    ['an object', one],
    ['nullable', z.nullable(one)],
    ['optional', z.optional(one)],
    ['nullish', one.nullish()],
    ['with a default', one.default({ id: 1, country: { iso: 'ES' } })],
    ['with a prefault', one.prefault({ id: 1, country: { iso: 'ES' } })],
    ['with a catch', one.catch({ id: 1, country: { iso: 'ES' } })],
    ['readonly', one.readonly()],
    ['nonoptional', z.nonoptional(z.optional(one))],
    ['a list', z.array(one)],
    ['a list of lists', z.array(z.array(one))],
    ['lazy', z.lazy(() => one)],
    ['a pipe', one.transform((value) => value.id)],
    ['a pipe after a transform', z.preprocess((value) => value, one)],
    ['refined', one.refine(() => true)],
    ['strict', z.strictObject(one.shape)],
    ['branded', one.brand('Customer')],
    ['or null', z.union([one, z.null()])],
    ['or an empty list', z.union([one, z.tuple([])])],
    ['or text', z.union([z.string(), one])],
    ['all at once', z.lazy(() => z.array(one.nullable()).readonly().optional())],
    ['in mini', mini.object({ id: mini.int(), country: mini.nullable(mini.object({ iso: mini.string() })) })],
    ['in mini, wrapped', mini.optional(mini.array(mini.lazy(() => mini.readonly(one))))],
  ])('%s', (_what, schema) => {
    expect(renderSelection(schema)).toBe(expected)
  })

  it.each([
    ['text', z.string()],
    ['a format', z.email()],
    ['a number', z.number()],
    ['yes or no', z.boolean()],
    ['null', z.null()],
    ['a literal', z.literal(['a', 'b'])],
    ['an enum', z.enum(['a', 'b'])],
    ['one of several values', z.union([z.string(), z.number().transform(String), z.null()])],
    ['a list of values', z.array(z.string())],
    ['a template', z.templateLiteral(['a', z.number()])],
    ['mini text', mini.string()],
  ])('%s names no field', (_what, schema) => {
    expect(renderSelection(z.object({ a: schema }))).toBe('a')
  })

  it('of several objects tells them apart by their type', () => {
    const invoice = z.object({ __typename: z.literal('InvoiceRead'), hash: z.string() })
    const receipt = z.object({ __typename: z.literal('ReceiptRead'), number: z.int() })
    expect(renderSelection(z.object({ document: z.union([invoice, receipt, z.null()]) }))).toBe(
      'document { ... on InvoiceRead { __typename hash } ... on ReceiptRead { __typename number } }',
    )
    expect(renderSelection(z.discriminatedUnion('__typename', [invoice, receipt]))).toContain(
      '... on ReceiptRead',
    )
    expect(renderSelection(invoice)).toBe('... on InvoiceRead { __typename hash }')
  })

  it('goes twelve levels down', () => {
    expect(renderSelection(deep(12))).toBe(`${'a { '.repeat(11)}a${' }'.repeat(11)}`)
  })
})

describe('no selection is made of', () => {
  class Thing {}
  it.each([
    ['unknown', z.unknown(), 'a.b'],
    ['any', z.any(), 'a.b'],
    ['a record', z.record(z.string(), z.string()), 'a.b'],
    ['json', z.json(), 'a.b'],
    ['a custom check', z.custom<string>(), 'a.b'],
    ['a class', z.instanceof(Thing), 'a.b'],
    ['an intersection', z.intersection(z.object({ x: id }), z.object({ y: id })), 'a.b'],
    ['a map', z.map(z.string(), z.string()), 'a.b'],
    ['a set', z.set(z.string()), 'a.b'],
    ['a tuple', z.tuple([z.string()]), 'a.b'],
    ['a tuple with a rest', z.tuple([z.string()], z.string()), 'a.b'],
    ['a function', z.function(), 'a.b'],
    ['a promise', z.promise(z.string()), 'a.b'],
    ['a file', z.file(), 'a.b'],
    ['a transform alone', z.transform(String), 'a.b'],
    ['a list of unknown', z.array(z.unknown()), 'a.b'],
    ['an open object', z.looseObject({ x: id }), 'a.b'],
    ['a catch-all', z.object({ x: id }).catchall(z.string()), 'a.b'],
    ['an open object in mini', mini.looseObject({ x: mini.int() }), 'a.b'],
    ['an object without fields', z.object({}), 'a.b'],
    ['objects that cannot be told apart', z.union([z.object({ x: id }), z.object({ y: id })]), 'a.b'],
    [
      'objects of which one has no type',
      z.union([z.object({ __typename: z.literal('A'), x: id }), z.object({ y: id })]),
      'a.b',
    ],
    ['a name with a blank', z.object({ 'x y': id }), 'a.b.x y'],
    ['a name that closes the selection', z.object({ 'x } }': id }), 'a.b.x } }'],
    ['an unknown far below', z.object({ c: z.array(z.object({ d: z.unknown() })) }), 'a.b.c.d'],
    ['something endless', tree, 'a.b.children.children.children'],
  ])('%s', (_what, schema, place) => {
    expect(() => renderSelection(z.object({ a: z.object({ b: schema }) }))).toThrowError(
      expect.objectContaining({
        name: 'UsageError',
        code: 'invalid_select',
        message: expect.stringContaining(place),
      }),
    )
  })

  it('thirteen levels', () => {
    expect(() => renderSelection(deep(13))).toThrowError(/deeper than 12 levels/)
  })

  it('what wraps itself', () => {
    const itself: z.ZodType = z.lazy(() => z.nullable(itself))
    expect(() => renderSelection(z.object({ a: itself }))).toThrowError(/at a .*wraps itself/)
    const either: z.ZodType = z.lazy(() => z.union([z.string(), either]))
    expect(() => renderSelection(z.object({ a: either }))).toThrowError(/wraps itself/)
  })
})

describe('a select of a call', () => {
  /** As somebody writes it whose schema is typed as no more than a schema. */
  const hidden = (schema: z.ZodType): z.ZodType => schema

  it('asks for its fields, types and checks the answer', async () => {
    const select = z.object({ customerId: z.int(), country: z.object({ iso3166_1: z.string() }).nullable() })
    const { es, sent } = scripted([record('customer', { customerId: 5, country: { iso3166_1: 'ES' } })])
    const found = await es.customers.get(5, { select })
    expect(found.country?.iso3166_1.toLowerCase()).toBe('es')
    expect(sent[0]?.query).toContain('data { customerId country { iso3166_1 } } }')
    const wrong = scripted([record('customer', { customerId: 5, country: { iso3166_1: null } })])
    await expect(wrong.es.customers.get(5, { select })).rejects.toMatchObject({
      code: 'unexpected_answer',
      paths: ['data.country.iso3166_1'],
    })
  })

  it('answers what its transforms make', async () => {
    const select = z.object({ name: z.string() }).transform(({ name }) => name.toUpperCase())
    const { es } = scripted([page('customers', [{ name: 'ana' }, { name: 'pau' }])])
    expect(await all(es.customers.list({ select }))).toEqual(['ANA', 'PAU'])
  })

  it.each([
    ['a name that the record lacks', z.object({ customerID: z.int() }), 'customerID', 'no such field'],
    [
      'a name that a record below lacks',
      z.object({ country: z.object({ language: z.object({ code: z.string() }) }) }),
      'country.language.code',
      'LanguageRead has no such field',
    ],
    ['a record taken for a value', z.object({ country: z.string() }), 'country', 'a record'],
    ['a value taken for a record', z.object({ name: z.object({ first: z.string() }) }), 'name', 'a value'],
    ['what every object has', z.object({ toString: z.string() }), 'toString', 'no such field'],
    ['a name of the envelope', z.object({ errors: z.array(z.string()) }), 'errors', 'no such field'],
    [
      'a type that is not there',
      z.object({ __typename: z.literal('Nobody'), x: z.int() }),
      'no type',
      'Nobody',
    ],
    ['a single value', z.string(), 'The select', 'single value'],
    ['anything', z.unknown(), 'The select', 'unknown'],
  ])('fails before anything is sent: %s', async (_what, select, place, why) => {
    const { es, sent } = scripted([record('customer', {})])
    const message = expect.stringMatching(new RegExp(`${place}.*${why}`))
    const refused = { name: 'UsageError', code: 'invalid_select', message }
    await expect(es.customers.get(5, { select: hidden(select) })).rejects.toMatchObject(refused)
    await expect(all(es.customers.list({ select: hidden(select) }))).rejects.toMatchObject(refused)
    expect(sent).toHaveLength(0)
  })

  it('knows the types that a document may be', async () => {
    const select = z.union([
      z.object({ __typename: z.literal('InvoiceRead'), documentId: z.int(), hash: z.string().nullable() }),
      z.object({ __typename: z.literal('ReceiptRead'), documentId: z.int() }),
    ])
    const { es, sent } = scripted([record('document', { __typename: 'ReceiptRead', documentId: 5 })])
    expect(await es.documents.get(5, { select })).toEqual({ __typename: 'ReceiptRead', documentId: 5 })
    expect(sent[0]?.query).toContain('... on InvoiceRead { __typename documentId hash }')
    const wrong = z.object({ __typename: z.literal('ReceiptRead'), reference: z.int() })
    await expect(es.documents.get(5, { select: hidden(wrong) })).rejects.toThrow(/reference.*no such field/)
  })
})

describe('whatever the schema', () => {
  const wrap = (inner: z.ZodType) =>
    fc
      .constantFrom<(schema: z.ZodType) => z.ZodType>(
        (schema) => schema,
        z.nullable,
        z.optional,
        z.array,
        (schema) => z.lazy(() => schema),
        (schema) => schema.readonly(),
        (schema) => schema.catch(undefined),
        (schema) => z.union([schema, z.null()]),
        (schema) => schema.transform((value) => value),
        (schema) => z.preprocess((value) => value, schema),
      )
      .map((how) => how(inner))

  /** Selections of a type, as deep as they go, and what they should look like. */
  const selection = (type: string, depth: number): fc.Arbitrary<{ schema: z.ZodType; text: string }> => {
    const fields = Object.values(schema.objectType(type).getFields())
    const usable = fields.filter((field) => {
      const below = schema.recordOf(field)
      return below === undefined || (depth > 0 && schema.hasValues(below))
    })
    return fc.subarray(usable, { minLength: 1, maxLength: Math.min(4, usable.length) }).chain((some) =>
      fc
        .tuple(
          ...some.map((field) => {
            const below = schema.recordOf(field)
            const inner =
              below === undefined
                ? fc.constant({ schema: z.string() as z.ZodType, text: '' })
                : selection(below, depth - 1)
            return inner.chain((found) =>
              wrap(found.schema).map((wrapped) => ({ name: field.name, wrapped, text: found.text })),
            )
          }),
        )
        .map((parts) => ({
          schema: z.object(Object.fromEntries(parts.map(({ name, wrapped }) => [name, wrapped]))),
          text: parts.map(({ name, text }) => (text === '' ? name : `${name} { ${text} }`)).join(' '),
        })),
    )
  }

  it('its fields are asked for, in its order, and the document is valid', () => {
    const types = ['CustomerRead', 'ProductRead', 'InvoiceRead', 'CompanyRead', 'DocumentRead']
    fc.assert(
      fc.property(
        fc.constantFrom(...types).chain((type) => selection(type, 3).map((made) => ({ type, ...made }))),
        ({ type, schema: zod, text }) => {
          expect(renderSelection(zod)).toBe(text)
          const document = parse(`query { ${schema.rootOf(type)} { errors { field } data { ${text} } } }`)
          expect(validate(schema.schema, document).map(({ message }) => message)).toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })
})
