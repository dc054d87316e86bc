import { existsSync } from 'node:fs'
import { buildSchema } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Play, play } from '../../scripts/coverage/es/called/play.ts'
import { type RecordGroup, recordSteps } from '../../scripts/coverage/es/called/records.ts'
import { createWorld } from '../../scripts/coverage/es/called/world.ts'
import { compare } from '../../scripts/coverage/es/compare.ts'
import { judgeDocuments } from '../../scripts/coverage/es/documents.ts'
import { methods } from '../../scripts/coverage/es/methods.ts'
import { type EsReference, readEsReference } from '../../scripts/coverage/es/reference.ts'
import { referenceFile } from '../../scripts/es-schema/reference.ts'

const present = existsSync(referenceFile(undefined, process.env.MOLONI_ES_REFERENCE))
const against = present ? 'the reference' : "the emulator's own schema (there is no reference)"

/** Two schemas are built, and every method is called on each. */
const PATIENT = 180_000

let played: Play
let reference: EsReference
beforeAll(async () => {
  reference = readEsReference(undefined, process.env.MOLONI_ES_REFERENCE)
  played = await play()
}, PATIENT)

describe(`the client of Moloni Spain and ON beside ${against}`, { timeout: PATIENT }, () => {
  it('has a method for every operation that was seen on Moloni Spain, with the same arguments', () => {
    const compared = compare(reference)
    expect(compared.filter(({ proven }) => proven)).toHaveLength(107)
    expect(compared.flatMap(({ root, missing }) => missing.map((what) => `${root}: ${what}`))).toEqual([])
  })

  it('writes documents that the interface takes, by itself and when it is called', () => {
    const { valid, invalid } = judgeDocuments(reference.schema, played.documents)
    expect(invalid).toEqual([])
    expect(valid).toBeGreaterThan(methods.length)
  })

  it('reads each answer of the emulators in strict mode, and a read shows what was changed', () => {
    const failing = methods
      .map(({ name, operation: { root } }) => [name, played.played.has(root), played.played.get(root)])
      .filter(([, called, reason]) => !called || reason !== undefined)
    expect(failing).toEqual([])
  })
})

describe('the comparison', { timeout: PATIENT }, () => {
  const schema = (query: string, mutation = 'nothing: Int') =>
    buildSchema(
      `type Query { ${query} } type Mutation { ${mutation} } input CustomerOptions { all: Boolean }`,
    )
  const found = (from: EsReference, root: string) => compare(from).find((one) => one.root === root)?.missing

  it.each([
    ['a method that we lack', 'tides(companyId: Int!): Int', 'tides', ['the method']],
    ['an argument that we lack', 'me(zone: String): Int', 'me', ['argument zone']],
    [
      'an argument of another type, and one that nobody takes',
      'customers(companyId: String!): Int',
      'customers',
      ['argument companyId (Int!, not String!)', 'argument options that nobody takes'],
    ],
    ['a method of ours that is not there', 'me: Int', 'customers', ['not in the reference']],
    [
      'a mark that is wrong',
      'companies(options: CompanyOptions): Int } input CompanyOptions { all: Int',
      'companies',
      ['marked as seen on ON only'],
    ],
  ])('finds %s', (_what, query, root, missing) => {
    expect(found({ schema: schema(query), proven: [root] }, root)).toEqual(missing)
  })

  it('finds what is proven of ours and not of the reference, and a change that we take for a read', () => {
    const from = { schema: schema('none: Int', 'me: Int'), proven: [] }
    expect(found(from, 'me')).toEqual(['not marked as seen on ON only', 'called a read'])
  })

  it('names a document that the interface does not take', () => {
    const { valid, invalid } = judgeDocuments(reference.schema, ['query { nobody { name } }'])
    expect(invalid).toEqual([expect.stringContaining('Cannot query field "nobody"')])
    expect(valid).toBeGreaterThan(methods.length)
  })
})

describe('a check', { timeout: PATIENT }, () => {
  const about = { group: 'customers', id: 'customerId' }
  const sample = { number: 'C-1', name: 'One', countryId: 70, languageId: 2 }

  it.each<[what: string, method: string, group: RecordGroup, reason: string]>([
    ['without a sample', 'create', about, 'no sample to create'],
    ['with a field that nobody takes', 'create', { ...about, create: { ...sample, nobody: 1 } }, 'nobody'],
    [
      'that changes nothing',
      'update',
      { ...about, create: sample, change: () => ({ name: 'One' }) },
      'changes nothing',
    ],
    ['without records', 'get', { group: 'propertyGroups', id: 'propertyGroupId' }, 'there is no record'],
  ])('%s fails', async (_what, method, group, reason) => {
    const steps = recordSteps(createWorld('es'), group)
    if (method === 'update') await steps.create?.()
    await expect(steps[method]?.()).rejects.toThrow(reason)
  })

  it('counts what was answered and not what was refused', async () => {
    const world = createWorld('es')
    await expect(world.rows('companies')).rejects.toMatchObject({ code: 'not_proven_on_es' })
    expect(world.answered('companies')).toBe(false)
    await world.rows('languages')
    expect(world.answered('languages')).toBe(true)
    expect([...world.documents]).toHaveLength(1)
  })
})

it('a reference that was named and is not there stops it', () => {
  expect(() => readEsReference('/nowhere/schema.graphql')).toThrow(
    /at \/nowhere\/schema.graphql.*--es-reference/,
  )
})

it('without a reference the emulator says what is there', { timeout: PATIENT }, () => {
  expect(readEsReference('', '').proven).toHaveLength(107)
})
