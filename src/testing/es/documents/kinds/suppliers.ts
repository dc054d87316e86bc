import { type DocumentKind, titles } from './kind.ts'

/** Documents with suppliers. */
export const supplierKinds: readonly DocumentKind[] = [
  {
    apiCode: 'supplierPurchaseOrder',
    plural: 'supplierPurchaseOrders',
    typeId: 7,
    code: 'NEF',
    ...titles(
      ['Nota de Encomenda a Fornecedor', 'Pedido a proveedor', 'Supplier purchase order'],
      ['Notas de Encomenda a Fornecedores', 'Pedidos a proveedores', 'Supplier purchase orders'],
    ),
    party: 'supplier',
    draftable: true,
  },
  {
    apiCode: 'supplierBillsOfLading',
    plural: 'supplierBillsOfLadings',
    typeId: 11,
    code: 'GTF',
    ...titles(
      ['Guia de Transporte de Fornecedor', 'Guía de transporte de proveedor', 'Supplier bill of lading'],
      [
        'Guias de Transporte de Fornecedores',
        'Guías de transporte de proveedores',
        'Supplier bills of lading',
      ],
    ),
    party: 'supplier',
    sources: ['supplierPurchaseOrder'],
    draftable: true,
  },
  {
    apiCode: 'supplierInvoice',
    plural: 'supplierInvoices',
    typeId: 8,
    code: 'FF',
    ...titles(
      ['Fatura de Fornecedor', 'Factura de proveedor', 'Supplier invoice'],
      ['Faturas de Fornecedores', 'Facturas de proveedores', 'Supplier invoices'],
    ),
    party: 'supplier',
    sources: ['supplierPurchaseOrder', 'supplierBillsOfLading'],
    money: 'debt',
    stock: 1,
    draftable: true,
  },
  {
    apiCode: 'supplierCreditNote',
    plural: 'supplierCreditNotes',
    typeId: 9,
    code: 'NCF',
    ...titles(
      ['Nota de Crédito de Fornecedor', 'Nota de crédito de proveedor', 'Supplier credit note'],
      ['Notas de Crédito de Fornecedores', 'Notas de crédito de proveedores', 'Supplier credit notes'],
    ),
    party: 'supplier',
    sources: ['supplierInvoice'],
    money: 'credit',
    settles: true,
    stock: -1,
    draftable: true,
  },
  {
    apiCode: 'supplierReceipt',
    plural: 'supplierReceipts',
    typeId: 12,
    code: 'REF',
    ...titles(
      ['Recibo de Fornecedor', 'Recibo de proveedor', 'Supplier receipt'],
      ['Recibos de Fornecedores', 'Recibos de proveedores', 'Supplier receipts'],
    ),
    party: 'supplier',
    sources: ['supplierInvoice', 'supplierCreditNote'],
    settles: true,
    told: 'payment',
    payments: true,
    draftable: true,
  },
]
