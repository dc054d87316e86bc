/** A record, as far as one is known. */
export type Row = Readonly<Record<string, unknown>>

/** The fields of what was sent that a row shows with another value; `compared` of none at all proves nothing. */
export function unlike(sent: Row, row: Row, ignored: readonly string[] = [], at = ''): Compared {
  const result: Compared = { compared: 0, differing: [] }
  for (const [name, value] of Object.entries(sent)) {
    const path = `${at}${name}`
    if (!Object.hasOwn(row, name) || ignored.includes(path)) continue
    const shown = row[name]
    if (isRow(value) && isRow(shown)) add(result, unlike(value, shown, ignored, `${path}.`))
    else if (Array.isArray(value) && Array.isArray(shown))
      add(result, listUnlike(value, shown, ignored, path))
    else if (typeof value === 'object' || typeof shown === 'object') continue
    else add(result, { compared: 1, differing: same(value, shown) ? [] : [`${path} ${value} → ${shown}`] })
  }
  return result
}

export interface Compared {
  compared: number
  differing: string[]
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listUnlike(
  sent: readonly unknown[],
  shown: readonly unknown[],
  ignored: readonly string[],
  path: string,
) {
  const result: Compared = { compared: 1, differing: [] }
  if (sent.length !== shown.length) result.differing.push(`${path}: ${sent.length} → ${shown.length} rows`)
  for (const [index, value] of sent.entries()) {
    const row = shown[index]
    if (isRow(value) && isRow(row)) add(result, unlike(value, row, ignored, `${path}.`))
  }
  return result
}

function add(to: Compared, { compared, differing }: Compared): void {
  to.compared += compared
  to.differing.push(...differing)
}

/** Numbers may be text, booleans are 0 and 1, and a day may be shown with its time. */
function same(sent: unknown, shown: unknown): boolean {
  if (typeof sent === 'boolean')
    return typeof shown === 'boolean' ? sent === shown : same(Number(sent), shown)
  const [one, other] = [String(sent ?? ''), String(shown ?? '')]
  const day = /^\d{4}-\d{2}-\d{2}/
  if (day.test(one) && day.test(other)) return one.slice(0, 10) === other.slice(0, 10)
  return one === other
}
