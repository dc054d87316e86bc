import { type RawBuilder, sql } from 'kysely'
import { UsageError } from '../../errors/index.ts'

/** The one table and its index, as each statement names them. */
export interface TableNames {
  /** The table, with its schema where there is one. */
  readonly table: RawBuilder<unknown>
  /** The table alone. */
  readonly plainTable: RawBuilder<unknown>
  /** The index over (collection, index, key), named after the table. */
  readonly index: RawBuilder<unknown>
  /** The index with the table's schema. */
  readonly qualifiedIndex: RawBuilder<unknown>
}

const NAME = /^(?:([A-Za-z_][A-Za-z0-9_]{0,62})\.)?([A-Za-z_][A-Za-z0-9_]{0,49})$/

export function tableNames(name: string): TableNames {
  const [, schema, table] = NAME.exec(name) ?? []
  if (table === undefined) {
    throw new UsageError(`"${name}" cannot be the table of a store.`, {
      code: 'invalid_option',
      hint: 'Write table or schema.table, with letters, digits and _ only, the table with at most 50.',
    })
  }
  const within = (part: string) => (schema === undefined ? sql.id(part) : sql.id(schema, part))
  return {
    table: within(table),
    plainTable: sql.id(table),
    index: sql.id(`${table}_by_index`),
    qualifiedIndex: within(`${table}_by_index`),
  }
}
