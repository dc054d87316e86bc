import * as z from 'zod'
import { alternatives, elementsOf, fieldsOf, type Schema } from '../schemas.ts'

/** Values by the name of a parameter, or by its path: `products.name`. `undefined` leaves the parameter out. */
export type Given = Readonly<Record<string, unknown>>

/**
 * Parameters that a schema takes: all of them, with the values that are given, and otherwise what their types allow.
 * Texts carry the serial number, so that two samples are two different records.
 */
export function sample(schema: Schema, given: Given, serial: number, at = ''): Record<string, unknown> {
  const entries = Object.entries(fieldsOf(schema)).map(([name, field]) => {
    const path = `${at}${name}`
    for (const key of [path, ...(isCompound(field) ? [] : [name])])
      if (Object.hasOwn(given, key)) return [name, given[key]]
    return [name, valueFor(field, path, name, given, serial)]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function valueFor(field: Schema, path: string, name: string, given: Given, serial: number): unknown {
  const [element] = elementsOf(field)
  if (element) {
    const inner = Object.keys(fieldsOf(element)).length > 0
    return [inner ? sample(element, given, serial, `${path}.`) : simple(element, name, given, serial)]
  }
  return isCompound(field) ? sample(field, given, serial, `${path}.`) : simple(field, name, given, serial)
}

function simple(field: Schema, name: string, given: Given, serial: number): unknown {
  const candidates = [given[name], `${name} ${serial}`, '2026-03-02', 1.5, 1]
  return candidates.find((value) => value !== undefined && z.safeParse(field, value).success)
}

function isCompound(field: Schema): boolean {
  return alternatives(field).some((one) => one instanceof z.ZodObject || one instanceof z.ZodArray)
}
