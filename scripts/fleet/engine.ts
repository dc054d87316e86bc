import { Kysely, PostgresDialect } from 'kysely'
import {
  createOAuth,
  createSyncEngine,
  type EngineEvent,
  type Scheduler,
  type Store,
  type SyncEngine,
} from 'moloni-sdk'
import { sqlStore } from 'moloni-sdk/kysely'
import pg from 'pg'
import type { EngineConfig } from './messages.ts'
import { remoteHost } from './office/remote-host.ts'

export interface OpenEngine {
  readonly engine: SyncEngine
  /** Makes the table of the store. */
  migrate(): Promise<void>
  close(): Promise<void>
}

export interface EngineParts {
  /** Connections to the database at most. */
  readonly pool: number
  readonly scheduler?: Scheduler
  readonly intervalMs?: number
  readonly on?: (event: EngineEvent) => void
  /** Around the store, to look at what passes. */
  readonly around?: (store: Store) => Store
}

/** The engine of one process of the fleet. */
export function openEngine(config: EngineConfig, parts: EngineParts): OpenEngine {
  const { platform, application, moloni: baseUrl, office, takeOverMs } = config
  const { pool: max, around = (store) => store, ...others } = parts
  const pool = new pg.Pool({ connectionString: config.database, max })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const store = sqlStore({ db, table: config.table })
  return {
    engine: createSyncEngine({
      ...others,
      takeOverMs,
      store: around(store),
      host: ({ connectionId }) => remoteHost(office, connectionId),
      oauth: { [platform]: createOAuth({ platform, ...application, baseUrl }) },
      clients: { [platform]: { baseUrl, budget: false } },
    }),
    migrate: () => store.migrate(),
    close: () => db.destroy(),
  }
}
