import type { GraphQLFieldResolver, GraphQLOutputType, GraphQLTypeResolver } from 'graphql'
import type { Json, JsonObject } from '../http/json.ts'
import { documentTypeName } from './documents/type-name.ts'
import { fieldValue } from './field-value.ts'
import { allFields } from './fields.ts'
import type { GraphQL } from './graphql.ts'
import { isTranslated, translate } from './languages.ts'
import type { Call } from './operation.ts'
import { referenced } from './references.ts'
import { resolveRoot, type Session } from './root.ts'

/** What execution works with: the session, and the call whose answer is being filled in. */
export interface Resolving {
  readonly session: Session
  call: Call | undefined
}

/** Root fields run their operation; other fields are found from the row, as `operation.ts` says. */
export function fieldResolver(
  graphql: GraphQL,
): GraphQLFieldResolver<unknown, Resolving, JsonObject, unknown> {
  return (source, args, context, info) => {
    const { parentType, fieldName, returnType, schema } = info
    if (parentType === schema.getQueryType() || parentType === schema.getMutationType()) {
      return resolveRoot(graphql, args, context, info)
    }
    const { call } = context
    if (!call || !isRow(source)) return undefined
    const types = [parentType.name, ...parentType.getInterfaces().map(({ name }) => name)]
    const value = fieldValue(allFields, types, source, fieldName, call)
    if (isTranslated(value) && graphql.isLeafType(graphql.getNamedType(returnType))) {
      return translate(value, call.languageId, call.behaviour)
    }
    if (value !== undefined) return value
    const type = graphql.getNamedType(returnType)
    const found = graphql.isListType(graphql.getNullableType(returnType))
      ? undefined
      : referenced(source, fieldName, type.name, call)
    return found ?? empty(graphql, returnType)
  }
}

/** Which type of document a row is, where the schema only says "a document". */
export const typeResolver: GraphQLTypeResolver<unknown, Resolving> = (source) =>
  isRow(source) ? documentTypeName(source) : undefined

function isRow(source: unknown): source is JsonObject {
  return typeof source === 'object' && source !== null && !Array.isArray(source)
}

/** What stands where nothing is known: null, or the emptiest value that the schema allows. */
function empty(graphql: GraphQL, type: GraphQLOutputType): Json {
  if (!graphql.isNonNullType(type)) return null
  if (graphql.isListType(type.ofType)) return []
  const emptiest: Record<string, Json> = { Int: 0, Float: 0, String: '', Boolean: false }
  return emptiest[graphql.getNamedType(type).name] ?? null
}
