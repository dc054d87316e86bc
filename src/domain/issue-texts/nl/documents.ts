import type { documentNames as english } from '../en/documents.ts'
import type { NamesLike } from '../texts-like.ts'

export const documentNames = {
  invoice: 'factuur',
  invoiceReceipt: 'factuur met kwitantie',
  purchaseOrder: 'bestelling',
  serviceSheet: 'servicebon',
  internalDocument: 'intern document',
  creditNote: 'creditfactuur',
} as const satisfies NamesLike<typeof english>
