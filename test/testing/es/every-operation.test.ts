import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  print,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { operationsProvenOnEs, schemaText } from '../../../src/testing/es/sdl.ts'
import { seedEsInstaller } from '../../../src/testing/index.ts'
import { at, type Rig, rig } from './support.ts'

const schema = buildSchema(schemaText())

/** A document that calls one operation with the least it wants, and selects everything two levels deep. */
function documentFor(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const wanted = field.args.filter(({ type }) => isNonNullType(type))
  const declared = wanted.map(({ name, type }) => `$${name}: ${type}`).join(', ')
  const passed = wanted.map(({ name }) => `${name}: $${name}`).join(', ')
  const head = wanted.length > 0 ? `${field.name}(${passed})` : field.name
  const text = `${kind} ${wanted.length > 0 ? `(${declared})` : ''} { ${head} ${selection(field.type, 2)} }`
  return print(parse(text))
}

function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type)
  if (isLeafType(named)) return ''
  if (!isObjectType(named)) return '{ __typename }'
  const inner = Object.values(named.getFields()).map(({ name, type: own }) => {
    if (isLeafType(getNamedType(own))) return name
    return depth === 0 ? '' : `${name} ${selection(own, depth - 1)}`
  })
  const fields = inner.filter((text) => text !== '')
  return `{ __typename ${fields.join(' ')} }`
}

function valueFor(name: string, type: GraphQLInputType, ids: Record<string, unknown>): unknown {
  if (isNonNullType(type)) return valueFor(name, type.ofType, ids)
  if (isListType(type)) return [valueFor(name, type.ofType, ids)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((one) => isNonNullType(one.type))
    return Object.fromEntries(fields.map((one) => [one.name, valueFor(one.name, one.type, ids)]))
  }
  const text = type.name === 'String'
  if (typeof ids[name] === (text ? 'string' : 'number')) return ids[name]
  const plain: Record<string, unknown> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    String: 'ES',
    Date: '2026-03-02',
    DateTime: '2026-03-02',
  }
  return plain[type.name] ?? null
}

/** Ids of things that are there. */
function known({ company, companyId }: Rig): Record<string, unknown> {
  const tables = Object.values(company).filter(Array.isArray)
  const rows: Record<string, unknown>[] = tables.map((table) => ({ ...table[0] }))
  const ids = rows.flatMap((row) => Object.entries(row).filter(([name]) => name.endsWith('Id')))
  return {
    ...Object.fromEntries(ids),
    companyId,
    countryId: 70,
    languageId: 1,
    currencyId: 1,
    currencyExchangeId: 2,
    timezoneId: 1,
  }
}

/** Operations by the first letter of their name, so that no test takes long. */
function groups(): [letter: string, fields: Asked[]][] {
  const asked = [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map(
      (field) => ({ kind: 'query', field }) as const,
    ),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
      (field) => ({ kind: 'mutation', field }) as const,
    ),
  ]
  const letters = new Map<string, Asked[]>()
  for (const one of asked) {
    const letter = one.field.name.slice(0, 1).toLowerCase()
    letters.set(letter, [...(letters.get(letter) ?? []), one])
  }
  return [...letters].sort()
}

interface Asked {
  readonly kind: 'query' | 'mutation'
  readonly field: GraphQLField<unknown, unknown>
}

/** What came back for an operation that should have been answered; undefined when it was. */
async function complaint({ send }: Rig, { kind, field }: Asked, ids: Record<string, unknown>) {
  const variables = Object.fromEntries(field.args.map(({ name, type }) => [name, valueFor(name, type, ids)]))
  const { status, body } = await send(documentFor(kind, field), variables)
  const wrong = status !== 200 || at(body, 'errors') !== undefined
  return wrong ? `${field.name}: ${status} ${at(body, 'errors.0.message')}` : undefined
}

const patient = 60_000

describe('every operation', () => {
  let shared: Promise<Rig> | undefined
  const world = () => {
    shared ??= rig({ operations: 'all' }).then((made) => {
      seedEsInstaller(made.emulator, { customers: 5, products: 30 })
      return made
    })
    return shared
  }

  it.each(groups())(
    'of those with %s answers something that the schema allows',
    async (_letter, fields) => {
      const made = await world()
      const complaints = []
      for (const field of fields) complaints.push(await complaint(made, field, known(made)))
      expect(complaints.filter((one) => one !== undefined)).toEqual([])
    },
    patient,
  )

  it(
    'of the Spanish plug-ins is there by default',
    async () => {
      const made = await rig()
      const proven = operationsProvenOnEs()
      const asked = groups()
        .flatMap(([, fields]) => fields)
        .filter(({ field }) => proven.has(field.name))
      expect(asked).toHaveLength(107)
      const complaints = []
      for (const field of asked) complaints.push(await complaint(made, field, known(made)))
      expect(complaints.filter((one) => one !== undefined)).toEqual([])
    },
    patient,
  )
})
