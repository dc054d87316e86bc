/**
 * What a field may hold, as short text: a type, `!` when it is required, then limits. Types: `text`, `int`, `num`,
 * `id` (a whole number above 0), `flag` (0 or 1), `ids` (a list of whole numbers above 0), `email`, `url`, `phone`,
 * `date`, `time` (date with or without a clock).
 * Limits: `>0`, `>=0`, `<=100`, `max=20` (characters), `in=1,2,3`, `ref=customers` (an existing row; 0 for none
 * unless required).
 *
 * @example
 * const fields = { number: 'text! max=20', discount: 'num >=0 <=100', customer_id: 'id! ref=customers' }
 */
export type Rule = string | RowsRule | RecordRule

/** A list of nested rows; its rows are checked in the second stage. */
export interface RowsRule {
  readonly rows: Fields
  readonly required?: boolean
}

/** A single nested row; a list of one is taken too. */
export interface RecordRule {
  readonly record: Fields
}

export type Fields = Readonly<Record<string, Rule>>

/** A rule, read. */
export interface ParsedRule {
  readonly type: string
  readonly required: boolean
  readonly above?: number
  readonly from?: number
  readonly to?: number
  readonly maxLength?: number
  readonly allowed?: readonly string[]
  readonly table?: string
}

export function parseRule(rule: string): ParsedRule {
  const [head = '', ...limits] = rule.split(' ')
  const required = head.endsWith('!')
  const type = required ? head.slice(0, -1) : head
  return Object.assign({ type, required }, ...limits.map(parseLimit))
}

function parseLimit(limit: string): Partial<ParsedRule> {
  const [, sign = '', value = ''] = /^(>=|<=|>|max=|in=|ref=)(.+)$/.exec(limit) ?? []
  switch (sign) {
    case '>=':
      return { from: Number(value) }
    case '<=':
      return { to: Number(value) }
    case '>':
      return { above: Number(value) }
    case 'max=':
      return { maxLength: Number(value) }
    case 'in=':
      return { allowed: value.split(',') }
    default:
      return { table: value }
  }
}
