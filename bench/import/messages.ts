import * as z from 'zod'

/** What the process that imports is told and tells. */

export const readerConfig = z.object({
  /** File of the store. */
  database: z.string(),
  moloni: z.string(),
  application: z.object({ clientId: z.string(), clientSecret: z.string(), redirectUri: z.string() }),
  connectionId: z.string(),
  takeOverMs: z.number(),
})
export type ReaderConfig = z.infer<typeof readerConfig>

export const fromReader = z.union([
  z.object({ is: z.literal('size'), rssMb: z.number() }),
  z.object({ is: z.literal('done'), outcome: z.string(), problem: z.string().optional() }),
])
export type FromReader = z.infer<typeof fromReader>
