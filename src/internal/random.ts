/** A source of randomness, injected so that tests can seed it. */
export interface Random {
  /** Number from 0 (included) to 1 (excluded), for jitter. */
  next(): number
  /** Unguessable lower-case hexadecimal text of `bytes` bytes. */
  token(bytes: number): string
}

/** The platform's cryptographic randomness. */
export const systemRandom: Random = {
  next: () => Math.random(),
  token: (bytes) => toHex(crypto.getRandomValues(new Uint8Array(bytes))),
}

/** Lower-case hexadecimal text of some bytes. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
