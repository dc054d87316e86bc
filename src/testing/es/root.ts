import type { GraphQLOutputType, GraphQLResolveInfo } from 'graphql'
import type { Json, JsonObject } from '../http/json.ts'
import { allFields } from './fields.ts'
import type { GraphQL } from './graphql.ts'
import type { HookEvent } from './hooks/events.ts'
import { ownLanguage } from './languages.ts'
import {
  type Call,
  type CompanyCall,
  num,
  type Operation,
  object,
  type Problem,
  problem,
  Refusal,
  type Trouble,
} from './operation.ts'
import { operations } from './operations.ts'
import type { EsBehaviour } from './options.ts'
import type { EsState, UserRow } from './state.ts'

/** One request that was let in. */
export interface Session {
  readonly state: EsState
  readonly behaviour: EsBehaviour
  readonly user: UserRow | undefined
  readonly trouble: Trouble
  fire(event: HookEvent): void
}

/** Runs the operation of a root field and gives its value; refusals become answers. */
export function resolveRoot(
  graphql: GraphQL,
  args: JsonObject,
  context: { readonly session: Session; call: Call | undefined },
  info: GraphQLResolveInfo,
): Json {
  const { session } = context
  const call: Call = {
    ...session,
    operation: info.fieldName,
    args,
    now: session.behaviour.clock.now(),
    languageId: languageOf(args, info, session.behaviour),
    searchable: searchableOf(graphql, info),
    fields: allFields,
  }
  context.call = call
  try {
    const operation = operationOf(info.fieldName)
    if (operation && operation.scope !== 'company') return operation.run(call)
    if (!operation && !('companyId' in args)) return nothing(graphql, info.returnType)
    const scoped = ofCompanyOrRefused(call, info.operation.operation === 'mutation')
    context.call = scoped
    return operation ? operation.run(scoped) : nothing(graphql, info.returnType)
  } catch (error) {
    if (error instanceof Refusal) return refused(graphql, info.returnType, error.problems)
    throw error
  }
}

/** What a root field does; undefined for those without rules. */
export function operationOf(name: string): Operation | undefined {
  return Object.hasOwn(operations, name) ? operations[name] : undefined
}

/** The call with its company, if the user may use it, and change it where the operation does. */
function ofCompanyOrRefused(call: Call, changing: boolean): CompanyCall {
  const { args, state, user } = call
  const companyId = num(args, 'companyId')
  const company = user?.companies.includes(companyId) ? state.companies[companyId] : undefined
  if (!user || !company) throw new Refusal(problem('companyId', "You don't have access to this company."))
  if (company.expired) throw new Refusal(problem('*', 'Expired subscription.'))
  if (user.readOnly && changing) {
    throw new Refusal(problem('*', "You don't have permissions to execute this action."))
  }
  return { ...call, user, company }
}

function languageOf(args: JsonObject, info: GraphQLResolveInfo, behaviour: EsBehaviour): number | undefined {
  const sent = object(args, 'options').defaultLanguageId
  if (typeof sent === 'number') return sent
  return rootField(info)?.args.some(({ name }) => name === 'options') ? undefined : ownLanguage(behaviour)
}

function rootField(info: GraphQLResolveInfo) {
  return info.parentType.getFields()[info.fieldName]
}

/** Fields that `options.search.field` may name. */
function searchableOf(graphql: GraphQL, info: GraphQLResolveInfo): string[] {
  const options = rootField(info)?.args.find(({ name }) => name === 'options')
  const optionsType = options && graphql.getNamedType(options.type)
  if (!graphql.isInputObjectType(optionsType)) return []
  const search = optionsType.getFields().search
  const searchType = search && graphql.getNamedType(search.type)
  if (!graphql.isInputObjectType(searchType)) return []
  const field = searchType.getFields().field
  const fieldType = field && graphql.getNamedType(field.type)
  if (!graphql.isEnumType(fieldType)) return []
  return fieldType
    .getValues()
    .map(({ name }) => name)
    .filter((name) => name !== 'ALL')
}

/** A refusal in the shape that the operation answers with. */
function refused(graphql: GraphQL, returnType: GraphQLOutputType, problems: readonly Problem[]): Json {
  const type = graphql.getNamedType(returnType)
  if (graphql.isScalarType(type)) return type.name === 'Boolean' ? false : null
  const fields = graphql.isObjectType(type) ? type.getFields() : {}
  const errors = [...problems]
  if ('deletedCount' in fields) return { status: false, deletedCount: 0, elementsCount: null, errors }
  return 'errors' in fields ? { errors, data: null } : null
}

/** The answer of an operation without rules: no rows, or done. */
function nothing(graphql: GraphQL, returnType: GraphQLOutputType): Json {
  const type = graphql.getNamedType(returnType)
  if (graphql.isScalarType(type)) return type.name === 'Boolean' ? true : null
  if (!graphql.isObjectType(type)) return null
  const fields = type.getFields()
  if ('deletedCount' in fields) return { status: false, deletedCount: 0, elementsCount: 0, errors: [] }
  if (!fields.data || !graphql.isListType(fields.data.type)) return { errors: [], data: null }
  return { errors: [], data: [], options: { pagination: { page: 1, qty: 50, count: 0 } } }
}
