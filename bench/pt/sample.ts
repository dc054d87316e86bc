import * as z from 'zod'

/** A value that reaches every part of a schema. */
export function sampleOf(schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodLazy || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return sampleOf(schema.unwrap())
  }
  if (schema instanceof z.ZodUnion) {
    const [first] = schema.options
    return first && sampleOf(first)
  }
  if (schema instanceof z.ZodArray) return [sampleOf(schema.element)]
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(Object.entries(schema.shape).map(([key, inner]) => [key, sampleOf(inner)]))
  }
  if (schema instanceof z.ZodLiteral) return schema.value
  return schema instanceof z.ZodNumber ? 1 : '2026-03-02'
}
