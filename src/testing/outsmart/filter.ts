import { Refusal } from './answers.ts'
import type { Call } from './call.ts'
import type { Row } from './state.ts'

interface Condition {
  readonly key: string
  readonly value: string
  readonly operator: string
}

const numeric = /^-?\d+([.,]\d+)?$/

/** The rows that all conditions of the query let through. */
export function filtered<T extends Row>(call: Call, rows: readonly T[], known: readonly string[]): T[] {
  const conditions = conditionsOf(call.query)
  if (conditions.length === 0) return [...rows]
  if (call.refuseFilter) throw new Refusal(1007, 'An unexpected error occurred.')
  if (call.ignoreFilter) return [...rows]
  const unknown = conditions.find(({ key }) => !known.includes(key) && !/^val_value_\d+$/.test(key))
  if (unknown && call.behaviour.unknownFilter === 'refuse')
    throw new Refusal(1007, `Unknown key ${unknown.key}.`)
  const usable = conditions.filter((one) => one !== unknown)
  return rows.filter((row) => usable.every((one) => holds(row, one, call.behaviour.comparison)))
}

/** `key=…`, or `key[]=…` and `key[0]=…` for several. */
function conditionsOf(query: URLSearchParams): Condition[] {
  const all = (name: string) =>
    [...query].flatMap(([key, value]) => (key === name || key.startsWith(`${name}[`) ? [value] : []))
  const [values, operators] = [all('value'), all('operator')]
  return all('key').map((key, i) => ({ key, value: values[i] ?? '', operator: operators[i] ?? 'eq' }))
}

function holds(row: Row, { key, value, operator }: Condition, comparison: 'number' | 'text'): boolean {
  const held = textOf(row[key])
  const order = compare(held, value, comparison)
  switch (operator) {
    case 'eq':
      return held.toLowerCase() === value.toLowerCase()
    case 'ne':
      return held.toLowerCase() !== value.toLowerCase()
    case 'li':
      return like(value).test(held)
    case 'gt':
      return order > 0
    case 'ge':
      return order >= 0
    case 'lt':
      return order < 0
    case 'le':
      return order <= 0
    default:
      throw new Refusal(1007, `Unknown operator ${operator}.`)
  }
}

function compare(a: string, b: string, comparison: 'number' | 'text'): number {
  if (comparison === 'number' && numeric.test(a) && numeric.test(b)) {
    return Number(a.replace(',', '.')) - Number(b.replace(',', '.'))
  }
  return a < b ? -1 : a > b ? 1 : 0
}

/** SQL's pattern: `%` stands for anything. */
function like(pattern: string): RegExp {
  const parts = pattern.split('%').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`, 'i')
}

export function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}
