import { canonicalJson } from './json.ts'
import { toHex } from './random.ts'

/** SHA-256 of a text as lower-case hexadecimal. */
export async function sha256(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
}

/** Short fingerprint (32 hexadecimal characters) of a JSON value; the order of keys does not matter. */
export async function contentHash(value: unknown): Promise<string> {
  return (await sha256(canonicalJson(value))).slice(0, 32)
}
