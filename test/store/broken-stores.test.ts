import { expect, test } from 'vitest'
import type { Change, ScanPage, ScanQuery, Store, StoredRecord } from '../../src/store/index.ts'
import { memoryStore } from '../../src/store/index.ts'
import { type StoreHandles, storeConformance } from '../../src/testing/index.ts'

/** A good store with a part replaced. */
const but = (part: (store: Store) => Partial<Store>): Store => {
  const store = memoryStore()
  const good: Store = {
    read: (collection, keys) => store.read(collection, keys),
    write: (changes) => store.write(changes),
    scan: (collection, query) => store.scan(collection, query),
  }
  return { ...good, ...part(good) }
}
const everything = async (store: Store, collection: string): Promise<StoredRecord[]> => {
  const { records } = await store.scan(collection, { by: 'key', limit: 100_000 })
  return [...records]
}
const cut = (value: Change['value']): Change['value'] =>
  JSON.parse(
    JSON.stringify(value, (_key, inner) => (typeof inner === 'string' ? inner.slice(0, 65_535) : inner)),
  )
const changed = (changes: readonly Change[], change: (it: Change) => Change) => changes.map(change)

const broken: Record<string, () => StoreHandles> = {
  'a lost update: the version is not looked at': () =>
    but((store) => ({
      write: (changes) =>
        store.write(
          changed(changes, (it) => (typeof it.expected === 'number' ? { ...it, expected: 'any' } : it)),
        ),
    })),
  'an "absent" that looks first and writes later': () =>
    but((store) => ({
      async write(changes) {
        const answers: boolean[] = []
        for (const it of changes) {
          const [there] = await store.read(it.collection, [it.key])
          await new Promise((resolve) => setImmediate(resolve))
          if (it.expected === 'absent' && there) answers.push(false)
          else
            answers.push(...(await store.write([it.expected === 'absent' ? { ...it, expected: 'any' } : it])))
        }
        return answers
      },
    })),
  'long values that are cut': () =>
    but((store) => ({
      write: (changes) =>
        store.write(
          changed(changes, (it) => (it.value === undefined ? it : { ...it, value: cut(it.value) ?? null })),
        ),
    })),
  'a scan in the order of a language': () =>
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
  'versions that begin again after a delete': () => {
    const counts = new Map<string, Map<number, number>>()
    return but((store) => ({
      async read(collection, keys) {
        return (await store.read(collection, keys)).map((record, i) => {
          const seen = counts.get(`${collection}/${keys[i]}`) ?? new Map<number, number>()
          counts.set(`${collection}/${keys[i]}`, seen)
          if (!record) seen.clear()
          else if (!seen.has(record.version)) seen.set(record.version, seen.size + 1)
          return record && { ...record, version: seen.get(record.version) ?? 0 }
        })
      },
    }))
  },
  'a handle with a cache': () => {
    const store = memoryStore()
    const cache = new Map<string, StoredRecord | undefined>()
    const cached: Store = {
      ...store,
      async read(collection, keys) {
        const records = await store.read(collection, keys)
        return keys.map((key, i) => {
          if (!cache.has(`${collection}/${key}`)) cache.set(`${collection}/${key}`, records[i])
          return cache.get(`${collection}/${key}`)
        })
      },
    }
    return [store, cached]
  },
  'two handles that are two stores': () => [memoryStore(), memoryStore()],
  'keys that are compared without case': () =>
    but((store) => ({
      read: (collection, keys) =>
        store.read(
          collection,
          keys.map((key) => key.toLowerCase()),
        ),
      write: (changes) => store.write(changed(changes, (it) => ({ ...it, key: it.key.toLowerCase() }))),
    })),
  'keys without their trailing blanks': () =>
    but((store) => ({
      read: (collection, keys) =>
        store.read(
          collection,
          keys.map((key) => key.trimEnd() || ' '),
        ),
      write: (changes) => store.write(changed(changes, (it) => ({ ...it, key: it.key.trimEnd() || it.key }))),
    })),
  'a prefix that is a pattern': () =>
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
  'an index that stays when a write has none': () =>
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
  'pages by index that lose equal indexes at their edge': () =>
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
  'a key twice in one write': () =>
    but((store) => ({
      async write(changes) {
        const answers: boolean[] = []
        for (const it of changes) answers.push(...(await store.write([it])))
        return answers
      },
    })),
  'all changes or none': () =>
    but((store) => ({
      async write(changes) {
        const there = await Promise.all(
          changes.map(async (it) => (await store.read(it.collection, [it.key]))[0]),
        )
        const fits = changes.every(({ expected }, i) =>
          expected === 'absent' ? !there[i] : expected === 'any' || there[i]?.version === expected,
        )
        return fits ? store.write(changes) : changes.map(() => false)
      },
    })),
  'records that are shared with the caller': () => {
    const shared = new Map<string, StoredRecord>()
    return but((store) => ({
      async read(collection, keys) {
        return (await store.read(collection, keys)).map((record) => {
          if (!record) return undefined
          const known = `${collection}/${record.version}`
          return shared.get(known) ?? shared.set(known, record).get(known)
        })
      },
    }))
  },
  'only the first hundred of many': () =>
    but((store) => ({ read: (collection, keys) => store.read(collection, keys.slice(0, 100)) })),
}

test.each(Object.entries(broken))('the suite sees %s', async (_name, factory) => {
  const failed: string[] = []
  for (const { name, run } of storeConformance(factory)) {
    await run().catch((error: unknown) => {
      expect(String(error)).toMatch(/Not conformant|UsageError|does not end/)
      failed.push(name)
    })
  }
  expect(failed.length).toBeGreaterThan(0)
})
