import * as z from 'zod'
import type { EntityOf, ImportEntity, ImportKind } from '../platforms/platform.ts'
import type { Sink, SinkOptions, SinkResult } from '../ports/host.ts'
import type { Work } from '../work.ts'

/** The kinds that this host takes and this connection wants. */
export function wantedKinds(work: Work): ReadonlySet<ImportKind> {
  const kinds: ImportKind[] = [
    'relations',
    'materials',
    'materialCategories',
    'hourTypes',
    'employees',
    'serviceSheets',
  ]
  return new Set(kinds.filter((kind) => work.host[kind] !== undefined && work.settings.imports[kind].enabled))
}

export function sinkOptions(work: Work, observedAt: number): SinkOptions {
  return { connectionId: work.connection.connectionId, observedAt, signal: work.signal }
}

/** How rows are delivered. */
export interface Delivery {
  /** When they were asked for, ms. */
  readonly observedAt: number
  /** They were set aside before: that all of them fail again says nothing about the host. */
  readonly again?: boolean | undefined
  /** The host's keys of the rows, where the host can use them. */
  readonly keys?: readonly (string | undefined)[] | undefined
}

type Sinks = { readonly [K in ImportKind]?: Sink<EntityOf[K]> }

/** Delivers entities of one kind to its sink; one result a row. */
export async function upsertAll<K extends ImportKind>(
  work: Work,
  kind: K,
  entities: readonly ImportEntity[],
  { observedAt, again = false, keys }: Delivery,
): Promise<readonly SinkResult[]> {
  const sinks: Sinks = work.host
  const sink = sinks[kind]
  if (!sink) return []
  const isMine = (entity: ImportEntity): entity is ImportEntity<K> => entity.kind === kind
  const rows = entities.filter(isMine).map(({ value }) => value)
  const options = { ...sinkOptions(work, observedAt), ...(keys ? { keys } : {}) }
  return upsertRows<EntityOf[K]>(sink, rows, options, again)
}

/**
 * One call for all rows. When it throws, each row is tried alone, so that a row on which the host breaks
 * does not stop the others; when every row throws, the host itself is in trouble and the error goes on (unless
 * the rows are known to be bad).
 */
async function upsertRows<T>(
  sink: Sink<T>,
  rows: readonly T[],
  options: SinkOptions,
  again: boolean,
): Promise<readonly SinkResult[]> {
  try {
    return await answered(sink, rows, options)
  } catch (error) {
    options.signal?.throwIfAborted()
    if (rows.length === 1) return [broken(error)]
    const results: SinkResult[] = []
    let failures = 0
    for (const [i, row] of rows.entries()) {
      const { keys, ...others } = options
      const alone = { ...others, ...(keys ? { keys: [keys[i]] } : {}) }
      try {
        results.push(...(await answered(sink, [row], alone)))
      } catch (rowError) {
        options.signal?.throwIfAborted()
        failures += 1
        results.push(broken(rowError))
      }
    }
    if (failures === rows.length && !again) throw error
    return results
  }
}

const text = z.string().min(1)
const refused = z.object({
  ok: z.literal(false),
  code: text,
  message: z.string().optional(),
  field: z.string().optional(),
  retryable: z.boolean().optional(),
})
const sinkResult = z.union([z.object({ ok: z.literal(true), key: text }), refused])

/** The sink's answers. One that makes no sense is a failure of its row; when none does, the host is in trouble. */
async function answered<T>(
  sink: Sink<T>,
  rows: readonly T[],
  options: SinkOptions,
): Promise<readonly SinkResult[]> {
  const results = await sink.upsert(rows, options)
  if (!Array.isArray(results) || results.length !== rows.length) {
    throw new TypeError('A sink must answer one result for each row.')
  }
  const sensible = Array.from(results, (result) => sinkResult.safeParse(result).success)
  if (!sensible.includes(true)) throw new TypeError('The results of a sink make no sense.')
  return sensible.map((ok, i) => (ok && results[i] ? results[i] : broken(undefined)))
}

function broken(error: unknown): SinkResult {
  const name = error instanceof Error ? error.name : 'no sensible answer'
  return { ok: false, code: 'host_error', message: `The host failed on this row (${name}).`, retryable: true }
}
