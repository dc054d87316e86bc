import { UsageError } from '../errors/index.ts'
import { fromBase64 } from './base64.ts'

/** One key of an encrypted store. */
export interface EncryptionKey {
  /** Stands in every value that the key has encrypted: 1–50 letters, digits, `.`, `_` or `-`. */
  readonly id: string
  /** 32 random bytes, or their base64. */
  readonly key: Uint8Array | string
}

type OpenedKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** The keys by id. The first one writes, all of them read. */
export interface KeyRing {
  /** Id of the key that writes. */
  readonly id: string
  /** Errors: `encryption_key_missing`. */
  open(id: string): Promise<OpenedKey>
}

const BYTES = 32
const ID = /^[A-Za-z0-9._-]{1,50}$/

export function keyRing(keys: readonly EncryptionKey[]): KeyRing {
  const [first] = keys
  if (!first) throw refused('An encrypted store needs a key.')
  const known = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const { id, key } of keys) {
    if (!ID.test(id))
      throw refused('The id of an encryption key has 1 to 50 letters, digits, ".", "_" or "-".')
    if (known.has(id)) throw refused(`Two encryption keys are called "${id}".`)
    const bytes = typeof key === 'string' ? fromBase64(key) : Uint8Array.from(key)
    if (bytes?.length !== BYTES) throw refused(`The encryption key "${id}" is not 32 bytes or their base64.`)
    known.set(id, bytes)
  }
  const opened = new Map<string, Promise<OpenedKey>>()

  return {
    id: first.id,
    open(id) {
      const bytes = known.get(id)
      if (!bytes) return Promise.reject(missing(id))
      const key =
        opened.get(id) ?? crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
      opened.set(id, key)
      return key
    },
  }
}

function refused(message: string): UsageError {
  return new UsageError(message, {
    code: 'invalid_option',
    hint: 'Make a key with `openssl rand -base64 32`, and keep it outside the database.',
  })
}

function missing(id: string): UsageError {
  return new UsageError(`A value was encrypted with the key "${id}", which is not among the keys.`, {
    code: 'encryption_key_missing',
    hint: 'Add that key to the end of keys. If it is lost for good, the record must be removed and made again.',
  })
}
