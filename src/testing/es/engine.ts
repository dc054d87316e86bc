import type { DocumentNode, ExecutionResult, GraphQLError, OperationDefinitionNode } from 'graphql'
import { json, topLevel } from './answers.ts'
import type { Ask } from './body.ts'
import { type GraphQL, loadGraphql } from './graphql.ts'
import type { EsBehaviour } from './options.ts'
import { fieldResolver, type Resolving, typeResolver } from './resolve.ts'
import { operationOf, type Session } from './root.ts'
import { buildSchema } from './schema.ts'

/** A document that could be parsed, and what it asks for. */
export interface Reading {
  readonly document: DocumentNode
  /** Names of the root fields; none when there is no such operation. */
  readonly roots: readonly string[]
  readonly mutation: boolean
}

/** The GraphQL machinery of one emulator. */
export interface Engine {
  /** Parses; a response refuses what is no GraphQL. */
  read(ask: Ask): Reading | Response
  /** Validates and executes, at once. */
  run(ask: Ask, reading: Reading, session: Session): Response
}

/** Loads graphql and builds the schema. */
export async function createEngine(behaviour: EsBehaviour): Promise<Engine> {
  const graphql = await loadGraphql()
  const schema = buildSchema(graphql, behaviour)
  const resolver = fieldResolver(graphql)

  return {
    read: (ask) => read(graphql, ask),
    run(ask, { document, roots }, session) {
      const invalid = graphql.validate(schema, document)
      if (invalid.length > 0) return topLevel(400, 'GRAPHQL_VALIDATION_FAILED', ...invalid.map(formatted))
      if (roots.length === 0) return topLevel(400, 'OPERATION_RESOLUTION_FAILURE', noOperation(ask))
      const contextValue: Resolving = { session, call: undefined }
      const result = graphql.execute({
        schema,
        document,
        contextValue,
        variableValues: ask.variables,
        operationName: ask.operationName ?? null,
        fieldResolver: resolver,
        typeResolver,
      })
      if ('then' in result) throw new Error('An operation of the emulator waited for something.')
      return answered(result)
    },
  }
}

function read(graphql: GraphQL, ask: Ask): Reading | Response {
  try {
    const document = graphql.parse(ask.query)
    const operation = graphql.getOperationAST(document, ask.operationName)
    return {
      document,
      roots: operation ? rootsOf(document, operation) : [],
      mutation: operation?.operation === 'mutation',
    }
  } catch (error) {
    if (!(error instanceof graphql.GraphQLError)) throw error
    return topLevel(400, 'GRAPHQL_PARSE_FAILED', formatted(error))
  }
}

/** The root fields, those inside fragments too. */
function rootsOf(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const seen = new Set<string>()
  const walk = ({ selections }: OperationDefinitionNode['selectionSet']): string[] =>
    selections.flatMap((selection) => {
      if (selection.kind === 'Field') return [selection.name.value]
      if (selection.kind === 'InlineFragment') return walk(selection.selectionSet)
      const name = selection.name.value
      if (seen.has(name)) return []
      seen.add(name)
      const fragment = document.definitions.find(
        (one) => one.kind === 'FragmentDefinition' && one.name.value === name,
      )
      return fragment && 'selectionSet' in fragment ? walk(fragment.selectionSet) : []
    })
  return walk(operation.selectionSet)
}

function noOperation({ operationName }: Ask): { message: string } {
  return {
    message: operationName
      ? `Unknown operation named "${operationName}".`
      : 'Must provide operation name if query contains multiple operations.',
  }
}

/** Variables that do not fit are the client's fault; what fails later stands beside the data. */
function answered({ data, errors = [] }: ExecutionResult): Response {
  if (data === undefined) return topLevel(400, 'BAD_USER_INPUT', ...errors.map(formatted))
  const shown = errors.map((error) => ({
    ...formatted(error),
    path: error.path,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  }))
  return json(shown.length > 0 ? { errors: shown, data } : { data })
}

function formatted({ message, locations }: GraphQLError) {
  return { message, ...(locations ? { locations } : {}) }
}

/** Whether everything that is asked for may be asked without a login. */
export function isPublic({ roots }: Reading): boolean {
  return roots.length > 0 && roots.every((name) => operationOf(name)?.scope === 'public')
}
