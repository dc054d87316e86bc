import type { ExportSettings, Mapped, PlannedPayment } from '../domain/index.ts'
import type { AccountTables } from './catalogue.ts'

export interface PaymentInput {
  /** The work order's own payment method. */
  readonly paymentMethod: string | undefined
  readonly settings: ExportSettings['payments']
  readonly account: Pick<AccountTables, 'paymentMethods'>
  /** Day of the document. */
  readonly date: string
  /** What the customer pays. */
  readonly valueCents: number
}

/**
 * The payments of a document that is its own receipt: one of the whole amount, by the method that the settings name
 * for the work order's, else by the one they name for all others. A document of zero has none.
 *
 * Issues: `no_payment_method` (`thing` is the work order's method), `unknown_payment_method` (the account has no
 * method with that id).
 */
export function planPayments({
  paymentMethod,
  settings: { methods, fallback },
  account,
  date,
  valueCents,
}: PaymentInput): Mapped<PlannedPayment[]> {
  const stated = paymentMethod?.trim()
  const paymentMethodId = (stated && Object.hasOwn(methods, stated) ? methods[stated] : undefined) ?? fallback
  if (paymentMethodId === undefined) {
    const thing = stated && { thing: stated }
    return { issues: [{ code: 'no_payment_method', field: 'paymentMethod', ...thing, severity: 'error' }] }
  }
  const method = account.paymentMethods?.find((one) => one.paymentMethodId === paymentMethodId)
  if (account.paymentMethods && !method) {
    const thing = String(paymentMethodId)
    return { issues: [{ code: 'unknown_payment_method', field: 'paymentMethod', thing, severity: 'error' }] }
  }
  if (valueCents === 0) return { value: [], issues: [] }
  const name = method && { paymentMethodName: method.name }
  return { value: [{ paymentMethodId, ...name, date, valueCents }], issues: [] }
}
