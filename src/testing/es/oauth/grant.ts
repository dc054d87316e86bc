import { decodeForm } from '../../http/form.ts'
import { asObject, type JsonObject, parseJson } from '../../http/json.ts'
import { json } from '../answers.ts'
import { text } from '../operation.ts'
import type { EsBehaviour, EsCredentials } from '../options.ts'
import type { EsState } from '../state.ts'
import { GrantRefusal } from './refusal.ts'
import { issuePair, type Pair } from './tokens.ts'

export interface Grants {
  readonly state: EsState
  readonly credentials: EsCredentials
  readonly behaviour: EsBehaviour
}

/** The fields of a grant, sent as a form or as JSON. */
export function grantFields(contentType: string, body: string): JsonObject {
  const sent = contentType.toLowerCase().startsWith('application/json')
    ? asObject(parseJson(body))
    : decodeForm(body)
  const texts = Object.entries(sent ?? {}).filter((entry): entry is [string, string | number] =>
    ['string', 'number'].includes(typeof entry[1]),
  )
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]))
}

const kinds: Readonly<Record<string, (grants: Grants, fields: JsonObject) => Pair>> = {
  authorization_code: byCode,
  refresh_token: byRefresh,
}

/** Answers a grant, or refuses it with an `error`. */
export function grant(grants: Grants, fields: JsonObject): Response {
  try {
    const grantType = text(fields, 'grantType')
    const kind = Object.hasOwn(kinds, grantType) ? kinds[grantType] : undefined
    if (!kind) throw new GrantRefusal('unsupported_grant_type')
    const { clientId, clientSecret } = grants.credentials
    if (text(fields, 'apiClientId') !== clientId || text(fields, 'clientSecret') !== clientSecret) {
      throw new GrantRefusal('invalid_client')
    }
    return json(kind(grants, fields))
  } catch (error) {
    if (!(error instanceof GrantRefusal)) throw error
    return json({ error: error.message }, grants.behaviour.grantRefusedStatus)
  }
}

function byCode({ state, behaviour }: Grants, fields: JsonObject): Pair {
  const { auth } = state
  const row = auth.codes.find(({ code }) => code === text(fields, 'code'))
  auth.codes = auth.codes.filter((one) => one !== row)
  if (!row || row.expires <= behaviour.clock.now()) throw new GrantRefusal('invalid_grant')
  return issuePair(state, { apiClientId: row.apiClientId, userId: row.userId }, behaviour)
}

function byRefresh({ state, behaviour }: Grants, fields: JsonObject): Pair {
  const { auth } = state
  const now = behaviour.clock.now()
  const row = auth.refreshTokens.find(({ token }) => token === text(fields, 'refreshToken'))
  const leeway = behaviour.refreshLeewaySeconds * 1000
  const spent = row?.spentAt !== undefined && now >= row.spentAt + leeway
  if (!row || spent || row.expires <= now) throw new GrantRefusal('invalid_grant')
  if (!behaviour.keepAccessOnRefresh) {
    auth.accessTokens = auth.accessTokens.filter(({ token }) => token !== row.access)
  }
  const { apiClientId, userId } = row
  if (!behaviour.rotateOnRefresh) return issuePair(state, { apiClientId, userId, kept: row }, behaviour)
  row.spentAt ??= now
  return issuePair(state, { apiClientId, userId }, behaviour)
}
