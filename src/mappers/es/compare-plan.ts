import type { DocumentPlan, DocumentTotals, ExportSettings } from '../../domain/index.ts'
import { toCents } from '../../internal/money.ts'
import { documentReferences } from '../document-references.ts'
import { differencesFrom, type PlanComparison, type PlanDifference } from '../plan-comparison.ts'
import { CALCULATION_MODES } from './account.ts'
import type { EsDocumentRow } from './rows.ts'

/**
 * Compares a document that Moloni ES or ON shows with the plan that it was made from: customer, series, both
 * references, and the amounts in cents. The total is always compared, the parts where the row states them; and the
 * gross only without discounts, because whether it is meant before or after them is not published.
 */
export function compareEsPlan(
  plan: DocumentPlan,
  document: EsDocumentRow,
  { referenceField }: Pick<ExportSettings, 'referenceField'>,
): PlanComparison {
  const { our, your } = documentReferences(plan, referenceField)
  return differencesFrom(plan, {
    identity: [
      customer(plan, document),
      { field: 'documentSetId', expected: plan.documentSetId, actual: document.documentSetId ?? '' },
      { field: 'ourReference', expected: our, actual: document.ourReference ?? '' },
      { field: 'yourReference', expected: your, actual: document.yourReference ?? '' },
    ],
    amounts: (expected) => amountsOf(expected, document),
    methods: CALCULATION_MODES,
  })
}

/** By id; rows that do not describe their customer show the number that is printed. */
function customer(plan: DocumentPlan, document: EsDocumentRow): PlanDifference {
  const customerId = document.customer?.customerId
  return typeof customerId === 'number'
    ? { field: 'customerId', expected: plan.customerId, actual: customerId }
    : { field: 'entityNumber', expected: plan.customerNumber, actual: document.entityNumber ?? '' }
}

function amountsOf(expected: DocumentTotals, document: EsDocumentRow): PlanDifference[] {
  const total = {
    field: 'totalValue',
    expected: expected.netCents,
    actual: toCents(document.totalValue ?? 0),
  }
  const parts: [keyof EsDocumentRow & string, number | null | undefined, number | undefined][] = [
    ['grossValue', document.grossValue, expected.discountCents === 0 ? expected.grossCents : undefined],
    ['taxesValue', document.taxesValue, expected.taxesCents],
    ['retentionsValue', document.retentionsValue, expected.withheldCents ?? 0],
  ]
  return [
    ...parts.flatMap(([field, actual, cents]) =>
      typeof actual === 'number' && cents !== undefined
        ? [{ field, expected: cents, actual: toCents(actual) }]
        : [],
    ),
    total,
  ]
}
