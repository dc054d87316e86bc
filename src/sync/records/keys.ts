import { sha256 } from '../../internal/hash.ts'

const PLAIN = /^[A-Za-z0-9._@-]{1,48}$/

/** A text as part of a store key: as it is when short and plain, else hashed. */
export async function keyPart(text: string): Promise<string> {
  return PLAIN.test(text) ? text : `~${(await sha256(text)).slice(0, 40)}`
}

/** A text as part of a store key that must not be readable there (host keys may be personal data). */
export async function hiddenPart(text: string): Promise<string> {
  return (await sha256(text)).slice(0, 40)
}

/** Milliseconds as text that sorts like the number. */
export function timePart(ms: number): string {
  return Math.max(0, Math.round(ms)).toString().padStart(15, '0')
}

/** Tenant, platform and company: what a reconnected company finds its records by. */
export async function scopeOf(connection: {
  readonly tenant: string
  readonly platform: string
  readonly companyId: string
}): Promise<string> {
  return `${await keyPart(connection.tenant)}/${connection.platform}/${await keyPart(connection.companyId)}`
}
