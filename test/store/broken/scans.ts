import type { ScanPage, ScanQuery, StoredRecord } from 'moloni-sdk'
import { type BrokenStores, but, changed, everything } from './parts.ts'

/** Orders, prefixes and pages. */
export const brokenScans: BrokenStores = {
  'a scan in the order of a language': [
    'a scan by key is in the order of bytes, forward and back',
    () =>
      but((store) => ({
        async scan(collection, { by, prefix = '', limit, reverse = false, after }): Promise<ScanPage> {
          const place = (it: StoredRecord) => (by === 'key' ? it.key : `${it.index}\n${it.key}`)
          const all = (await everything(store, collection))
            .filter((it) => (by === 'key' ? it.key : (it.index ?? '\u0000')).startsWith(prefix))
            .filter((it) => by === 'key' || it.index !== undefined)
            .sort((x, y) => place(x).localeCompare(place(y)))
          if (reverse) all.reverse()
          const from = after === undefined ? 0 : Number(after)
          const next = from + limit
          return { records: all.slice(from, next), ...(next < all.length ? { next: String(next) } : {}) }
        },
      })),
  ],
  'a prefix that is a pattern': [
    'a prefix is plain text',
    () =>
      but((store) => ({
        async scan(collection, { prefix = '', ...query }) {
          const pattern = new RegExp(
            `^${prefix.replace(/[\\]/g, '\\\\').replaceAll('%', '.*').replaceAll('_', '.')}`,
          )
          const page = await store.scan(collection, { ...query, limit: 100_000 })
          const part = (it: StoredRecord) => (query.by === 'key' ? it.key : (it.index ?? ''))
          return { records: page.records.filter((it) => pattern.test(part(it))) }
        },
      })),
  ],
  'an index that stays when a write has none': [
    'an index is replaced by each write and removed if absent',
    () =>
      but((store) => ({
        async write(changes) {
          const kept = await Promise.all(
            changes.map(async (it) => {
              const [before] = await store.read(it.collection, [it.key])
              return it.index === undefined && before?.index !== undefined && it.value !== undefined
                ? { ...it, index: before.index }
                : it
            }),
          )
          return store.write(kept)
        },
      })),
  ],
  'pages by index that lose equal indexes at their edge': [
    'a scan by index is in the order of index, then key, over every edge of a page',
    () =>
      but((store) => ({
        async scan(collection, query: ScanQuery) {
          if (query.by === 'key') return store.scan(collection, query)
          const { after, ...rest } = query
          const all = await store.scan(collection, { ...rest, limit: 100_000 })
          const left = all.records.filter(
            ({ index = '' }) => after === undefined || (query.reverse ? index < after : index > after),
          )
          const records = left.slice(0, query.limit)
          const last = records.at(-1)?.index
          return { records, ...(last !== undefined && left.length > records.length ? { next: last } : {}) }
        },
      })),
  ],
  'a scan that never goes back': [
    'a scan by key is in the order of bytes, forward and back',
    () => but((store) => ({ scan: (collection, { reverse, ...query }) => store.scan(collection, query) })),
  ],
  'pages larger than their limit': [
    'a page ends where it should, and the last one says so',
    () =>
      but((store) => ({
        scan: (collection, query) => store.scan(collection, { ...query, limit: query.limit + 1 }),
      })),
  ],
  'pages without a next': [
    'a page ends where it should, and the last one says so',
    () =>
      but((store) => ({
        scan: async (collection, query) => ({ records: (await store.scan(collection, query)).records }),
      })),
  ],
  'pages by their number': [
    'records that are written during a sweep do not end or repeat it',
    () =>
      but((store) => ({
        async scan(collection, { after = '0', limit, ...query }) {
          const all = await store.scan(collection, { ...query, limit: 100_000 })
          const next = Number(after) + limit
          const records = all.records.slice(Number(after), next)
          return { records, ...(next < all.records.length ? { next: String(next) } : {}) }
        },
      })),
  ],
  'a scan by index that shows records without one': [
    'a scan by index is in the order of index, then key, over every edge of a page',
    () =>
      but((store) => ({
        write: (changes) => store.write(changed(changes, (it) => ({ index: '~', ...it }))),
      })),
  ],
  'quotes that become another character': [
    'every printable character is itself, in keys, indexes and prefixes',
    () => {
      const plain = (text: string) => text.replaceAll("'", '`')
      return but((store) => ({
        read: (collection, keys) => store.read(collection, keys.map(plain)),
        write: (changes) => store.write(changed(changes, (it) => ({ ...it, key: plain(it.key) }))),
      }))
    },
  ],
  'a prefix that is forgotten on the second page': [
    'a page of one prefix goes on within it, forward and back',
    () =>
      but((store) => ({
        scan: (collection, { prefix, ...query }) =>
          store.scan(collection, query.after === undefined && prefix ? { ...query, prefix } : query),
      })),
  ],
}
