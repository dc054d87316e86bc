import { decodeForm } from '../../http/form.ts'
import { asObject } from '../../http/json.ts'
import type { PtBehaviour, PtCredentials } from '../options.ts'
import type { PtState } from '../state.ts'
import { OAuthRefusal } from './errors.ts'
import { endAccess, issuePair, type Pair } from './tokens.ts'

export interface Grants {
  readonly state: PtState
  readonly credentials: PtCredentials
  readonly behaviour: PtBehaviour
}

type Params = Readonly<Record<string, string>>

/** The parameters of a grant: query and form body together. */
export function grantParams(request: Request, body: string): Params {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const type = request.headers.get('content-type') ?? ''
  if (body !== '' && !type.startsWith('application/x-www-form-urlencoded')) {
    throw new OAuthRefusal(
      'invalid_request',
      'The content type for POST requests must be "application/x-www-form-urlencoded"',
    )
  }
  const form = asObject(decodeForm(body)) ?? {}
  const texts = Object.entries(form).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return { ...query, ...Object.fromEntries(texts) }
}

const kinds: Record<string, (grants: Grants, params: Params) => Pair> = {
  authorization_code: byCode,
  password: byPassword,
  refresh_token: byRefresh,
}

/** Answers a grant or throws an `OAuthRefusal`. */
export function grant(grants: Grants, params: Params): Pair {
  const { grant_type } = params
  if (!grant_type)
    throw new OAuthRefusal('invalid_request', 'The grant type was not specified in the request')
  const kind = Object.hasOwn(kinds, grant_type) ? kinds[grant_type] : undefined
  if (!kind) throw new OAuthRefusal('unsupported_grant_type', `Grant type ${grant_type} not supported`)
  const { clientId, clientSecret } = grants.credentials
  if (!params.client_id || !params.client_secret) {
    throw new OAuthRefusal('invalid_client', 'Client credentials were not found in the headers or body')
  }
  if (params.client_id !== clientId || params.client_secret !== clientSecret) {
    throw new OAuthRefusal('invalid_client', 'The client credentials are invalid')
  }
  return kind(grants, params)
}

function byCode({ state, behaviour }: Grants, params: Params): Pair {
  if (!params.code) throw new OAuthRefusal('invalid_request', 'Missing parameter: "code" is required')
  const row = state.oauth.codes.find(({ code }) => code === params.code)
  if (!row || row.client_id !== params.client_id) {
    throw new OAuthRefusal('invalid_grant', "Authorization code doesn't exist or is invalid for the client")
  }
  if (row.redirect_uri !== params.redirect_uri) {
    throw new OAuthRefusal('redirect_uri_mismatch', 'The redirect URI is missing or do not match')
  }
  if (row.expires <= behaviour.clock.now()) {
    throw new OAuthRefusal('invalid_grant', 'The authorization code has expired')
  }
  state.oauth.codes.splice(state.oauth.codes.indexOf(row), 1)
  return issuePair(state, { client_id: row.client_id, user_id: row.user_id }, behaviour)
}

function byPassword({ state, credentials, behaviour }: Grants, params: Params): Pair {
  const { username, password, client_id = '' } = params
  if (!username || !password) {
    throw new OAuthRefusal('invalid_request', 'Missing parameters: "username" and "password" required')
  }
  const user_id = userOf({ state, credentials }, username, password)
  if (user_id === undefined)
    throw new OAuthRefusal('invalid_grant', 'Invalid username and password combination')
  return issuePair(state, { client_id, user_id }, behaviour)
}

/** Who logs in with a password: a user of the credentials, or one who signed up. */
export function userOf(
  { state, credentials }: Pick<Grants, 'state' | 'credentials'>,
  username: unknown,
  password: unknown,
): number | undefined {
  const known = credentials.users.find((one) => one.username === username && one.password === password)
  const signedUp = state.users.find((one) => one.email === username && one.password === password)
  return known?.userId ?? signedUp?.user_id
}

function byRefresh({ state, behaviour }: Grants, params: Params): Pair {
  if (!params.refresh_token) {
    throw new OAuthRefusal('invalid_request', 'Missing parameter: "refresh_token" is required')
  }
  const { oauth } = state
  const row = oauth.refreshTokens.find(({ token }) => token === params.refresh_token)
  if (row?.spent && behaviour.strictRotation) {
    const family = oauth.refreshTokens.filter((one) => one.family === row.family)
    endAccess(
      state,
      family.map((one) => one.access),
    )
    for (const one of family) one.spent = true
  }
  if (!row || row.spent || row.client_id !== params.client_id) {
    throw new OAuthRefusal('invalid_grant', 'Invalid refresh token')
  }
  if (row.expires <= behaviour.clock.now())
    throw new OAuthRefusal('invalid_grant', 'Refresh token has expired')
  if (!behaviour.keepAccessOnRefresh) endAccess(state, [row.access])
  if (behaviour.rotateOnRefresh) row.spent = true
  const { client_id, user_id, family } = row
  return issuePair(
    state,
    { client_id, user_id, family, ...(behaviour.rotateOnRefresh ? {} : { refresh: row }) },
    behaviour,
  )
}
