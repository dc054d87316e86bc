import type { Clock } from '../../../internal/clock.ts'
import type { CallOptions } from '../client/caller.ts'

/** Keys are compared without case, as OutSmart's database does. */
export const folded = (key: string) => key.trim().toLowerCase()

/** The rows of one list by their keys, read when they are needed and used again for a while. */
export interface HeldList<Row> {
  rows(signal: AbortSignal | undefined): Promise<ReadonlyMap<string, Row>>
  /** Shows what was written from now on, without asking again. */
  put(written: readonly object[]): Promise<void>
  /** Forgets what was read: the next look asks again. */
  drop(): void
}

/** @param ms how long a list may be used again */
export function heldList<Row>(
  read: (options: CallOptions) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
  { clock, ms }: { readonly clock: Clock; readonly ms: number },
): HeldList<Row> {
  let held: { readonly at: number; readonly rows: Promise<Map<string, Row>> } | undefined

  return {
    async rows(signal) {
      if (held && clock.now() - held.at <= ms) return held.rows
      // A row that cannot be read is as good as one that is not there: it is written whole.
      const rows = read({ signal, onBadRow: () => {} }).then(
        (list) => new Map(list.map((row) => [folded(keyOf(row)), row])),
      )
      const mine = { at: clock.now(), rows }
      held = mine
      rows.catch(() => {
        if (held === mine) held = undefined
      })
      return rows
    },
    async put(written) {
      const rows = await held?.rows
      for (const one of written) {
        // Fields are read as they are written, so what was written is a row.
        const row = one as Row
        rows?.set(folded(keyOf(row)), { ...rows.get(folded(keyOf(row))), ...row })
      }
    },
    drop() {
      held = undefined
    },
  }
}
