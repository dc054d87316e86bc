import { type Change, memoryStore, type Store } from '../../src/store/index.ts'

/** Everything that a store held at one moment. */
export type Backup = readonly Change[]

/** A store in memory of which backups can be taken. */
export interface BackedUpStore extends Store {
  backup(): Promise<Backup>
}

/** A store that holds what a backup holds; empty without one. Its versions are other ones, as after any restore. */
export async function restored(backup: Backup = []): Promise<BackedUpStore> {
  const store = memoryStore()
  const collections = new Set(backup.map(({ collection }) => collection))
  if (backup.length > 0) await store.write(backup)
  return {
    read: (collection, keys) => store.read(collection, keys),
    scan: (collection, query) => store.scan(collection, query),
    write(changes) {
      for (const { collection } of changes) collections.add(collection)
      return store.write(changes)
    },
    async backup() {
      const copies = [...collections].map(async (collection): Promise<Change[]> => {
        const { records } = await store.scan(collection, { by: 'key', limit: Number.MAX_SAFE_INTEGER })
        return records.map(({ key, value, index }) => ({
          collection,
          key,
          expected: 'absent',
          value,
          ...(index === undefined ? {} : { index }),
        }))
      })
      return (await Promise.all(copies)).flat()
    },
  }
}
