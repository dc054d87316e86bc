import type { DocumentKind } from './kind.ts'

const list: readonly (readonly [
  name: string,
  typeId: number,
  code: string,
  pt: string,
  es: string,
  money?: 'debt' | 'credit',
])[] = [
  ['Invoice', 29, 'FTM', 'Fatura', 'Factura', 'debt'],
  ['CreditNote', 30, 'NCM', 'Nota de Crédito', 'Nota de crédito', 'credit'],
  ['Receipt', 31, 'REM', 'Recibo', 'Recibo'],
  ['DebitNote', 35, 'NDM', 'Nota de Débito', 'Nota de débito', 'debt'],
  ['Estimate', 36, 'ORM', 'Orçamento', 'Presupuesto'],
  ['InvoiceReceipt', 37, 'FRM', 'Fatura-Recibo', 'Factura-recibo'],
  ['PurchaseOrder', 38, 'NEM', 'Nota de Encomenda', 'Pedido de cliente'],
  ['SimplifiedInvoice', 39, 'FSM', 'Fatura Simplificada', 'Factura simplificada'],
]

/** Documents that were brought from another program. */
export const migratedKinds: readonly DocumentKind[] = list.map(([name, typeId, code, pt, es, money]) => {
  const title = { pt: `${pt} (migração)`, es: `${es} (migración)`, en: `Migrated ${name}` }
  const selfPaid = name === 'InvoiceReceipt' || name === 'SimplifiedInvoice'
  return {
    apiCode: `migrated${name}`,
    plural: `migrated${name}s`,
    typeId,
    code,
    title,
    titlePlural: title,
    party: 'customer',
    migrated: true,
    ...(money ? { money } : {}),
    ...(selfPaid ? { selfPaid } : {}),
    ...(name === 'Receipt' ? { told: 'payment' as const } : {}),
  }
})
