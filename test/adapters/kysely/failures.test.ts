import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely'
import Libsql from 'libsql'
import { sqlStore } from 'moloni-sdk/kysely'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { fakeClock } from '../../support/fake-clock.ts'
import { driverError, troubled } from './troubled.ts'

const put = (key: string, value = 1) => ({ collection: 'c', key, expected: 'any' as const, value })
const isWrite = (statement: string) => statement.startsWith('insert into "moloni_records"')

/** A store whose first statements of one kind fail. */
async function failing(times: number, error: Error, when: 'before' | 'after' = 'before', match = isWrite) {
  let left = times
  const { db, statements } = troubled((statement, moment) =>
    match(statement) && moment === when && left-- > 0 ? error : undefined,
  )
  const clock = fakeClock()
  clock.auto = true
  const begun = clock.now()
  const store = sqlStore({ db, clock, random: { next: () => 0.5, token: () => 'abcdef01234567' } })
  await store.migrate()
  return { store, clock, waited: () => clock.now() - begun, written: () => statements.filter(isWrite).length }
}

describe('a statement in the way of others', () => {
  const passing = ['40P01', '40001', '55P03', 'ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'SQLITE_BUSY']

  test.each(passing)('%s is tried again, with growing pauses', async (code) => {
    const { store, waited, written } = await failing(3, driverError(code))
    expect(await store.write([put('k')])).toEqual([true])
    expect(written()).toBe(4)
    expect(waited()).toBe(15 + 30 + 60)
  })

  test('ten tries are the end', async () => {
    const { store, waited, written } = await failing(99, driverError('40P01'))
    await expect(store.write([put('k')])).rejects.toMatchObject({
      name: 'NetworkError',
      code: 'store_busy',
      retryable: true,
    })
    expect(written()).toBe(10)
    expect(waited()).toBeLessThan(10_000)
  })

  test('a signal ends the waiting', async () => {
    const stop = new AbortController()
    const { db } = troubled((statement) => (isWrite(statement) ? driverError('SQLITE_BUSY') : undefined))
    const clock = fakeClock()
    const store = sqlStore({ db, clock, signal: stop.signal })
    await store.migrate()
    const writing = expect(store.write([put('k')])).rejects.toThrow('the host stops')
    while (clock.sleeping === 0) await new Promise((resolve) => setImmediate(resolve))
    stop.abort(new Error('the host stops'))
    await writing
  })

  test('reads and scans are tried again too', async () => {
    const { store } = await failing(2, driverError('40001'), 'before', (text) => text.startsWith('select'))
    await store.write([put('k')])
    expect(await store.read('c', ['k'])).toMatchObject([{ value: 1 }])
  })

  test('two migrations at once do not disturb each other', async () => {
    for (const code of ['23505', '42P07']) {
      const { store } = await failing(1, driverError(code), 'before', (text) => text.startsWith('create'))
      expect(await store.write([put('k')])).toEqual([true])
    }
  })
})

describe('a SQLite connection after a busy statement', () => {
  test('a write that is answered is seen by other connections', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'moloni-sdk-test-'))
    const other = new Libsql(join(folder, 'store.db'))
    const database = new Libsql(join(folder, 'store.db'))
    // The host's own choice: it hardly waits.
    database.pragma('busy_timeout = 1')
    const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) })
    const clock = fakeClock()
    clock.auto = true
    const store = sqlStore({ db, clock })
    await store.migrate()
    other.exec('begin immediate')
    await expect(store.write([put('k')])).rejects.toMatchObject({ code: 'store_busy' })
    other.exec('rollback')
    const seen = () => other.prepare('select count(*) as n from moloni_records').all([])
    for (let tries = 0; tries < 3; tries++) {
      const answer = await store.write([put('k')]).catch((error: unknown) => error)
      // Loudly refused, or really there.
      if (Array.isArray(answer)) expect(seen()).toEqual([{ n: 1 }])
      else expect(answer).toMatchObject({ code: 'store_busy' })
    }
    await db.destroy()
    other.close()
    await rm(folder, { recursive: true })
  })

  test('writes in transactions until one of them passes', async () => {
    let left = 2
    const { db, statements } = troubled((statement, when) =>
      isWrite(statement) && when === 'before' && left-- > 0 ? driverError('SQLITE_BUSY') : undefined,
    )
    const clock = fakeClock()
    clock.auto = true
    const store = sqlStore({ db, clock })
    await store.migrate()
    const before = statements.length
    await store.write([put('k')])
    await store.write([put('k')])
    expect(statements.slice(before).map((statement) => statement.split(' ')[0])).toEqual([
      'insert',
      'begin',
      'insert',
      'rollback',
      'begin',
      'insert',
      'commit',
      'insert',
    ])
  })

  test('is told to wait for others, unless the host has said how long', async () => {
    for (const [own, expected] of [
      [0, 5000],
      [70, 70],
    ]) {
      const database = new Libsql(':memory:')
      database.pragma(`busy_timeout = ${own}`)
      const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) })
      await sqlStore({ db }).migrate()
      expect(database.prepare('pragma busy_timeout').all([])).toEqual([{ timeout: expected }])
      await db.destroy()
    }
  })
})

describe('a failure is an error of this library', () => {
  const kinds: [code: string | undefined, name: string, expected: string][] = [
    ['ECONNREFUSED', 'NetworkError', 'store_unreachable'],
    ['ECONNRESET', 'NetworkError', 'store_unreachable'],
    ['EAI_AGAIN', 'NetworkError', 'store_unreachable'],
    ['08006', 'NetworkError', 'store_unreachable'],
    ['57P01', 'NetworkError', 'store_unreachable'],
    ['53300', 'NetworkError', 'store_unreachable'],
    ['PROTOCOL_CONNECTION_LOST', 'NetworkError', 'store_unreachable'],
    [undefined, 'NetworkError', 'store_unreachable'],
    ['42P01', 'UsageError', 'store_not_migrated'],
    ['ER_NO_SUCH_TABLE', 'UsageError', 'store_not_migrated'],
    ['42501', 'UsageError', 'store_refused'],
    ['25006', 'UsageError', 'store_refused'],
    ['ER_ACCESS_DENIED_ERROR', 'UsageError', 'store_refused'],
    ['SQLITE_READONLY', 'UsageError', 'store_refused'],
    ['22P02', 'ContractError', 'store_failed'],
    ['ER_DATA_TOO_LONG', 'ContractError', 'store_failed'],
    ['SQLITE_FULL', 'ContractError', 'store_failed'],
  ]

  test.each(kinds)('%s is a %s, %s', async (code, name, expected) => {
    const { store } = await failing(1, driverError(code))
    const error: unknown = await store.write([put('k')]).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name, code: expected })
    const shown = inspect(error, { depth: 10 }) + JSON.stringify(error)
    expect(shown).not.toMatch(/pa55word|s3cret|db\.internal|insert into/)
  })

  test('what is no error at all is one too', async () => {
    const { store } = await failing(1, Object.create(null))
    await expect(store.write([put('k')])).rejects.toMatchObject({ code: 'store_unreachable' })
  })

  test('a database that is not there is named by no address', async () => {
    const pool = new pg.Pool({ connectionString: 'postgres://user:pa55word@127.0.0.1:1/app' })
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
    const error: unknown = await sqlStore({ db })
      .read('c', ['k'])
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'NetworkError', code: 'store_unreachable' })
    expect(inspect(error, { depth: 10 })).not.toMatch(/pa55word|127\.0\.0\.1/)
    await db.destroy()
  })
})

describe('after a failure', () => {
  test('a lost answer leaves the write there, for the caller to find', async () => {
    const { store } = await failing(1, driverError('ECONNRESET'), 'after')
    await expect(store.write([put('k', 7)])).rejects.toMatchObject({ code: 'store_unreachable' })
    expect(await store.read('c', ['k'])).toMatchObject([{ value: 7 }])
  })

  test('a broken write may leave some of its changes, each of them whole', async () => {
    const update = (text: string) => text.startsWith('update')
    const { store } = await failing(1, driverError('ECONNRESET'), 'before', update)
    await store.write([put('there', 1)])
    const [before] = await store.read('c', ['there'])
    const changes = [put('new', 2), { ...put('there', 2), expected: before?.version ?? 0 }]
    await expect(store.write(changes)).rejects.toMatchObject({ code: 'store_unreachable' })
    expect(await store.read('c', ['new', 'there'])).toMatchObject([{ value: 2 }, { value: 1 }])
    expect(await store.write(changes)).toEqual([true, true])
  })

  test('a value that is no JSON is named', async () => {
    const { db } = troubled(() => undefined)
    const store = sqlStore({ db })
    await store.migrate()
    await store.write([put('k')])
    await sql`update moloni_records set value = '{"half'`.execute(db)
    await expect(store.read('c', ['k'])).rejects.toMatchObject({ code: 'stored_record_unreadable' })
  })
})
