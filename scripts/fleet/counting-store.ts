import type { Store } from 'moloni-sdk'

export interface StoreCalls {
  reads: number
  writes: number
  scans: number
  /** Changes in all writes. */
  changes: number
}

export const noCalls = (): StoreCalls => ({ reads: 0, writes: 0, scans: 0, changes: 0 })

/** A store that counts what is asked of it. */
export function countingStore(store: Store, calls: StoreCalls): Store {
  return {
    read(collection, keys) {
      calls.reads += 1
      return store.read(collection, keys)
    },
    write(changes) {
      calls.writes += 1
      calls.changes += changes.length
      return store.write(changes)
    },
    scan(collection, query) {
      calls.scans += 1
      return store.scan(collection, query)
    },
  }
}
