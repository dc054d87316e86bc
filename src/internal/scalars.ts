import * as z from 'zod'

const numericText = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .transform(Number)

/** A whole number, also as text (`"187383"`). */
export const int: z.ZodType<number> = z.union([z.int(), numericText.pipe(z.int())])

/** A number, also as text. */
export const num: z.ZodType<number> = z.union([z.number(), numericText])

/** Text; a number where text is documented becomes text. */
export const text: z.ZodType<string> = z.union([z.string(), z.number().transform(String)])
