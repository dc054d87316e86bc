import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { operationType } from '../../src/es/operation-type.ts'
import { office } from './office.ts'
import { answer, failure, loosely, record, root, scripted, topLevel } from './support.ts'

const query =
  'query ($companyId: Int!) { tax(companyId: $companyId, taxId: 1) { errors { field msg } data { taxId } } }'
const mutation = 'mutation M { taxDelete(taxId: 1) { errors { field msg } deletedCount } }'

describe('what a document does', () => {
  it.each([
    ['{ me { data { userId } } }', 'query'],
    ['query { me }', 'query'],
    ['query Me @live { me }', 'query'],
    ['mutation { x }', 'mutation'],
    ['\uFEFF  ,, # mutation { \n query mutation { mutation }', 'query'],
    [
      'mutation query($query: [Int!] = [1], $input: F = {a: "}"}) @x(y: {z: 1}) { x(a: $query) { y } }',
      'mutation',
    ],
    ['fragment F on Tax { mutation: name } query { tax { ...F } }', 'query'],
    ['query { tax { ...F } } fragment F on Mutation { mutation }', 'query'],
    ['query { x(text: "} mutation { y }") { z } }', 'query'],
    ['query { x(text: """ } " mutation { \\""" y } """) { z } }', 'query'],
    ['query { x(text: "\\"} mutation { y") { z } }', 'query'],
    ['query { x(text: """""") { z } }', 'query'],
    ['query { x # } mutation { y\n }', 'query'],
    ['"a description" query { x }', 'query'],
  ])('%s is a %s', (document, type) => {
    expect(operationType(document)).toBe(type)
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n#query { x }\n'],
    ['a fragment alone', 'fragment F on Tax { name }'],
    ['two operations', 'query A { x } mutation B { y }'],
    ['two operations without names', '{ x } { y }'],
    ['a second operation behind a text', 'query A { x(t: "") } mutation { y }'],
    ['a subscription', 'subscription { x }'],
    ['a schema', 'type Tax { name: String }'],
    ['a word that looks like one', 'Query { x }'],
    ['brackets that do not close', 'query { x { y }'],
    ['brackets that close too often', 'query { x } }'],
    ['a text that does not close', 'query { x(t: "a) }'],
    ['a block that does not close', 'query { x(t: """a) }'],
  ])('%s is refused', (_what, document) => {
    expect(() => operationType(document)).toThrowError(
      expect.objectContaining({ name: 'UsageError', code: 'invalid_document' }),
    )
  })
})

describe('the escape hatch', () => {
  it('sends the document as it is, the company beside its variables', async () => {
    const { es, sent } = scripted([record('tax', { taxId: 1 })])
    expect(await es.request(query, { a: 1 })).toEqual({ tax: { errors: [], data: { taxId: 1 } } })
    await es.request(query, { companyId: 99 })
    expect(sent.map(({ query, variables }) => [query, variables])).toEqual([
      [query, { companyId: 7, a: 1 }],
      [query, { companyId: 99 }],
    ])
  })

  it('checks and types the answer by a schema', async () => {
    const schema = z.object({ tax: z.object({ data: z.object({ taxId: z.int() }) }) })
    const { es } = scripted([record('tax', { taxId: 1 })])
    const { tax } = await es.request(query, {}, schema)
    expect(tax.data.taxId + 1).toBe(2)
    const other = scripted([record('tax', { taxId: '1' })])
    await expect(other.es.request(query, {}, schema)).rejects.toMatchObject({
      name: 'ContractError',
      code: 'unexpected_answer',
      paths: ['tax.data.taxId'],
    })
  })

  it.each([
    [query, undefined, 4],
    [query, 'read', 4],
    [query, 'act', 1],
    [mutation, undefined, 1],
    [mutation, 'act', 1],
  ] as const)('%s (%s) is sent %i times when the server is in trouble', async (document, kind, times) => {
    for (const step of [answer('{}', 503), topLevel('INTERNAL_SERVER_ERROR', 'boom', { path: ['x'] })]) {
      const { es, sent } = scripted([step])
      await expect(es.request(document, {}, undefined, { kind })).rejects.toThrow()
      expect(sent).toHaveLength(times)
    }
  })

  it('never takes a mutation for a read', async () => {
    const { es, sent } = scripted([answer('{}', 503)])
    await expect(es.request(mutation, {}, undefined, { kind: 'read' })).rejects.toMatchObject({
      code: 'invalid_document',
    })
    expect(sent).toHaveLength(0)
  })

  it.each([['query { a } mutation { b }'], ['subscription { a }'], ['']])(
    'does not send %j',
    async (document) => {
      const { es, sent } = scripted([answer('{}')])
      await expect(es.request(document)).rejects.toMatchObject({ code: 'invalid_document' })
      expect(sent).toHaveLength(0)
    },
  )

  it('knows the errors of operations', async () => {
    const missing = [{ field: 'taxId', msg: 'The tax provided does not exist for this company' }]
    await expect(scripted([record('tax', null, missing)]).es.request(query)).rejects.toMatchObject({
      name: 'NotFoundError',
    })
    const two = {
      data: { a: { errors: [], data: {} }, b: { errors: [{ field: 'x', msg: 'No.' }], data: null } },
    }
    await expect(scripted([answer(two)]).es.request(query)).rejects.toMatchObject({ name: 'ValidationError' })
    const partial = record('taxCreate', { taxId: 1 }, [{ field: 'x', msg: 'No.' }])
    await expect(scripted([partial]).es.request(mutation)).rejects.toMatchObject({
      name: 'OutcomeUnknownError',
    })
  })

  it.each([
    ['GRAPHQL_VALIDATION_FAILED', 'invalid_document'],
    ['GRAPHQL_PARSE_FAILED', 'invalid_document'],
    ['BAD_USER_INPUT', 'invalid_params'],
  ])('says %s of a document that Moloni does not take', async (code, own) => {
    const { es, sent } = scripted([topLevel(code, 'Unknown argument "x" on field "Query.tax".', {}, 400)])
    await expect(es.request(query)).rejects.toMatchObject({
      name: 'UsageError',
      code: own,
      message: expect.stringContaining('Unknown argument "x"'),
    })
    expect(sent).toHaveLength(1)
  })

  it('leaves values that are no envelopes alone', async () => {
    for (const value of [true, null, 5, 'x', [1], { fiscalZone: 'ES' }]) {
      expect(await scripted([root('x', value)]).es.request('{ x }')).toEqual({ x: value })
    }
  })

  it('does not send what cannot be written', async () => {
    const { es, sent } = scripted([answer('{}')])
    expect(await failure(es.request(query, { x: Number.NaN }))).toMatchObject({ code: 'invalid_params' })
    expect(await failure(Promise.resolve(loosely(es, 'request', query, { x: 1n })))).toMatchObject({
      code: 'invalid_params',
    })
    expect(sent).toHaveLength(0)
  })

  it('works on the emulator, where an undeclared variable is ignored and an undeclared argument is not', async () => {
    const { es } = await office()
    const document = '{ me { errors { field msg } data { userId } } }'
    expect(await es.request(document, { whatever: 1 })).toMatchObject({ me: { errors: [] } })
    await expect(es.request('{ me(companyId: 1) { data { userId } } }')).rejects.toMatchObject({
      code: 'invalid_document',
    })
  })
})
