import { existsSync, readFileSync } from 'node:fs'
import { buildSchema, type GraphQLSchema, isEnumType, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { readReference, referenceFile } from '../../scripts/es-schema/reference.ts'
import { render } from '../../scripts/es-types/render.ts'
import { shippedRoots } from '../../scripts/es-types/shipped.ts'
import { documentText } from '../../src/es/document-text.ts'
import { me, operations } from '../../src/es/groups/index.ts'
import type { Operation, OperationTable } from '../../src/es/operation.ts'
import { checkNames } from '../../src/es/select/check-names.ts'
import { renderSelection } from '../../src/es/select/render.ts'
import { operationsProvenOnEs } from '../../src/testing/es/sdl.ts'
import { schema } from './reference.ts'
import { scripted } from './support.ts'

const file = referenceFile(undefined, process.env.MOLONI_ES_REFERENCE)
const here = existsSync(file)
if (!here) console.log(`Skipped: there is no reference at ${String(file)}.`)

const tables: Readonly<Record<string, OperationTable>> = { ...operations, own: { me } }
const all = Object.entries(tables).flatMap(([group, table]) =>
  Object.entries(table).map(([method, operation]): [string, Operation] => [`${group}.${method}`, operation]),
)

/** The document of an operation with all its arguments. */
function whole(operation: Operation): string {
  const sent = Object.fromEntries(Object.keys(operation.args).map((name) => [name, true]))
  return documentText(operation, sent, operation.entity ? renderSelection(operation.entity.row) : '')
}

/** The same with those alone that have to be given. */
function least(operation: Operation): string {
  const needed = Object.entries(operation.args).filter(([, type]) => type.endsWith('!'))
  const sent = Object.fromEntries(needed.map(([name]) => [name, true]))
  return documentText(operation, sent, operation.entity ? renderSelection(operation.entity.row) : '')
}

const complaints = (graphql: GraphQLSchema, document: string) =>
  validate(graphql, parse(document)).map(({ message }) => message)

describe('the operations', () => {
  it('are those that were seen on Moloni Spain, and some of Moloni ON', () => {
    const proven = [...operationsProvenOnEs()].sort()
    const ours = all.filter(([, { onlyOn }]) => !onlyOn).map(([, { root }]) => root)
    expect(ours.sort()).toEqual(proven)
    expect(ours).toHaveLength(107)
    const others = all.filter(([, { onlyOn }]) => onlyOn).map(([, { root }]) => root)
    expect(others.filter((root) => proven.includes(root))).toEqual([])
    expect(others.filter((root) => root.startsWith('invoiceReceipt'))).toHaveLength(17)
    expect(new Set([...ours, ...others]).size).toBe(134)
  })

  it.each(all)('%s is a document that the interface takes', (_name, operation) => {
    expect(complaints(schema.schema, whole(operation))).toEqual([])
    expect(complaints(schema.schema, least(operation))).toEqual([])
  })

  it.each(all.filter(([, { entity }]) => entity))(
    '%s asks for fields that its record has',
    (_name, operation) => {
      const { entity } = operation
      if (!entity) throw new Error('There is no entity.')
      expect(() => checkNames(entity.row, entity.type)).not.toThrow()
      if (entity.id !== undefined) expect(renderSelection(entity.row).split(' ')).toContain(entity.id)
    },
  )

  it('are all methods, and methods are all operations', () => {
    const { es } = scripted([])
    const methods = Object.entries(es).flatMap(([name, value]) =>
      typeof value === 'object' ? Object.keys(value).map((method) => `${name}.${method}`) : [],
    )
    const named = all.map(([name]) => name).filter((name) => !name.startsWith('own.'))
    expect(methods.sort()).toEqual(named.sort())
  })

  it('compare as the interface does', () => {
    const comparison = schema.schema.getType('Comparison')
    const words = isEnumType(comparison) ? comparison.getValues().map(({ name }) => name) : []
    expect(words.sort()).toEqual([
      'eq',
      'gt',
      'gte',
      'in',
      'like',
      'lt',
      'lte',
      'ne',
      'not',
      'notIn',
      'notLike',
    ])
  })
})

describe.runIf(here)('beside the reference', () => {
  it('every document is one that it takes', () => {
    const reference = buildSchema(readFileSync(file, 'utf8'))
    for (const [name, operation] of all) {
      expect(complaints(reference, whole(operation)), name).toEqual([])
    }
  })

  it('the types are what the generator writes', () => {
    const files = render(readReference(file).document, shippedRoots(tables))
    for (const [name, text] of Object.entries(files)) {
      expect(readFileSync(new URL(`../../src/es/types/${name}`, import.meta.url), 'utf8'), name).toBe(text)
    }
  })
})
