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
