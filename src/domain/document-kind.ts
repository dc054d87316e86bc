import * as z from 'zod'

/** The kinds of documents that work orders become. What a platform can make is in its capability table. */
export const documentKind = z.enum(['invoice', 'invoiceReceipt', 'purchaseOrder', 'internalDocument'])
export type DocumentKind = z.infer<typeof documentKind>
