import type { JsonObject } from '../../http/json.ts'
import { kindOf, typeNameOf } from './kinds/all.ts'

/** The object type of a document row where the schema only says "a document". */
export function documentTypeName({ documentTypeId }: JsonObject): string | undefined {
  const kind = kindOf(documentTypeId)
  return kind && typeNameOf(kind)
}
