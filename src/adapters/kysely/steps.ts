import type { Random } from '../../internal/random.ts'
import type { Change } from '../../store/index.ts'
import { checkChanges } from '../../store/rules.ts'
import type { Row } from './dialects/dialect.ts'

/** What a change asks of the database. */
export type Kind = 'insert' | 'update' | 'upsert' | 'removeSeen' | 'remove' | 'missing'

export interface PlacedRow extends Row {
  /** Where the answer belongs. */
  readonly place: number
}

/** One statement's worth of changes of one kind in one collection. */
export interface Step {
  readonly kind: Kind
  readonly collection: string
  readonly version: number
  readonly rows: readonly PlacedRow[]
}

const MOST_ROWS = 1000
/** A packet of MariaDB has 16 MB by default, and escaping may double a value. */
const MOST_CHARACTERS = 2_000_000

/**
 * The statements of a write. Rows are sorted by key: two writers that take the same rows in the same order wait for each
 * other, where otherwise they would lock each other out.
 */
export function stepsOf(changes: readonly Change[], random: Random): Step[] {
  const texts = checkChanges(changes)
  const version = newVersion(random)
  const groups = new Map<string, Step & { readonly rows: PlacedRow[] }>()
  changes.forEach((change, place) => {
    const { collection, key, expected, index = null } = change
    const kind = kindOf(change)
    const name = `${kind} ${collection}`
    const group = groups.get(name) ?? { kind, collection, version, rows: [] }
    groups.set(name, group)
    const seen = typeof expected === 'number' ? expected : 0
    // Versions are whole numbers, so anything else is nowhere the one that is there.
    if (Number.isSafeInteger(seen)) {
      group.rows.push({ key, index, place, text: texts[place] ?? '', expected: seen })
    }
  })
  return [...groups.values()].flatMap((group) => portions(group.rows).map((rows) => ({ ...group, rows })))
}

/** A random number that no record had before, up to 2^52. */
function newVersion(random: Random): number {
  return Number.parseInt(random.token(7).slice(0, 13), 16) + 1
}

function kindOf({ expected, value }: Change): Kind {
  if (expected === 'absent') return value === undefined ? 'missing' : 'insert'
  if (expected === 'any') return value === undefined ? 'remove' : 'upsert'
  return value === undefined ? 'removeSeen' : 'update'
}

function portions(rows: PlacedRow[]): PlacedRow[][] {
  rows.sort((a, b) => (a.key < b.key ? -1 : 1))
  const all: PlacedRow[][] = []
  let characters = 0
  for (const row of rows) {
    const last = all.at(-1)
    characters += row.text.length
    if (last && last.length < MOST_ROWS && characters <= MOST_CHARACTERS) last.push(row)
    else {
      all.push([row])
      characters = row.text.length
    }
  }
  return all
}
