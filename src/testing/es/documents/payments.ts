import { dec, minus, plus, toNumber, zero } from '../../http/decimal.ts'
import type { JsonObject } from '../../http/json.ts'
import { notHere } from '../entities/references.ts'
import { type CompanyCall, num, objects, type Problem, problem, text } from '../operation.ts'
import { findRow } from '../state.ts'
import type { DocumentKind } from './kinds/kind.ts'
import type { DocumentRow, PaymentRow } from './row.ts'

/** The sent payments as the document keeps them: on its own day, and under the method's name, unless told. */
export function buildPayments(
  { company }: CompanyCall,
  row: DocumentRow,
  sent: readonly JsonObject[],
): PaymentRow[] {
  return sent.map((payment) => {
    const method = findRow(company, 'paymentMethods', payment.paymentMethodId)
    return {
      paymentMethodId: num(payment, 'paymentMethodId') || null,
      paymentMethodName: text(payment, 'paymentMethodName') || text(method ?? {}, 'name'),
      date: text(payment, 'date') || row.date,
      value: num(payment, 'value'),
      notes: text(payment, 'notes'),
    }
  })
}

/** What is wrong with each of the sent payments. */
export function paymentProblems({ company }: CompanyCall, sent: JsonObject): Problem[] {
  return objects(sent, 'payments').flatMap((payment) => [
    ...(!payment.paymentMethodId || findRow(company, 'paymentMethods', payment.paymentMethodId)
      ? []
      : [problem('paymentMethodId', notHere('paymentMethod'))]),
    ...(payment.paymentMethodId || text(payment, 'paymentMethodName')
      ? []
      : [problem('paymentMethodId', 'Payment method is required')]),
    ...(num(payment, 'value') < 0 ? [problem('value', 'Payment value must not be negative')] : []),
  ])
}

/** Payments come to the total, but for less than a cent; where none are given, nothing is checked. */
export function paymentSumProblems(kind: DocumentKind, row: DocumentRow): Problem[] {
  if (!kind.payments || row.payments.length === 0) return []
  const paid = row.payments.map(({ value }) => dec(value)).reduce(plus, zero)
  const off = Math.abs(toNumber(minus(paid, dec(row.totalValue))))
  return off < 0.01 ? [] : [problem('payments', 'The payments do not match the total of the document')]
}
