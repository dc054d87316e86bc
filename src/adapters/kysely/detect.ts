import { UsageError } from '../../errors/index.ts'
import type { KyselyDatabase, SqlDialectName } from './options.ts'

/** What an adapter says it can do tells the family, also where it comes from another copy of Kysely. */
export function dialectOf(db: KyselyDatabase): SqlDialectName {
  const { supportsReturning, supportsTransactionalDdl, supportsOutput } = db.getExecutor().adapter
  if (supportsOutput) {
    throw new UsageError('The store speaks to PostgreSQL, MariaDB, MySQL and SQLite only.', {
      code: 'invalid_option',
      hint: 'Give it a Kysely on one of these.',
    })
  }
  if (!supportsReturning) return 'mysql'
  return supportsTransactionalDdl ? 'postgres' : 'sqlite'
}
