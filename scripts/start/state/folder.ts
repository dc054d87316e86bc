import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import type { Store } from 'moloni-sdk'
import { sqlStore } from 'moloni-sdk/kysely'
import type { Outcome } from '../outcome.ts'

/** What one start leaves for the next beside the engine's own store. */
export interface Kept {
  readonly connectionId: string
  /** What the first start came to. */
  readonly outcome: Outcome
  /** The books of the emulated Moloni, as JSON. */
  readonly moloni: string
  /** What the host holds, as JSON. */
  readonly office: string
}

/** The folder of one emulated Moloni and its host. */
export interface StateFolder {
  /** In SQLite. */
  readonly store: Store
  /** What the start before has left; undefined where none came to its end. */
  readonly kept: Kept | undefined
  keep(kept: Kept): Promise<void>
  close(): Promise<void>
}

/** Opens it as the start before has left it; what was left half done is thrown away. */
export async function openFolder(path: string): Promise<StateFolder> {
  const file = join(path, 'kept.json')
  const kept = await readKept(file)
  if (!kept) await rm(path, { recursive: true, force: true })
  await mkdir(path, { recursive: true })
  const database = new Libsql(join(path, 'store.sqlite'))
  database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = normal')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) })
  const store = sqlStore({ db })
  await store.migrate()
  return {
    store,
    kept,
    async keep(changed) {
      await writeFile(`${file}.new`, JSON.stringify(changed))
      await rename(`${file}.new`, file)
    },
    close: () => db.destroy(),
  }
}

async function readKept(file: string): Promise<Kept | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new Error(`${file} cannot be read. npm start -- --fresh begins anew.`, { cause: error })
  }
}
