import { UsageError } from '../../../errors/index.ts'
import type { Entity } from './entity.ts'

/** `li` is like, with `%` for anything; how values are compared is OutSmart's. */
export type Operator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'li'

/** What a row has to fulfil; several all together. */
export interface Condition<Row> {
  readonly key: keyof Row & string
  readonly operator: Operator
  readonly value: string | number
}

export interface Filter<Row> {
  readonly where?: readonly Condition<Row>[] | undefined
}

export type Query = readonly (readonly [name: string, value: string])[]

const OPERATORS: readonly Operator[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'li']

/** The parameters of a filter. A field that the record does not have is a `UsageError`. */
export function filterQuery<Row>(
  label: string,
  where: readonly Condition<Row>[],
  entity: Pick<Entity<Row, unknown>, 'has'>,
): Query {
  for (const { key, operator } of where) {
    if (!entity.has(key) || !OPERATORS.includes(operator)) {
      throw new UsageError(`${label} was not sent: there is no filter "${key} ${operator}".`, {
        code: 'invalid_params',
        hint: 'OutSmart ignores filters that it does not know, and answers everything.',
      })
    }
  }
  const [only] = where
  if (where.length === 1 && only) {
    return [
      ['key', only.key],
      ['value', String(only.value)],
      ['operator', only.operator],
    ]
  }
  return where.flatMap(({ key, operator, value }) => [
    ['key[]', key] as const,
    ['value[]', String(value)] as const,
    ['operator[]', operator] as const,
  ])
}
