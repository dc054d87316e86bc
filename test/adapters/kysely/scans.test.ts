import { CompiledQuery, Kysely, MysqlDialect, PostgresDialect, SqliteDialect, sql } from 'kysely'
import Libsql from 'libsql'
import type { ScanQuery } from 'moloni-sdk'
import { type SqlStore, sqlStore } from 'moloni-sdk/kysely'
import { createPool } from 'mysql2'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeWith } from '../../support/servers.ts'
import { type Database, mysqlPlace, type Place, postgresPlace } from './support.ts'

const ROWS = 8000
/** Half of the records have one index, half of them have one each. */
const indexOf = (i: number) => (i % 2 ? 'same' : `own ${String(i).padStart(5, '0')}`)
const key = (i: number) => `k${String(i).padStart(5, '0')}`

async function fill(store: SqlStore): Promise<void> {
  await store.migrate()
  const changes = Array.from({ length: ROWS }, (_, i) => ({
    collection: i % 10 ? 'c' : 'other',
    key: key(i),
    expected: 'absent' as const,
    value: i,
    index: indexOf(i),
  }))
  await store.write(changes)
}

/** Pages from the middle of everything, forward and back. */
const pages: [string, ScanQuery][] = [
  ['by key', { by: 'key', after: key(4001), limit: 50 }],
  ['by key, back', { by: 'key', after: key(4001), limit: 50, reverse: true }],
  ['by key, with a prefix', { by: 'key', prefix: 'k04', after: key(4501), limit: 50 }],
  ['by index, within equal ones', { by: 'index', prefix: 'same', after: `same\n${key(4001)}`, limit: 50 }],
  [
    'by index, within equal ones, back',
    { by: 'index', after: `same\n${key(4001)}`, limit: 50, reverse: true },
  ],
  ['by index, first page', { by: 'index', prefix: 'own 03', limit: 50 }],
]

/** A Kysely that notes its statements. */
function noted(dialect: ConstructorParameters<typeof Kysely>[0]['dialect']) {
  const statements: { sql: string; parameters: readonly unknown[] }[] = []
  const db: Database = new Kysely<unknown>({
    dialect,
    log: ({ query }) => void statements.push({ sql: query.sql, parameters: query.parameters }),
  })
  const last = () => statements.at(-1) ?? { sql: '', parameters: [] }
  return { db, last }
}

describe('a page of a scan costs what it holds, wherever it begins', () => {
  describe('on SQLite', () => {
    const { db, last } = noted(new SqliteDialect({ database: new Libsql(':memory:') }))
    const store = sqlStore({ db })
    beforeAll(() => fill(store))
    afterAll(() => db.destroy())

    test.each(pages)('%s', async (_name, query) => {
      expect((await store.scan('c', query)).records).toHaveLength(50)
      const { sql: text, parameters } = last()
      const { rows } = await db.executeQuery(CompiledQuery.raw(`explain query plan ${text}`, [...parameters]))
      const plan = JSON.stringify(rows)
      expect(plan).toMatch(/SEARCH .* USING INDEX .*collection=\? AND .*[<>]/)
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
    })
  })
})

await describeWith('PostgreSQL', 'a page of a scan costs what it holds, on PostgreSQL', (url) => {
  let place: Place
  const { db, last } = noted(
    new PostgresDialect({ pool: new pg.Pool({ connectionString: url.href, max: 1 }) }),
  )
  let store: SqlStore
  beforeAll(async () => {
    place = await postgresPlace(url)
    store = sqlStore({ db, table: place.table })
    await fill(store)
    await sql`analyze ${sql.table(place.table)}`.execute(db)
  })
  afterAll(async () => {
    await db.destroy()
    await place?.end()
  })

  test.each(pages)('%s', async (_name, query) => {
    expect((await store.scan('c', query)).records).toHaveLength(50)
    const { sql: text, parameters } = last()
    const { rows } = await db.executeQuery(CompiledQuery.raw(`explain (analyze) ${text}`, [...parameters]))
    const plan = JSON.stringify(rows)
    expect(plan).toMatch(/Index Scan/)
    expect(plan).not.toMatch(/Sort|Seq Scan|Rows Removed by Filter: \d{2,}/)
  })
})

await describeWith('MariaDB', 'a page of a scan costs what it holds, on MariaDB', (url) => {
  let place: Place
  const { db } = noted(new MysqlDialect({ pool: createPool({ uri: url.href, connectionLimit: 1 }) }))
  let store: SqlStore
  beforeAll(async () => {
    place = await mysqlPlace(url)
    store = sqlStore({ db, table: place.table })
    await fill(store)
    await sql`analyze table ${sql.table(place.table)}`.execute(db)
  })
  afterAll(async () => {
    await db.destroy()
    await place?.end()
  })

  test.each(pages)('%s', async (_name, query) => {
    await sql`flush status`.execute(db)
    expect((await store.scan('c', query)).records).toHaveLength(50)
    const { rows } = await sql<{ Variable_name: string; Value: string }>`
      show session status where Variable_name like 'Handler_read%' or Variable_name = 'Sort_rows'`.execute(db)
    const touched = rows.reduce((sum, { Value }) => sum + Number(Value), 0)
    expect(touched).toBeLessThan(120)
  })
})
