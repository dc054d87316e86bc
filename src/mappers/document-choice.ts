import type { DocumentKind, DocumentRule, ExportSettings, WorkOrder } from '../domain/index.ts'
import { selectParty } from './select-party.ts'

/** What a work order becomes. */
export interface DocumentChoice {
  readonly kind: DocumentKind
  /** State in which the document is left. */
  readonly state: ExportSettings['state']
  /** Absent: the account's default series. */
  readonly documentSetId?: number
}

/**
 * Kind, state and series of the document of a work order: what the first fitting rule states, and the defaults of the
 * settings for what it leaves open.
 */
export function documentChoice(workOrder: WorkOrder, settings: ExportSettings): DocumentChoice {
  const rule = settings.rules.find((candidate) => fits(candidate, workOrder, settings))
  const documentSetId = rule?.documentSetId ?? settings.documentSetId
  return {
    kind: rule?.kind ?? settings.kind,
    state: rule?.state ?? settings.state,
    ...(documentSetId === undefined ? {} : { documentSetId }),
  }
}

/** Every kind that the settings may lead to. */
export function chosenKinds({
  kind,
  rules,
}: Pick<ExportSettings, 'kind' | 'rules'>): readonly DocumentKind[] {
  return [...new Set([kind, ...rules.flatMap((rule) => rule.kind ?? [])])]
}

function fits(rule: DocumentRule, workOrder: WorkOrder, { party }: ExportSettings): boolean {
  const conditions: [readonly string[] | undefined, string | undefined][] = [
    [rule.typesOfWork, workOrder.typeOfWork],
    [rule.workStatuses, workOrder.workStatus],
    [rule.projects, workOrder.projectNumber],
    [rule.paymentMethods, workOrder.paymentMethod],
    [rule.customers, selectParty(workOrder, party).value?.debtorNumber],
  ]
  return conditions.every(([allowed, value]) => allowed === undefined || allowed.includes(value ?? ''))
}
