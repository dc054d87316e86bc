import { type RawBuilder, sql } from 'kysely'
import { checkOptionNames, UsageError } from '../../errors/index.ts'
import { systemClock } from '../../internal/clock.ts'
import { systemRandom } from '../../internal/random.ts'
import type { Store } from '../../store/index.ts'
import { isStorable } from '../../store/rules.ts'
import { dialectOf } from './detect.ts'
import type { Dialect } from './dialects/dialect.ts'
import { mysql } from './dialects/mysql.ts'
import { postgres } from './dialects/postgres.ts'
import { sqlite } from './dialects/sqlite.ts'
import { fromBatch, keysOf } from './dialects/statements.ts'
import { isBusy, wasMadeMeanwhile } from './failure.ts'
import type { SqlDialectName, SqlStoreOptions } from './options.ts'
import { recordOf, type StoredRow, storedRows } from './records.ts'
import { pageOf, scanStatement } from './scan.ts'
import { type Step, stepsOf } from './steps.ts'
import { tableNames } from './table.ts'
import { withTries } from './tries.ts'

/** A {@link Store} in a database of the host. */
export interface SqlStore extends Store {
  /**
   * Makes the table and its index where they are not there; changes nothing otherwise. Any number of processes may call
   * it at the same time. The user of the pool needs the right to create a table for this call, and only for this one.
   */
  migrate(): Promise<void>
}

const MOST_KEYS = 1000
const dialects: Readonly<Record<SqlDialectName, () => Dialect>> = {
  postgres: () => postgres,
  mysql: () => mysql,
  sqlite,
}

/**
 * A store in PostgreSQL, MariaDB, MySQL or SQLite, on the host's own Kysely: one table, any number of processes.
 *
 * Errors: `store_not_migrated`, `store_refused` (the database user may not), `store_busy` (ten tries were in the way of
 * others), `store_unreachable` and `store_failed`; after one of the last two, whether a write had its effect is unknown, and
 * reading again tells. No error carries a statement, a value or an address.
 *
 * @example
 * ```ts
 * import { Kysely, PostgresDialect } from 'kysely'
 * import { sqlStore } from 'moloni-sdk/kysely'
 * import { Pool } from 'pg'
 *
 * const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool({ max: 10 }) }) })
 * export const store = sqlStore({ db })
 * await store.migrate()
 * ```
 */
export function sqlStore(options: SqlStoreOptions): SqlStore {
  checkOptionNames(options, {
    db: true,
    table: true,
    dialect: true,
    signal: true,
    clock: true,
    random: true,
  })
  const { table = 'moloni_records', clock = systemClock, random = systemRandom, signal } = options
  if (options.db.isTransaction) {
    throw new UsageError('A store cannot live inside one transaction.', {
      code: 'invalid_option',
      hint: 'Give it the Kysely instance itself: each change must be seen by others at once.',
    })
  }
  const dialect = dialects[options.dialect ?? dialectOf(options.db)]()
  const names = tableNames(table)
  // A host's plugins may rename columns or change results.
  const db = options.db.withoutPlugins()
  let prepared: Promise<void> | undefined

  /** Runs a statement, again where another one was in its way. */
  async function run<T>(work: () => Promise<T>, passes = isBusy): Promise<T> {
    const tries = { clock, random, signal, passes }
    prepared ??= withTries(async () => dialect.prepare?.(db), tries)
    await prepared.catch((error: unknown) => {
      prepared = undefined
      throw error
    })
    return withTries(work, tries)
  }

  /** The keys of a step where its condition held. */
  async function take({ kind, ...step }: Step): Promise<ReadonlySet<string>> {
    const batch = { ...step, names }
    if (kind === 'insert' || kind === 'update' || kind === 'removeSeen') {
      return new Set(await dialect[kind](db, batch))
    }
    const keys = batch.rows.map(({ key }) => key)
    if (kind !== 'missing') {
      await dialect[kind](db, batch)
      return new Set(keys)
    }
    const found = new Set(keysOf((await sql`select record_key ${fromBatch(batch)}`.execute(db)).rows))
    return new Set(keys.filter((key) => !found.has(key)))
  }

  const select = (statement: RawBuilder<unknown>) =>
    run(async () => storedRows((await statement.execute(db)).rows))

  return {
    migrate: () => run(() => dialect.migrate(db, names), wasMadeMeanwhile),

    async read(collection, keys) {
      const asked = isStorable(collection) ? [...new Set(keys)].filter(isStorable) : []
      const found = new Map<string, StoredRow>()
      for (let at = 0; at < asked.length; at += MOST_KEYS) {
        const rows = asked.slice(at, at + MOST_KEYS).map((key) => ({ key }))
        const records = await select(
          sql`select record_key, version, record_index, value ${fromBatch({ names, collection, rows })}`,
        )
        for (const record of records) found.set(record.record_key, record)
      }
      return keys.map((key) => {
        const row = found.get(key)
        return row && recordOf(row)
      })
    },

    async write(changes) {
      const answers = changes.map(() => false)
      for (const step of stepsOf(changes, random)) {
        const taken = await run(() => take(step))
        for (const { key, place } of step.rows) answers[place] = taken.has(key)
      }
      return answers
    },

    async scan(collection, query) {
      const statement = scanStatement(names, dialect, collection, query)
      return statement ? pageOf(await select(statement), query) : { records: [] }
    },
  }
}
