import type { ExportSettings, Issue, WorkPeriod } from '../domain/index.ts'
import { decimal, round } from '../internal/money.ts'

export type HourSettings = ExportSettings['lines']['hours']

/** Worked time that becomes one line. */
export interface HourGroup {
  /** `h:CODE`, `h:CODE:EMPLOYEE` (both escaped), `p0` (position of the period) or `min` for the top-up. */
  readonly id: string
  readonly code: string
  /** Rounded minutes that are billed. */
  readonly minutes: number
  /** Remarks of the periods, which the customer may see. */
  readonly summary?: string
}

/** A period together with the product reference that it is billed on. */
export interface CodedPeriod {
  /** Position in the work order. */
  readonly index: number
  readonly code: string
  readonly period: WorkPeriod
}

export interface HourRules {
  readonly settings: HourSettings
  /** The work order's own rounding and minimum go before the settings. */
  readonly roundingMinutes?: number | undefined
  readonly minimumHours?: number | undefined
}

/**
 * Rounds minutes to a multiple. `nearest` rounds the half up; 0 or 1 leaves the minutes as they are.
 *
 * @example roundMinutes(50, 15, 'up') // 60
 */
export function roundMinutes(minutes: number, to: number, mode: 'nearest' | 'up'): number {
  if (to <= 1) return minutes
  return (mode === 'up' ? Math.ceil(minutes / to) : Math.floor(minutes / to + 0.5)) * to
}

/** Decimals of hours: enough that price times hours gives the cents of price times minutes / 60. */
const HOUR_DECIMALS = 8

/**
 * Minutes as decimal hours. Whole quarters and the like are exact. Others are cut at eight decimals and
 * rounded **up**, so that a price of at most two decimals and below 10 000 euro gives to the cent what the
 * minutes themselves give: 50 minutes at 0.03 euro are 2.5, hence 3 cents, which 0.83333333 hours would miss.
 *
 * @example hoursText(90) // '1.5'
 */
export function hoursText(minutes: number): string {
  const scale = 10 ** HOUR_DECIMALS
  return decimal(Math.ceil((minutes * scale) / 60))
    .div(scale)
    .toFixed()
}

const groupId: Record<HourSettings['groupBy'], (coded: CodedPeriod) => string> = {
  period: ({ index }) => `p${index}`,
  hourType: ({ code }) => `h:${code}`,
  hourTypeAndEmployee: ({ code, period }) =>
    `h:${encodeURIComponent(code)}:${encodeURIComponent(period.employeeNumber ?? '')}`,
}

/**
 * Worked time as billed: rounded per period or per group, grouped, and topped up to the minimum by one line
 * of its own on the first group's product. The sum of the minutes is what the signed work order states.
 */
export function billedHours(
  periods: readonly CodedPeriod[],
  rules: HourRules,
): { groups: HourGroup[]; issues: Issue[] } {
  const { settings } = rules
  const rounded = (minutes: number) =>
    roundMinutes(minutes, rules.roundingMinutes ?? settings.roundTo, settings.roundMode)

  const members = new Map<string, CodedPeriod[]>()
  for (const coded of periods) {
    const id = groupId[settings.groupBy](coded)
    members.set(id, [...(members.get(id) ?? []), coded])
  }

  const issues: Issue[] = []
  const groups: HourGroup[] = []
  for (const [id, coded] of members) {
    const code = coded[0]?.code ?? ''
    const worked = coded.map(({ period }) => period.minutes)
    const minutes = settings.roundEach === 'period' ? total(worked.map(rounded)) : rounded(total(worked))
    const summary = settings.remarks === 'summary' ? remarksOf(coded) : ''
    if (minutes > 0) groups.push({ id, code, minutes, ...(summary && { summary }) })
    else issues.push({ code: 'hours_rounded_away', field: 'workPeriods', thing: code, severity: 'warning' })
  }

  const topUp = minimumTopUp(groups, rules.minimumHours ?? settings.minimum, periods[0]?.code)
  return { groups: topUp ? [...groups, topUp] : groups, issues }
}

/** Each remark once. */
const remarksOf = (coded: readonly CodedPeriod[]) =>
  [...new Set(coded.map(({ period }) => period.remark?.trim()).filter(Boolean))].join('\n')

function minimumTopUp(
  groups: readonly HourGroup[],
  minimumHours: number,
  code: string | undefined,
): HourGroup | undefined {
  const missing =
    round(decimal(minimumHours).times(60), 0).toNumber() - total(groups.map((group) => group.minutes))
  if (code === undefined || missing <= 0) return undefined
  return { id: 'min', code, minutes: missing, summary: `min. ${decimal(minimumHours).toFixed()} h` }
}

const total = (minutes: readonly number[]) => minutes.reduce((sum, value) => sum + value, 0)
