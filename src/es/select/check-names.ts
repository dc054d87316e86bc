import type * as z from 'zod'
import { recordFields } from '../types/fields.ts'
import { cannotSelect } from './cannot-select.ts'
import { meaningOf, typeNameOf } from './meaning.ts'

/**
 * Refuses a schema that names a field which a type does not have, or that takes a record for a value or the other way
 * round: a `UsageError` `invalid_select` with the place.
 */
export function checkNames(schema: z.core.$ZodType, type: string, path: readonly string[] = []): void {
  for (const object of meaningOf(schema, path).objects) {
    const asked = typeNameOf(object) ?? type
    const fields = fieldsOf(asked)
    if (!fields) throw cannotSelect(path, `there is no type ${asked}`)
    for (const [name, field] of Object.entries(object.shape)) {
      if (name !== '__typename') checkField(field, fields.get(name), { asked, path: [...path, name] })
    }
  }
}

function checkField(
  schema: z.core.$ZodType,
  type: string | undefined,
  { asked, path }: { readonly asked: string; readonly path: readonly string[] },
): void {
  if (type === undefined) throw cannotSelect(path, `${asked} has no such field`)
  const isRecord = meaningOf(schema, path).objects.length > 0
  if (isRecord && type === '') throw cannotSelect(path, 'it is a value, not a record')
  if (!isRecord && type !== '') throw cannotSelect(path, 'it is a record: name its fields in a z.object')
  if (isRecord) checkNames(schema, type, path)
}

/** Fields of a type with the types of their records, `''` for a value; undefined for no type that is known here. */
function fieldsOf(type: string): Map<string, string> | undefined {
  const written = Object.hasOwn(recordFields, type) ? recordFields[type] : undefined
  if (written === undefined) return undefined
  const fields = new Map<string, string>()
  for (const word of written.split(' ')) {
    const [name = '', record = ''] = word.split(':')
    if (name.startsWith('...'))
      for (const [key, value] of fieldsOf(name.slice(3)) ?? []) fields.set(key, value)
    else fields.set(name, record)
  }
  return fields
}
