import type { Json, JsonObject } from '../http/json.ts'
import { parseTime } from './lisbon.ts'
import { type Call, num, text } from './method.ts'
import type { Row } from './state.ts'
import type { Fields } from './validation/rules.ts'

const pageSize = 50

export const paging: Fields = { qty: 'int', offset: 'int' }
export const since: Fields = { lastmodified: 'time!' }

/** One page: at most fifty rows, whatever was asked. */
export function page<T>(found: readonly T[], values: JsonObject): T[] {
  const asked = num(values, 'qty')
  const size = asked > 0 ? Math.min(asked, pageSize) : pageSize
  const offset = Math.max(0, num(values, 'offset'))
  return found.slice(offset, offset + size)
}

export function count(found: readonly unknown[]): Json {
  return { count: String(found.length) }
}

/** Rows that lists show at this time. */
export function shown<T extends Row>(rows: readonly T[], now: number): T[] {
  return rows.filter((row) => row.visible_from === undefined || row.visible_from <= now)
}

/** Rows changed at or after the `lastmodified` parameter; seconds count, as in the answers. */
export function modified<T extends Row>(rows: readonly T[], { values, behaviour }: Call): T[] {
  const from = parseTime(text(values, 'lastmodified'), behaviour.modifiedSinceZone) ?? 0
  return rows.filter((row) => row.lastmodified >= from - (from % 1000))
}

/** Rows in the order that the account lists entities. */
export function ordered<T extends Row>(rows: readonly T[], idField: string, { behaviour }: Call): T[] {
  const byId = (a: T, b: T) => Number(a[idField]) - Number(b[idField])
  const direction = { id: 0, modifiedAsc: 1, modifiedDesc: -1 }[behaviour.entityOrder]
  return [...rows].sort((a, b) => direction * (a.lastmodified - b.lastmodified) || byId(a, b))
}

/** Whether a field matches what was searched: exactly, or as SQL `LIKE` (`%` wildcards; without any: contains). */
export function like(value: Json | undefined, wanted: string, exact: boolean): boolean {
  const have = String(value ?? '').toLowerCase()
  const want = wanted.toLowerCase()
  if (exact) return have === want
  if (!want.includes('%')) return have.includes(want)
  const parts = want.split('%').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(have)
}
