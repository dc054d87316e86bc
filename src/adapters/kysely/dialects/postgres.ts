import { sql } from 'kysely'
import type { Batch, Dialect } from './dialect.ts'
import { keysOf, removeAll } from './statements.ts'

/** Collation C is the order of bytes; text, because jsonb reorders keys and refuses `\u0000`. */
export const postgres: Dialect = {
  async migrate(db, { table, index }) {
    await sql`create table if not exists ${table} (
      collection text collate "C" not null,
      record_key text collate "C" not null,
      version bigint not null,
      record_index text collate "C",
      value text not null,
      primary key (collection, record_key)
    )`.execute(db)
    await sql`create index if not exists ${index} on ${table} (collection, record_index, record_key)
      where record_index is not null`.execute(db)
  },

  async insert(db, { names: { table }, collection, version, rows }) {
    const inserted = await sql`insert into ${table} (collection, record_key, version, record_index, value)
      select ${collection}, k, ${version}::bigint, i, v from ${columns(rows)}
      on conflict (collection, record_key) do nothing returning record_key`.execute(db)
    return keysOf(inserted.rows)
  },

  async update(db, { names: { table }, collection, version, rows }) {
    const updated =
      await sql`update ${table} as t set version = ${version}::bigint, record_index = s.i, value = s.v
      from ${columns(rows)}
      where t.collection = ${collection} and t.record_key = s.k and t.version = s.e returning t.record_key`.execute(
        db,
      )
    return keysOf(updated.rows)
  },

  async upsert(db, { names: { table }, collection, version, rows }) {
    await sql`insert into ${table} (collection, record_key, version, record_index, value)
      select ${collection}, k, ${version}::bigint, i, v from ${columns(rows)}
      on conflict (collection, record_key) do update
      set version = excluded.version, record_index = excluded.record_index, value = excluded.value`.execute(
      db,
    )
  },

  async removeSeen(db, { names: { table }, collection, rows }) {
    const removed = await sql`delete from ${table} as t using ${columns(rows)}
      where t.collection = ${collection} and t.record_key = s.k and t.version = s.e returning t.record_key`.execute(
      db,
    )
    return keysOf(removed.rows)
  },

  remove: removeAll,

  beyond({ index, key }, reverse) {
    const than = sql.raw(reverse ? '<' : '>')
    return sql`(record_index, record_key) ${than} (${index}, ${key})`
  },
}

/** The rows as a table `s` of key, expected version, index and value: the statement is the same for any number. */
function columns(rows: Batch['rows']) {
  return sql`unnest(
    ${rows.map(({ key }) => key)}::text[], ${rows.map(({ expected }) => expected)}::bigint[],
    ${rows.map(({ index }) => index)}::text[], ${rows.map(({ text }) => text)}::text[]
  ) as s(k, e, i, v)`
}
