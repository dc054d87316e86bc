import { type Change, memoryStore, type Store, type StoredRecord } from 'moloni-sdk'
import { type BrokenStores, but, changed, lookingFirst } from './parts.ts'

/** Reads, writes and races. */
export const brokenRecords: BrokenStores = {
  'a lost update: the version is not looked at': [
    'a version must be the one that is there',
    () =>
      but((store) => ({
        write: (changes) =>
          store.write(
            changed(changes, (it) => (typeof it.expected === 'number' ? { ...it, expected: 'any' } : it)),
          ),
      })),
  ],
  'an "absent" that looks first and writes later': [
    'of many that create a record at once, one wins',
    () =>
      but((store) => ({
        async write(changes) {
          const answers: boolean[] = []
          for (const it of changes) {
            const [there] = await store.read(it.collection, [it.key])
            await new Promise((resolve) => setImmediate(resolve))
            if (it.expected === 'absent' && there) answers.push(false)
            else
              answers.push(
                ...(await store.write([it.expected === 'absent' ? { ...it, expected: 'any' } : it])),
              )
          }
          return answers
        },
      })),
  ],
  'versions that begin again after a delete': [
    'a version from before a delete does not hold for what came after it',
    () => {
      const shown = new Map<string, number>()
      const nameOf = (collection: string, key = '') => `${collection}/${key}`
      return but((store) => ({
        async read(collection, keys) {
          const records = await store.read(collection, keys)
          return records.map(
            (record, i) => record && { ...record, version: shown.get(nameOf(collection, keys[i])) ?? 0 },
          )
        },
        async write(changes) {
          const real = changes.map((it): Change => {
            const fits = shown.get(nameOf(it.collection, it.key)) === it.expected
            return typeof it.expected === 'number' && fits ? { ...it, expected: 'any' } : it
          })
          const answers = await store.write(real)
          changes.forEach(({ collection, key, value }, i) => {
            const name = nameOf(collection, key)
            if (answers[i] && value === undefined) shown.delete(name)
            else if (answers[i]) shown.set(name, (shown.get(name) ?? 0) + 1)
          })
          return answers
        },
      }))
    },
  ],
  'a handle with a cache': [
    'a record reads as it was written, through both handles at once',
    () => {
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
  ],
  'two handles that are two stores': [
    'a record reads as it was written, through both handles at once',
    () => [memoryStore(), memoryStore()],
  ],
  'a key twice in one write': [
    'a key that occurs twice in one write is refused, and nothing is written',
    () =>
      but((store) => ({
        async write(changes) {
          const answers: boolean[] = []
          for (const it of changes) answers.push(...(await store.write([it])))
          return answers
        },
      })),
  ],
  'all changes or none': [
    'each change of a write stands alone and has its own answer',
    () =>
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
  ],
  'a version that is not changed by a write': [
    'a version never comes again, not even after a delete',
    () => {
      const first = new Map<string, number>()
      return but((store) => ({
        async read(collection, keys) {
          return (await store.read(collection, keys)).map((record, i) => {
            const name = `${collection}/${keys[i]}`
            if (!record) first.delete(name)
            else if (!first.has(name)) first.set(name, record.version)
            return record && { ...record, version: first.get(name) ?? 0 }
          })
        },
      }))
    },
  ],
  'a delete that does not look at the version': [
    'a version must be the one that is there',
    () =>
      but((store) => ({
        write: (changes) =>
          store.write(
            changed(changes, (it) =>
              it.value === undefined && typeof it.expected === 'number' ? { ...it, expected: 'any' } : it,
            ),
          ),
      })),
  ],
  '"any" that does not overwrite': [
    '"any" writes and deletes whatever is there',
    () =>
      but((store) => ({
        async write(changes) {
          const answers = await store.write(
            changed(changes, (it) =>
              it.expected === 'any' && it.value !== undefined ? { ...it, expected: 'absent' } : it,
            ),
          )
          return answers.map((answer, i) => answer || changes[i]?.expected === 'any')
        },
      })),
  ],
  'writes with "any" that are forgotten': [
    '"any" writes and deletes whatever is there',
    () =>
      but((store) => ({
        async write(changes) {
          const kept = changes.filter(({ expected }) => expected !== 'any')
          const answers = await store.write(kept)
          return changes.map((change) => {
            const at = kept.indexOf(change)
            return at < 0 || answers[at] === true
          })
        },
      })),
  ],
  'missing records that are left out of the answer': [
    'records come in the order asked, with undefined for what is not there',
    () =>
      but((store) => ({
        read: async (collection, keys) => (await store.read(collection, keys)).filter(Boolean),
      })),
  ],
  'one answer for all changes': [
    'each change of a write stands alone and has its own answer',
    () =>
      but((store) => ({
        async write(changes) {
          const answers = await store.write(changes)
          return answers.map(() => answers.every(Boolean))
        },
      })),
  ],
  'one collection for all': [
    'collections are apart',
    () =>
      but((store) => ({
        read: (collection, keys) => store.read(collection.slice(0, 17), keys),
        write: (changes) =>
          store.write(changed(changes, (it) => ({ ...it, collection: it.collection.slice(0, 17) }))),
        scan: (collection, query) => store.scan(collection.slice(0, 17), query),
      })),
  ],
  'a change that is torn by the one that fails': [
    'a write that throws leaves each of its changes whole or not at all',
    () =>
      but((store) => ({
        async write(changes) {
          try {
            return await store.write(changes)
          } catch (error) {
            const good = changes.filter(({ key }) => /^[ -~]{1,200}$/.test(key))
            await store.write(good.map(({ index, ...change }) => change)).catch(() => {})
            throw error
          }
        },
      })),
  ],
  'batches that lock each other out': [
    'writes of the same keys in another order do not stand in each other’s way',
    () => {
      const held = new Set<string>()
      return but((store) => ({
        async write(changes) {
          const names = changes.map(({ collection, key }) => `${collection}/${key}`)
          const mine = names.length > 1 ? names : []
          if (mine.some((name) => held.has(name))) throw new Error('Not conformant: deadlock')
          for (const name of mine) held.add(name)
          await new Promise((resolve) => setImmediate(resolve))
          for (const name of mine) held.delete(name)
          return store.write(changes)
        },
      }))
    },
  ],
  'an "absent" that overwrites': [
    '"absent" is refused where there is a record',
    () =>
      but((store) => ({
        write: (changes) =>
          store.write(changed(changes, (it) => (it.expected === 'absent' ? { ...it, expected: 'any' } : it))),
      })),
  ],
  'a version that is looked at first and written later': [
    'of many that replace or delete the same version, one wins',
    () => but(lookingFirst),
  ],
  'a version that is looked at first, by a counter': ['no update is lost', () => but(lookingFirst)],
}
