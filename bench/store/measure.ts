import { sql } from 'kysely'
import { type Change, encryptedStore, type Store } from 'moloni-sdk'
import type { Database, Place } from '../../test/adapters/kysely/support.ts'
import { median } from '../pt/median.ts'

const ROWS = 2000
const ROUNDS = 5
const SINGLE = 200
const VALUE = { state: 'acknowledged', number: 'FT 2026/1', lines: 'x'.repeat(300) }

/** Rows a second of each way, and what part of the driver's own bulk insert that is. */
export type Figures = Readonly<Record<string, { readonly rowsPerSecond: number; readonly ofBulk: number }>>

/** Measures one database: the driver's bulk insert and the store's ways, all in the same run. */
export async function measure(place: Place): Promise<Figures> {
  const db = place.connect()
  const bulkTable = `${place.table}_bulk`
  await place.store({ table: bulkTable }).migrate()
  const store = place.store()
  await store.migrate()
  const encrypted = encryptedStore(store, { keys: [{ id: 'a', key: new Uint8Array(32) }] })

  const rates: Record<string, number[]> = {}
  for (let round = 0; round <= ROUNDS; round++) {
    const found = await oneRound({ db, bulkTable, store, encrypted, round })
    // The first round warms up connections, caches and the compiler.
    if (round > 0) for (const [way, rate] of Object.entries(found)) rates[way] = [...(rates[way] ?? []), rate]
  }
  const bulk = median(rates.bulk ?? [])
  return Object.fromEntries(
    Object.entries(rates).map(([way, all]) => {
      const rowsPerSecond = Math.round(median(all))
      return [way, { rowsPerSecond, ofBulk: Math.round((rowsPerSecond / bulk) * 100) / 100 }]
    }),
  )
}

interface Round {
  readonly db: Database
  readonly bulkTable: string
  readonly store: Store
  readonly encrypted: Store
  readonly round: number
}

async function oneRound({ db, bulkTable, store, encrypted, round }: Round): Promise<Record<string, number>> {
  const keys = Array.from({ length: ROWS }, (_, i) => `round ${round} key ${String(i).padStart(6, '0')}`)
  const put = (key: string, more: Partial<Change> = {}): Change => ({
    collection: 'bench',
    key,
    expected: 'absent',
    value: VALUE,
    index: `scope/${key}`,
    ...more,
  })
  const rate = async (count: number, work: () => Promise<unknown>) => {
    const from = performance.now()
    await work()
    return (count / (performance.now() - from)) * 1000
  }
  const versions = async () => {
    const records = await store.read('bench', keys)
    return records.map((record) => ({ key: record?.key ?? '', expected: record?.version ?? 0 }))
  }

  const bulk = await rate(ROWS, () => bulkInsert(db, bulkTable, keys))
  const insert = await rate(ROWS, () => store.write(keys.map((key) => put(key))))
  const update = await versions().then((seen) =>
    rate(ROWS, () => store.write(seen.map(({ key, expected }) => put(key, { expected })))),
  )
  const overwrite = await rate(ROWS, () => store.write(keys.map((key) => put(key, { expected: 'any' }))))
  const read = await rate(ROWS, () => store.read('bench', keys))
  const scan = await rate(ROWS, () => store.scan('bench', { by: 'index', limit: ROWS }))
  const single = await rate(SINGLE, async () => {
    for (const { key, expected } of (await versions()).slice(0, SINGLE))
      await store.write([put(key, { expected })])
  })
  const seen = await versions()
  const remove = await rate(ROWS, () =>
    store.write(seen.map(({ key, expected }) => ({ collection: 'bench', key, expected }))),
  )
  const sealed = keys.map((key) => put(key, { collection: 'sealed' }))
  const insertEncrypted = await rate(ROWS, () => encrypted.write(sealed))
  return { bulk, insert, update, overwrite, remove, read, scan, insertEncrypted, single }
}

async function bulkInsert(db: Database, table: string, keys: readonly string[]): Promise<void> {
  const text = JSON.stringify(VALUE)
  const rows = keys.map((key, i) => sql`('bench', ${key}, ${i}, ${`scope/${key}`}, ${text})`)
  await sql`insert into ${sql.table(table)} (collection, record_key, version, record_index, value)
    values ${sql.join(rows)}`.execute(db)
}
