import type { Change, StoredRecord } from 'moloni-sdk'
import { type BrokenStores, but, changed, cut, rewritten } from './parts.ts'

/** Values, texts and sizes. */
export const brokenValues: BrokenStores = {
  'long values that are cut': [
    'values up to 1 MB are kept whole',
    () =>
      but((store) => ({
        write: (changes) =>
          store.write(
            changed(changes, (it) => (it.value === undefined ? it : { ...it, value: cut(it.value) ?? null })),
          ),
      })),
  ],
  'keys that are compared without case': [
    'keys that differ in case or blanks are different',
    () =>
      but((store) => ({
        read: (collection, keys) =>
          store.read(
            collection,
            keys.map((key) => key.toLowerCase()),
          ),
        write: (changes) => store.write(changed(changes, (it) => ({ ...it, key: it.key.toLowerCase() }))),
      })),
  ],
  'keys without their trailing blanks': [
    'keys that differ in case or blanks are different',
    () =>
      but((store) => ({
        read: (collection, keys) =>
          store.read(
            collection,
            keys.map((key) => key.trimEnd() || ' '),
          ),
        write: (changes) =>
          store.write(changed(changes, (it) => ({ ...it, key: it.key.trimEnd() || it.key }))),
      })),
  ],
  'records that are shared with the caller': [
    'what is read or written belongs to the caller',
    () => {
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
  ],
  'only the first hundred of many': [
    'one call takes many keys',
    () => but((store) => ({ read: (collection, keys) => store.read(collection, keys.slice(0, 100)) })),
  ],
  'null that is a delete': [
    'every kind of value comes back as it was, empty ones too',
    () =>
      but((store) => ({
        write: (changes) =>
          store.write(
            changed(changes, ({ value, ...it }) =>
              value === null || value === undefined ? it : { ...it, value },
            ),
          ),
      })),
  ],
  'whole numbers that are rounded': [
    'every kind of value comes back as it was, empty ones too',
    () =>
      but((store) => ({
        write: (changes) =>
          store.write(
            changed(changes, (it) =>
              typeof it.value === 'number' ? { ...it, value: Number(it.value.toPrecision(15)) } : it,
            ),
          ),
      })),
  ],
  'texts that end at a zero byte': [
    'every kind of value comes back as it was, empty ones too',
    () =>
      but((store) => ({
        write: (changes) =>
          store.write(
            changed(changes, (it) =>
              typeof it.value === 'string' ? { ...it, value: it.value.split('\u0000')[0] ?? '' } : it,
            ),
          ),
      })),
  ],
  'large values that are dropped in silence': [
    'a larger value is refused or kept whole, never cut',
    () =>
      but((store) => ({
        async write(changes) {
          const fits = ({ value = null }: Change) => JSON.stringify(value).length < 1_000_000
          await store.write(changes.filter(fits))
          return changes.map(() => true)
        },
      })),
  ],
  'keys of any length and language': [
    'other texts are refused as keys and indexes',
    () => {
      const short = (text: string) => encodeURIComponent(text || ' ').slice(0, 200)
      return but((store) => ({
        read: (collection, keys) => store.read(collection, keys.map(short)),
        write: (changes) =>
          store.write(
            changed(changes, ({ index, ...it }) => ({
              ...it,
              key: short(it.key),
              ...(index === undefined ? {} : { index: short(index) }),
            })),
          ),
      }))
    },
  ],
  'keys that are cut': [
    'keys and indexes of 200 characters count to the last one',
    () =>
      but((store) => ({
        read: (collection, keys) =>
          store.read(
            collection,
            keys.map((key) => key.slice(0, 190)),
          ),
        write: (changes) => store.write(changed(changes, (it) => ({ ...it, key: it.key.slice(0, 190) }))),
      })),
  ],
  'texts that end at half a surrogate pair': [
    'half a surrogate pair does not change what is beside it',
    () =>
      but((store) => ({
        write: (changes) =>
          store.write(
            changed(changes, (it) =>
              rewritten(it, (text) => text.split(/[\ud800-\udfff](?![\ud800-\udfff])/)[0] ?? ''),
            ),
          ),
      })),
  ],
  'fields that are copied one by one': [
    'a field called __proto__ is a field',
    () => {
      const copy = (value: unknown): Change['value'] => {
        const made = Object.assign(Array.isArray(value) ? [] : {})
        if (!value || typeof value !== 'object') return Object(value).valueOf() ?? null
        for (const [name, inner] of Object.entries(value)) {
          made[name] = inner && typeof inner === 'object' ? copy(inner) : inner
        }
        return made
      }
      return but((store) => ({
        read: async (collection, keys) =>
          (await store.read(collection, keys)).map(
            (record) =>
              record && { ...record, value: record.value === null ? null : (copy(record.value) ?? null) },
          ),
      }))
    },
  ],
  'fields that are undefined and become null': [
    'a field that is undefined is left out',
    () =>
      but((store) => ({
        write: (changes) =>
          store.write(
            changed(changes, (it) =>
              it.value === undefined
                ? it
                : { ...it, value: JSON.parse(JSON.stringify(it.value, (_key, inner) => inner ?? null)) },
            ),
          ),
      })),
  ],
}
