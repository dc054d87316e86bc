import { UsageError } from '../errors/index.ts'
import type { Json } from '../internal/json.ts'
import type { Change, ScanPage, ScanQuery, Store, StoredRecord } from './store.ts'

const TEXT = /^[\x20-\x7e]{1,200}$/
const MAX_BYTES = 1_048_576
const bytes = new TextEncoder()

/** A {@link Store} in memory: for tests, trials and one-process hosts that may forget. */
export function memoryStore(): Store {
  const collections = new Map<string, Map<string, StoredRecord>>()
  let lastVersion = 0

  const recordsOf = (collection: string) => {
    const records = collections.get(collection) ?? new Map<string, StoredRecord>()
    collections.set(collection, records)
    return records
  }

  function apply(change: Change): boolean {
    const records = recordsOf(change.collection)
    const current = records.get(change.key)
    if (change.expected === 'absent' && current) return false
    if (typeof change.expected === 'number' && current?.version !== change.expected) return false
    if (change.value === undefined) records.delete(change.key)
    else {
      const value: Json = JSON.parse(JSON.stringify(change.value))
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
      check(changes)
      return changes.map(apply)
    },
    async scan(collection, query) {
      return scanPage(recordsOf(collection).values(), query)
    },
  }
}

function copy<T extends StoredRecord | undefined>(record: T): T {
  return structuredClone(record)
}

function check(changes: readonly Change[]): void {
  const seen = new Set<string>()
  for (const { collection, key, index, value } of changes) {
    if (!TEXT.test(key)) throw new UsageError('A store key must be 1 to 200 printable ASCII characters.')
    if (index !== undefined && !TEXT.test(index)) {
      throw new UsageError('A store index must be 1 to 200 printable ASCII characters.')
    }
    if (value !== undefined && bytes.encode(JSON.stringify(value)).length > MAX_BYTES) {
      throw new UsageError('A stored value must not exceed 1 MB.')
    }
    const identity = `${collection}\n${key}`
    if (seen.has(identity)) throw new UsageError(`The key "${key}" occurs twice in one write.`)
    seen.add(identity)
  }
}

function scanPage(all: Iterable<StoredRecord>, query: ScanQuery): ScanPage {
  if (!(query.limit >= 1)) throw new UsageError('The limit of a scan must be at least 1.')
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
