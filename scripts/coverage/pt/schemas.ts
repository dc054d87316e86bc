import * as z from 'zod'
import { unwrap } from '../../../src/pt/schema.ts'

export type Schema = z.core.$ZodType

/** Every plain schema that a value may be read with, wrappers and alternatives resolved. */
export function alternatives(schema: Schema): Schema[] {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodUnion) return inner.options.flatMap(alternatives)
  if (inner instanceof z.ZodPipe) return alternatives(inner.in)
  return [inner]
}

/** Whether anything fits, so that nothing is known. */
export function isUnknown(schema: Schema): boolean {
  return alternatives(schema).some((one) => one instanceof z.ZodUnknown || one instanceof z.ZodAny)
}

/** What the lists among the alternatives hold. */
export function elementsOf(schema: Schema): Schema[] {
  return alternatives(schema).flatMap((one) => (one instanceof z.ZodArray ? [one.element] : []))
}

/** The fields of an object, or of the objects in a list. */
export function fieldsOf(schema: Schema): Record<string, Schema> {
  const inside = alternatives(schema).map((one) => {
    if (one instanceof z.ZodObject) return one.shape
    return one instanceof z.ZodArray ? fieldsOf(one.element) : {}
  })
  return Object.assign({}, ...inside)
}

/** Paths of the fields that anything fits. */
export function unknownPaths(schema: Schema, at = ''): string[] {
  return Object.entries(fieldsOf(schema)).flatMap(([name, field]) => {
    const path = `${at}${name}`
    const unknown = isUnknown(field) || elementsOf(field).some(isUnknown)
    return unknown ? [path] : unknownPaths(field, `${path}.`)
  })
}

/** Whether a field may be left out. */
export function isOptional(schema: Schema): boolean {
  return z.safeParse(schema, undefined).success
}
