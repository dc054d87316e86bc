import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, MysqlDialect, PostgresDialect, SqliteDialect, sql } from 'kysely'
import Libsql from 'libsql'
import { type SqlStore, type SqlStoreOptions, sqlStore } from 'moloni-sdk/kysely'
import { createPool } from 'mysql2'
import pg from 'pg'

export type Database = Kysely<unknown>

/** A database of one test file, dropped at its end. */
export interface Place {
  /** Another pool of connections, as another process has it. Closed at the end. */
  connect(): Database
  /** A store on such a pool. */
  store(options?: Partial<SqlStoreOptions>): SqlStore
  readonly table: string
  end(): Promise<void>
}

const unique = () => `moloni_sdk_test_${randomBytes(6).toString('hex')}`

function place(open: () => Database, table: string, drop: (db: Database) => Promise<unknown>): Place {
  const opened: Database[] = []
  const connect = () => {
    const db = open()
    opened.push(db)
    return db
  }
  return {
    connect,
    table,
    store: (options) => sqlStore({ db: connect(), table, ...options }),
    async end() {
      await drop(connect())
      await Promise.all(opened.map((db) => db.destroy()))
    },
  }
}

export async function postgresPlace(url: URL): Promise<Place> {
  const schema = unique()
  const open = () =>
    new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url.href, max: 8 }) }),
    })
  const made = place(open, `${schema}.records`, (db) =>
    sql`drop schema ${sql.id(schema)} cascade`.execute(db),
  )
  await sql`create schema ${sql.id(schema)}`.execute(made.connect())
  return made
}

export async function mysqlPlace(url: URL): Promise<Place> {
  const database = unique()
  const open = () =>
    new Kysely<unknown>({
      dialect: new MysqlDialect({ pool: createPool({ uri: url.href, connectionLimit: 8 }) }),
    })
  const made = place(open, `${database}.records`, (db) => sql`drop database ${sql.id(database)}`.execute(db))
  await sql`create database ${sql.id(database)}`.execute(made.connect())
  return made
}

export async function sqlitePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'moloni-sdk-test-'))
  const file = join(folder, 'store.db')
  const open = () => new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Libsql(file) }) })
  const made = place(open, 'records', async () => {})
  return {
    ...made,
    async end() {
      await made.end()
      await rm(folder, { recursive: true })
    },
  }
}
