import { ContractError, checkOptionNames } from '../errors/index.ts'
import type { Json } from '../internal/json.ts'
import { type EncryptionKey, keyRing } from './key-ring.ts'
import { checkChanges } from './rules.ts'
import { envelopeOf, seal, unseal } from './sealing.ts'
import type { Store, StoredRecord } from './store.ts'

export interface EncryptedStoreOptions {
  /** The first key writes, all of them read. At least one. */
  readonly keys: readonly EncryptionKey[]
  /**
   * Also reads values that lie open, as they do where a store was used without encryption before. Default false: such a
   * value is refused, for whoever can write to the database could otherwise slip one in.
   */
  readonly acceptPlain?: boolean | undefined
}

/** A {@link Store} whose values are encrypted. */
export interface EncryptedStore extends Store {
  /**
   * Encrypts again, with the first key, what another key of a collection has encrypted (and, with `acceptPlain`, what lies
   * open). Answers how many records that were; a record that somebody else writes meanwhile is left to them. May be broken
   * off and called again.
   */
  rewrap(collection: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<number>
}

const PAGE = 100

/**
 * Encrypts every value on its way into another store, with AES-256-GCM, each bound to its collection and key. Collection,
 * key, index, version and length stay visible; the engine keeps no secret in them.
 *
 * Errors: `invalid_option`; when reading `encryption_key_missing`, `stored_record_unreadable`, `stored_value_open`; when
 * writing `value_too_large`, for a value between 780 kB and 1 MB that cannot be compressed.
 *
 * @example
 * ```ts
 * import { encryptedStore, memoryStore } from 'moloni-sdk'
 *
 * const key = crypto.getRandomValues(new Uint8Array(32))
 * export const store = encryptedStore(memoryStore(), { keys: [{ id: '2026-03', key }] })
 * ```
 */
export function encryptedStore(store: Store, options: EncryptedStoreOptions): EncryptedStore {
  checkOptionNames(options, { keys: true, acceptPlain: true })
  const { acceptPlain = false } = options
  const ring = keyRing(options.keys)

  async function open(collection: string, { key, value }: StoredRecord): Promise<Json> {
    const envelope = envelopeOf(value)
    if (envelope) return unseal(ring, { collection, key }, envelope)
    if (acceptPlain) return value
    throw new ContractError('A stored value is not encrypted.', 'stored_value_open', [], {
      hint: 'If this store was used without encryption before, set acceptPlain and call rewrap().',
    })
  }

  const opened = async (collection: string, record: StoredRecord): Promise<StoredRecord> => ({
    ...record,
    value: await open(collection, record),
  })

  return {
    async read(collection, keys) {
      const records = await store.read(collection, keys)
      return Promise.all(records.map(async (record) => record && opened(collection, record)))
    },

    async write(changes) {
      const texts = checkChanges(changes)
      const sealed = await Promise.all(
        changes.map(async (change, i) => {
          const text = texts[i]
          return text === undefined ? change : { ...change, value: await seal(ring, change, text) }
        }),
      )
      return store.write(sealed)
    },

    async scan(collection, query) {
      const page = await store.scan(collection, query)
      return { ...page, records: await Promise.all(page.records.map((record) => opened(collection, record))) }
    },

    async rewrap(collection, { signal } = {}) {
      let rewrapped = 0
      let after: string | undefined
      do {
        signal?.throwIfAborted()
        const more = after === undefined ? {} : { after }
        const page = await store.scan(collection, { by: 'key', limit: PAGE, ...more })
        const old = page.records.filter(({ value }) => envelopeOf(value)?.key !== ring.id)
        const changes = await Promise.all(
          old.map(async (record) => ({
            collection,
            key: record.key,
            expected: record.version,
            value: await seal(
              ring,
              { collection, key: record.key },
              JSON.stringify(await open(collection, record)),
            ),
            ...(record.index === undefined ? {} : { index: record.index }),
          })),
        )
        const answers = changes.length > 0 ? await store.write(changes) : []
        rewrapped += answers.filter(Boolean).length
        after = page.next
      } while (after !== undefined)
      return rewrapped
    },
  }
}
