import { type CompanyCall, num, rows, text } from '../method.ts'
import type { DocumentRow, Payment } from '../state.ts'
import { Refusal } from '../validation/problem.ts'
import { settledCents } from './associations.ts'
import type { DocumentType } from './types.ts'

const cents = (value: number) => Math.round(value * 100)

/** Takes the payments that were sent, or adds one for the total with the first method; they must add up. */
export function settlePayments({ company, values }: CompanyCall, row: DocumentRow, type: DocumentType): void {
  if (values.payments !== undefined) {
    row.payments = rows(values, 'payments').map((sent) => ({
      payment_method_id: num(sent, 'payment_method_id'),
      date: text(sent, 'date'),
      value: num(sent, 'value'),
      notes: text(sent, 'notes'),
    }))
    row.default_payment = false
  }
  if (type.receipt && settledCents(company, row, type) !== cents(row.net_value)) inconsistent()
  if (!type.payments) return
  if (row.default_payment || !row.payments?.length) {
    row.payments = defaultPayment(company, row)
    row.default_payment = true
  }
  const paid = row.payments.reduce((total, { value }) => total + cents(value), 0)
  if (paid !== cents(row.net_value)) inconsistent()
}

function defaultPayment({ paymentMethods }: CompanyCall['company'], row: DocumentRow): Payment[] {
  const method = paymentMethods[0]
  if (!method || row.net_value === 0) return []
  return [
    { payment_method_id: num(method, 'payment_method_id'), date: row.date, value: row.net_value, notes: '' },
  ]
}

/** How the API reports amounts that do not fit together. */
function inconsistent(): never {
  throw new Refusal('Database error - try again later')
}
