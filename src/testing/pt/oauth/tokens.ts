import { nextHex } from '../../http/random.ts'
import type { PtBehaviour } from '../options.ts'
import type { AccessTokenRow, PtState, RefreshTokenRow } from '../state.ts'

/** What a grant answers, always these five keys. */
export interface Pair {
  access_token: string
  expires_in: number
  token_type: 'bearer'
  scope: null
  refresh_token: string
}

/** Issues an access token and a refresh token; dead ones are forgotten on the way. */
export function issuePair(
  state: PtState,
  grant: { client_id: string; user_id: number; family?: string; refresh?: RefreshTokenRow },
  behaviour: PtBehaviour,
): Pair {
  const { oauth } = state
  const now = behaviour.clock.now()
  const month = 30 * 86_400_000
  oauth.accessTokens = oauth.accessTokens.filter(({ expires }) => expires > now - month)
  oauth.refreshTokens = oauth.refreshTokens.filter(({ expires }) => expires > now - month)
  const access: AccessTokenRow = {
    token: nextHex(state, 40),
    user_id: grant.user_id,
    expires: now + behaviour.accessTokenSeconds * 1000,
  }
  oauth.accessTokens.push(access)
  const refresh: RefreshTokenRow = grant.refresh ?? {
    token: nextHex(state, 40),
    client_id: grant.client_id,
    user_id: grant.user_id,
    expires: now + behaviour.refreshTokenSeconds * 1000,
    family: grant.family ?? nextHex(state, 16),
    access: access.token,
    spent: false,
  }
  if (grant.refresh) refresh.access = access.token
  else oauth.refreshTokens.push(refresh)
  return {
    access_token: access.token,
    expires_in: behaviour.accessTokenSeconds,
    token_type: 'bearer',
    scope: null,
    refresh_token: refresh.token,
  }
}

/** Ends access tokens at once. */
export function endAccess(state: PtState, tokens: readonly string[]): void {
  state.oauth.accessTokens = state.oauth.accessTokens.filter(({ token }) => !tokens.includes(token))
}
