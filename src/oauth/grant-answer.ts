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
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1).optional(),
  // A lifetime that cannot be read is a missing one: the documented default is safer than losing the pair.
  accessSeconds: seconds.optional().catch(undefined),
  refreshSeconds: seconds.optional().catch(undefined),
})

/** Whatever an error looks like, a grant that has one is refused. */
const stated = z.union([z.string().min(1), z.literal(true).transform(String), z.looseObject({})])

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
  const fields = fieldsOf(answer.data)
  const { answer: names, description } = facts.words
  const refused = stated.safeParse(fields.error)
  if (refused.success) {
    const inner = typeof refused.data === 'string' ? fields : refused.data
    const said = z.string().safeParse(inner[description]).data
    const error = typeof refused.data === 'string' ? refused.data : 'error'
    throw grantError(error, said, { knownErrors: facts.knownErrors, secrets })
  }
  if (answer.status >= 400) {
    throw new HttpError(`grant: Moloni answered HTTP ${answer.status} without a reason.`, answer.status)
  }
  const parsed = pair.safeParse({
    accessToken: fields[names.accessToken],
    refreshToken: fields[names.refreshToken],
    accessSeconds: fields[names.accessSeconds],
    refreshSeconds: fields[names.refreshSeconds],
  })
  const refreshToken = parsed.data?.refreshToken ?? spent
  if (!parsed.success || refreshToken === undefined) {
    const { accessToken, refreshToken } = names
    const paths = [accessToken, refreshToken].filter((name) => typeof fields[name] !== 'string')
    throw new ContractError('grant: the answer holds no pair of tokens.', 'unexpected_answer', paths)
  }
  const { accessToken, accessSeconds, refreshSeconds } = parsed.data
  return {
    accessToken,
    refreshToken,
    accessExpiresAt: askedAt + (accessSeconds ?? facts.accessSeconds) * 1000,
    refreshExpiresAt: askedAt + (refreshSeconds ?? facts.refreshSeconds) * 1000,
  }
}

function fieldsOf(data: unknown): Readonly<Partial<Record<string, unknown>>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : {}
}
