import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import * as z from 'zod'
import type { Batch } from './dialect.ts'

const keys = z.array(z.object({ record_key: z.string() }))

/** The keys that a statement answered. */
export function keysOf(rows: unknown): string[] {
  return keys.parse(rows).map(({ record_key }) => record_key)
}

interface Keyed extends Pick<Batch, 'names' | 'collection'> {
  readonly rows: readonly { readonly key: string }[]
}

/** The records of a batch, as the end of a select or a delete. */
export function fromBatch({ names, collection, rows }: Keyed): RawBuilder<unknown> {
  return sql`from ${names.table} where collection = ${collection} and ${among(rows)}`
}

export const among = (rows: Keyed['rows']): RawBuilder<unknown> =>
  sql`record_key in (${sql.join(rows.map(({ key }) => key))})`

/** Deletes whatever is there. */
export async function removeAll(db: QueryExecutorProvider, batch: Batch): Promise<void> {
  await sql`delete ${fromBatch(batch)}`.execute(db)
}
