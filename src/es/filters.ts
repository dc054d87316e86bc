import { UsageError } from '../errors/index.ts'

/** How a field is compared. `in` and `notIn` take a list; `like` takes `%` for anything. */
export type Comparison =
  | 'eq'
  | 'ne'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'like'
  | 'notLike'
  | 'in'
  | 'notIn'
  | 'not'

type FilterValue = string | number | boolean

/** One condition; all conditions of a list hold at once. */
export interface Filter<Field extends string = string> {
  field: Field
  comparison: Comparison
  /** `null` with `eq` finds what has no value. Days and moments are text, `2026-03-31`. */
  value: FilterValue | null | readonly FilterValue[]
}

/** A text looked for in one field, or in all that can be searched (`ALL`). */
export interface Search<Field extends string = string> {
  field: Field
  value: string
}

export interface Order<Field extends string = string> {
  field: Field
  sort: 'ASC' | 'DESC'
}

/** The conditions as Moloni takes them: every value a text, a list as JSON in a text, yes and no as 1 and 0. */
export function wireFilters(label: string, filters: Filter | readonly Filter[]): object[] {
  return listed(filters).map(({ field, comparison, value }) => {
    const many = Array.isArray(value)
    if (many !== (comparison === 'in' || comparison === 'notIn')) {
      throw new UsageError(
        `${label} was not sent: the filter of ${field} by ${comparison} does not fit its value.`,
        {
          code: 'invalid_params',
          hint: 'The comparisons in and notIn take a list, the others one value.',
        },
      )
    }
    return { field, comparison, value: wireValue(label, field, value) }
  })
}

function wireValue(label: string, field: string, value: unknown): string | null {
  if (value === null) return null
  if (Array.isArray(value)) return JSON.stringify(value.map((item) => oneValue(label, field, item)))
  return String(oneValue(label, field, value))
}

function oneValue(label: string, field: string, value: unknown): string | number {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) return value
  throw new UsageError(`${label} was not sent: the filter of ${field} has no value.`, {
    code: 'invalid_params',
    hint: 'Give text, a number, true, false or null.',
  })
}

/** One or several as a list. */
export function listed<T>(value: T | readonly T[]): readonly T[] {
  return isList(value) ? value : [value]
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value)
}
