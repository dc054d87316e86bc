import { nextHex } from '../../http/random.ts'
import type { EsBehaviour } from '../options.ts'
import type { EsState, RefreshTokenRow } from '../state.ts'

/** What a grant answers. Lifetimes in seconds, where they are told. */
export interface Pair {
  accessToken: string
  refreshToken: string
  expiresIn?: number
  refreshExpiresIn?: number
}

const month = 30 * 86_400_000

/** Issues an access token, and a refresh token unless `kept` stays in use; dead ones are forgotten on the way. */
export function issuePair(
  state: EsState,
  { apiClientId, userId, kept }: { apiClientId: string; userId: number; kept?: RefreshTokenRow },
  behaviour: EsBehaviour,
): Pair {
  const { auth } = state
  const now = behaviour.clock.now()
  const { accessTokenSeconds, refreshTokenSeconds } = behaviour
  auth.accessTokens = auth.accessTokens.filter(({ expires }) => expires > now - month)
  auth.refreshTokens = auth.refreshTokens.filter(({ expires }) => expires > now - month)
  const access = nextHex(state, 40)
  auth.accessTokens.push({ token: access, userId, expires: now + accessTokenSeconds * 1000 })
  if (kept) kept.access = access
  const refresh: RefreshTokenRow = kept ?? {
    token: nextHex(state, 40),
    apiClientId,
    userId,
    expires: now + refreshTokenSeconds * 1000,
    access,
  }
  if (!kept) auth.refreshTokens.push(refresh)
  return {
    accessToken: access,
    refreshToken: refresh.token,
    ...(behaviour.tellLifetimes
      ? { expiresIn: accessTokenSeconds, refreshExpiresIn: Math.floor((refresh.expires - now) / 1000) }
      : {}),
  }
}

/** Who a bearer token or an API key belongs to; undefined for one that is unknown or over. */
export function userOf(state: EsState, token: string, { clock, platform }: EsBehaviour): number | undefined {
  const { accessTokens, apiKeys } = state.auth
  const access = accessTokens.find((one) => one.token === token)
  if (access) return access.expires > clock.now() ? access.userId : undefined
  const key = platform === 'on' ? apiKeys.find((one) => one.key === token) : undefined
  return key && (key.expires ?? Number.POSITIVE_INFINITY) > clock.now() ? key.userId : undefined
}

/** The token of a request; the scheme may be written in any case. */
export function bearerOf(request: Request): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.headers.get('authorization')?.trim() ?? '')?.[1]
}
