import { AuthError, UsageError } from '../errors/index.ts'
import { type Answer, redact } from '../http/index.ts'
import { staticToken } from './static-token.ts'
import type { TokenSource } from './token-source.ts'

/** Anything that hands out access tokens. */
export type AccessTokens = Pick<TokenSource, 'get'>

/** Why a call was refused at the door. */
export interface AccessRefusal {
  /** In Moloni's words. */
  readonly said: string
  /** Whether another access token may cure it. */
  readonly curable: boolean
}

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

/** @param refusalOf the refusal of access that an answer states, if it does */
export function createAccess(
  tokens: AccessTokens,
  refusalOf: (answer: Answer) => AccessRefusal | undefined,
): Access {
  /** A token that was refused although it was brand-new: the account, not the token, is the reason. */
  let refusedNew: string | undefined

  return {
    async send(post, label, signal) {
      const token = await tokens.get({ signal })
      const answer = await post(token)
      const refused = refusalOf(answer)
      if (refused === undefined) return { answer, token }
      if (token === refusedNew || !refused.curable) throw accessRefused(label, refused, token)

      const renewed = await tokens.get({ signal, rejected: token })
      const second = await post(renewed)
      const again = refusalOf(second)
      if (again === undefined) return { answer: second, token: renewed }
      refusedNew = renewed
      throw accessRefused(label, again, renewed)
    },
  }
}

/** The `token` option of a client as a source. */
export function accessTokensOf(token: AccessTokens | string): AccessTokens {
  if (typeof token === 'string') return staticToken(token)
  if (typeof token?.get === 'function') return token
  throw new UsageError('The option token is missing.', {
    code: 'missing_option',
    hint: 'Give a token source (createTokenSource) or an access token.',
  })
}

function accessRefused(label: string, { said }: AccessRefusal, token: string): AuthError {
  return new AuthError(
    `${label}: Moloni refused access. It says: "${redact(said, [token])}".`,
    'access_refused',
    { hint: 'Check that this login may use the company and the function.' },
  )
}
