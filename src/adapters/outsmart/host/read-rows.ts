import type { Source } from '../../../domain/index.ts'
import { normaliseTaxNumber } from '../../../mappers/index.ts'
import type { HostRecord, SinkPage, SinkQuery } from '../../../sync/index.ts'
import { folded } from './lists.ts'
import { type HostMemory, sourceText } from './memory.ts'
import type { Shelf } from './shelf.ts'

type Sourced = { readonly source?: Source | undefined; readonly vatNumber?: string | undefined }

/** The records of a shelf that a query asks for. OutSmart keeps no track of changes: all are shown each time. */
export async function readRows<T extends Sourced, Row, Input>(
  shelf: Shelf<T, Row, Input>,
  rows: ReadonlyMap<string, Row>,
  memory: HostMemory,
  query: SinkQuery,
): Promise<SinkPage<T>> {
  const asked = await askedRows(shelf, rows, memory, query)
  const { holders, marks } = await memory.read(shelf.kind, [], asked.map(shelf.keyOfRow))
  const records = asked.map((row): HostRecord<T> => {
    const key = shelf.keyOfRow(row)
    const holder = holders.get(folded(key))
    const source = shelf.sourceOf?.(row) ?? (holder === undefined ? undefined : marks.get(holder)?.from)
    const record: Partial<T> = { ...shelf.recordOf(row), ...(source ? { source } : {}) }
    return { key, record }
  })
  if (!('taxNumbers' in query)) return { records }
  return {
    records: records.filter(({ record }) =>
      query.taxNumbers.includes(normaliseTaxNumber(record.vatNumber) ?? ''),
    ),
  }
}

async function askedRows<T extends Sourced, Row, Input>(
  { kind, sourceOf }: Shelf<T, Row, Input>,
  rows: ReadonlyMap<string, Row>,
  memory: HostMemory,
  query: SinkQuery,
): Promise<Row[]> {
  if ('keys' in query) return query.keys.flatMap((key) => rows.get(folded(key)) ?? [])
  if (!('sources' in query)) return [...rows.values()]
  const asked = query.sources.map(sourceText)
  const { marks } = await memory.read(kind, asked, [])
  const remembered = asked.flatMap((source) => {
    const mark = marks.get(source)
    return mark ? (rows.get(folded(mark.key)) ?? []) : []
  })
  if (!sourceOf) return [...new Set(remembered)]
  const wanted = new Set(asked)
  const stated = [...rows.values()].filter((row) => {
    const source = sourceOf(row)
    return source !== undefined && wanted.has(sourceText(source))
  })
  // What a row states itself goes before what is remembered of it.
  const strangers = remembered.filter((row) => sourceOf(row) === undefined)
  return [...new Set([...stated, ...strangers])]
}
