import { AuthError } from '../errors/index.ts'
import { type Answer, redact } from '../http/index.ts'
import type { TokenSource } from '../oauth/index.ts'

/** Anything that hands out access tokens. */
export type AccessTokens = Pick<TokenSource, 'get'>

/** Refusals that another access token cannot cure. */
const NOT_THE_TOKEN = new Set([
  'access_denied',
  'insufficient_scope',
  'invalid_client',
  'unauthorized_client',
])

export interface Access {
  /**
   * Sends with an access token. When Moloni refuses the token, gets another one and sends once more: a refused
   * call had no effect. Throws an `AuthError` `access_refused` when that is refused too.
   */
  send(
    post: (token: string) => Promise<Answer>,
    label: string,
    signal?: AbortSignal,
  ): Promise<{ answer: Answer; token: string }>
}

export function createAccess(tokens: AccessTokens): Access {
  /** A token that was refused although it was brand-new: the account, not the token, is the reason. */
  let refusedNew: string | undefined

  return {
    async send(post, label, signal) {
      const token = await tokens.get({ signal })
      const answer = await post(token)
      const refused = refusalOf(answer)
      if (refused === undefined) return { answer, token }
      if (token === refusedNew || NOT_THE_TOKEN.has(refused.error)) throw accessRefused(label, refused, token)

      const renewed = await tokens.get({ signal, rejected: token })
      const second = await post(renewed)
      const again = refusalOf(second)
      if (again === undefined) return { answer: second, token: renewed }
      refusedNew = renewed
      throw accessRefused(label, again, renewed)
    },
  }
}

interface Refusal {
  readonly error: string
  readonly description: string
}

/** No endpoint answers a field `error`: it is always a refusal of access, whatever the status. */
function refusalOf({ status, data }: Answer): Refusal | undefined {
  const body: Partial<Record<string, unknown>> = typeof data === 'object' && data !== null ? { ...data } : {}
  const { error, error_description: said } = body
  if (typeof error === 'string' && !Array.isArray(data)) {
    return { error, description: typeof said === 'string' ? said : error }
  }
  return status === 401 ? { error: 'unauthorized', description: 'HTTP 401' } : undefined
}

function accessRefused(label: string, { description }: Refusal, token: string): AuthError {
  return new AuthError(
    `${label}: Moloni refused access. It says: "${redact(description, [token])}".`,
    'access_refused',
    {
      hint: 'Check that this login may use the company and the function.',
    },
  )
}
