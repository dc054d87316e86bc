import type { documentNames as english } from '../en/documents.ts'
import type { NamesLike } from '../texts-like.ts'

export const documentNames = {
  invoice: 'fatura',
  invoiceReceipt: 'fatura-recibo',
  purchaseOrder: 'nota de encomenda',
  serviceSheet: 'folha de serviço',
  internalDocument: 'documento interno',
  creditNote: 'nota de crédito',
} as const satisfies NamesLike<typeof english>
