import type { EsClient } from '../../../es/index.ts'
import type { PlatformHooks } from '../platform.ts'

/** Webhooks of Moloni ES and ON: one for each model and operation. */
export function esHooks(es: EsClient): PlatformHooks {
  return {
    async list({ signal }) {
      const hooks = []
      for await (const { hookId, url, name } of es.hooks.list({ signal }))
        hooks.push({ hookId, url: url ?? '', name: name ?? undefined })
      return hooks
    },
    async create({ model, operation }, url, { signal }) {
      await es.hooks.create({ model, operation, url }, { signal })
    },
    async remove(hookIds, { signal }) {
      await es.hooks.delete([...hookIds], { signal })
    },
  }
}
