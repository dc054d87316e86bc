const hour = 3_600_000

/** Lisbon's offset from UTC in hours at an instant: 1 from the last Sunday of March to that of October. */
function offset(at: number): number {
  const year = new Date(at).getUTCFullYear()
  return at >= lastSunday(year, 2) && at < lastSunday(year, 9) ? 1 : 0
}

/** 01:00 UTC on the last Sunday of a month. */
function lastSunday(year: number, month: number): number {
  const end = new Date(Date.UTC(year, month + 1, 0, 1))
  return end.getTime() - end.getUTCDay() * 24 * hour
}

/** An instant as the API writes it: `2026-07-01T10:00:00+0100`. */
export function lisbonTime(at: number): string {
  const hours = offset(at)
  return `${new Date(at + hours * hour).toISOString().slice(0, 19)}+0${hours}00`
}

/** Lisbon's calendar day of an instant, `YYYY-MM-DD`. */
export function lisbonDay(at: number): string {
  return lisbonTime(at).slice(0, 10)
}

/** The beginning of a calendar day as the API writes it. */
export function dayStart(day: string): string {
  return lisbonTime(fromLisbon(`${day}T00:00:00`))
}

/** The instant of a Lisbon wall time without zone, `YYYY-MM-DDTHH:MM:SS`. */
function fromLisbon(wall: string): number {
  const asUtc = Date.parse(`${wall}Z`)
  return asUtc - offset(asUtc - hour) * hour
}

const pattern = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/

/**
 * The instant a caller means by `YYYY-MM-DD[ HH:MM[:SS]]` or ISO text; undefined for anything else.
 * Text without a zone is read in `zone`.
 */
export function parseTime(text: string, zone: 'lisbon' | 'utc' = 'lisbon'): number | undefined {
  const match = pattern.exec(text.trim())
  if (!match?.[1] || !isDay(match[1])) return undefined
  const clock = (match[2] ?? '00:00:00').padEnd(8, ':00')
  const wall = `${match[1]}T${clock}`
  const zoned = match[3]?.replace(/(\d\d)(\d\d)$/, '$1:$2') ?? (zone === 'utc' ? 'Z' : undefined)
  const at = zoned ? Date.parse(`${wall}${zoned}`) : fromLisbon(wall)
  return Number.isNaN(at) ? undefined : at
}

/** Whether the text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
