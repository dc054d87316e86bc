import type { GraphQLField } from 'graphql'
import { type Method, methods } from './methods.ts'
import type { EsReference } from './reference.ts'

/** A root operation of the reference beside our method, or a method of ours that is not proven on the Spanish host. */
export interface Compared {
  readonly root: string
  readonly proven: boolean
  readonly method: Method | undefined
  /** What we have otherwise than the reference. */
  readonly missing: readonly string[]
}

export function compare({ schema, proven }: EsReference): Compared[] {
  const fields: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
    ...schema.getQueryType()?.getFields(),
    ...schema.getMutationType()?.getFields(),
  }
  const queries = schema.getQueryType()?.getFields() ?? {}
  const known = new Set(proven)
  const roots = [
    ...proven,
    ...methods.map(({ operation }) => operation.root).filter((root) => !known.has(root)),
  ]
  return roots.map((root) => {
    const method = methods.find(({ operation }) => operation.root === root)
    const field = fields[root]
    const missing = !method
      ? ['the method']
      : !field
        ? ['not in the reference']
        : unlike(method, field, { isProven: known.has(root), isQuery: root in queries })
    return { root, proven: known.has(root), method, missing }
  })
}

function unlike(
  { operation }: Method,
  { args }: GraphQLField<unknown, unknown>,
  { isProven, isQuery }: { readonly isProven: boolean; readonly isQuery: boolean },
): string[] {
  const { args: ours, kind, onlyOn } = operation
  // All that a write's options say is the language of names in its answer.
  const asked = args.filter(({ name }) => kind === 'read' || name !== 'options')
  return [
    ...asked.flatMap(({ name, type }) => {
      const own = ours[name]
      if (own === undefined) return [`argument ${name}`]
      return own === String(type) ? [] : [`argument ${name} (${own}, not ${type})`]
    }),
    ...Object.keys(ours)
      .filter((name) => !args.some((argument) => argument.name === name))
      .map((name) => `argument ${name} that nobody takes`),
    ...(isProven === onlyOn
      ? [isProven ? 'marked as seen on ON only' : 'not marked as seen on ON only']
      : []),
    ...(isQuery === (kind === 'read') ? [] : [`called a ${kind}`]),
  ]
}
