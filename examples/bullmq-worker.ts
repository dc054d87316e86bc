/**
 * A worker: start as many as wanted, on as many machines, and end any of them at any time. All share the store in PostgreSQL and
 * the schedule in Redis. The process that people log in through (hono.ts, express.ts) takes the same two, and starts nothing.
 *
 * `memoryHost` stands for the host's own records.
 */
import { env } from 'node:process'
import { Kysely, PostgresDialect } from 'kysely'
import { createOAuth, createSyncEngine, memoryHost } from 'moloni-sdk'
import { bullmqScheduler } from 'moloni-sdk/bullmq'
import { sqlStore } from 'moloni-sdk/kysely'
import { Pool } from 'pg'

// Another server in Moloni's place, for example the emulator.
const elsewhere = env.MOLONI_PT_BASE_URL ? { baseUrl: env.MOLONI_PT_BASE_URL } : {}
const CONCURRENCY = 10

const db = new Kysely<unknown>({
  dialect: new PostgresDialect({
    pool: new Pool({ connectionString: env.DATABASE_URL ?? '', max: CONCURRENCY }),
  }),
})
const store = sqlStore({ db, table: env.STORE_TABLE ?? 'moloni_records' })
await store.migrate()

const engine = createSyncEngine({
  store,
  host: memoryHost(),
  scheduler: bullmqScheduler({
    connection: { url: env.REDIS_URL ?? 'redis://127.0.0.1:6379' },
    prefix: env.REDIS_PREFIX ?? 'bull',
    concurrency: CONCURRENCY,
    onError: (key, error) => console.error(key ?? 'redis', error),
  }),
  oauth: {
    pt: createOAuth({
      platform: 'pt',
      clientId: env.MOLONI_PT_CLIENT_ID ?? '',
      clientSecret: env.MOLONI_PT_CLIENT_SECRET ?? '',
      redirectUri: env.MOLONI_PT_REDIRECT_URI ?? '',
      ...elsewhere,
    }),
  },
  clients: { pt: elsewhere },
  on(event) {
    if (event.type === 'run') console.log(`run ${event.report.outcome}, ${event.report.changes} changes`)
  },
})

// A rolling deployment asks, waits, and only then kills. What is killed all the same is taken over by another worker.
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, async () => {
    await engine.stop()
    await db.destroy()
  })
await engine.start()
console.log('Working.')
