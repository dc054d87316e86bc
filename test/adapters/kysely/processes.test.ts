import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Kysely, SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import { sqlStore } from 'moloni-sdk/kysely'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('count-up.ts', import.meta.url))

test('four processes on one SQLite file make the table and lose no write', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'moloni-sdk-test-'))
  const file = join(folder, 'store.db')
  const count = () => promisify(execFile)(process.execPath, ['--import', 'tsx', program, file, '50'])
  await Promise.all(Array.from({ length: 4 }, count))
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Libsql(file) }) })
  expect(await sqlStore({ db }).read('c', ['count'])).toMatchObject([{ value: 200 }])
  await db.destroy()
  await rm(folder, { recursive: true })
})
