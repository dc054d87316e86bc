import { ConflictError, UsageError } from '../../errors/index.ts'
import type { Context } from '../context.ts'
import { openPlatform } from '../platforms/open-platform.ts'
import type { Company } from '../platforms/platform.ts'
import { today } from '../today.ts'
import { type Connection, changeConnection, publicConnection, requireConnection } from './connection.ts'
import { learnAccount } from './findings.ts'
import { readSettings } from './settings.ts'

/** The companies of the login; the shared demonstration company comes last. */
export async function companies(context: Context, id: string, signal?: AbortSignal): Promise<Company[]> {
  const { value } = await requireConnection(context.records, id)
  const platform = await openPlatform(context, value, readSettings(value.settings))
  const found = await platform.companies({ signal })
  return found.sort((a, b) => Number(a.demonstration) - Number(b.demonstration))
}

/** Joins the connection to one company. Once anything is stored for it, it stays. */
export async function selectCompany(
  context: Context,
  id: string,
  companyId: string | number,
): Promise<Connection> {
  const wanted = String(companyId)
  const company = (await companies(context, id)).find((candidate) => candidate.companyId === wanted)
  if (!company) {
    throw new UsageError(`The login has no access to a company ${wanted}.`, {
      code: 'unknown_company',
      hint: 'Choose one of those that companies() lists.',
    })
  }
  const changed = await changeConnection(context.records, id, (record) => {
    if (record.companyFixed && record.companyId !== wanted) {
      throw new ConflictError('This connection already holds records of another company.', {
        code: 'company_fixed',
        hint: 'Make a new connection for the other company.',
      })
    }
    const { timeZone } = readSettings(record.settings)
    return {
      ...record,
      state: 'active',
      companyId: wanted,
      companyName: company.name,
      connectedOn: record.connectedOn ?? today(context.clock.now(), timeZone),
    }
  })
  await learnAccount(context, id)
  return publicConnection(changed)
}
