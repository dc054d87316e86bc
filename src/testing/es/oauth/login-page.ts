import { decodeForm } from '../../http/form.ts'
import { loginForm, redirect } from '../../http/login-form.ts'
import { nextHex } from '../../http/random.ts'
import { json } from '../answers.ts'
import type { Grants } from './grant.ts'

/** The browser's page: approves at once, or shows a small form and reads it. */
export function loginPage(grants: Grants, request: Request, body: string): Response {
  const { state, credentials, behaviour } = grants
  const query = new URL(request.url).searchParams
  const redirectUri = query.get('redirectUri') ?? ''
  if (query.get('apiClientId') !== credentials.clientId) return json({ error: 'invalid_client' }, 400)
  if (!URL.canParse(redirectUri)) return json({ error: 'invalid_redirect_uri' }, 400)
  if (behaviour.checkRedirectUri && !credentials.redirectUris.includes(redirectUri)) {
    return json({ error: 'invalid_redirect_uri' }, 400)
  }
  const sent = behaviour.returnState ? query.get('state') : null
  const back = (fields: Record<string, string>) =>
    redirect(redirectUri, sent === null ? fields : { ...fields, state: sent })
  if (behaviour.login === 'deny') return back({ error: 'access_denied' })
  const userId = whoLogsIn(grants, request.method, body)
  if (userId === undefined) return loginForm('email', request.method === 'POST')
  const code = nextHex(state, 40)
  const expires = behaviour.clock.now() + behaviour.codeSeconds * 1000
  state.auth.codes.push({ code, apiClientId: credentials.clientId, userId, expires })
  return back({ code })
}

function whoLogsIn({ behaviour, credentials }: Grants, method: string, body: string): number | undefined {
  if (behaviour.login !== 'form') return credentials.users[0]?.userId
  if (method !== 'POST') return undefined
  const { email, password } = decodeForm(body)
  return credentials.users.find((one) => one.email === email && one.password === password)?.userId
}
