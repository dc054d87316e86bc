/** Only the fields that say something: what is missing or empty is left out. */
export function stated<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')
  // Only fields without a value were taken away.
  return Object.fromEntries(there) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
