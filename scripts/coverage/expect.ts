import { NotFoundError } from '../../src/errors/index.ts'
import { isRow, unlike } from './seen.ts'

/** Throws what a read shows otherwise than it should. */
export function expectRow(row: unknown, wanted: Readonly<Record<string, unknown>>, what: string): void {
  if (!isRow(row)) throw new Error(`${what}: there is no row`)
  const { compared, differing } = unlike(wanted, row)
  if (differing.length > 0) throw new Error(`${what} shows other values: ${differing.join(', ')}`)
  if (compared < Object.keys(wanted).length) throw new Error(`${what} lacks ${Object.keys(wanted)}`)
}

/** Throws when something should hold and does not. */
export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

/** Throws unless a read finds nothing. */
export async function expectNothing(read: () => Promise<unknown>): Promise<void> {
  try {
    await read()
  } catch (error) {
    if (error instanceof NotFoundError) return
    throw error
  }
  throw new Error('a read still shows the record')
}
