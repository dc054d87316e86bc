import * as z from 'zod'
import { AuthError, UsageError } from '../errors/index.ts'
import type { Json } from '../internal/json.ts'
import type { TokenSet } from './token-set.ts'

export const TOKENS = 'tokens'

const record = z.object({
  format: z.literal(1),
  tokens: z.object({
    accessToken: z.string(),
    refreshToken: z.string(),
    accessExpiresAt: z.number(),
    refreshExpiresAt: z.number(),
  }),
  claim: z.object({ owner: z.string(), until: z.number() }).optional(),
  needsLogin: z.object({ judged: z.string(), at: z.number(), reason: z.string() }).optional(),
})

/** A process that may ask for the next pair until a time (epoch milliseconds). */
export interface Claim {
  readonly owner: string
  readonly until: number
}

/** The stored note that a person has to log in. */
export interface NeedsLoginMark {
  /** Hash of the refresh token that Moloni refused; the mark means nothing for another one. */
  readonly judged: string
  readonly at: number
  readonly reason: string
}

/** Everything that is stored about one login. */
export interface TokenRecord {
  readonly tokens: TokenSet
  readonly claim?: Claim
  readonly needsLogin?: NeedsLoginMark
}

export function parseTokenRecord(value: Json): TokenRecord {
  const parsed = record.safeParse(value)
  if (parsed.success) {
    const { tokens, claim, needsLogin } = parsed.data
    return { tokens, ...(claim ? { claim } : {}), ...(needsLogin ? { needsLogin } : {}) }
  }
  throw new UsageError('The stored tokens cannot be read.', {
    code: 'unreadable_record',
    hint: 'They may come from a later version of this library: update it, or log in again.',
  })
}

export function writeTokenRecord({ tokens, claim, needsLogin }: TokenRecord): Json {
  return {
    format: 1,
    tokens: { ...tokens },
    ...(claim ? { claim: { ...claim } } : {}),
    ...(needsLogin ? { needsLogin: { ...needsLogin } } : {}),
  }
}

export function needsLogin(why: string, cause?: unknown): AuthError {
  return new AuthError(why, 'needs_login', {
    hint: 'A person has to log in again.',
    needsLogin: true,
    ...(cause === undefined ? {} : { cause }),
  })
}
