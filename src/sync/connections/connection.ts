import type { Platform } from '../../domain/index.ts'
import { UsageError } from '../../errors/index.ts'
import type { Entry } from '../records/collection.ts'
import type { ConnectionRecord } from '../records/connection.ts'
import { keyPart } from '../records/keys.ts'
import type { Records } from '../records/records.ts'

/** One login of one tenant, joined to one Moloni company. */
export interface Connection {
  readonly connectionId: string
  readonly tenant: string
  readonly platform: Platform
  /**
   * `login`: waits for a person to log in. `company`: waits for the choice of a company. `needsLogin`: the
   * login has lapsed, everything else is kept. `paused`: nothing runs by itself, and the login is kept alive.
   */
  readonly state: 'login' | 'company' | 'active' | 'needsLogin' | 'paused'
  readonly companyId?: string
  readonly companyName?: string
}

export function publicConnection(record: ConnectionRecord): Connection {
  const { connectionId, tenant, platform, state, companyId, companyName } = record
  return {
    connectionId,
    tenant,
    platform,
    state,
    ...(companyId === undefined ? {} : { companyId }),
    ...(companyName === undefined ? {} : { companyName }),
  }
}

export async function requireConnection(records: Records, id: string): Promise<Entry<ConnectionRecord>> {
  const entry = await records.connections.get(id)
  if (entry) return entry
  throw new UsageError(`There is no connection "${id}".`, {
    code: 'unknown_connection',
    hint: 'Use the connectionId that connect() answered.',
  })
}

const TRIES = 5

/** Changes a connection by compare-and-set, again when somebody else was faster. */
export async function changeConnection(
  records: Records,
  id: string,
  change: (record: ConnectionRecord) => ConnectionRecord,
): Promise<ConnectionRecord> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { value, version } = await requireConnection(records, id)
    const next = change(value)
    const index = await keyPart(next.tenant)
    if (await records.connections.put({ key: id, expected: version, value: next, index })) return next
  }
  throw new UsageError(`The connection "${id}" is being changed by somebody else.`, {
    code: 'busy',
    hint: 'Try again in a moment.',
  })
}
