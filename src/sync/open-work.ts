import { UsageError } from '../errors/index.ts'
import { publicConnection, requireConnection } from './connections/connection.ts'
import { readSettings } from './connections/settings.ts'
import type { Context } from './context.ts'
import { openPlatform } from './platforms/open-platform.ts'
import { scopeOf } from './records/keys.ts'
import type { Lease } from './records/lease.ts'
import type { Work } from './work.ts'

/** Everything for one run on a connection. The connection must have its company. */
export async function openWork(
  context: Context,
  id: string,
  { signal, lease }: { readonly signal?: AbortSignal | undefined; readonly lease?: Lease | undefined } = {},
): Promise<Work> {
  const { value: record } = await requireConnection(context.records, id)
  const { companyId } = record
  if (companyId === undefined) {
    throw new UsageError(`The connection "${id}" has no company yet.`, {
      code: 'company_missing',
      hint: record.state === 'login' ? 'Log in first.' : 'Choose one with selectCompany().',
    })
  }
  const connection = publicConnection(record)
  const settings = readSettings(record.settings)
  const { host } = context.options
  return {
    connection: { ...record, companyId },
    scope: await scopeOf({ ...record, companyId }),
    settings,
    platform: await openPlatform(context, record, settings),
    host: typeof host === 'function' ? await host(connection) : host,
    records: context.records,
    clock: context.clock,
    random: context.random,
    logger: context.logger,
    signal,
    emit: context.emit,
    async beat() {
      signal?.throwIfAborted()
      await lease?.renew()
    },
  }
}
