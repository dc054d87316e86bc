import type { QueryExecutorProvider, RawBuilder } from 'kysely'
import type { KyselyDatabase } from '../options.ts'
import type { TableNames } from '../table.ts'

/** One change of a batch. What a statement does not need is not looked at. */
export interface Row {
  readonly key: string
  /** The version that must be there. */
  readonly expected: number
  /** The new value as JSON text. */
  readonly text: string
  readonly index: string | null
}

/** Changes of one kind in one collection, sorted by key, few enough for one statement. */
export interface Batch {
  readonly names: TableNames
  readonly collection: string
  /** The version of everything that is written. */
  readonly version: number
  readonly rows: readonly Row[]
}

/**
 * The statements in which the families differ. Each call is one transaction of its own; those with a condition answer
 * the keys where it held.
 */
export interface Dialect {
  /** What a connection needs before its first statement. */
  prepare?(db: QueryExecutorProvider): Promise<void>
  migrate(db: QueryExecutorProvider, names: TableNames): Promise<void>
  /** Where there is no record yet. */
  insert(db: KyselyDatabase, batch: Batch): Promise<Iterable<string>>
  /** Where the version is the expected one. */
  update(db: KyselyDatabase, batch: Batch): Promise<Iterable<string>>
  /** Whatever is there. */
  upsert(db: KyselyDatabase, batch: Batch): Promise<void>
  /** Where the version is the expected one. */
  removeSeen(db: KyselyDatabase, batch: Batch): Promise<Iterable<string>>
  /** Whatever is there. */
  remove(db: KyselyDatabase, batch: Batch): Promise<void>
  /** The records beyond a place in the order of (index, key), as a condition that the index serves. */
  beyond(place: { readonly index: string; readonly key: string }, reverse: boolean): RawBuilder<unknown>
}
