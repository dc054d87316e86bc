import type { ExportSettings, WorkOrder } from '../domain/index.ts'
import { documentChoice } from './document-choice.ts'

/** Why a work order is left alone. */
export type SkipReason =
  | 'not_complete'
  | 'archived'
  | 'own_document'
  | 'not_finished'
  | 'work_status'
  | 'no_work_date'
  | 'before_start'

export type Eligibility = 'yes' | { readonly skipped: SkipReason }

/**
 * Whether a work order is to be exported. With a start date, one without a work date is left out: it cannot
 * be told from an old one, and old work must not flood the books.
 *
 * @param startDate work orders with an earlier work date are left out; none lets every date pass
 */
export function eligible(
  workOrder: WorkOrder,
  settings: ExportSettings,
  startDate: string | undefined,
): Eligibility {
  const { workDate, workStatus, origin } = workOrder
  const checks: [SkipReason, boolean][] = [
    ['not_complete', workOrder.status !== 'complete'],
    ['archived', workOrder.archived === true],
    ['own_document', origin !== undefined && origin.kind === documentChoice(workOrder, settings).kind],
    ['not_finished', settings.finishedOnly && !workOrder.finished],
    ['work_status', settings.workStatuses.length > 0 && !settings.workStatuses.includes(workStatus ?? '')],
    ['no_work_date', startDate !== undefined && !workDate],
    ['before_start', startDate !== undefined && workDate !== undefined && workDate < startDate],
  ]
  const failed = checks.find(([, applies]) => applies)
  return failed ? { skipped: failed[0] } : 'yes'
}
