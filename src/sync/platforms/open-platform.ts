import type { Settings } from '../../domain/index.ts'
import { UsageError } from '../../errors/index.ts'
import { createPtClient } from '../../pt/index.ts'
import type { Connection } from '../connections/connection.ts'
import type { Context } from '../context.ts'
import type { MoloniPlatform } from './platform.ts'
import { ptPlatform } from './pt/pt.ts'

/** The Moloni account of a connection, with a client and counters of its own. */
export async function openPlatform(
  context: Context,
  connection: Connection,
  settings: Settings,
): Promise<MoloniPlatform> {
  if (connection.platform !== 'pt') {
    throw new UsageError(`The platform "${connection.platform}" is not supported by this release.`, {
      code: 'platform_not_supported',
    })
  }
  const { options, clock, random, logger } = context
  const { hooks, ...client } = options.clients?.pt ?? {}
  let requests = 0
  let offset: number | undefined
  const companyId = connection.companyId ?? ''
  const { baseUrl } = await context.oauth(connection)
  const pt = createPtClient({
    baseUrl,
    ...client,
    token: await context.tokens(connection),
    ...(companyId ? { companyId: Number(companyId) } : {}),
    fetch: options.fetch,
    clock,
    random,
    logger,
    hooks: {
      ...hooks,
      onRequest(info) {
        requests += 1
        hooks?.onRequest?.(info)
      },
      onResponse(info) {
        if (info.serverDate !== undefined) offset = info.serverDate - clock.now()
        hooks?.onResponse?.(info)
      },
    },
  })
  return ptPlatform({ pt, companyId, settings, clockOffset: () => offset, requests: () => requests })
}
