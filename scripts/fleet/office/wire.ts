import * as z from 'zod'

/** What travels between a worker and the office, as JSON. */

const observedAt = z.number()
export const upsertCall = <T>(row: z.ZodType<T>) => z.object({ rows: z.array(row), observedAt })
export const deactivateCall = z.object({ keys: z.array(z.string()), observedAt })

export const upsertAnswer = z.array(
  z.union([
    z.object({ ok: z.literal(true), key: z.string() }),
    z.object({
      ok: z.literal(false),
      code: z.string(),
      message: z.string().default(''),
      retryable: z.boolean().default(false),
    }),
  ]),
)

/** The document that a work order became. */
export const document = z.object({
  platform: z.enum(['pt', 'es', 'on']),
  companyId: z.string(),
  kind: z.string(),
  documentId: z.number(),
  state: z.enum(['draft', 'closed']),
  number: z.number().optional(),
  series: z.string().optional(),
  name: z.string().optional(),
  reference: z.string(),
  date: z.string().optional(),
  totalCents: z.number(),
})
