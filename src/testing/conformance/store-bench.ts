import type { Change, ScanQuery, Store, StoredRecord } from '../../store/index.ts'
import { holds } from './claims.ts'

/** Two independent handles on one store, as two processes have them; a single store stands for both. */
export type StoreHandles = Store | readonly [Store, Store]

/** What a check works on: the two handles and a collection that nobody else uses. */
export interface Bench {
  readonly a: Store
  readonly b: Store
  readonly collection: string
  /** Changes in this check's collection. */
  put(key: string, value: Change['value'], more?: Partial<Change>): Change
  get(key: string, store?: Store): Promise<StoredRecord | undefined>
  /** All keys of a scan, read page by page. */
  sweep(query: ScanQuery, store?: Store): Promise<string[]>
}

export type Checks = Readonly<Record<string, (bench: Bench) => Promise<void>>>

export function benchOf(handles: StoreHandles): Bench {
  const [a, b] = 'read' in handles ? [handles, handles] : handles
  const collection = `check${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
  return {
    a,
    b,
    collection,
    put: (key, value, more = {}) => ({
      collection,
      key,
      expected: 'any',
      ...(value === undefined ? {} : { value }),
      ...more,
    }),
    get: async (key, store = a) => (await store.read(collection, [key]))[0],
    async sweep(query, store = a) {
      const keys: string[] = []
      let after: string | undefined
      for (let page = 0; page < 1000; page++) {
        const { records, next } = await store.scan(collection, {
          ...query,
          ...(after === undefined ? {} : { after }),
        })
        holds(records.length <= query.limit, `a page has ${records.length} records, more than its limit`)
        keys.push(...records.map(({ key }) => key))
        if (next === undefined) return keys
        after = next
      }
      throw new Error('The scan does not end.')
    },
  }
}
