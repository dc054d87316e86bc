import { UsageError } from '../errors/index.ts'
import type { Change, ScanQuery } from './store.ts'

const TEXT = /^[\x20-\x7e]{1,200}$/
export const MAX_BYTES = 1_048_576
const bytes = new TextEncoder()

/** Whether a text can be a collection, a key or an index. */
export function isStorable(text: string): boolean {
  return TEXT.test(text)
}

/**
 * Refuses what no store may take, and gives the value of each change as JSON text (`undefined` where it deletes), read at
 * once: the caller may change its own afterwards.
 */
export function checkChanges(changes: readonly Change[]): (string | undefined)[] {
  const seen = new Set<string>()
  return changes.map(({ collection, key, expected, index, value }) => {
    checkText('collection', collection)
    checkText('key', key)
    if (index !== undefined) checkText('index', index)
    if (typeof expected !== 'number' && expected !== 'absent' && expected !== 'any') {
      throw new UsageError('What a change expects is a version, "absent" or "any".')
    }
    const identity = `${collection}\n${key}`
    if (seen.has(identity)) throw new UsageError(`The key "${key}" occurs twice in one write.`)
    seen.add(identity)
    if (value === undefined) return undefined
    const text = JSON.stringify(value)
    checkSize(text)
    return text
  })
}

/** Refuses a page that would look like the end. */
export function checkScan({ limit }: ScanQuery): void {
  if (!(limit >= 1)) throw new UsageError('The limit of a scan must be at least 1.')
}

function checkSize(text: string): void {
  // A character takes three bytes at most: short texts need no counting.
  if (text.length * 3 > MAX_BYTES && bytes.encode(text).length > MAX_BYTES) {
    throw new UsageError('A stored value must not exceed 1 MB.')
  }
}

function checkText(what: 'collection' | 'key' | 'index', text: string): void {
  if (!isStorable(text)) throw new UsageError(`A store ${what} must be 1 to 200 printable ASCII characters.`)
}
