import type { Settings } from '../../domain/index.ts'
import { fiscalZone, selectParty, workDay } from '../../mappers/index.ts'
import type { LedgerRecord } from '../records/ledger.ts'
import { today } from '../today.ts'
import type { Work } from '../work.ts'

/** Whether a work order waits for others instead of getting a document of its own. */
export function isCollected(
  { settings }: Work,
  { members, documentId, takesBack, history }: LedgerRecord,
): boolean {
  const alone = members === undefined && takesBack === undefined && history === undefined
  return settings.exports.collective.by !== 'none' && alone && documentId === undefined
}

/** Work orders with equal keys come on one document. */
export function collectiveKey(
  work: Work,
  { workOrder, kind, target, plan, createdAt }: LedgerRecord,
): string {
  const { collective, party, vat } = work.settings.exports
  const { by } = collective
  const { paymentMethod, projectNumber, customer } = workOrder
  return JSON.stringify([
    kind,
    target,
    plan?.documentSetId,
    selectParty(workOrder, party).value?.debtorNumber,
    by === 'project' ? (projectNumber ?? '') : '',
    kind === 'invoiceReceipt' ? (paymentMethod ?? '') : '',
    vat.zoneOf === 'site' ? (fiscalZone(customer) ?? '') : '',
    periodOf(collective.period, workDay(workOrder) ?? today(createdAt, work.settings.timeZone)),
  ])
}

/** Whether the period of a work order is over. */
export function isPeriodOver(work: Work, { workOrder, createdAt }: LedgerRecord): boolean {
  const { period } = work.settings.exports.collective
  if (period === 'run') return true
  const { timeZone } = work.settings
  const worked = workDay(workOrder) ?? today(createdAt, timeZone)
  return periodOf(period, worked) < periodOf(period, today(work.clock.now(), timeZone))
}

type Period = Settings['exports']['collective']['period']

/** The period that a day (`YYYY-MM-DD`) falls into, as text that sorts like time. Weeks begin on Monday. */
function periodOf(period: Period, day: string): string {
  if (period === 'run') return ''
  if (period === 'month') return day.slice(0, 7)
  if (period === 'day') return day
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
