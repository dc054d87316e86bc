import type { Answer } from '../http/index.ts'
import type { AccessRefusal } from '../oauth/access.ts'

/** Refusals that another access token cannot cure. */
const NOT_THE_TOKEN = new Set([
  'access_denied',
  'insufficient_scope',
  'invalid_client',
  'unauthorized_client',
])

/** No endpoint answers a field `error`: it is always a refusal of access, whatever the status. */
export function accessRefusal({ status, data }: Answer): AccessRefusal | undefined {
  const body: Partial<Record<string, unknown>> = typeof data === 'object' && data !== null ? { ...data } : {}
  const { error, error_description: said } = body
  if (typeof error === 'string' && !Array.isArray(data)) {
    return { said: typeof said === 'string' ? said : error, curable: !NOT_THE_TOKEN.has(error) }
  }
  return status === 401 ? { said: 'HTTP 401', curable: true } : undefined
}
