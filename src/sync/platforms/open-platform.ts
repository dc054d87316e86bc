import type { Settings } from '../../domain/index.ts'
import { createEsClient } from '../../es/index.ts'
import type { RequestInfo, ResponseInfo, TransportHooks } from '../../http/index.ts'
import { createPtClient } from '../../pt/index.ts'
import { publicConnection } from '../connections/connection.ts'
import type { Context } from '../context.ts'
import type { EsClientSettings } from '../options.ts'
import type { ConnectionRecord } from '../records/connection.ts'
import { esPlatform } from './es/es.ts'
import type { MoloniPlatform } from './platform.ts'
import { ptPlatform } from './pt/pt.ts'

/** The Moloni account of a connection, with a client and counters of its own. */
export async function openPlatform(
  context: Context,
  record: ConnectionRecord,
  settings: Settings,
): Promise<MoloniPlatform> {
  const connection = publicConnection(record)
  const { platform, companyId = '' } = connection
  const { options, clock, random, logger } = context
  const { baseUrl } = await context.oauth(connection)
  const token = await context.tokens(connection)
  const watch = createWatch(context)
  const shared = {
    baseUrl,
    token,
    ...(companyId ? { companyId: Number(companyId) } : {}),
    fetch: options.fetch,
    clock,
    random,
    logger,
  }
  const files = { fetch: options.fetch, clock }
  if (platform !== 'pt') {
    const { hooks, mediaUrl, ...client }: EsClientSettings = options.clients?.[platform] ?? {}
    const es = createEsClient({
      ...shared,
      ...client,
      platform,
      extras: record.found?.operations,
      hooks: { ...hooks, ...watch.hooks(hooks) },
    })
    return esPlatform({
      es,
      platform,
      companyId,
      settings,
      found: record.found,
      // A server in place of Moloni's also has the files.
      files: { ...files, mediaUrl: mediaUrl ?? client.baseUrl ?? baseUrl },
      now: () => clock.now(),
      ...watch,
    })
  }
  const { hooks, ...client } = options.clients?.pt ?? {}
  const pt = createPtClient({ ...shared, ...client, token, hooks: { ...hooks, ...watch.hooks(hooks) } })
  return ptPlatform({ pt, companyId, settings, found: record.found, files, ...watch })
}

/** Counts requests and compares clocks, beside the hooks that the host gave. */
function createWatch({ clock }: Context) {
  let requests = 0
  let offset: number | undefined
  return {
    clockOffset: () => offset,
    requests: () => requests,
    hooks: (given: TransportHooks = {}): Required<TransportHooks> => ({
      onRequest(info: RequestInfo) {
        requests += 1
        given.onRequest?.(info)
      },
      onResponse(info: ResponseInfo) {
        if (info.serverDate !== undefined) offset = info.serverDate - clock.now()
        given.onResponse?.(info)
      },
    }),
  }
}
