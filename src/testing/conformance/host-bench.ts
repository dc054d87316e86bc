import type { Source, WorkOrder } from '../../domain/index.ts'
import type { Host, HostRecord, Sink, SinkOptions, SinkResult } from '../../sync/index.ts'
import { holds } from './claims.ts'
import { type SampleParts, type SinkKind, samples, sinkKinds } from './host-samples.ts'

/** Puts work orders at the host, as technicians would have left them. The host may give them keys of its own. */
export type AddWorkOrders = (workOrders: readonly WorkOrder[]) => void | Promise<void>

/**
 * A host, alone or with a way to put work orders into it; a host may have that way itself. Without one, the checks of
 * work orders use those that the host offers by itself.
 */
export type HostFixture = Host | { readonly host: Host; readonly addWorkOrders: AddWorkOrders }

/** What checks of one sink work on. Its rows are plain objects here: what they hold is the samples' business. */
export interface SinkBench {
  readonly kind: SinkKind
  readonly canRead: boolean
  readonly canDeactivate: boolean
  /** Another record of Moloni each time. */
  fresh(name?: string): SampleParts
  upsert(
    rows: readonly (SampleParts & { readonly patch?: object })[],
    options?: Partial<SinkOptions>,
  ): Promise<readonly SinkResult[]>
  deactivate(keys: readonly string[], observedAt?: number): Promise<void>
  /** Records that come from there; none when the sink cannot read. */
  bySource(source: Source): Promise<readonly HostRecord<object>[]>
  byKey(key: string): Promise<readonly HostRecord<object>[]>
}

export type SinkChecks = Readonly<Record<string, (bench: SinkBench) => Promise<void>>>

const connectionId = 'conformance'

export function hostOf(fixture: HostFixture): { host: Host; addWorkOrders: AddWorkOrders | undefined } {
  if ('host' in fixture) return fixture
  const own: unknown = 'addWorkOrders' in fixture ? fixture.addWorkOrders : undefined
  const add = typeof own === 'function' ? own.bind(fixture) : undefined
  return { host: fixture, addWorkOrders: add && (async (some) => add(some)) }
}

/** A bench for each sink that the host has. */
export function sinkBenches(host: Host): SinkBench[] {
  return sinkKinds.flatMap((kind) => {
    const bench = benchOf(host, kind)
    return bench ? [bench] : []
  })
}

function benchOf(host: Host, kind: SinkKind): SinkBench | undefined {
  switch (kind) {
    case 'relations':
      return host.relations && bench(kind, host.relations, samples.relations)
    case 'materials':
      return host.materials && bench(kind, host.materials, samples.materials)
    case 'materialCategories':
      return host.materialCategories && bench(kind, host.materialCategories, samples.materialCategories)
    case 'hourTypes':
      return host.hourTypes && bench(kind, host.hourTypes, samples.hourTypes)
    case 'employees':
      return host.employees && bench(kind, host.employees, samples.employees)
  }
}

function bench<T extends object>(kind: SinkKind, sink: Sink<T>, make: (parts: SampleParts) => T): SinkBench {
  const mark = crypto.randomUUID().slice(0, 8)
  let made = 0
  const read = async (query: Parameters<NonNullable<Sink<T>['read']>>[0]) =>
    (await sink.read?.(query, { connectionId }))?.records ?? []

  return {
    kind,
    canRead: sink.read !== undefined,
    canDeactivate: sink.deactivate !== undefined,
    fresh(name = 'First name') {
      made += 1
      const source = { platform: 'pt' as const, companyId: '7', id: `${mark}${made}` }
      return { source, key: `K${mark}${made}`, name }
    },
    async upsert(rows, options = {}) {
      const records = rows.map(({ patch, ...parts }) => ({ ...make(parts), ...patch }))
      const results = await sink.upsert(records, { connectionId, observedAt: 1_000, ...options })
      holds(Array.isArray(results), `${kind}: the answers are a list`)
      return results
    },
    deactivate: async (keys, observedAt = 2_000) => {
      await sink.deactivate?.(keys, { connectionId, observedAt })
    },
    bySource: async (source) => {
      const found = await read({ sources: [source] })
      return found.filter(({ record }) => idOf(record) === source.id)
    },
    byKey: async (key) => (await read({ keys: [key] })).filter((it) => it.key === key),
  }
}

function idOf(record: object): unknown {
  const source: unknown = Object.getOwnPropertyDescriptor(record, 'source')?.value
  return typeof source === 'object' && source !== null
    ? Object.getOwnPropertyDescriptor(source, 'id')?.value
    : undefined
}

/** A field of a record that the host showed. */
export function fieldOf(record: HostRecord<object> | undefined, name: string): unknown {
  return record && Object.getOwnPropertyDescriptor(record.record, name)?.value
}
