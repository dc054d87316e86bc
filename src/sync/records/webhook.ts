import * as z from 'zod'

/** Whose address a secret is; the key is the secret's hash. */
export const hookPathRecord = z.object({ connectionId: z.string(), madeAt: z.number() })

/** Something that Moloni says has changed, until it was read again. */
export const hookMarkRecord = z.object({
  model: z.string(),
  /** Moloni's id of the record. */
  remoteId: z.string(),
  /** When it was last told, ms. */
  toldAt: z.number(),
})
export type HookMarkRecord = z.infer<typeof hookMarkRecord>
