import * as z from 'zod'
import { source } from './source.ts'

/** An article or part. Key: the code. */
export const material = z.object({
  code: z.string().min(1).max(255),
  description: z.string().min(1),
  /** Unit sales price in euro, net of VAT. */
  price: z.number().finite(),
  /** Free text; absent when the product has none. */
  unit: z.string().optional(),
  barcode: z.string().optional(),
  /** VAT rate in percent, when the product has exactly one VAT. */
  vatRate: z.number().optional(),
  /** Code of the category it belongs to. */
  categoryCode: z.string().optional(),
  note: z.string().optional(),
  active: z.boolean(),
  source: source.optional(),
})
export type Material = z.infer<typeof material>
