import type { JsonObject } from '../../http/json.ts'

/** The object type of a document row where the schema only says "a document". */
export function documentTypeName(_row: JsonObject): string | undefined {
  return undefined
}
