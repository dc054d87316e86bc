const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * Any date or date-time that clients send, as milliseconds since 1970; undefined for other texts. Without a zone it is
 * UTC, without a time midnight.
 */
export function timeOf(text: string): number | undefined {
  const [, day, minutes = '00:00', seconds = ':00', zone = 'Z'] = shape.exec(text.trim()) ?? []
  if (day === undefined) return undefined
  const time = Date.parse(`${day}T${minutes}${seconds}${zone}`)
  return Number.isNaN(time) || !isDay(day) ? undefined : time
}

/** As the API shows a point in time: `2026-03-04T10:00:00.000Z`. */
export function timeText(time: number): string {
  return new Date(Math.floor(time / 1000) * 1000).toISOString()
}

/** The day of a date or date-time as it was written, `YYYY-MM-DD`. */
export function dayText(text: string): string {
  return text.trim().slice(0, 10)
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}
