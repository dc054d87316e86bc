import { ConflictError } from '../../errors/index.ts'
import type { Context } from '../context.ts'
import { type Connection, changeConnection, publicConnection, requireConnection } from './connection.ts'

const DAY_MS = 86_400_000
/** How often the login of a paused connection is refreshed. */
const KEEP_ALIVE_MS = 7 * DAY_MS

/** Stops what runs by itself. The login is kept alive, so that nobody has to log in again later. */
export function pause(context: Context, id: string): Promise<Connection> {
  return move(context, id, 'active', 'paused')
}

export function resume(context: Context, id: string): Promise<Connection> {
  return move(context, id, 'paused', 'active')
}

async function move(
  { records }: Context,
  id: string,
  from: 'active' | 'paused',
  to: 'active' | 'paused',
): Promise<Connection> {
  const changed = await changeConnection(records, id, (record) => {
    if (record.state !== from && record.state !== to) {
      throw new ConflictError(`The connection is in the state ${record.state}.`, {
        code: 'connection_not_active',
        hint: 'Log in and choose a company first.',
      })
    }
    return { ...record, state: to }
  })
  return publicConnection(changed)
}

/** Refreshes the login of a paused connection when it was not refreshed for a week. */
export async function keepAlive(context: Context, id: string, signal: AbortSignal): Promise<void> {
  const { value } = await requireConnection(context.records, id)
  const tokens = await context.tokens(publicConnection(value))
  const { state, accessExpiresAt = 0 } = await tokens.status()
  if (state === 'ok' && accessExpiresAt + KEEP_ALIVE_MS - DAY_MS < context.clock.now())
    await tokens.get({ signal })
}
