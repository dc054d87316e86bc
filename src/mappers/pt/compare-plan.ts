import type { DocumentPlan, DocumentTotals, ExportSettings, RoundingMethod } from '../../domain/index.ts'
import { sum, toCents } from '../../internal/money.ts'
import { documentTotals } from '../totals.ts'
import { invoiceInsert } from './invoice-insert.ts'
import type { DocumentRow } from './rows.ts'

export interface PlanDifference {
  /** Wire name of the field, for example `net_value`. */
  readonly field: string
  /** Cents for amounts. */
  readonly expected: string | number
  readonly actual: string | number
}

export interface PlanComparison {
  readonly same: boolean
  readonly differences: readonly PlanDifference[]
  /**
   * What explains the differences. `other_rounding_method`: the amounts are those of the method that the plan
   * did not use, and nothing else differs.
   */
  readonly causes: readonly 'other_rounding_method'[]
}

/**
 * Compares a document that Moloni shows with the plan that it was made from: customer, series, both
 * references, and every amount in cents. Rows of lists state no lines: those are covered by the amounts.
 */
export function comparePlan(
  plan: DocumentPlan,
  document: DocumentRow,
  settings: Pick<ExportSettings, 'referenceField'>,
): PlanComparison {
  const sent = invoiceInsert(plan, settings)
  const texts: PlanDifference[] = [
    { field: 'customer_id', expected: sent.customer_id, actual: document.customer_id ?? '' },
    { field: 'document_set_id', expected: sent.document_set_id, actual: document.document_set_id ?? '' },
    { field: 'our_reference', expected: sent.our_reference, actual: document.our_reference ?? '' },
    { field: 'your_reference', expected: sent.your_reference, actual: document.your_reference ?? '' },
  ]
  const differing = texts.filter(differs)
  const amounts = amountsOf(plan.totals, document).filter(differs)
  const other: RoundingMethod = plan.rounding === 'document' ? 'line' : 'document'
  const explained =
    differing.length === 0 &&
    amounts.length > 0 &&
    !amountsOf(documentTotals(plan.lines, other), document).some(differs)
  const differences = [...differing, ...amounts]
  return { same: differences.length === 0, differences, causes: explained ? ['other_rounding_method'] : [] }
}

function amountsOf(totals: DocumentTotals, document: DocumentRow): PlanDifference[] {
  const discount = sum([document.comercial_discount_value ?? 0, document.financial_discount_value ?? 0])
  return [
    { field: 'gross_value', expected: totals.grossCents, actual: toCents(document.gross_value ?? 0) },
    { field: 'comercial_discount_value', expected: totals.discountCents, actual: toCents(discount) },
    { field: 'taxes_value', expected: totals.taxesCents, actual: toCents(document.taxes_value ?? 0) },
    { field: 'deduction_value', expected: 0, actual: toCents(document.deduction_value ?? 0) },
    { field: 'net_value', expected: totals.netCents, actual: toCents(document.net_value ?? 0) },
  ]
}

const differs = ({ expected, actual }: PlanDifference) => expected !== actual
