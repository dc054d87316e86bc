import { UsageError } from '../../errors/index.ts'
import { sha256 } from '../../internal/hash.ts'
import type { Connection } from '../connections/connection.ts'
import type { Context } from '../context.ts'

const SECRET = /^[0-9a-f]{64}$/

/** The public address under which the host hands requests to `handleWebhook`; undefined when it has none. */
export async function webhookBase(context: Context, connection: Connection): Promise<URL | undefined> {
  const { webhookUrl } = context.options
  const given = typeof webhookUrl === 'function' ? await webhookUrl(connection) : webhookUrl
  if (given === undefined) return undefined
  const url = URL.canParse(String(given)) ? new URL(given) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.hash !== '') {
    throw new UsageError('The option webhookUrl must be an http(s) address without a fragment.', {
      code: 'invalid_option',
    })
  }
  return url
}

/** The address that Moloni is given: the base with the secret as its last part. */
export function webhookAddress(base: URL, secret: string): string {
  const url = new URL(base)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${secret}`
  return url.href
}

/** Hash of the secret in an address; undefined when it holds none. Only hashes are kept and compared. */
export async function secretHash(address: string | URL): Promise<string | undefined> {
  if (!URL.canParse(String(address))) return undefined
  const secret = new URL(address).pathname.split('/').filter(Boolean).at(-1) ?? ''
  return SECRET.test(secret) ? sha256(secret) : undefined
}
