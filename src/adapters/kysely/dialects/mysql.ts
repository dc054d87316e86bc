import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import * as z from 'zod'
import { UsageError } from '../../../errors/index.ts'
import type { KyselyDatabase } from '../options.ts'
import type { Batch, Dialect } from './dialect.ts'
import { among, fromBatch, keysOf, removeAll } from './statements.ts'

/** Compare bytewise, trailing blanks included: the first is MariaDB's, the second that of MySQL from 8.0.17 on. */
const COLLATIONS = ['utf8mb4_nopad_bin', 'utf8mb4_0900_bin']

/**
 * MariaDB and MySQL. An update says how many rows it changed, not which: where not all were changed, the new version
 * tells, read in the same transaction. A single change needs no transaction.
 */
export const mysql: Dialect = {
  async prepare(db) {
    const { rows } = await sql`select @@character_set_client as charset`.execute(db)
    const [{ charset } = { charset: '' }] = z.array(z.object({ charset: z.string() })).parse(rows)
    if (charset === 'utf8mb4') return
    throw new UsageError(`The connection speaks ${charset}, which not every text can be said in.`, {
      code: 'store_charset',
      hint: 'Open the pool with the charset utf8mb4.',
    })
  },

  async migrate(db, { table, index }) {
    const collation = await binaryCollation(db)
    await sql`create table if not exists ${table} (
      collection varchar(200) not null,
      record_key varchar(200) not null,
      version bigint not null,
      record_index varchar(200),
      value longtext not null,
      primary key (collection, record_key),
      key ${index} (collection, record_index, record_key)
    ) engine = InnoDB default character set utf8mb4 collate ${sql.raw(collation)}`.execute(db)
  },

  async insert(db, batch) {
    if (batch.rows.length === 1) return insertOne(db, batch)
    return together(db, async (transaction) => {
      await sql`${insertion(batch)} on duplicate key update version = version`.execute(transaction)
      return winners(transaction, batch)
    })
  },

  async update(db, batch) {
    const { names, collection, version, rows } = batch
    const [first] = rows
    if (first && rows.length === 1) {
      const { numAffectedRows } = await sql`update ${names.table}
        set version = ${version}, record_index = ${first.index}, value = ${first.text}
        where ${theOne(collection, first)}`.execute(db)
      return numAffectedRows === 1n ? [first.key] : []
    }
    return together(db, async (transaction) => {
      const won = await claim(transaction, batch)
      const left = rows.filter(({ key }) => won.has(key))
      if (left.length > 0) await overwrite(transaction, { ...batch, rows: left })
      return won
    })
  },

  upsert: overwrite,

  async removeSeen(db, batch) {
    const { names, collection, rows } = batch
    const [first] = rows
    if (first && rows.length === 1) {
      const { numAffectedRows } = await sql`delete from ${names.table}
        where ${theOne(collection, first)}`.execute(db)
      return numAffectedRows === 1n ? [first.key] : []
    }
    return together(db, async (transaction) => {
      const won = await claim(transaction, batch)
      const left = rows.filter(({ key }) => won.has(key))
      if (left.length > 0) await removeAll(transaction, { ...batch, rows: left })
      return won
    })
  },

  remove: removeAll,

  // Row comparisons are not served by an index here, ranges joined by "or" are.
  beyond({ index, key }, reverse) {
    const than = sql.raw(reverse ? '<' : '>')
    return sql`(record_index = ${index} and record_key ${than} ${key} or record_index ${than} ${index})`
  },
}

function together<T>(db: KyselyDatabase, work: (transaction: QueryExecutorProvider) => Promise<T>) {
  return db.transaction().setIsolationLevel('read committed').execute(work)
}

async function insertOne(db: QueryExecutorProvider, batch: Batch): Promise<string[]> {
  try {
    await insertion(batch).execute(db)
    return batch.rows.map(({ key }) => key)
  } catch (error) {
    if (duplicate.safeParse(error).success) return []
    throw error
  }
}
const duplicate = z.object({ code: z.literal('ER_DUP_ENTRY') })

/** Marks the rows whose version is the expected one with the new version, which also locks them. */
async function claim(transaction: QueryExecutorProvider, batch: Batch): Promise<Set<string>> {
  const { names, collection, version, rows } = batch
  const pairs = sql.join(rows.map(({ key, expected }) => sql`(${key}, ${expected})`))
  const { numAffectedRows } = await sql`update ${names.table} set version = ${version}
    where collection = ${collection} and ${among(rows)} and (record_key, version) in (${pairs})`.execute(
    transaction,
  )
  if (numAffectedRows === BigInt(rows.length)) return new Set(rows.map(({ key }) => key))
  return numAffectedRows === 0n ? new Set() : winners(transaction, batch)
}

async function winners(transaction: QueryExecutorProvider, batch: Batch): Promise<Set<string>> {
  const found = await sql`select record_key ${fromBatch(batch)} and version = ${batch.version}`.execute(
    transaction,
  )
  return new Set(keysOf(found.rows))
}

async function overwrite(db: QueryExecutorProvider, batch: Batch): Promise<void> {
  await sql`${insertion(batch)} on duplicate key update
    version = values(version), record_index = values(record_index), value = values(value)`.execute(db)
}

function insertion({ names: { table }, collection, version, rows }: Batch): RawBuilder<unknown> {
  const given = rows.map(
    ({ key, index, text }) => sql`(${collection}, ${key}, ${version}, ${index}, ${text})`,
  )
  return sql`insert into ${table} (collection, record_key, version, record_index, value)
    values ${sql.join(given)}`
}

const theOne = (collection: string, { key, expected }: Batch['rows'][number]) =>
  sql`collection = ${collection} and record_key = ${key} and version = ${expected}`

async function binaryCollation(db: QueryExecutorProvider): Promise<string> {
  const found = await sql`select collation_name as name from information_schema.collations
    where collation_name in (${sql.join(COLLATIONS)})`.execute(db)
  const names = z.array(z.object({ name: z.string() })).parse(found.rows)
  const best = COLLATIONS.find((collation) => names.some(({ name }) => name === collation))
  if (best !== undefined) return best
  throw new UsageError('This server has no collation that compares bytes.', {
    code: 'store_server_too_old',
    hint: 'MariaDB from 10.2 on and MySQL from 8.0.17 on have one.',
  })
}
