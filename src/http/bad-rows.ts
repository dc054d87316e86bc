import { ContractError, type MoloniError } from '../errors/index.ts'
import type { Logger } from '../internal/logger.ts'
import { callHook } from './hooks.ts'

/** A row that could not be read. */
export interface BadRow {
  /** Position in its page. */
  readonly index: number
  /** Its id, when at least that could be read. */
  readonly id?: string | number
  readonly error: MoloniError
}

/** What a list came to: rows, and rows that could not be read. */
export interface ReadRows<T> {
  readonly rows: T[]
  readonly badRows: readonly BadRow[]
}

/** What becomes of rows that cannot be read. */
export type Settle = <T>(read: ReadRows<T>, label: string) => T[]

/** Tells a hook of bad rows and goes on without them; without a hook they are one `ContractError`. */
export function createSettle(
  onBadRow: ((badRow: BadRow & { readonly label: string }) => void) | undefined,
  logger: Logger,
): Settle {
  return ({ rows, badRows }, label) => {
    if (badRows.length > 0 && !onBadRow) throw badRowsError(label, badRows)
    for (const badRow of badRows) callHook(onBadRow, { ...badRow, label }, logger)
    return rows
  }
}

function badRowsError(label: string, badRows: readonly BadRow[]): ContractError {
  const paths = badRows.flatMap(({ error }) => (error instanceof ContractError ? error.paths : []))
  const drift = badRows.every(({ error }) => error.code === 'drift')
  return new ContractError(
    `${label}: ${badRows.length} of the rows cannot be read (see ${paths.slice(0, 5).join(', ')}).`,
    drift ? 'drift' : 'unexpected_answer',
    paths,
    { hint: 'Give the client a hook onBadRow to go on without them.' },
  )
}
