/**
 * One pass over the connections that are named on the command line, for plain cron: it ends when it is done. Two passes that
 * overlap do no harm, the later one leaves a connection alone that is being worked on.
 *
 *     0,15,30,45 * * * *  tsx cron.ts 3f9c… 81ab…
 *
 * `memoryHost` stands for the host's own records. The store is a SQLite file; on a server it is PostgreSQL or MariaDB.
 */
import { argv, env } from 'node:process'
import { Kysely, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { createOAuth, createSyncEngine, memoryHost } from 'moloni-sdk'
import { sqlStore } from 'moloni-sdk/kysely'

// Another server in Moloni's place, for example the emulator.
const elsewhere = env.MOLONI_PT_BASE_URL ? { baseUrl: env.MOLONI_PT_BASE_URL } : {}

const db = new Kysely<unknown>({
  dialect: new SqliteDialect({ database: new Database(env.STORE_FILE ?? 'moloni.sqlite') }),
})
const store = sqlStore({ db })
await store.migrate()

const engine = createSyncEngine({
  store,
  host: memoryHost(),
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
})

for (const connectionId of argv.slice(2)) {
  try {
    const { outcome, changes, errors } = await engine.sync(connectionId)
    console.log(`${connectionId}: ${outcome}, ${changes} changes`)
    for (const { part, message } of errors) console.error(`${connectionId}: ${part}: ${message}`)
    // cron mails what is printed, and a monitor sees the code.
    if (outcome !== 'complete' && outcome !== 'skipped') process.exitCode = 1
  } catch (error) {
    console.error(`${connectionId}: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
await db.destroy()
