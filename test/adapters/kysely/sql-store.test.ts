import {
  CamelCasePlugin,
  DummyDriver,
  Kysely,
  MssqlAdapter,
  MssqlIntrospector,
  MssqlQueryCompiler,
  SqliteDialect,
  sql,
} from 'kysely'
import Libsql from 'libsql'
import type { Change } from 'moloni-sdk'
import { sqlStore } from 'moloni-sdk/kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeWith } from '../../support/servers.ts'
import { mysqlPlace, type Place, postgresPlace, sqlitePlace } from './support.ts'
import { troubled } from './troubled.ts'

const put = (key: string, more: Partial<Change> = {}): Change => ({
  collection: 'c',
  key,
  expected: 'any',
  value: key,
  ...more,
})
const keysOf = (count: number) => Array.from({ length: count }, (_, i) => `k${String(i).padStart(5, '0')}`)

/** Keys of one collection in any order but the sorted one. */
const shuffled = (keys: readonly string[], seed: number) =>
  keys
    .map((key, i) => ({ key, at: (i * 7919 + seed * 104_729) % 10_007 }))
    .sort((a, b) => a.at - b.at)
    .map(({ key }) => key)

function behaves(open: () => Promise<Place>): void {
  let place: Place
  beforeAll(async () => {
    place = await open()
  })
  afterAll(() => place?.end())

  test('says what to do where the table is not there', async () => {
    const store = place.store()
    const calls = [
      () => store.read('c', ['k']),
      () => store.write([put('k')]),
      () => store.scan('c', { by: 'key', limit: 1 }),
    ]
    for (const call of calls) {
      await expect(call()).rejects.toMatchObject({ name: 'UsageError', code: 'store_not_migrated' })
    }
  })

  test('migrates once, whoever calls it, and again without a change', async () => {
    const stores = Array.from({ length: 6 }, () => place.store())
    await Promise.all(stores.map((store) => store.migrate()))
    await stores[0]?.write([put('kept')])
    await stores[1]?.migrate()
    expect(await stores[2]?.read('c', ['kept'])).toMatchObject([{ value: 'kept' }])
  })

  test('two tables are two stores', async () => {
    const other = place.store({ table: `${place.table}_2` })
    await other.migrate()
    await other.write([put('mine')])
    expect(await place.store().read('c', ['mine'])).toEqual([undefined])
  })

  test('every kind of change in one call has its own answer', async () => {
    const store = place.store()
    const keys = keysOf(12).map((key) => `mixed ${key}`)
    await store.write(keys.slice(0, 8).map((key) => put(key, { index: 'i' })))
    const versions = new Map(
      (await store.read('c', keys)).map((record) => [record?.key, record?.version ?? 0]),
    )
    const seen = (i: number) => versions.get(keys[i]) ?? 0
    const of = (i: number, more: Partial<Change>): Change => ({
      collection: 'c',
      key: keys[i] ?? '',
      expected: 'any',
      value: 'new',
      ...more,
    })
    const gone = (i: number, expected: Change['expected']): Change => ({
      collection: 'c',
      key: keys[i] ?? '',
      expected,
    })
    const changes: [Change, boolean][] = [
      [of(0, { expected: seen(0) }), true],
      [of(1, { expected: seen(0) + 1 }), false],
      [gone(2, seen(2)), true],
      [gone(3, seen(3) + 1), false],
      [of(4, { expected: 'absent' }), false],
      [gone(5, 'any'), true],
      [gone(6, 'absent'), false],
      [of(7, { expected: Number.NaN }), false],
      [of(8, { expected: 'absent' }), true],
      [gone(9, 'absent'), true],
      [of(10, {}), true],
      [of(11, { expected: 5 }), false],
      [of(0, { collection: 'd', expected: 'absent' }), true],
    ]
    // The same changes in any order give the same answers.
    const answers = await store.write(
      shuffled(
        changes.map((_, i) => String(i)),
        3,
      ).map((i) => changes[Number(i)]?.[0] ?? gone(0, 'any')),
    )
    const order = shuffled(
      changes.map((_, i) => String(i)),
      3,
    ).map(Number)
    expect(answers).toEqual(order.map((i) => changes[i]?.[1]))
    const after = (await store.read('c', keys)).map((record) => record?.value ?? null)
    const old = (i: number) => keys[i]
    expect(after).toEqual([
      'new',
      old(1),
      null,
      old(3),
      old(4),
      null,
      old(6),
      old(7),
      'new',
      null,
      'new',
      null,
    ])
    expect((await store.scan('c', { by: 'index', limit: 20 })).records.map(({ key }) => key)).toEqual(
      [1, 3, 4, 6, 7].map(old),
    )
  })

  test('thousands of changes and megabytes go through in portions', async () => {
    const store = place.store()
    const keys = keysOf(2345).map((key) => `many ${key}`)
    expect(new Set(await store.write(keys.map((key) => put(key, { expected: 'absent' }))))).toEqual(
      new Set([true]),
    )
    const found = await store.read('c', keys)
    expect(found.map((record) => record?.value)).toEqual(keys)
    const updates = found.map((record) =>
      put(record?.key ?? '', { expected: record?.version ?? 0, value: 2 }),
    )
    expect(new Set(await store.write(updates))).toEqual(new Set([true]))
    expect(new Set(await store.write(updates))).toEqual(new Set([false]))
    const large = keysOf(6).map((key) => put(`large ${key}`, { value: `${key}${"'".repeat(1_000_000)}` }))
    expect(await store.write(large)).toEqual(large.map(() => true))
    const back = await store.read(
      'c',
      large.map(({ key }) => key),
    )
    expect(back.map((record) => record?.value === `${record?.key.slice(6)}${"'".repeat(1_000_000)}`)).toEqual(
      large.map(() => true),
    )
  }, 60_000)

  test('eight writers on the same keys, each in another order, finish and lose nothing', async () => {
    const keys = keysOf(200).map((key) => `shared ${key}`)
    await place.store().write(keys.map((key) => put(key, { value: 0 })))
    const writers = Array.from({ length: 8 }, (_, seed) => ({ store: place.store(), seed }))
    await Promise.all(
      writers.map(async ({ store, seed }) => {
        let left = shuffled(keys, seed)
        for (let round = 0; left.length > 0; round++) {
          expect(round).toBeLessThan(200)
          const records = await store.read('c', left)
          const answers = await store.write(
            records.map((record) =>
              put(record?.key ?? '', { expected: record?.version ?? 0, value: Number(record?.value) + 1 }),
            ),
          )
          left = left.filter((_, i) => !answers[i])
        }
      }),
    )
    const values = (await place.store().read('c', keys)).map((record) => record?.value)
    expect(new Set(values)).toEqual(new Set([8]))
  }, 60_000)

  test('writers that insert, overwrite and delete the same keys do not lock each other out', async () => {
    const keys = keysOf(300).map((key) => `storm ${key}`)
    const kinds: ((key: string) => Change)[] = [
      (key) => put(key, { expected: 'absent' }),
      (key) => put(key),
      (key) => ({ collection: 'c', key, expected: 'any' }),
    ]
    await Promise.all(
      Array.from({ length: 6 }, async (_, seed) => {
        const store = place.store()
        for (let round = 0; round < 5; round++) {
          const kind = kinds[(seed + round) % kinds.length] ?? put
          const answers = await store.write(shuffled(keys, seed * 31 + round).map((key) => kind(key)))
          expect(answers).toHaveLength(keys.length)
        }
      }),
    )
  }, 60_000)

  test('a key is found by itself alone', async () => {
    const store = place.store()
    await store.write([put('Name', { value: 1 }), put('name', { value: 2 }), put('name ', { value: 3 })])
    expect(
      await store.read('c', ['name', 'NAME', 'Name', 'name ', 'né', '', 'x'.repeat(201), 'n\u0000']),
    ).toMatchObject([
      { value: 2 },
      undefined,
      { value: 1 },
      { value: 3 },
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(await store.read('né', ['name'])).toEqual([undefined])
  })

  test('the same key asked twice gives two records', async () => {
    const store = place.store()
    await store.write([put('twice', { value: { a: 1 } })])
    const [one, two] = await store.read('c', ['twice', 'twice'])
    expect(one).toEqual(two)
    expect(one).not.toBe(two)
  })

  test('a page goes on only from where one ended', async () => {
    const store = place.store()
    for (const after of ['', 'a\nb\nc', 'é', '\n'])
      for (const by of ['key', 'index'] as const)
        await expect(store.scan('c', { by, after, limit: 1 })).rejects.toMatchObject({ name: 'UsageError' })
    await expect(store.scan('c', { by: 'index', after: 'key', limit: 1 })).rejects.toThrow('cannot go on')
    for (const limit of [0, -1, Number.NaN])
      await expect(store.scan('c', { by: 'key', limit })).rejects.toMatchObject({ name: 'UsageError' })
    expect(await store.scan('c', { by: 'key', prefix: 'é', limit: 1 })).toEqual({ records: [] })
    const all = await store.scan('d', { by: 'key', limit: Number.POSITIVE_INFINITY })
    expect(all.records.length).toBe(1)
    expect(all.next).toBeUndefined()
  })

  test('plug-ins of the host change nothing', async () => {
    const store = sqlStore({ db: place.connect().withPlugin(new CamelCasePlugin()), table: place.table })
    await store.write([put('plain', { index: 'with_plugin' })])
    expect((await store.scan('c', { by: 'index', prefix: 'with_', limit: 5 })).records).toMatchObject([
      { key: 'plain', index: 'with_plugin' },
    ])
  })

  test('what is refused says why, and nothing is written', async () => {
    const store = place.store()
    const refused: Change[] = [
      put('é'),
      put(''),
      put('k', { index: 'é' }),
      put('k', { collection: 'c\u0000' }),
      put('k', { value: 'x'.repeat(1_048_577) }),
    ]
    for (const change of refused) {
      await expect(store.write([put('untouched'), change])).rejects.toMatchObject({ name: 'UsageError' })
    }
    expect(await store.read('c', ['untouched'])).toEqual([undefined])
  })
}

describe('the SQL store on SQLite', () => behaves(sqlitePlace))
await describeWith('PostgreSQL', 'the SQL store on PostgreSQL', (url) => behaves(() => postgresPlace(url)))
await describeWith('MariaDB', 'the SQL store on MariaDB', (url) => behaves(() => mysqlPlace(url)))
await describeWith('MySQL', 'the SQL store on MySQL', (url) => behaves(() => mysqlPlace(url)))

describe('the options of the SQL store', () => {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Libsql(':memory:') }) })
  afterAll(() => db.destroy())

  test.each(['', 'a.b.c', 'records; drop table x', '1st', 'a-b', 'x'.repeat(51), '.records', 'é'])(
    'the table "%s" is refused',
    (table) => {
      expect(() => sqlStore({ db, table })).toThrow(/cannot be the table/)
    },
  )

  test('a transaction is refused: others would not see what is written', async () => {
    await db.transaction().execute(async (transaction) => {
      expect(() => sqlStore({ db: transaction })).toThrow(/one transaction/)
    })
  })

  test('another database is refused', () => {
    const mssql = new Kysely<unknown>({
      dialect: {
        createAdapter: () => new MssqlAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (it) => new MssqlIntrospector(it),
        createQueryCompiler: () => new MssqlQueryCompiler(),
      },
    })
    expect(() => sqlStore({ db: mssql })).toThrow(/PostgreSQL, MariaDB, MySQL and SQLite/)
  })

  test('a misspelt option is refused', () => {
    const options = { db, tabel: 'x' }
    expect(() => sqlStore(options)).toThrow(/no option tabel/)
  })

  test('the pool of the host stays open', async () => {
    const store = sqlStore({ db })
    await store.migrate()
    await store.write([put('k')])
    expect(await sql`select count(*) as n from moloni_records`.execute(db)).toMatchObject({
      rows: [{ n: 1 }],
    })
  })
})

test('a write of many changes takes few statements', async () => {
  const { db, statements } = troubled(() => undefined)
  const store = sqlStore({ db })
  await store.migrate()
  const before = statements.length
  await store.write(keysOf(3000).map((key) => put(key, { expected: 'absent' })))
  await store.read('c', keysOf(3000))
  expect(statements.length - before).toBe(6)
})

test('versions come from the injected randomness and are whole', async () => {
  const { db } = troubled(() => undefined)
  const store = sqlStore({ db, random: { next: () => 0, token: (bytes) => 'f'.repeat(bytes * 2) } })
  await store.migrate()
  await store.write([put('k')])
  const [record] = await store.read('c', ['k'])
  expect(record?.version).toBe(2 ** 52)
  expect(await store.write([put('k', { expected: 2 ** 52 })])).toEqual([true])
})
