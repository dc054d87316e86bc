import type * as z from 'zod'
import type { Entity } from '../operation.ts'
import { cannotSelect } from './cannot-select.ts'
import { renderSelection } from './render.ts'

/** The fields to ask for of a record: those of the given schema, which must all be the record's, or its own row's. */
export async function selectionText(entity: Entity, select: z.core.$ZodType | undefined): Promise<string> {
  const fields = renderSelection(select ?? entity.row)
  if (fields === '') throw cannotSelect([], 'a single value names no field')
  if (select) {
    // Only who selects by hand pays for the names.
    const { checkNames } = await import('./check-names.ts')
    checkNames(select, entity.type)
  }
  return fields
}
