import type { JsonObject } from '../../http/json.ts'
import { timeText } from '../dates.ts'
import { page } from '../lists/page.ts'
import { type CompanyCall, type Operation, object, ofCompany } from '../operation.ts'
import { takeId } from '../state.ts'

const kept = 1000

/** Writes down who changed a row; only the latest changes are kept. */
export function log(
  { company, now, state, user }: CompanyCall,
  entity: string,
  operation: string,
  id: number | string,
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): void {
  company.logs.push({
    logId: String(takeId(state)),
    relatedId: String(id),
    entity,
    operation,
    oldValues: JSON.stringify(before ?? {}),
    newValues: JSON.stringify(after ?? {}),
    userId: user.userId,
    username: user.name,
    email: user.email,
    operationTime: timeText(now),
  })
  if (company.logs.length > kept) company.logs.shift()
}

/** The changes of some kinds of entities, or of one row, the latest first. */
export function logsOf(...entities: readonly string[]): Operation {
  return ofCompany((call) => {
    const { relatedId } = object(call.args, 'options')
    const rows = call.company.logs.filter(
      (row) => entities.includes(String(row.entity)) && (!relatedId || row.relatedId === String(relatedId)),
    )
    return page(call, rows.reverse(), 'LogRead')
  })
}
