import type { Json, JsonObject } from '../../http/json.ts'
import { asObject } from '../../http/json.ts'
import { isDay, parseTime } from '../lisbon.ts'
import type { Problem } from './problem.ts'
import {
  type Fields,
  type ParsedRule,
  parseRule,
  type RecordRule,
  type RowsRule,
  type Rule,
} from './rules.ts'

/** Whether a table has a row with this id. */
export type Exists = (table: string, id: number) => boolean

export interface Checked {
  /** Known fields only, as text, numbers and lists of the same. */
  readonly values: JsonObject
  /** Errors of the top level. */
  readonly problems: Problem[]
  /** Errors inside nested rows; they only count once the top level is fine. */
  readonly nested: Problem[]
}

/** Checks parameters against the rules of a method. Unknown parameters are ignored. */
export function check(fields: Fields, params: Record<string, unknown>, exists: Exists, prefix = ''): Checked {
  const values: JsonObject = {}
  const problems: Problem[] = []
  const nested: Problem[] = []
  for (const [name, rule] of Object.entries(fields)) {
    const field = prefix === '' ? name : `${prefix}[${name}]`
    const found = checkField(rule, params[name], field, exists)
    if (found.value !== undefined) values[name] = found.value
    problems.push(...(found.problems ?? []))
    nested.push(...(found.nested ?? []))
  }
  return { values, problems, nested }
}

interface Found {
  readonly value?: Json
  readonly problems?: readonly Problem[]
  readonly nested?: readonly Problem[]
}

function checkField(rule: Rule, value: unknown, field: string, exists: Exists): Found {
  if (typeof rule !== 'string') {
    return 'rows' in rule ? checkRows(rule, value, field, exists) : checkRecord(rule, value, field, exists)
  }
  const parsed = parseRule(rule)
  if (value === undefined || value === null || value === '') return absent(parsed, value, field)
  if (parsed.type === 'ids') return checkIds(parsed, value, field)
  return numericTypes.has(parsed.type)
    ? checkNumber(parsed, value, field, exists)
    : checkText(parsed, value, field)
}

function checkRows(rule: RowsRule, value: unknown, field: string, exists: Exists): Found {
  const rows = Array.isArray(value) ? value : Object.values(asObject(value) ?? {})
  if (rows.length === 0) {
    if (rule.required) return { problems: [{ code: 1, field }] }
    return Array.isArray(value) ? { value: [] } : {}
  }
  const checked = rows.map((row, index) =>
    check(rule.rows, asObject(row) ?? {}, exists, `${field}[${index}]`),
  )
  const nested = checked.flatMap((row) => [...row.problems, ...row.nested])
  return { value: checked.map((row) => row.values), nested }
}

function checkRecord(rule: RecordRule, value: unknown, field: string, exists: Exists): Found {
  const record = asObject(Array.isArray(value) ? value[0] : value)
  if (!record) return {}
  const { values, problems, nested } = check(rule.record, record, exists, field)
  return { value: values, nested: [...problems, ...nested] }
}

function checkIds(rule: ParsedRule, value: unknown, field: string): Found {
  const numbers = (Array.isArray(value) ? value : Object.values(asObject(value) ?? [value])).map(toNumber)
  if (numbers.length === 0) return absent(rule, undefined, field)
  const ids = numbers.filter((id) => id !== undefined && Number.isInteger(id) && id > 0)
  if (ids.length < numbers.length) return { problems: [{ code: 2, field, parameters: ['1', '0'] }] }
  return { value: ids.map(Number) }
}

const numericTypes: ReadonlySet<string> = new Set(['int', 'num', 'id', 'flag'])

function absent(rule: ParsedRule, value: unknown, field: string): Found {
  if (rule.required) return { problems: [{ code: 1, field }] }
  return value === '' && !numericTypes.has(rule.type) ? { value: '' } : {}
}

function checkNumber(rule: ParsedRule, value: unknown, field: string, exists: Exists): Found {
  const allowed = rule.type === 'flag' ? ['0', '1'] : rule.allowed
  const above = rule.type === 'id' && rule.required ? 0 : rule.above
  const number = toNumber(value)
  const whole = rule.type !== 'num'
  const fits =
    number !== undefined &&
    (!whole || Number.isInteger(number)) &&
    (above === undefined || number > above) &&
    (rule.from === undefined || number >= rule.from) &&
    (rule.to === undefined || number <= rule.to)
  if (!fits) return { problems: [{ code: 2, field, parameters: bounds(whole, above, rule) }] }
  if (allowed && !allowed.includes(String(number))) {
    return { problems: [{ code: 5, field, parameters: [JSON.stringify(allowed.map(Number))] }] }
  }
  if (rule.table && number !== 0 && !exists(rule.table, number)) {
    return { problems: [{ code: 2, field, parameters: ['1', '0'] }] }
  }
  return { value: number }
}

function bounds(whole: boolean, above: number | undefined, rule: ParsedRule): string[] {
  const all = [above, undefined, rule.from, rule.to].map((bound) =>
    bound === undefined ? '' : String(bound),
  )
  while (all.at(-1) === '') all.pop()
  return [whole ? '1' : '0', ...all]
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || !/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value))
    return undefined
  return Number(value)
}

const textTypes: Record<string, { code: number; fits(text: string): boolean }> = {
  email: { code: 3, fits: (text) => /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(text) },
  url: {
    code: 6,
    fits: (text) => URL.canParse(text.includes('://') ? text : `http://${text}`) && /\./.test(text),
  },
  phone: { code: 13, fits: (text) => /\d/.test(text) },
  date: { code: 9, fits: (text) => isDay(text.slice(0, 10)) && parseTime(text) !== undefined },
  time: { code: 9, fits: (text) => parseTime(text) !== undefined },
}

function checkText(rule: ParsedRule, value: unknown, field: string): Found {
  if (typeof value === 'object') return { problems: [{ code: textTypes[rule.type]?.code ?? 1, field }] }
  const text = String(value)
  const kind = textTypes[rule.type]
  if (kind && !kind.fits(text)) return { problems: [{ code: kind.code, field }] }
  if (rule.maxLength !== undefined && text.length > rule.maxLength) return { problems: [{ code: 17, field }] }
  if (rule.allowed && !rule.allowed.includes(text)) {
    return { problems: [{ code: 5, field, parameters: [JSON.stringify(rule.allowed)] }] }
  }
  return { value: text }
}
