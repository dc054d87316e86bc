import type { QueryExecutorProvider } from 'kysely'
import type { Clock } from '../../internal/clock.ts'
import type { Random } from '../../internal/random.ts'

/** The database families that the store can speak to; `mysql` stands for MariaDB and MySQL. */
export type SqlDialectName = 'postgres' | 'mysql' | 'sqlite'

/** What the store uses of a Kysely instance: any `Kysely<…>` fits, whatever its tables. */
export interface KyselyDatabase extends QueryExecutorProvider {
  readonly isTransaction: boolean
  withoutPlugins(): KyselyDatabase
  transaction(): InTransaction & { setIsolationLevel(level: 'read committed'): InTransaction }
}

interface InTransaction {
  execute<T>(work: (transaction: QueryExecutorProvider) => Promise<T>): Promise<T>
}

export interface SqlStoreOptions {
  /** The host's own Kysely. The store takes connections from its pool and never closes it. */
  readonly db: KyselyDatabase
  /**
   * Name of the one table, with its schema (database, in MariaDB and MySQL) before a dot where it is not the default
   * one: `'moloni.records'`. Letters, digits and `_`. Default `moloni_records`.
   */
  readonly table?: string | undefined
  /** Default: read off `db`. Needed for dialects that Kysely does not ship. */
  readonly dialect?: SqlDialectName | undefined
  /** Ends the waiting between two tries. Default: the ten tries end by themselves, after some seconds. */
  readonly signal?: AbortSignal | undefined
  readonly clock?: Clock | undefined
  /** Versions and the pauses between tries come from it. */
  readonly random?: Random | undefined
}
