import type { EntityOf, ImportEntity, ImportKind } from '../platforms/platform.ts'
import type { Sink, SinkOptions, SinkResult } from '../ports/host.ts'
import type { Work } from '../work.ts'

/** The kinds that this host takes and this connection wants. */
export function wantedKinds(work: Work): ReadonlySet<ImportKind> {
  const kinds: ImportKind[] = ['relations', 'materials', 'hourTypes', 'employees']
  return new Set(kinds.filter((kind) => work.host[kind] !== undefined && work.settings.imports[kind].enabled))
}

export function sinkOptions(work: Work): SinkOptions {
  return { connectionId: work.connection.connectionId, observedAt: work.clock.now(), signal: work.signal }
}

/** Delivers entities of one kind to its sink; one result a row. */
export async function upsertAll(
  work: Work,
  kind: ImportKind,
  entities: readonly ImportEntity[],
): Promise<readonly SinkResult[]> {
  const deliver = async <K extends ImportKind>(
    sink: Sink<EntityOf[K]> | undefined,
    rows: readonly EntityOf[K][],
  ) => (sink ? await upsertRows(sink, rows, sinkOptions(work)) : [])
  switch (kind) {
    case 'relations':
      return deliver(
        work.host.relations,
        entities.flatMap((it) => (it.kind === kind ? [it.value] : [])),
      )
    case 'materials':
      return deliver(
        work.host.materials,
        entities.flatMap((it) => (it.kind === kind ? [it.value] : [])),
      )
    case 'hourTypes':
      return deliver(
        work.host.hourTypes,
        entities.flatMap((it) => (it.kind === kind ? [it.value] : [])),
      )
    case 'employees':
      return deliver(
        work.host.employees,
        entities.flatMap((it) => (it.kind === kind ? [it.value] : [])),
      )
  }
}

/**
 * One call for all rows. When it throws, each row is tried alone, so that a row on which the host breaks
 * does not stop the others; when every row throws, the host itself is in trouble and the error goes on.
 */
async function upsertRows<T>(
  sink: Sink<T>,
  rows: readonly T[],
  options: SinkOptions,
): Promise<readonly SinkResult[]> {
  try {
    return await answered(sink, rows, options)
  } catch (error) {
    options.signal?.throwIfAborted()
    if (rows.length === 1) return [broken(error)]
    const results: SinkResult[] = []
    let failures = 0
    for (const row of rows) {
      try {
        results.push(...(await answered(sink, [row], options)))
      } catch (rowError) {
        options.signal?.throwIfAborted()
        failures += 1
        results.push(broken(rowError))
      }
    }
    if (failures === rows.length) throw error
    return results
  }
}

async function answered<T>(sink: Sink<T>, rows: readonly T[], options: SinkOptions) {
  const results = await sink.upsert(rows, options)
  if (results.length !== rows.length) {
    throw new TypeError(`The sink answered ${results.length} results for ${rows.length} rows.`)
  }
  return results
}

function broken(error: unknown): SinkResult {
  const name = error instanceof Error ? error.name : 'an error'
  return { ok: false, code: 'host_error', message: `The host failed on this row (${name}).`, retryable: true }
}
