import type { JsonObject } from '../http/json.ts'
import { dayText, timeText } from './dates.ts'
import type { Call } from './operation.ts'
import type { Row } from './state.ts'

type Moment = Pick<Call, 'now' | 'behaviour'>

/** A new row: its fields, when it was made, and the lag that is planned for it. */
export function newRow<T extends JsonObject>(call: Moment & Pick<Call, 'trouble'>, fields: T): T & Row {
  const { visibleFrom } = call.trouble
  const lag = visibleFrom === undefined ? {} : { visibleFrom }
  return { ...fields, createdAt: timeText(call.now), updatedAt: changedAt(call), ...lag }
}

/** Marks a row as changed now. */
export function touch(moment: Moment, row: Row): void {
  row.updatedAt = changedAt(moment)
}

/** Puts the fields that were sent into a row and marks it as changed. */
export function change(moment: Moment, row: Row, fields: JsonObject): void {
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) row[name] = value
  touch(moment, row)
}

function changedAt({ now, behaviour }: Moment): string {
  const text = timeText(now)
  return behaviour.updatedAtPrecision === 'day' ? `${dayText(text)}T00:00:00.000Z` : text
}
