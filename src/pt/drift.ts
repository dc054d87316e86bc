import * as z from 'zod'
import { unwrap } from './schema.ts'

/** The places in a readable value that its schema does not describe. */
export function driftIn(schema: z.core.$ZodType, value: unknown, path = ''): string[] {
  if (schema instanceof z.ZodOptional && isEmpty(value)) {
    return z.safeParse(meant(schema), value).success ? [] : [`${path} (empty)`]
  }
  const inner = unwrap(schema)
  if (inner instanceof z.ZodUnion) {
    const fitting = inner.options.find((option) => z.safeParse(option, value).success)
    return fitting ? driftIn(fitting, value, path) : []
  }
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return [...new Set(value.flatMap((item) => driftIn(inner.element, item, `${path}[]`)))]
  }
  if (inner instanceof z.ZodObject && isObject(value)) {
    return Object.entries(value).flatMap(([key, field]) => {
      const known: z.core.$ZodType | undefined = Object.hasOwn(inner.shape, key)
        ? inner.shape[key]
        : undefined
      const at = path === '' ? key : `${path}.${key}`
      return known ? driftIn(known, field, at) : [at]
    })
  }
  return []
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The schema of an optional field without the empty forms that stand for a missing one. */
function meant(schema: z.ZodOptional): z.core.$ZodType {
  const inner = schema.unwrap()
  return inner instanceof z.ZodUnion && inner.options[0] ? inner.options[0] : inner
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
