import { Kysely, type SqliteDialect } from 'kysely'
import type { Scheduler, Store } from 'moloni-sdk'
import { bullmqScheduler } from 'moloni-sdk/bullmq'
import { sqlStore } from 'moloni-sdk/kysely'

interface Tables {
  person: { id: number; name: string }
}
declare const dialect: SqliteDialect
export const store: Store = sqlStore({ db: new Kysely<Tables>({ dialect }) })
export const scheduler: Scheduler = bullmqScheduler({ connection: { host: 'localhost' } })
