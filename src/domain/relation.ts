import * as z from 'zod'
import { source } from './source.ts'

const text = z.string().optional()

/** A further address of a customer, where work may be done. */
export const relationAddress = z.object({
  /** Moloni's id of the address, as text. */
  id: z.string().min(1),
  /** The account's own code of the address. */
  code: text,
  name: text,
  contact: text,
  phone: text,
  email: text,
  street: text,
  postalCode: text,
  city: text,
  /** ISO 3166-1 alpha-2, upper case; absent when it is not told. */
  country: text,
})
export type RelationAddress = z.infer<typeof relationAddress>

/** A customer, as field-service software knows it. Key: the debtor number. */
export const relation = z.object({
  /** Unique number of the customer, referenced by work orders. */
  debtorNumber: z.string().min(1).max(255),
  name: z.string().min(1).max(255),
  /** Tax number (NIF, NIE, CIF …) without blanks; absent when unknown. */
  vatNumber: text,
  /** Name of the contact person. */
  contact: text,
  contactEmail: text,
  contactPhone: text,
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
  /** Further addresses; absent when the list did not show them. */
  addresses: z.array(relationAddress).optional(),
  active: z.boolean(),
  source: source.optional(),
})
export type Relation = z.infer<typeof relation>
