import type { DocumentPlan, DocumentTotals, ExportSettings } from '../../domain/index.ts'
import { sum, toCents } from '../../internal/money.ts'
import { documentReferences } from '../document-references.ts'
import { differencesFrom, type PlanComparison, type PlanDifference } from '../plan-comparison.ts'
import { hasOurReference, referenceFieldOf } from './document-insert.ts'
import type { DocumentRow } from './rows.ts'

/**
 * Compares a document that Moloni shows with the plan that it was made from: customer, series, the references of
 * its kind, and every amount in cents. Rows of lists state no lines: those are covered by the amounts.
 */
export function comparePlan(
  plan: DocumentPlan,
  document: DocumentRow,
  settings: Pick<ExportSettings, 'referenceField'>,
): PlanComparison {
  const field = referenceFieldOf(plan.kind, settings)
  const { our, your } = documentReferences(plan, field)
  const identity: PlanDifference[] = [
    { field: 'customer_id', expected: plan.customerId, actual: document.customer_id ?? '' },
    { field: 'document_set_id', expected: plan.documentSetId, actual: document.document_set_id ?? '' },
    { field: 'your_reference', expected: your, actual: document.your_reference ?? '' },
  ]
  if (hasOurReference(plan.kind))
    identity.push({ field: 'our_reference', expected: our, actual: document.our_reference ?? '' })
  return differencesFrom(plan, {
    identity,
    amounts: (expected) => amountsOf(expected, document),
    methods: ['document', 'line'],
  })
}

function amountsOf(expected: DocumentTotals, document: DocumentRow): PlanDifference[] {
  const discount = sum([document.comercial_discount_value ?? 0, document.financial_discount_value ?? 0])
  return [
    { field: 'gross_value', expected: expected.grossCents, actual: toCents(document.gross_value ?? 0) },
    { field: 'comercial_discount_value', expected: expected.discountCents, actual: toCents(discount) },
    { field: 'taxes_value', expected: expected.taxesCents, actual: toCents(document.taxes_value ?? 0) },
    {
      field: 'deduction_value',
      expected: expected.withheldCents ?? 0,
      actual: toCents(document.deduction_value ?? 0),
    },
    { field: 'net_value', expected: expected.netCents, actual: toCents(document.net_value ?? 0) },
  ]
}
