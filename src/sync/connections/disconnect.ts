import type { Context } from '../context.ts'
import { removeWebhooks } from '../webhooks/register.ts'
import { changeConnection, publicConnection, requireConnection } from './connection.ts'

/** Ends a connection. Links and exports stay, and a reconnected company finds them. */
export async function disconnect(context: Context, id: string): Promise<void> {
  const { records, options, logger } = context
  const { value } = await requireConnection(records, id)
  await options.scheduler?.cancel(id)
  await removeWebhooks(context, id).catch((error: unknown) => {
    // An unreachable account keeps hooks whose address nobody answers any more.
    const name = error instanceof Error ? error.name : 'unknown'
    logger.warn('the webhooks could not be removed', { error: name })
  })
  await (await context.tokens(publicConnection(value))).clear()
  await changeConnection(records, id, (record) => ({ ...record, state: 'login' }))
}
