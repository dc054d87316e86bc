import type { Json } from '../internal/json.ts'
import { checkChanges, checkScan } from './rules.ts'
import type { Change, ScanPage, ScanQuery, Store, StoredRecord } from './store.ts'

/** A {@link Store} in memory: for tests, trials and one-process hosts that may forget. */
export function memoryStore(): Store {
  const collections = new Map<string, Map<string, StoredRecord>>()
  let lastVersion = 0

  const recordsOf = (collection: string) => {
    const records = collections.get(collection) ?? new Map<string, StoredRecord>()
    collections.set(collection, records)
    return records
  }

  function apply(change: Change, text: string | undefined): boolean {
    const records = recordsOf(change.collection)
    const current = records.get(change.key)
    if (change.expected === 'absent' && current) return false
    if (typeof change.expected === 'number' && current?.version !== change.expected) return false
    if (text === undefined) records.delete(change.key)
    else {
      const value: Json = JSON.parse(text)
      const index = change.index === undefined ? {} : { index: change.index }
      records.set(change.key, { key: change.key, version: ++lastVersion, value, ...index })
    }
    return true
  }

  return {
    async read(collection, keys) {
      const records = recordsOf(collection)
      return keys.map((key) => copy(records.get(key)))
    },
    async write(changes) {
      const texts = checkChanges(changes)
      return changes.map((change, i) => apply(change, texts[i]))
    },
    async scan(collection, query) {
      return scanPage(recordsOf(collection).values(), query)
    },
  }
}

function copy<T extends StoredRecord | undefined>(record: T): T {
  return structuredClone(record)
}

function scanPage(all: Iterable<StoredRecord>, query: ScanQuery): ScanPage {
  checkScan(query)
  const position = (record: StoredRecord) =>
    query.by === 'key' ? record.key : `${record.index}\n${record.key}`
  const sorted = [...all]
    .filter((record) => query.by === 'key' || record.index !== undefined)
    .filter((record) =>
      (query.by === 'key' ? record.key : (record.index ?? '')).startsWith(query.prefix ?? ''),
    )
    .sort((a, b) => (position(a) < position(b) ? -1 : 1))
  if (query.reverse) sorted.reverse()
  const { after } = query
  const rest =
    after === undefined
      ? sorted
      : sorted.filter((record) => (query.reverse ? position(record) < after : position(record) > after))
  const records = rest.slice(0, query.limit)
  const last = records.at(-1)
  return {
    records: records.map(copy),
    ...(last && rest.length > records.length ? { next: position(last) } : {}),
  }
}
