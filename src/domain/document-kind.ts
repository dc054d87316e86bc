import * as z from 'zod'

/** The kinds of documents that work orders become. What a platform can make is in its capability table. */
export const documentKind = z.enum([
  'invoice',
  'invoiceReceipt',
  'purchaseOrder',
  'internalDocument',
  'serviceSheet',
])
export type DocumentKind = z.infer<typeof documentKind>

/** Every kind of document that is made: those of work orders, and what takes one back. */
export const madeKind = z.enum([...documentKind.options, 'creditNote'])
export type MadeKind = z.infer<typeof madeKind>
