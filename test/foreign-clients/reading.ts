/** What lies at a place of a decoded answer; undefined where there is nothing. */
export function at(answer: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined
    return Object.entries(inner).find(([name]) => name === String(key))?.[1]
  }, answer)
}

/** A number at a place; text that is a number counts. */
export function numberAt(answer: unknown, ...path: (string | number)[]): number {
  const found = Number(at(answer, ...path) ?? Number.NaN)
  if (Number.isNaN(found)) throw new Error(`No number at ${path.join('.')} of ${JSON.stringify(answer)}`)
  return found
}

/** The rows of a list. */
export function rowsOf(answer: unknown): unknown[] {
  if (!Array.isArray(answer)) throw new Error(`No list: ${JSON.stringify(answer)}`)
  return answer
}
