import * as z from 'zod'
import { source } from './source.ts'

/** A kind of labour or travel time with a price per hour. Key: the code. */
export const hourType = z.object({
  code: z.string().min(1).max(255),
  name: z.string().min(1),
  /** Sales price of one hour in euro, net of VAT. */
  salePrice: z.number().finite(),
  /** VAT rate in percent, when the product has exactly one VAT. */
  vatRate: z.number().optional(),
  active: z.boolean(),
  source: source.optional(),
})
export type HourType = z.infer<typeof hourType>
