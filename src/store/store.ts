import type { Json } from '../internal/json.ts'

/** One stored record. */
export interface StoredRecord {
  readonly key: string
  /** Opaque; changes with every write and never repeats for a key, not even after a delete. */
  readonly version: number
  readonly value: Json
  readonly index?: string
}

/** One compare-and-set. */
export interface Change {
  readonly collection: string
  /** 1–200 printable ASCII characters, compared bytewise. */
  readonly key: string
  /** The version that must be there, `'absent'`, or `'any'` where losing a write is harmless. */
  readonly expected: number | 'absent' | 'any'
  /** The new value, at most 1 MB as JSON; none deletes the record. */
  readonly value?: Json
  /** Secondary sort key; replaced by each write, removed if absent, not unique. */
  readonly index?: string
}

/** Which records a scan returns, in ascending order unless `reverse`. */
export interface ScanQuery {
  /** `key` orders by key; `index` orders by (index, key) and leaves out records without an index. */
  readonly by: 'key' | 'index'
  /** Only keys (or indexes) that start with this text. */
  readonly prefix?: string
  /** The `next` of the page before. */
  readonly after?: string
  readonly limit: number
  readonly reverse?: boolean
}

/** One page of a scan; `next` is absent on the last one. */
export interface ScanPage {
  readonly records: readonly StoredRecord[]
  readonly next?: string
}

/**
 * Where the library keeps everything it remembers. A host implements these three methods on its own
 * database, or uses one of the shipped stores.
 *
 * Rules: changes in one `write` have no order and any subset may remain when it throws; a key twice in one
 * call is refused; reads are linearisable per key; keys and indexes are compared bytewise.
 */
export interface Store {
  /** The records under `keys`, in the order asked, `undefined` where there is none. */
  read(collection: string, keys: readonly string[]): Promise<(StoredRecord | undefined)[]>
  /** Applies each change on its own; `true` where it was applied, `false` where `expected` did not hold. */
  write(changes: readonly Change[]): Promise<boolean[]>
  scan(collection: string, query: ScanQuery): Promise<ScanPage>
}
