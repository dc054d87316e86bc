import type { DocumentPlan, Issue, Mapped, PlannedLine } from '../domain/index.ts'
import type { ComposeInput, LineInput } from './compose-input.ts'
import { documentDates } from './dates.ts'
import { planLine } from './plan-line.ts'
import { planPayments } from './plan-payments.ts'
import { printedNotes, printedUnderFirstLine } from './printed-texts.ts'
import { FINAL_CONSUMER } from './tax-number.ts'
import { documentTotals } from './totals.ts'

/**
 * The document that a work order becomes. Every issue is collected, not only the first one.
 *
 * Issues: `unknown_material`, `unknown_hour_type`, `unknown_travel_product` (`thing` is the code),
 * `unknown_fallback`, `unknown_withholding`, `no_price`, `no_vat`, `missing_address`, `nothing_to_bill`,
 * `too_long`, `no_payment_method`, `unknown_payment_method`; warnings from dates and VAT, `zero_price`,
 * `booked_on_fallback`, `inactive_product`, `inactive_customer`, `unknown_warehouse`, `fixed_tax`.
 */
export function composeDocument(given: ComposeInput): Mapped<DocumentPlan> {
  const { workOrder, settings, customer, account } = given
  const input: LineInput = { ...given, kind: given.kind ?? settings.kind }
  const issues: Issue[] = customerIssues(input)
  if (input.reference.length > 20)
    issues.push({ code: 'too_long', field: 'reference', severity: 'error', details: { max: 20 } })

  const dates = documentDates({
    workOrder,
    settings: settings.dates,
    customer,
    today: input.today,
    date: input.date,
  })
  issues.push(...dates.issues)

  const planned: PlannedLine[] = []
  for (const line of input.lines) {
    const { value, issues: own } = planLine(line, input)
    issues.push(...own)
    if (value) planned.push(value)
  }
  const stopped = () => issues.some(({ severity }) => severity === 'error')
  if (planned.length === 0 && !stopped()) issues.push({ code: 'nothing_to_bill', severity: 'error' })

  const lines = printedUnderFirstLine(planned, workOrder, settings.lines)
  const rounding = settings.rounding === 'account' ? (account.rounding ?? 'document') : settings.rounding
  const totals = documentTotals(lines, rounding)
  const payments =
    input.kind === 'invoiceReceipt'
      ? planPayments({
          paymentMethod: workOrder.paymentMethod,
          settings: settings.payments,
          account,
          date: dates.date,
          valueCents: totals.netCents,
        })
      : undefined
  issues.push(...(payments?.issues ?? []))
  if (stopped()) return { issues }

  const notes = printedNotes(workOrder, settings.lines)
  return {
    value: {
      kind: input.kind,
      customerId: customer.customerId,
      customerNumber: customer.number,
      documentSetId: input.documentSetId,
      date: dates.date,
      dueDate: dates.dueDate,
      ...(dates.maturityDateId !== undefined && { maturityDateId: dates.maturityDateId }),
      reference: input.reference,
      workOrderNumber: workOrder.number,
      ...(notes && { notes }),
      rounding,
      ...(account.fiscalZone !== undefined && { fiscalZone: account.fiscalZone }),
      ...(payments?.value && { payments: payments.value }),
      lines,
      totals,
    },
    issues,
  }
}

/** The final consumer needs no address for every document: there Moloni itself may refuse (its rule 16). */
function customerIssues({ customer, account, kind }: LineInput): Issue[] {
  const { hasAddress, vatNumber, number, active } = customer
  const { addressOn = ['invoice', 'invoiceReceipt'] } = account
  const issues: Issue[] = []
  if (!hasAddress && addressOn.includes(kind))
    issues.push({
      code: 'missing_address',
      field: 'customer',
      thing: number,
      severity: vatNumber === FINAL_CONSUMER ? 'warning' : 'error',
    })
  if (!active)
    issues.push({ code: 'inactive_customer', field: 'customer', thing: number, severity: 'warning' })
  return issues
}
