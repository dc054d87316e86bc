import * as z from 'zod'

/** Moloni Portugal, Moloni Spain, Moloni ON. */
export const platform = z.enum(['pt', 'es', 'on'])
export type Platform = z.infer<typeof platform>

/** Where a record came from. A sink is idempotent on it. */
export const source = z.object({
  platform,
  /** Moloni's company id, as text. */
  companyId: z.string().min(1),
  /** Moloni's id of the record, as text. */
  id: z.string().min(1),
})
export type Source = z.infer<typeof source>
