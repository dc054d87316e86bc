/** Rejects with what is wrong. */
export function holds(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(`Not conformant: ${otherwise}.`)
}

/** Two values must be the same as JSON; the order of fields does not count. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [text(actual), text(expected)]
  holds(is === should, `${what} should be ${brief(should)} but is ${brief(is)}`)
}

/** Something must be refused. */
export async function throws(call: () => Promise<unknown>, what: string): Promise<void> {
  const refused = await call().then(
    () => false,
    () => true,
  )
  holds(refused, `${what} is not refused`)
}

function text(value: unknown): string {
  const sorted = (_key: string, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  return JSON.stringify(value, sorted) ?? 'undefined'
}

const brief = (value: string) => (value.length > 200 ? `${value.slice(0, 200)}…` : value)
