import { type Platform, platform as platformSchema, type SettingsInput } from '../../domain/index.ts'
import { AuthError, isMoloniError, UsageError } from '../../errors/index.ts'
import { sha256 } from '../../internal/hash.ts'
import { parseCallback } from '../../oauth/index.ts'
import type { Context } from '../context.ts'
import type { ConnectionRecord } from '../records/connection.ts'
import { keyPart, timePart } from '../records/keys.ts'
import { type Connection, changeConnection, publicConnection, requireConnection } from './connection.ts'
import { withSettings } from './settings.ts'

const ATTEMPT_MS = 10 * 60_000
const ID = /^[A-Za-z0-9._@-]{1,64}$/

export interface ConnectOptions {
  readonly platform: Platform
  /** An existing connection logs in again; another text becomes the id of a new one. Default: a random id. */
  readonly connectionId?: string | undefined
  /** Whose connection it is, where one host serves many. Default `default`. */
  readonly tenant?: string | undefined
  readonly settings?: SettingsInput | undefined
}

export interface LoginStart {
  readonly connectionId: string
  /** Where the person logs in. Good for ten minutes and one login. */
  readonly authorizeUrl: URL
}

/** Begins a login. The state in the address is known to the store by its hash only. */
export async function connect(context: Context, options: ConnectOptions): Promise<LoginStart> {
  const { records, random, clock } = context
  await forgetAttempts(context)
  const record = await connectionFor(context, options)
  const { connectionId } = record
  const state = random.token(24)
  const attempt = await sha256(state)
  const oauth = await context.oauth(publicConnection(record))
  const expiresAt = clock.now() + ATTEMPT_MS
  await records.logins.put({
    key: attempt,
    expected: 'absent',
    value: { connectionId, expiresAt },
    index: timePart(expiresAt),
  })
  await changeConnection(records, connectionId, (before) => ({ ...before, loginAttempt: attempt }))
  return { connectionId, authorizeUrl: oauth.authorizeUrl({ state }) }
}

/** Removes the attempts that nobody ended in time. */
async function forgetAttempts({ records, clock }: Context): Promise<void> {
  for await (const { key, version, value } of records.logins.scan({ by: 'index' }, 5)) {
    if (value.expiresAt > clock.now()) break
    await records.logins.put({ key, expected: version })
  }
}

async function connectionFor(context: Context, options: ConnectOptions): Promise<ConnectionRecord> {
  const { records, random } = context
  const platform = platformSchema.safeParse(options.platform)
  if (!platform.success) {
    throw new UsageError('The option platform must be one of pt, es, on.', { code: 'invalid_option' })
  }
  const connectionId = options.connectionId ?? random.token(12)
  if (!ID.test(connectionId)) {
    throw new UsageError('A connectionId must be 1 to 64 letters, digits or . _ @ -', {
      code: 'invalid_option',
    })
  }
  const existing = await records.connections.get(connectionId)
  if (existing) {
    const { tenant = existing.value.tenant } = options
    if (existing.value.platform !== platform.data || existing.value.tenant !== tenant) {
      throw new UsageError(`The connection "${connectionId}" belongs to another platform or tenant.`, {
        code: 'connection_taken',
        hint: 'Use another connectionId.',
      })
    }
    const { settings } = options
    if (settings === undefined) return existing.value
    return changeConnection(records, connectionId, (record) => withSettings(record, settings))
  }
  const begun: ConnectionRecord = {
    connectionId,
    tenant: options.tenant ?? 'default',
    platform: platform.data,
    state: 'login',
    companyFixed: false,
    settings: {},
    settingsVersion: 0,
    exportsPlanned: false,
  }
  const home = platform.data === 'es' ? { timeZone: 'Europe/Madrid' } : {}
  const value = withSettings(begun, { ...home, ...options.settings })
  await context.oauth(publicConnection(value))
  const put = await records.connections.put({
    key: connectionId,
    expected: 'absent',
    value,
    index: await keyPart(value.tenant),
  })
  return put ? value : (await requireConnection(records, connectionId)).value
}

/** Ends a login with the address that Moloni returned to. The state must match, once, within ten minutes. */
export async function completeLogin(
  context: Context,
  callbackUrl: string | URL,
  options: { readonly connectionId?: string | undefined } = {},
): Promise<Connection> {
  const { code, state } = parseCallback(callbackUrl)
  const connectionId = await consumeAttempt(context, state, options.connectionId)
  const { value: record } = await requireConnection(context.records, connectionId)
  const connection = publicConnection(record)
  const oauth = await context.oauth(connection)
  const tokens = await oauth.exchangeCode(code).catch(loginFailed)
  await (await context.tokens(connection)).save(tokens)
  const changed = await changeConnection(context.records, connectionId, ({ loginAttempt, ...before }) => ({
    ...before,
    state: before.companyId === undefined ? 'company' : 'active',
  }))
  return publicConnection(changed)
}

/** The code may be spent whatever went wrong: only a new login helps. */
function loginFailed(error: unknown): never {
  if (!isMoloniError(error)) throw error
  throw new AuthError(`The login could not be finished. ${error.message}`, error.code, {
    hint: 'Start the login again.',
    needsLogin: true,
    cause: error,
  })
}

/** The connection of a login attempt, which is used up. Without a state, the host's own session must name it. */
async function consumeAttempt(
  { records, clock }: Context,
  state: string | undefined,
  named: string | undefined,
): Promise<string> {
  const key =
    state === undefined
      ? named && (await requireConnection(records, named)).value.loginAttempt
      : await sha256(state)
  const attempt = key ? await records.logins.get(key) : undefined
  const expected = attempt?.value.connectionId
  const fresh = attempt && attempt.value.expiresAt > clock.now()
  if (!attempt || !fresh || (named !== undefined && named !== expected)) throw stateRefused()
  const consumed = await records.logins.put({ key: attempt.key, expected: attempt.version })
  if (!consumed) throw stateRefused()
  return attempt.value.connectionId
}

function stateRefused(): AuthError {
  return new AuthError(
    'This login was not started here, was used before, or is older than ten minutes.',
    'state_mismatch',
    {
      hint: 'Start the login again.',
      needsLogin: true,
    },
  )
}
