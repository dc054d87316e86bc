import { type GraphQLSchema, parse, validate } from 'graphql'
import { documentText } from '../../../src/es/document-text.ts'
import type { Operation } from '../../../src/es/operation.ts'
import { renderSelection } from '../../../src/es/select/render.ts'
import { methods } from './methods.ts'

export interface Judged {
  readonly valid: number
  /** Name or text of each document that is not, with what is wrong. */
  readonly invalid: readonly string[]
}

/** Every document that the client renders by itself, with all arguments and with the least, and those given. */
export function judgeDocuments(schema: GraphQLSchema, sent: Iterable<string>): Judged {
  const rendered = methods.flatMap(({ operation }) => [whole(operation), least(operation)])
  const documents = [...new Set([...rendered, ...sent])]
  const invalid = documents.flatMap((document) => {
    const [first] = validate(schema, parse(document))
    return first ? [`${document.slice(0, 60)} …: ${first.message}`] : []
  })
  return { valid: documents.length - invalid.length, invalid }
}

function whole(operation: Operation): string {
  return text(operation, Object.keys(operation.args))
}

function least(operation: Operation): string {
  const needed = Object.entries(operation.args).filter(([, type]) => type.endsWith('!'))
  return text(
    operation,
    needed.map(([name]) => name),
  )
}

function text(operation: Operation, names: readonly string[]): string {
  const { entity } = operation
  const sent = Object.fromEntries(names.map((name) => [name, true]))
  return documentText(operation, sent, entity ? renderSelection(entity.row) : '')
}
