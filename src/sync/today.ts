/** The calendar day, `YYYY-MM-DD`, that an instant (ms) falls on in an IANA zone. */
export function today(now: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return parts.format(new Date(now))
}

/** The instant (ms) at which a calendar day, `YYYY-MM-DD`, begins in an IANA zone. */
export function startOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const ahead = (ms: number) => Date.parse(`${clock.format(new Date(ms)).replace(' ', 'T')}Z`) - ms
  // Twice: the first guess may lie on the other side of a change of the clock.
  return midnight - ahead(midnight - ahead(midnight))
}
