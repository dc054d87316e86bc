import { momentText } from '../call.ts'
import type { LifeStatus, WorkOrderRow } from '../state.ts'

export const lifeStatuses: readonly LifeStatus[] = ['Klaargezet', 'Opgehaald', 'Compleet', 'Afgehandeld']

/** Moves a work order on; one that is there already stays as it is. */
export function moveTo(row: WorkOrderRow, status: LifeStatus, now: number, user = 'API'): void {
  if (row.status === status) return
  row.status = status
  row.StatusChanges.push({ status, timestamp: momentText(now), user })
}
