/** Whether a row already is as it would be written; what is missing, empty and null is the same. */
export function isSame(input: unknown, row: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false
  const held = new Map(Object.entries(row ?? {}))
  return Object.entries(input).every(([name, value]) => plain(value) === plain(held.get(name)))
}

function plain(value: unknown): string {
  return value === undefined || value === null
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
}
