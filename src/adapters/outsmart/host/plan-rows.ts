import type { Source } from '../../../domain/index.ts'
import type { SinkResult } from '../../../sync/index.ts'
import { folded } from './lists.ts'
import { type HostMemory, type Mark, sourceText } from './memory.ts'
import { problemRefusal } from './refusals.ts'
import { isSame } from './same.ts'
import type { Shelf } from './shelf.ts'

/** A record that is taken: it lies there already, or is written. */
interface Taken<T> {
  readonly record: T
  readonly key: string
  /** The key under which it lay before. */
  readonly former?: string
}

/** What becomes of one row. */
export type Planned<T, Input> =
  | { readonly result: SinkResult }
  | Taken<T>
  | (Taken<T> & { readonly input: Input })

export interface Offer<T, Row> {
  readonly records: readonly T[]
  /** What OutSmart holds, by folded key. */
  readonly rows: ReadonlyMap<string, Row>
  readonly memory: HostMemory
  readonly observedAt: number
  /** Keys of OutSmart's records that the engine knows the rows to be. */
  readonly told: readonly (string | undefined)[]
}

type Sourced = { readonly source?: Source | undefined }

/** Decides for each row, in order: later rows see what becomes of the earlier ones. */
export async function planRows<T extends Sourced, Row, Input>(
  shelf: Shelf<T, Row, Input>,
  offer: Offer<T, Row>,
): Promise<Planned<T, Input>[]> {
  const { records, rows, memory, observedAt } = offer
  const sources = records.map(({ source }) => (source ? sourceText(source) : undefined))
  const known = sources.filter((source) => source !== undefined)
  const remembered = await memory.read(shelf.kind, known, records.map(shelf.keyOf))
  const stated = statedIn(shelf, rows)
  const claims = new Map<string, string | undefined>()
  const moved = new Set<string>()

  return records.map((record, i): Planned<T, Input> => {
    const source = sources[i]
    const key = shelf.keyOf(record)
    const at = folded(key)
    const mark = source === undefined ? undefined : remembered.marks.get(source)
    if (mark && mark.observedAt > observedAt) return { result: { ok: true, key: mark.key } }

    const own = ownKeys(source, { mark, stated, told: offer.told[i], rows })
    // Where the record lies twice, an interrupted change of its key is finished.
    const former = own.find((one) => folded(one) !== at)
    const owned = own.some((one) => folded(one) === at)
    const existing = rows.get(at)
    const live = existing !== undefined && (shelf.isActive?.(existing) ?? true)
    const holder = stated.sources.get(at) ?? remembered.holders.get(at)
    const heldByOther = holder !== undefined && holder !== source && !moved.has(holder) && live && !owned
    if (claims.has(at) ? claims.get(at) !== source : heldByOther) return { result: taken(key) }

    const last = stated.sources.get(at) ?? remembered.last.get(at)
    const inherited = existing !== undefined && !owned && last !== undefined && last !== source
    const before = former === undefined ? undefined : rows.get(folded(former))
    const base = inherited ? before : (existing ?? before)
    const made = shelf.make(record, { existing, base, owned })
    if ('refusal' in made) return { result: made.refusal }
    const input = inherited ? { ...emptied(shelf.entity.writable(existing)), ...made.input } : made.input
    const encoded = shelf.entity.encode(input, '')
    const [problem] = 'problems' in encoded ? encoded.problems : []
    if (problem) return { result: problemRefusal(problem) }

    claims.set(at, source)
    if (former !== undefined && source !== undefined) moved.add(source)
    const accepted = { record, key, ...(former === undefined ? {} : { former }) }
    return isSame(input, existing) ? accepted : { ...accepted, input }
  })
}

interface Known<Row> {
  readonly mark: Mark | undefined
  readonly stated: Stated
  readonly told: string | undefined
  readonly rows: ReadonlyMap<string, Row>
}

/** Keys under which the record lies: as the rows state it, as is remembered, or else as the engine knows it. */
function ownKeys<Row>(
  source: string | undefined,
  { mark, stated, told, rows }: Known<Row>,
): readonly string[] {
  const mine = source === undefined ? undefined : stated.keys.get(source)
  if (mine) return mine
  if (mark && !mark.gone) return [mark.key]
  return told !== undefined && rows.has(folded(told)) ? [told] : []
}

/** What the rows say themselves of where they come from. */
interface Stated {
  /** Keys by source: more than one after an interrupted change of a key. */
  readonly keys: ReadonlyMap<string, readonly string[]>
  /** Sources by folded key. */
  readonly sources: ReadonlyMap<string, string>
}

function statedIn<T, Row, Input>(
  { sourceOf, keyOfRow }: Shelf<T, Row, Input>,
  rows: ReadonlyMap<string, Row>,
): Stated {
  const keys = new Map<string, string[]>()
  const sources = new Map<string, string>()
  for (const row of sourceOf ? rows.values() : []) {
    const source = sourceOf?.(row)
    if (!source) continue
    const [text, key] = [sourceText(source), keyOfRow(row)]
    sources.set(folded(key), text)
    keys.set(text, [...(keys.get(text) ?? []), key])
  }
  return { keys, sources }
}

/** What another record left under a key must not become this one's: its mail address least of all. */
function emptied(fields: object): Record<string, ''> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, '']))
}

/** A key that another living record has. */
function taken(key: string): SinkResult & { readonly ok: false } {
  const message = `The key ${key} belongs to another record.`
  return { ok: false, code: 'key_taken', message, retryable: true }
}
