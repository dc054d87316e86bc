import { publicConnection, requireConnection } from './connections/connection.ts'
import type { Context } from './context.ts'
import { ledgerIndex } from './exports/export-run.ts'
import { stripped } from './exports/strip.ts'
import type { Collection, Entry } from './records/collection.ts'
import { scopeOf } from './records/keys.ts'
import type { ExportState } from './records/ledger.ts'

/** States in which nothing exists in Moloni: the whole record may go. */
const UNMADE: readonly ExportState[] = ['planned', 'collecting']

/**
 * Removes what is known of people: the connection with its login and settings, the links, the reports, rows that were set
 * aside. Of exports only what keeps a document from being made twice is left, and nothing more is done with them.
 */
export async function eraseConnection(context: Context, id: string): Promise<void> {
  const { records } = context
  const { value: record, version } = await requireConnection(records, id)
  await (await context.tokens(publicConnection(record))).clear()
  if (record.companyId !== undefined) {
    const scope = await scopeOf({ ...record, companyId: record.companyId })
    await eraseExports(context, scope)
    // Links and marks are shared by all connections of a company: a later one reads everything again.
    for (const collection of [
      records.hostLinks,
      records.moloniLinks,
      records.cursors,
      records.rejectedRows,
      records.pushIntents,
      records.pushCursors,
      records.runs,
      records.hookMarks,
    ])
      await removeAll(collection, `${scope}/`)
  }
  await records.connections.put({ key: id, expected: version })
}

async function eraseExports({ records, clock }: Context, scope: string): Promise<void> {
  for await (const { key, version, value } of records.ledger.scan({
    by: 'key',
    prefix: `export/${scope}/`,
  })) {
    const unmade = value.documentId === undefined && value.attempt === undefined
    if (unmade && (UNMADE.includes(value.state) || value.state === 'blocked' || value.state === 'failed')) {
      await records.ledger.put({ key, expected: version })
      continue
    }
    const done = value.state === 'acknowledged' || value.state === 'superseded'
    const kept = {
      ...stripped(value),
      state: done ? value.state : ('dismissed' as const),
      updatedAt: clock.now(),
    }
    await records.ledger.put({ key, expected: version, value: kept, index: ledgerIndex({ scope }, kept) })
  }
}

async function removeAll(
  collection: Pick<Collection<never>, 'put'> & {
    scan(query: { by: 'key'; prefix: string }): AsyncIterable<Pick<Entry<unknown>, 'key' | 'version'>>
  },
  prefix: string,
): Promise<void> {
  for await (const { key, version } of collection.scan({ by: 'key', prefix }))
    await collection.put({ key, expected: version })
}
