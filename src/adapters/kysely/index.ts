export type { KyselyDatabase, SqlDialectName, SqlStoreOptions } from './options.ts'
export { type SqlStore, sqlStore } from './sql-store.ts'
