import * as z from 'zod'

/** What the processes of the fleet are told and tell. */

const platform = z.enum(['pt', 'es', 'on'])

export const moloniConfig = z.object({ platform, connections: z.number(), rows: z.number() })
export type MoloniConfig = z.infer<typeof moloniConfig>

const named = z.object({ number: z.string(), name: z.string() })
const article = z.object({ code: z.string(), name: z.string() })

const opened = z.object({
  is: z.literal('open'),
  url: z.string(),
  application: z.object({ clientId: z.string(), clientSecret: z.string(), redirectUri: z.string() }),
  logins: z.array(z.object({ companyId: z.number(), fields: z.record(z.string(), z.string()) })).readonly(),
  catalogue: z.object({
    customers: z.array(named).readonly(),
    withoutAddress: named,
    abroad: named,
    materials: z.array(article).readonly(),
    hourTypes: z.array(article).readonly(),
    paymentMethods: z.array(z.string()).readonly(),
  }),
})
export type Opened = z.infer<typeof opened>

const books = z.object({
  is: z.literal('books'),
  /** Requests so far, without logins and refreshes. */
  requests: z.number(),
  /** By company id. */
  documents: z.record(
    z.string(),
    z.array(z.object({ documentId: z.number(), reference: z.string(), closed: z.boolean() })),
  ),
})
export type Books = z.infer<typeof books>

export const fromMoloni = z.union([opened, books])
export type FromMoloni = z.infer<typeof fromMoloni>

export const engineConfig = z.object({
  platform,
  /** Address and table of the store. */
  database: z.string(),
  table: z.string(),
  moloni: z.string(),
  office: z.string(),
  application: opened.shape.application,
  takeOverMs: z.number(),
})
export type EngineConfig = z.infer<typeof engineConfig>

export const workerConfig = z.object({
  ...engineConfig.shape,
  redis: z.string(),
  prefix: z.string(),
  intervalMs: z.number(),
  concurrency: z.number(),
})
export type WorkerConfig = z.infer<typeof workerConfig>

export const fromWorker = z.union([
  z.object({ is: z.literal('ready') }),
  z.object({ is: z.literal('run'), outcome: z.string(), changes: z.number() }),
  z.object({ is: z.literal('size'), rssMb: z.number() }),
  z.object({ is: z.literal('trouble'), text: z.string() }),
])
export type FromWorker = z.infer<typeof fromWorker>
