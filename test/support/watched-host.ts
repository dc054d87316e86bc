import type { Host, MemoryHost, Sink } from '../../src/sync/index.ts'

export type SinkKind = 'relations' | 'materials' | 'hourTypes' | 'employees'

/** One call of a sink. */
export interface SinkCall {
  readonly kind: SinkKind
  readonly call: 'upsert' | 'deactivate'
  /** Moloni's ids of the rows, or the host's keys. */
  readonly keys: readonly string[]
  readonly connectionId: string
}

export interface WatchedHost {
  readonly host: Host
  readonly calls: SinkCall[]
  /** Called before each upsert; may change the world or throw. */
  onUpsert: (kind: SinkKind, ids: readonly string[]) => void
}

/** A memory host whose sinks are watched and can be made to break. */
export function watchedHost(memory: MemoryHost): WatchedHost {
  const calls: SinkCall[] = []
  const watched: WatchedHost = { calls, onUpsert: () => {}, host: {} }

  function watch<T extends { readonly source?: { readonly id: string } | undefined }>(
    kind: SinkKind,
    sink: Sink<T>,
  ): Sink<T> {
    return {
      async upsert(rows, options) {
        const ids = rows.map(({ source }) => source?.id ?? '')
        calls.push({ kind, call: 'upsert', keys: ids, connectionId: options.connectionId })
        watched.onUpsert(kind, ids)
        return sink.upsert(rows, options)
      },
      async deactivate(keys, options) {
        calls.push({ kind, call: 'deactivate', keys, connectionId: options.connectionId })
        await sink.deactivate?.(keys, options)
      },
    }
  }

  return Object.assign(watched, {
    host: {
      relations: watch('relations', memory.relations),
      materials: watch('materials', memory.materials),
      hourTypes: watch('hourTypes', memory.hourTypes),
      employees: watch('employees', memory.employees),
      workOrders: memory.workOrders,
    },
  })
}
