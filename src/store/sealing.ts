import * as z from 'zod'
import { ContractError, UsageError } from '../errors/index.ts'
import type { Json } from '../internal/json.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { deflate, inflate } from './deflate.ts'
import type { KeyRing } from './key-ring.ts'
import { MAX_BYTES } from './rules.ts'

const FORMAT = 1
const NONCE_BYTES = 12
/** What base64 of a nonce, a mark of integrity and this many bytes fits into, with its envelope, as one value. */
const MOST_SEALED = Math.floor((MAX_BYTES - 256) / 4) * 3 - NONCE_BYTES - 16

const envelope = z.object({
  sealed: z.number(),
  key: z.string(),
  deflated: z.boolean(),
  data: z.string(),
})
export type Envelope = z.infer<typeof envelope>

/** Where a value lies: it cannot be read from anywhere else. */
export interface Place {
  readonly collection: string
  readonly key: string
}

/** The envelope of a stored value, or undefined where it lies open. */
export function envelopeOf(value: Json): Envelope | undefined {
  const parsed = envelope.safeParse(value)
  if (!parsed.success) return undefined
  if (parsed.data.sealed > FORMAT) {
    throw new UsageError('A stored value was encrypted by a newer release of moloni-sdk.', {
      code: 'format_newer',
      hint: 'Upgrade this process to that release.',
    })
  }
  return parsed.data
}

/** Encrypts the JSON text of a value with the writing key. Errors: `value_too_large`. */
export async function seal(ring: KeyRing, place: Place, text: string): Promise<Json> {
  const plain = new TextEncoder().encode(text)
  const deflated = plain.length > MOST_SEALED
  const content = deflated ? await deflate(plain) : plain
  if (content.length > MOST_SEALED) {
    throw new UsageError('A value is too large to be encrypted.', {
      code: 'value_too_large',
      hint: 'Encrypted values above 780 kB must lose a quarter when they are compressed.',
    })
  }
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const { id } = ring
  const additionalData = boundTo(place, { key: id, deflated })
  const cipher = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    await ring.open(id),
    content,
  )
  const data = new Uint8Array(NONCE_BYTES + cipher.byteLength)
  data.set(iv)
  data.set(new Uint8Array(cipher), NONCE_BYTES)
  return { sealed: FORMAT, key: id, deflated, data: toBase64(data) }
}

/** Errors: `encryption_key_missing`, `stored_record_unreadable`. */
export async function unseal(ring: KeyRing, place: Place, sealed: Envelope): Promise<Json> {
  const key = await ring.open(sealed.key)
  const data = fromBase64(sealed.data)
  if (!data) throw unreadable(sealed)
  const iv = data.subarray(0, NONCE_BYTES)
  const additionalData = boundTo(place, sealed)
  const content = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv, additionalData }, key, data.subarray(NONCE_BYTES))
    .catch(() => {
      throw unreadable(sealed)
    })
  const plain = sealed.deflated ? await inflate(new Uint8Array(content)) : content
  return JSON.parse(new TextDecoder().decode(plain))
}

function boundTo({ collection, key }: Place, { key: id, deflated }: Pick<Envelope, 'key' | 'deflated'>) {
  return new TextEncoder().encode(JSON.stringify([FORMAT, id, deflated, collection, key]))
}

function unreadable({ key }: Envelope): ContractError {
  return new ContractError('An encrypted value cannot be read.', 'stored_record_unreadable', [], {
    hint: `It was changed, moved from another record, or encrypted with another key than the one now called "${key}".`,
  })
}
