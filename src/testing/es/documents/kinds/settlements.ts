import { type DocumentKind, titles } from './kind.ts'

/** What pays and settles. */
export const settlementKinds: readonly DocumentKind[] = [
  {
    apiCode: 'receipt',
    plural: 'receipts',
    typeId: 2,
    code: 'RE',
    ...titles(['Recibo', 'Recibo', 'Receipt'], ['Recibos', 'Recibos', 'Receipts']),
    party: 'customer',
    sources: [
      'invoice',
      'debitNote',
      'creditNote',
      'migratedInvoice',
      'migratedDebitNote',
      'migratedCreditNote',
    ],
    settles: true,
    told: 'payment',
    payments: true,
  },
  {
    apiCode: 'paymentReturn',
    plural: 'paymentReturns',
    typeId: 19,
    code: 'DP',
    ...titles(
      ['Devolução de Pagamento', 'Devolución de pago', 'Payment return'],
      ['Devoluções de Pagamento', 'Devoluciones de pago', 'Payment returns'],
    ),
    party: 'customer',
    sources: ['creditNote', 'migratedCreditNote'],
    settles: true,
    told: 'refund',
    payments: true,
  },
  {
    apiCode: 'settlementNote',
    plural: 'settlementNotes',
    typeId: 24,
    code: 'NL',
    ...titles(
      ['Nota de Liquidação', 'Nota de liquidación', 'Settlement note'],
      ['Notas de Liquidação', 'Notas de liquidación', 'Settlement notes'],
    ),
    party: 'customer',
    sources: ['invoice', 'debitNote', 'creditNote'],
    settles: true,
    told: 'anything',
  },
  {
    apiCode: 'salespersonPayment',
    plural: 'salespersonPayments',
    typeId: 34,
    code: 'PV',
    ...titles(
      ['Pagamento a Vendedor', 'Pago a comercial', 'Salesperson payment'],
      ['Pagamentos a Vendedores', 'Pagos a comerciales', 'Salesperson payments'],
    ),
    party: 'salesperson',
    told: 'anything',
  },
]
