/** Kinds of documents. */
export const documentNames = {
  invoice: 'invoice',
  invoiceReceipt: 'invoice-receipt',
  purchaseOrder: 'purchase order',
  serviceSheet: 'service sheet',
  internalDocument: 'internal document',
  creditNote: 'credit note',
} as const
