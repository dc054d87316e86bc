import type { LedgerRecord } from '../records/ledger.ts'
import type { TrailEntry } from '../records/trail.ts'

/** The export of one work order, as a person sees it. */
export type ExportItem = Pick<
  LedgerRecord,
  'state' | 'kind' | 'reference' | 'documentId' | 'document' | 'plan' | 'issues' | 'tries' | 'adopted'
> & {
  /** The host's key of the work order. */
  readonly key: string
  readonly number: string
  /** On a collective document: the host's keys of its work orders. */
  readonly members?: readonly string[]
  /** When it is looked at again, ISO instant. */
  readonly due: string
  readonly updatedAt: string
  /** Who did what when, and by which version of the settings; oldest first. */
  readonly trail: readonly TrailEntry[]
  /** Documents that were taken back. */
  readonly history: NonNullable<LedgerRecord['history']>
}

export function exportItem(value: LedgerRecord): ExportItem {
  const { workOrder, state, kind, reference, documentId, document, plan, issues, tries, adopted } = value
  return {
    key: workOrder.key,
    number: workOrder.number,
    kind,
    state,
    reference,
    issues,
    tries,
    adopted,
    due: new Date(value.due).toISOString(),
    updatedAt: new Date(value.updatedAt).toISOString(),
    trail: value.trail,
    history: value.history ?? [],
    ...(value.members ? { members: value.members.map((member) => member.workOrder.key) } : {}),
    ...(documentId === undefined ? {} : { documentId }),
    ...(document === undefined ? {} : { document }),
    ...(plan === undefined ? {} : { plan }),
  }
}
