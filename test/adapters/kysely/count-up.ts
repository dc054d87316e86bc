/** A process that adds to one counter in a SQLite file: `count-up.ts FILE TIMES`. */
import { Kysely, SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import { sqlStore } from 'moloni-sdk/kysely'

async function main([file = '', times = '0']: readonly string[]): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Libsql(file) }) })
  const store = sqlStore({ db })
  await store.migrate()
  for (let done = 0; done < Number(times); ) {
    const [record] = await store.read('c', ['count'])
    const value = Number(record?.value ?? 0) + 1
    const expected = record?.version ?? 'absent'
    const [added] = await store.write([{ collection: 'c', key: 'count', expected, value }])
    if (added) done++
  }
  await db.destroy()
}

await main(process.argv.slice(2))
