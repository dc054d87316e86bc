import * as z from 'zod'

/**
 * Where a readable value of one of our own rows differs from what the reference shows: the first shape of a union is
 * what it shows, the others are what is read all the same.
 */
export function driftIn(schema: z.core.$ZodType, value: unknown, path = ''): string[] {
  if (schema instanceof z.ZodLazy) return driftIn(schema._zod.innerType, value, path)
  if (schema instanceof z.ZodNullable) return value === null ? [] : driftIn(schema.unwrap(), value, path)
  if (schema instanceof z.ZodUnion) {
    const [shown] = schema.options
    if (!shown) return []
    return z.safeParse(shown, value).success
      ? driftIn(shown, value, path)
      : [`${path} (${value === null ? 'empty' : typeof value})`]
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return [...new Set(value.flatMap((item) => driftIn(schema.element, item, `${path}[]`)))]
  }
  if (schema instanceof z.ZodObject && typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, field]) => {
      const known: z.core.$ZodType | undefined = Object.hasOwn(schema.shape, name)
        ? schema.shape[name]
        : undefined
      return known ? driftIn(known, field, path === '' ? name : `${path}.${name}`) : []
    })
  }
  return []
}
