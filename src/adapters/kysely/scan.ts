import { type RawBuilder, sql } from 'kysely'
import { UsageError } from '../../errors/index.ts'
import type { ScanPage, ScanQuery } from '../../store/index.ts'
import { checkScan, isStorable } from '../../store/rules.ts'
import type { Dialect } from './dialects/dialect.ts'
import { recordOf, type StoredRow } from './records.ts'
import type { TableNames } from './table.ts'

/** Where no key goes on: the character behind the last printable one. */
const BEHIND_ALL = '\x7f'
const MOST = 2_147_483_646

/** One page and one record more, which tells whether another follows; undefined where nothing can be found. */
export function scanStatement(
  { table }: TableNames,
  dialect: Dialect,
  collection: string,
  query: ScanQuery,
): RawBuilder<unknown> | undefined {
  checkScan(query)
  const { by, prefix = '', after, reverse = false } = query
  if (!isStorable(collection) || (prefix !== '' && !isStorable(prefix))) return undefined
  const column = sql.ref(by === 'key' ? 'record_key' : 'record_index')
  const conditions = [sql`collection = ${collection}`]
  if (by === 'index') conditions.push(sql`record_index is not null`)
  // As a range, for a pattern would read % and _ in its own way.
  if (prefix !== '') conditions.push(sql`${column} >= ${prefix} and ${column} < ${prefix + BEHIND_ALL}`)
  if (after !== undefined) conditions.push(beyond(dialect, placeOf(by, after), reverse))
  const direction = sql.raw(reverse ? 'desc' : 'asc')
  const order = by === 'key' ? [] : [sql`record_index ${direction}`]
  return sql`select record_key, version, record_index, value from ${table}
    where ${sql.join(conditions, sql` and `)}
    order by ${sql.join([...order, sql`record_key ${direction}`])}
    limit ${sql.lit(Math.min(Math.floor(query.limit), MOST) + 1)}`
}

export function pageOf(rows: readonly StoredRow[], { by, limit }: ScanQuery): ScanPage {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    records: shown.map(recordOf),
    ...(last && rows.length > shown.length ? { next: textOf(by, last) } : {}),
  }
}

interface Place {
  readonly index?: string | undefined
  readonly key: string
}

const textOf = (by: ScanQuery['by'], { record_index: index, record_key: key }: StoredRow) =>
  by === 'key' ? key : `${index}\n${key}`

function placeOf(by: ScanQuery['by'], after: string): Place {
  const parts = after.split('\n')
  const [key = '', index] = parts.reverse()
  if (parts.length === (by === 'key' ? 1 : 2) && parts.every(isStorable)) return { key, index }
  throw new UsageError('A scan cannot go on from there.', {
    hint: 'Give as after what the page before of the same scan had as next.',
  })
}

function beyond(dialect: Dialect, { index, key }: Place, reverse: boolean): RawBuilder<unknown> {
  if (index !== undefined) return dialect.beyond({ index, key }, reverse)
  return reverse ? sql`record_key < ${key}` : sql`record_key > ${key}`
}
