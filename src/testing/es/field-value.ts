import type { Json, JsonObject } from '../http/json.ts'
import type { Call, FieldResolvers } from './operation.ts'

/** Where a field's value comes from: a table of fields, else the row itself. */
export function fieldValue(
  fields: FieldResolvers,
  types: readonly string[],
  row: JsonObject,
  name: string,
  call: Call,
): Json | undefined {
  for (const type of types) {
    const field = `${type}.${name}`
    const own = Object.hasOwn(fields, field) ? fields[field] : undefined
    if (own) return own(row, call)
  }
  return row[name]
}
