import type { ExportSettings, Issue, Mapped, WorkOrder } from '../domain/index.ts'
import type { BillableLine } from './billable-line.ts'
import { billableLines } from './billable-lines.ts'
import { workDay } from './dates.ts'

/**
 * What several work orders bill on one document, one after the other. Each is billed by its own rules (rounding, minimum hours),
 * and the first line of each says which work order it belongs to. A work order that bills nothing adds no line.
 *
 * Issues: as {@link billableLines}.
 */
export function collectiveLines(
  workOrders: readonly WorkOrder[],
  { lines: settings, collective }: Pick<ExportSettings, 'lines' | 'collective'>,
): Mapped<BillableLine[]> {
  const lines: BillableLine[] = []
  const issues: Issue[] = []
  workOrders.forEach((workOrder, position) => {
    const own = billableLines(workOrder, settings)
    issues.push(...own.issues)
    own.value?.forEach((line, index) => {
      const summary = [index === 0 ? headingOf(workOrder, collective.heading) : undefined, line.summary]
      const text = summary.filter(Boolean).join('\n')
      lines.push({ ...line, id: `${position}/${line.id}`, ...(text && { summary: text }) })
    })
  })
  return issues.some(({ severity }) => severity === 'error') ? { issues } : { value: lines, issues }
}

function headingOf(
  workOrder: WorkOrder,
  heading: ExportSettings['collective']['heading'],
): string | undefined {
  if (heading === 'none') return undefined
  const day = heading === 'numberAndDate' ? workDay(workOrder) : undefined
  return [workOrder.number, day].filter(Boolean).join(' · ')
}
