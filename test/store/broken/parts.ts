import { type Change, memoryStore, type Store, type StoredRecord } from 'moloni-sdk'
import type { StoreHandles } from 'moloni-sdk/testing'

/** Stores that break a rule: the check that sees it, and the two handles. */
export type BrokenStores = Readonly<Record<string, readonly [check: string, factory: () => StoreHandles]>>

/** A good store with a part replaced. */
export const but = (part: (store: Store) => Partial<Store>): Store => {
  const store = memoryStore()
  const good: Store = {
    read: (collection, keys) => store.read(collection, keys),
    write: (changes) => store.write(changes),
    scan: (collection, query) => store.scan(collection, query),
  }
  return { ...good, ...part(good) }
}
export const everything = async (store: Store, collection: string): Promise<StoredRecord[]> => {
  const { records } = await store.scan(collection, { by: 'key', limit: 100_000 })
  return [...records]
}
export const cut = (value: Change['value']): Change['value'] =>
  JSON.parse(
    JSON.stringify(value, (_key, inner) => (typeof inner === 'string' ? inner.slice(0, 65_535) : inner)),
  )
export const changed = (changes: readonly Change[], change: (it: Change) => Change) => changes.map(change)

/** The value with each of its texts changed. */
export function rewritten(it: Change, text: (text: string) => string): Change {
  if (it.value === undefined) return it
  const value = JSON.parse(
    JSON.stringify(it.value, (_key, inner) => (typeof inner === 'string' ? text(inner) : inner)),
  )
  return { ...it, value }
}

/** Compares the version in one step, and writes in another. */
export function lookingFirst(store: Store): Partial<Store> {
  return {
    async write(changes) {
      const answers: boolean[] = []
      for (const it of changes) {
        const [there] = await store.read(it.collection, [it.key])
        await new Promise((resolve) => setImmediate(resolve))
        const numbered = typeof it.expected === 'number'
        if (numbered && there?.version !== it.expected) answers.push(false)
        else answers.push(...(await store.write([numbered ? { ...it, expected: 'any' } : it])))
      }
      return answers
    },
  }
}
