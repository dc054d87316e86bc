import { canonicalJson } from '../internal/json.ts'
import type { Store } from '../store/index.ts'
import { parseTokenRecord, TOKENS, type TokenRecord, writeTokenRecord } from './token-record.ts'

export interface Shelved {
  readonly record: TokenRecord
  readonly version: number
}

/** The one record of a login in the store, changed by compare-and-set only. */
export interface TokenShelf {
  read(): Promise<Shelved | undefined>
  /** False when the record is no longer the one that was seen. */
  replace(expected: number | 'absent', record: TokenRecord): Promise<boolean>
  remove(): Promise<void>
}

export function tokenShelf(store: Store, key: string): TokenShelf {
  async function stored() {
    const [found] = await store.read(TOKENS, [key])
    return found
  }
  return {
    async read() {
      const found = await stored()
      return found && { record: parseTokenRecord(found.value), version: found.version }
    },
    async replace(expected, record) {
      const value = writeTokenRecord(record)
      try {
        const [done] = await store.write([{ collection: TOKENS, key, expected, value }])
        return done === true
      } catch (error) {
        // Only the answer may be lost: every record that we write is recognisably ours.
        const found = await stored()
        if (found && canonicalJson(found.value) === canonicalJson(value)) return true
        throw error
      }
    },
    async remove() {
      await store.write([{ collection: TOKENS, key, expected: 'any' }])
    },
  }
}
