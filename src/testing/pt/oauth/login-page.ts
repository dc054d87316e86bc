import { decodeForm } from '../../http/form.ts'
import { loginForm, redirect } from '../../http/login-form.ts'
import { nextHex } from '../../http/random.ts'
import { OAuthRefusal } from './errors.ts'
import { type Grants, userOf } from './grant.ts'

/** The browser's page: approves at once, or shows a small form and reads it. */
export function loginPage(grants: Grants, request: Request, body: string): Response {
  const { credentials, behaviour } = grants
  const query = new URL(request.url).searchParams
  const clientId = query.get('client_id')
  const redirectUri = query.get('redirect_uri')
  if (!clientId) throw new OAuthRefusal('invalid_client', 'No client id supplied')
  if (clientId !== credentials.clientId) throw new OAuthRefusal('invalid_client', 'Client id does not exist')
  if (!redirectUri) throw new OAuthRefusal('invalid_uri', 'No redirect URI was supplied or stored')
  if (redirectUri.includes('#')) {
    throw new OAuthRefusal('invalid_uri', 'The redirect URI must not contain a fragment')
  }
  if (!credentials.redirectUris.includes(redirectUri)) {
    throw new OAuthRefusal('redirect_uri_mismatch', 'The redirect URI provided is missing or does not match')
  }
  const state = behaviour.returnState ? query.get('state') : null
  const back = (fields: Record<string, string>) =>
    redirect(redirectUri, state === null ? fields : { ...fields, state })
  if (query.get('response_type') !== 'code') return back({ error: 'unsupported_response_type' })
  if (behaviour.login === 'deny') return back({ error: 'access_denied' })
  const user = whoLogsIn(grants, request.method, body)
  if (user === undefined) return loginForm('username', request.method === 'POST')
  return back({ code: newCode(grants, clientId, redirectUri, user) })
}

function whoLogsIn(grants: Grants, method: string, body: string): number | undefined {
  if (grants.behaviour.login !== 'form') return grants.credentials.users[0]?.userId
  if (method !== 'POST') return undefined
  const { username, password } = decodeForm(body)
  return userOf(grants, username, password)
}

function newCode(
  { state, behaviour }: Grants,
  client_id: string,
  redirect_uri: string,
  user_id: number,
): string {
  const now = behaviour.clock.now()
  const code = nextHex(state, 40)
  const expires = now + behaviour.codeSeconds * 1000
  state.oauth.codes = state.oauth.codes.filter((one) => one.expires > now - 86_400_000)
  state.oauth.codes.push({ code, client_id, redirect_uri, user_id, expires })
  return code
}
