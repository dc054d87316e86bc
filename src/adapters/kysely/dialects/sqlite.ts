import { type RawBuilder, sql } from 'kysely'
import { isBusy } from '../failure.ts'
import type { KyselyDatabase } from '../options.ts'
import type { Batch, Dialect, Row } from './dialect.ts'
import { fromBatch, keysOf } from './statements.ts'

const WAIT_MS = 5000

/**
 * SQLite compares text by its bytes unless told otherwise.
 *
 * A statement that libsql gave up as busy stays open until it is garbage-collected, and until then nothing else on the
 * connection is committed, without an error. Therefore a connection that does not wait for others is told to, and after a
 * statement that was busy all the same, writes are committed by a statement of their own, which does fail, until one passes.
 */
export function sqlite(): Dialect {
  let doubtful = false

  async function committed(db: KyselyDatabase, statement: RawBuilder<unknown>): Promise<unknown[]> {
    if (doubtful) {
      const { rows } = await db.transaction().execute((transaction) => statement.execute(transaction))
      doubtful = false
      return rows
    }
    try {
      return (await statement.execute(db)).rows
    } catch (error) {
      doubtful = isBusy(error)
      throw error
    }
  }

  return {
    async prepare(db) {
      const { rows } = await sql`pragma busy_timeout`.execute(db)
      const waits = Object.values(Object(rows[0])).some((ms) => Number(ms) > 0)
      if (!waits) await sql`pragma busy_timeout = ${sql.lit(WAIT_MS)}`.execute(db)
    },

    async migrate(db, { table, plainTable, qualifiedIndex }) {
      await sql`create table if not exists ${table} (
        collection text not null,
        record_key text not null,
        version integer not null,
        record_index text,
        value text not null,
        primary key (collection, record_key)
      )`.execute(db)
      await sql`create index if not exists ${qualifiedIndex} on ${plainTable} (collection, record_index, record_key)
        where record_index is not null`.execute(db)
    },

    async insert(db, batch) {
      return keysOf(await committed(db, sql`${insertion(batch)} on conflict do nothing returning record_key`))
    },

    async update(db, { names: { table }, collection, version, rows }) {
      const given = values(
        rows,
        ({ key, expected, index, text }) => sql`${key}, ${expected}, ${index}, ${text}`,
      )
      const statement = sql`update ${table} as t
        set version = ${version}, record_index = s.column3, value = s.column4
        from (values ${given}) as s
        where t.collection = ${collection} and t.record_key = s.column1 and t.version = s.column2
        returning record_key`
      return keysOf(await committed(db, statement))
    },

    async upsert(db, batch) {
      const statement = sql`${insertion(batch)} on conflict (collection, record_key) do update
        set version = excluded.version, record_index = excluded.record_index, value = excluded.value`
      await committed(db, statement)
    },

    async removeSeen(db, { names: { table }, collection, rows }) {
      const given = values(rows, ({ key, expected }) => sql`${key}, ${expected}`)
      const statement = sql`delete from ${table}
        where collection = ${collection} and (record_key, version) in (values ${given})
        returning record_key`
      return keysOf(await committed(db, statement))
    },

    async remove(db, batch) {
      await committed(db, sql`delete ${fromBatch(batch)}`)
    },

    beyond({ index, key }, reverse) {
      const than = sql.raw(reverse ? '<' : '>')
      return sql`(record_index, record_key) ${than} (${index}, ${key})`
    },
  }
}

function insertion({ names: { table }, collection, version, rows }: Batch): RawBuilder<unknown> {
  const given = values(
    rows,
    ({ key, index, text }) => sql`${collection}, ${key}, ${version}, ${index}, ${text}`,
  )
  return sql`insert into ${table} (collection, record_key, version, record_index, value) values ${given}`
}

const values = (rows: readonly Row[], row: (row: Row) => RawBuilder<unknown>) =>
  sql.join(rows.map((it) => sql`(${row(it)})`))
