import type { WorkOrder } from '../../domain/index.ts'
import type { ExportState, LedgerRecord } from '../records/ledger.ts'
import { type ExportRun, transition } from './export-run.ts'
import { ledgerKey } from './identity.ts'

/** States of a collective document whose content can still be replaced by the step that comes next. */
const REPLACEABLE: ReadonlySet<ExportState> = new Set(['creating', 'unknown', 'draft', 'mismatch'])

/**
 * Carries a correction of a work order into the collective entry that it went into: one of which nothing is made is taken
 * apart, a draft gets the new content. Answers false when that has to wait; after closing it is a matter for a person.
 */
export async function correctMember(
  run: ExportRun,
  { group: key }: LedgerRecord,
  { workOrder }: { readonly workOrder: WorkOrder },
): Promise<boolean> {
  const group = key === undefined ? undefined : await run.work.records.ledger.get(key)
  if (!group?.value.members) return false
  const { state, documentId, attempt, members, document } = group.value
  if (documentId === undefined && attempt === undefined)
    return (await transition(run, group, { state: 'dismissed', issues: [] })) !== undefined
  if (!REPLACEABLE.has(state) || document?.state === 'closed') return false
  const mine = await ledgerKey(run.work, workOrder.key)
  const next = members.map((member) => (member.key === mine ? { key: mine, workOrder } : member))
  const moved = await transition(run, group, {
    members: next,
    replace: true,
    due: group.value.due,
    ...(state === 'mismatch' ? { state: 'draft' as const, issues: [] } : {}),
  })
  return moved !== undefined
}
