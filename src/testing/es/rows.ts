import type { JsonObject } from '../http/json.ts'
import { timeText } from './dates.ts'
import type { Call } from './operation.ts'
import type { Row } from './state.ts'

/** A new row: its fields, when it was made, and the lag that is planned for it. */
export function newRow<T extends JsonObject>(call: Pick<Call, 'now' | 'trouble'>, fields: T): T & Row {
  const at = timeText(call.now)
  const { visibleFrom } = call.trouble
  return { ...fields, createdAt: at, updatedAt: at, ...(visibleFrom === undefined ? {} : { visibleFrom }) }
}

/** Marks a row as changed now. */
export function touch({ now }: Pick<Call, 'now'>, row: Row): void {
  row.updatedAt = timeText(now)
}

/** Puts the fields that were sent into a row and marks it as changed. */
export function change(call: Pick<Call, 'now'>, row: Row, fields: JsonObject): void {
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) row[name] = value
  touch(call, row)
}
