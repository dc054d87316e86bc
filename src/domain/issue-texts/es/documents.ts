import type { documentNames as english } from '../en/documents.ts'
import type { NamesLike } from '../texts-like.ts'

export const documentNames = {
  invoice: 'factura',
  invoiceReceipt: 'factura-recibo',
  purchaseOrder: 'pedido',
  serviceSheet: 'hoja de servicio',
  internalDocument: 'documento interno',
  creditNote: 'factura rectificativa',
} as const satisfies NamesLike<typeof english>
