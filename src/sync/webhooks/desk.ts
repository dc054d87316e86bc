import { requireConnection } from '../connections/connection.ts'
import { readSettings } from '../connections/settings.ts'
import type { Context } from '../context.ts'
import { openPlatform } from '../platforms/open-platform.ts'
import { ensureWebhooks, ownHooks, removeWebhooks } from './register.ts'

/** What can be done with the webhooks that the engine made for a connection. Those of others are never touched. */
export interface WebhookDesk {
  /** Those that stand in the account at this moment; addresses are secret and not shown. */
  list(): Promise<readonly { readonly hookId: string; readonly name?: string }[]>
  /** Makes all anew under a new secret. */
  rotate(): Promise<void>
  /** Removes them. The next run makes new ones unless the setting `webhooks.enabled` is off. */
  remove(): Promise<void>
}

export function webhookDesk(context: Context, id: string): WebhookDesk {
  return {
    async list() {
      const { value: record } = await requireConnection(context.records, id)
      const { hooks } = await openPlatform(context, record, readSettings(record.settings))
      if (!hooks) return []
      return (await ownHooks(context, id, await hooks.list({}))).map(({ hookId, name }) => ({
        hookId,
        ...(name === undefined ? {} : { name }),
      }))
    },
    rotate: () => ensureWebhooks(context, id, { force: true }),
    remove: () => removeWebhooks(context, id),
  }
}
