import type { ExportSettings, Issue, WorkOrder } from '../domain/index.ts'
import type { BillingCustomer } from './catalogue.ts'

const DAY_MS = 86_400_000

/** The day `days` after a day; both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS
}

/** Day on which the work was done: its last day, where that is stated. */
export function workDay({
  workDate,
  workEndDate,
}: Pick<WorkOrder, 'workDate' | 'workEndDate'>): string | undefined {
  return workEndDate && (!workDate || workEndDate > workDate) ? workEndDate : workDate
}

export interface DateInput {
  readonly workOrder: Pick<WorkOrder, 'workDate' | 'workEndDate'>
  readonly settings: ExportSettings['dates']
  readonly customer: Pick<BillingCustomer, 'maturityDateId' | 'maturityDays'>
  /** Today in the company's zone. */
  readonly today: string
  /** Goes before what the settings say. */
  readonly date?: string | undefined
}

export interface DocumentDates {
  readonly date: string
  readonly dueDate: string
  /** Set only when the due date follows from it. */
  readonly maturityDateId?: number
  readonly issues: readonly Issue[]
}

/**
 * Date and due date of a document. A document is never dated in the future. A customer without a payment term
 * pays at once: the due date is the document's date.
 *
 * Warnings: `no_work_date`, `unknown_maturity`, `past_legal_term`.
 */
export function documentDates({
  workOrder,
  settings,
  customer,
  today,
  date: given,
}: DateInput): DocumentDates {
  const issues: Issue[] = []
  const worked = workDay(workOrder)
  const asked = settings.document === 'work' ? worked : today
  if (!asked && !given) issues.push({ code: 'no_work_date', field: 'workDate', severity: 'warning' })
  const date = given ?? (asked && asked < today ? asked : today)

  const late = worked ? daysBetween(worked, date) : 0
  if (late > settings.legalTermDays)
    issues.push({
      code: 'past_legal_term',
      field: 'workDate',
      severity: 'warning',
      details: { days: late, allowed: settings.legalTermDays },
    })

  if (settings.due === 'days') return { date, dueDate: addDays(date, settings.dueDays), issues }
  const { maturityDateId, maturityDays } = customer
  if (settings.due === 'document' || maturityDateId === undefined) return { date, dueDate: date, issues }
  if (maturityDays === undefined)
    issues.push({ code: 'unknown_maturity', field: 'customer', severity: 'warning' })
  return { date, dueDate: addDays(date, maturityDays ?? 0), maturityDateId, issues }
}
