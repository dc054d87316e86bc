import type * as z from 'zod'
import { cannotSelect } from './cannot-select.ts'
import { meaningOf, typeNameOf } from './meaning.ts'

const MAX_DEPTH = 12

/**
 * The fields that a schema stands for, as GraphQL writes them: `customerId country { iso3166_1 }`; empty for a schema
 * of a single value. Throws a `UsageError` `invalid_select` that names the place, for what says no fields.
 */
export function renderSelection(schema: z.core.$ZodType, path: readonly string[] = []): string {
  const { objects } = meaningOf(schema, path)
  if (objects.length > 0 && path.length >= MAX_DEPTH) {
    throw cannotSelect(path, 'it is deeper than 12 levels, or endless')
  }
  return objects.map((object) => partOf(object, path, objects.length > 1)).join(' ')
}

/** An object that names its type in `__typename` is asked for where the answer is of that type. */
function partOf(object: z.core.$ZodObjectDef, path: readonly string[], oneOfSeveral: boolean): string {
  const name = typeNameOf(object)
  if (name !== undefined) return `... on ${name} { ${fieldsOf(object, path)} }`
  if (oneOfSeveral) throw cannotSelect(path, 'of several objects each needs a literal __typename')
  return fieldsOf(object, path)
}

function fieldsOf({ shape, catchall }: z.core.$ZodObjectDef, path: readonly string[]): string {
  if (catchall !== undefined && catchall._zod.def.type !== 'never') {
    throw cannotSelect(path, 'an open object (looseObject, catchall) does not say which fields to ask for')
  }
  const fields = Object.entries(shape).map(([name, field]) => {
    const at = [...path, name]
    if (!/^[_A-Za-z]\w*$/.test(name)) throw cannotSelect(at, 'that is no name of a field')
    const inner = renderSelection(field, at)
    return inner === '' ? name : `${name} { ${inner} }`
  })
  if (fields.length === 0) throw cannotSelect(path, 'an object without fields asks for nothing')
  return fields.join(' ')
}
