import type { DefinitionNode, GraphQLSchema, ObjectTypeDefinitionNode } from 'graphql'
import type { GraphQL } from './graphql.ts'
import type { EsBehaviour } from './options.ts'
import { scalars } from './scalars.ts'
import { operationsProvenOnEs, schemaText } from './sdl.ts'

/** What a shop plug-in sends beyond the schema: the key of the partner that brought the customer. */
const alsoSent = 'extend input CompanySignUpInput{agent:String}'

/**
 * The executable schema: all root operations, or only those that were seen on the Spanish host; with what ON demands
 * less of.
 */
export function buildSchema(
  graphql: GraphQL,
  { operations, platform }: Pick<EsBehaviour, 'operations' | 'platform'>,
): GraphQLSchema {
  const { definitions } = graphql.parse(`${schemaText()}\n${alsoSent}`, { noLocation: true })
  const here = platform === 'on' ? definitions.map(optionalOnOn) : definitions
  const offered = operations === 'all' ? here : here.map(onlyProven())
  const schema = graphql.buildASTSchema(
    { kind: graphql.Kind.DOCUMENT, definitions: offered },
    { assumeValid: true, assumeValidSDL: true },
  )
  for (const [name, scalar] of Object.entries(scalars(graphql))) {
    const type = schema.getType(name)
    if (!graphql.isScalarType(type)) throw new Error(`The schema has no scalar ${name}.`)
    type.serialize = scalar.serialize
    type.parseValue = scalar.parseValue
    type.parseLiteral = scalar.parseLiteral
  }
  return schema
}

function onlyProven(): (definition: DefinitionNode) => DefinitionNode {
  const proven = operationsProvenOnEs()
  const isRoot = (one: DefinitionNode): one is ObjectTypeDefinitionNode =>
    one.kind === 'ObjectTypeDefinition' && ['Query', 'Mutation'].includes(one.name.value)
  return (definition) => {
    if (!isRoot(definition)) return definition
    const fields = definition.fields?.filter(({ name }) => proven.has(name.value)) ?? []
    return { ...definition, fields }
  }
}

/** ON takes a customer without a name, if it has a tax number. */
function optionalOnOn(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== 'InputObjectTypeDefinition' || definition.name.value !== 'CustomerInsert') {
    return definition
  }
  const fields = definition.fields?.map((field) =>
    field.name.value === 'name' && field.type.kind === 'NonNullType'
      ? { ...field, type: field.type.type }
      : field,
  )
  return { ...definition, ...(fields ? { fields } : {}) }
}
