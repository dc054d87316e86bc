import * as z from 'zod'
import { source } from './source.ts'
import { materialLine, workOrderParty } from './work-order.ts'

/** Work that was asked for in Moloni: the host makes a work order of it. Key: where it came from. */
export const serviceSheet = z.object({
  /** What people call the document, for example `FS A/17`. */
  number: z.string().min(1),
  /** Day of the document, `YYYY-MM-DD`. */
  date: z.iso.date().optional(),
  customer: workOrderParty,
  /** Shown to the customer. */
  description: z.string().optional(),
  /** What is to be done and used, at net prices. */
  lines: z.array(materialLine),
  source,
})
export type ServiceSheet = z.infer<typeof serviceSheet>
