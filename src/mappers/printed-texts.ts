import type { PlannedLine, WorkOrder } from '../domain/index.ts'
import type { LineSettings } from './billable-lines.ts'

/** What is printed at the foot. Only texts that the customer may see; internal ones are never read. */
export function printedNotes(workOrder: WorkOrder, settings: LineSettings): string {
  const texts = [
    settings.description === 'notes' ? workOrder.description : undefined,
    settings.project === 'notes' ? workOrder.projectNumber : undefined,
    settings.pdfLink === 'notes' ? workOrder.pdfUrl : undefined,
  ]
  return texts.flatMap((text) => text?.trim() || []).join('\n')
}

/** The lines, the first one with the work description under its name where the settings want it there. */
export function printedUnderFirstLine(
  lines: readonly PlannedLine[],
  { description }: WorkOrder,
  settings: LineSettings,
): PlannedLine[] {
  const text = settings.description === 'summary' ? description?.trim() : undefined
  const [first, ...others] = lines
  if (!text || !first) return [...lines]
  return [{ ...first, summary: [text, first.summary].filter(Boolean).join('\n') }, ...others]
}
