import { Kysely, SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import { createOAuth, createSyncEngine, type Sink, type SyncEngine } from 'moloni-sdk'
import { sqlStore } from 'moloni-sdk/kysely'
import type { ReaderConfig } from './messages.ts'

export interface OpenEngine {
  readonly engine: SyncEngine
  close(): Promise<void>
}

/** The engine on a SQLite file, with a host that takes everything and keeps nothing. */
export async function openEngine(config: Omit<ReaderConfig, 'connectionId'>): Promise<OpenEngine> {
  const { database: file, moloni: baseUrl, application, takeOverMs } = config
  const database = new Libsql(file)
  database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = normal')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) })
  const store = sqlStore({ db })
  await store.migrate()
  const engine = createSyncEngine({
    store,
    host: {
      relations: taking(({ debtorNumber }) => debtorNumber),
      materials: taking(({ code }) => code),
      hourTypes: taking(({ code }) => code),
    },
    oauth: { pt: createOAuth({ platform: 'pt', ...application, baseUrl }) },
    clients: { pt: { baseUrl, budget: false } },
    takeOverMs,
  })
  return { engine, close: () => db.destroy() }
}

const taking = <T>(keyOf: (row: T) => string): Sink<T> => ({
  upsert: async (rows) => rows.map((row) => ({ ok: true, key: keyOf(row) })),
})
