import type { AnyEndpoint } from '../../../src/pt/endpoint.ts'
import { misfit } from './fit.ts'
import type { DescribedFields, DescribedMethod } from './reference.ts'
import { fieldsOf, isUnknown, type Schema, unknownPaths } from './schemas.ts'

export type Tables = Readonly<Record<string, Readonly<Record<string, AnyEndpoint>>>>

/** One method of the reference beside ours. */
export interface Compared {
  readonly group: string
  readonly method: string
  /** Whether we have it at all. */
  readonly there: boolean
  /** Parameters and fields that we do not name, or not as the reference does. */
  readonly missing: readonly string[]
  readonly typedParams: boolean
  readonly typedAnswer: boolean
  /** Fields of ours that anything fits. */
  readonly unknown: readonly string[]
}

export function compare(reference: readonly DescribedMethod[], tables: Tables): Compared[] {
  return reference.map((described) => {
    const { group, method } = described
    const endpoint = tables[group]?.[method]
    if (!endpoint) return { ...absent, group, method }
    const answer = endpoint.answer.row
    const params = lacking(endpoint.params, described.params, 'param ')
    const fields = lacking(answer, described.answer, 'field ')
    return {
      group,
      method,
      there: true,
      missing: [...params, ...fields],
      typedParams: params.length === 0,
      typedAnswer: fields.length === 0 && !isUnknown(answer) && Object.keys(fieldsOf(answer)).length > 0,
      unknown: unknownPaths(answer),
    }
  })
}

/** Methods of ours that the reference does not have. */
export function beyond(reference: readonly DescribedMethod[], tables: Tables): string[] {
  const known = new Set(reference.map(({ group, method }) => `${group}/${method}`))
  const ours = Object.entries(tables).flatMap(([group, table]) =>
    Object.keys(table).map((method) => `${group}/${method}`),
  )
  return ours.filter((path) => !known.has(path))
}

const absent = {
  there: false,
  missing: ['the method'],
  typedParams: false,
  typedAnswer: false,
  unknown: [],
}

function lacking(schema: Schema, wanted: DescribedFields, at: string): string[] {
  const ours = fieldsOf(schema)
  return Object.entries(wanted).flatMap(([name, described]) => {
    const path = `${at}${name}`
    const field = Object.hasOwn(ours, name) ? ours[name] : undefined
    if (!field) return [path]
    const wrong = misfit(field, path, described)
    if (wrong !== undefined) return [`${path} (${wrong})`]
    return described.fields ? lacking(field, described.fields, `${path}.`) : []
  })
}
