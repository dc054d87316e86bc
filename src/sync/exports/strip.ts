import type { WorkOrder } from '../../domain/index.ts'
import type { LedgerRecord } from '../records/ledger.ts'

/**
 * What must stay of an export so that no second document is ever made: states, keys and ids. Names, addresses, texts and lines
 * are gone, also from the plan.
 */
export function stripped(value: LedgerRecord): LedgerRecord {
  const { plan, takingBack, issues, waitsFor, members, ...kept } = value
  return {
    ...kept,
    stripped: true,
    workOrder: skeleton(value.workOrder),
    issues: [],
    waitsFor: [],
    ...(members
      ? { members: members.map(({ key, workOrder }) => ({ key, workOrder: skeleton(workOrder) })) }
      : {}),
  }
}

function skeleton({ key, number, status, finished }: WorkOrder): WorkOrder {
  return { key, number, status, finished, customer: {}, materials: [], workPeriods: [] }
}
