import * as z from 'zod'
import { source } from './source.ts'

const text = z.string().optional()

/** A customer, as field-service software knows it. Key: the debtor number. */
export const relation = z.object({
  /** Unique number of the customer, referenced by work orders. */
  debtorNumber: z.string().min(1).max(255),
  name: z.string().min(1).max(255),
  /** Tax number (NIF, NIE, CIF …) without blanks; absent when unknown. */
  vatNumber: text,
  contact: text,
  phone: text,
  mobile: text,
  /** General address for mail. */
  email: text,
  /** Where the work order's PDF is sent. Never filled from the general address. */
  workOrderEmail: text,
  street: text,
  houseNumber: text,
  postalCode: text,
  city: text,
  /** ISO 3166-1 alpha-2, upper case. */
  country: text,
  remark: text,
  /** ISO 639-1, lower case. */
  language: text,
  /** Fiscal zone that decides VAT, for example `PT`, `PT-AC`, `PT-MA`; absent when it cannot be told. */
  fiscalZone: text,
  active: z.boolean(),
  source: source.optional(),
})
export type Relation = z.infer<typeof relation>
