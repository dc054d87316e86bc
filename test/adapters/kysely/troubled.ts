import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import type { Database } from './support.ts'

/** What a driver throws, with the details that real drivers put into their errors. */
export function driverError(code: string | undefined, more: object = {}): Error {
  const secret = 'postgres://user:pa55word@db.internal/app'
  return Object.assign(new Error(`refused by ${secret}`), {
    ...(code === undefined ? {} : { code }),
    detail: 'Key (record_key)=(tokens) has value s3cret',
    sql: "insert into records values ('s3cret')",
    ...more,
  })
}

/** A database in memory whose statements may be in trouble, before or after their effect. */
export function troubled(trouble: (statement: string, when: 'before' | 'after') => Error | undefined) {
  const real = new Libsql(':memory:')
  const statements: string[] = []
  const meet = (statement: string, when: 'before' | 'after') => {
    const error = trouble(statement, when)
    if (error) throw error
  }
  const database: SqliteDatabase = {
    close: () => real.close(),
    prepare(text) {
      statements.push(text)
      meet(text, 'before')
      const prepared = real.prepare(text)
      return {
        reader: prepared.reader,
        all(parameters) {
          const rows = prepared.all(parameters)
          meet(text, 'after')
          return rows
        },
        run(parameters) {
          const result = prepared.run(parameters)
          meet(text, 'after')
          return result
        },
        iterate: (parameters) => prepared.iterate(parameters),
      }
    },
  }
  const db: Database = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) })
  return { db, statements }
}
