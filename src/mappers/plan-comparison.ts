import type { DocumentPlan, DocumentTotals, RoundingMethod } from '../domain/index.ts'
import { documentTotals } from './totals.ts'

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
   * What explains the differences. `other_rounding_method`: the amounts are those of a method that the plan did
   * not use, and nothing else differs.
   */
  readonly causes: readonly 'other_rounding_method'[]
}

/** What a document in Moloni is held against. */
export interface ComparedFields {
  /** Everything that is the same whatever the rounding. */
  readonly identity: readonly PlanDifference[]
  /** The document's amounts beside the expected ones, in cents. */
  amounts(expected: DocumentTotals): readonly PlanDifference[]
  /** The methods that the platform knows. */
  readonly methods: readonly RoundingMethod[]
}

/** Keeps the fields that differ, and looks for what explains them. */
export function differencesFrom(plan: DocumentPlan, compared: ComparedFields): PlanComparison {
  const identity = compared.identity.filter(differs)
  const amounts = compared.amounts(plan.totals).filter(differs)
  const explained =
    identity.length === 0 &&
    amounts.length > 0 &&
    compared.methods.some(
      (method) =>
        method !== plan.rounding && !compared.amounts(documentTotals(plan.lines, method)).some(differs),
    )
  const differences = [...identity, ...amounts]
  return { same: differences.length === 0, differences, causes: explained ? ['other_rounding_method'] : [] }
}

const differs = ({ expected, actual }: PlanDifference) => expected !== actual
