import * as z from 'zod'
import { ContractError, HttpError } from '../errors/index.ts'
import type { Answer } from '../http/index.ts'
import { grantError } from './grant-error.ts'
import type { PlatformFacts } from './platforms.ts'
import type { TokenSet } from './token-set.ts'

const seconds = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .refine((value) => Number.isFinite(value) && value > 0)

const pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  // A lifetime that cannot be read is a missing one: the documented default is safer than losing the pair.
  expires_in: seconds.optional().catch(undefined),
  refresh_expires_in: seconds.optional().catch(undefined),
})

const refusal = z.object({
  error: z.string().min(1),
  error_description: z.string().optional().catch(undefined),
})

interface Granting {
  readonly facts: PlatformFacts
  /** Epoch milliseconds when the grant was asked for: a pair is never thought fresher than it is. */
  readonly askedAt: number
  /** The refresh token that was spent, kept when the answer holds no other. */
  readonly spent?: string
  readonly secrets: readonly string[]
}

/** The tokens in a grant's answer, or the error that it states. */
export function readGrant(answer: Answer, { facts, askedAt, spent, secrets }: Granting): TokenSet {
  const refused = refusal.safeParse(answer.data)
  if (refused.success) throw grantError(refused.data.error, refused.data.error_description, secrets)
  if (answer.status >= 400) {
    throw new HttpError(`grant: Moloni answered HTTP ${answer.status} without a reason.`, answer.status)
  }
  const parsed = pair.safeParse(answer.data)
  const refreshToken = parsed.data?.refresh_token ?? spent
  if (!parsed.success || refreshToken === undefined) {
    const paths = parsed.success ? ['refresh_token'] : parsed.error.issues.map(({ path }) => path.join('.'))
    throw new ContractError('grant: the answer holds no pair of tokens.', 'unexpected_answer', paths)
  }
  const { access_token, expires_in, refresh_expires_in } = parsed.data
  return {
    accessToken: access_token,
    refreshToken,
    accessExpiresAt: askedAt + (expires_in ?? facts.accessSeconds) * 1000,
    refreshExpiresAt: askedAt + (refresh_expires_in ?? facts.refreshSeconds) * 1000,
  }
}
