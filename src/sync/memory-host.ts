import type {
  Employee,
  HourType,
  Issue,
  Material,
  MaterialCategory,
  Relation,
  Source,
  WorkOrder,
} from '../domain/index.ts'
import type { ExportedDocument, Host, Sink, SinkResult, WorkOrderSource } from './ports/host.ts'

/** A record that the host holds, with where it came from. */
export interface HeldRecord<T> {
  readonly key: string
  readonly record: T
  readonly active: boolean
  readonly observedAt: number
}

/** A work order that the host holds. */
export interface HeldWorkOrder {
  readonly workOrder: WorkOrder
  readonly document?: ExportedDocument
  readonly problems?: readonly Issue[]
}

export interface MemoryHost extends Required<Host> {
  /** What the host holds; by key. */
  readonly state: {
    readonly relations: ReadonlyMap<string, HeldRecord<Relation>>
    readonly materials: ReadonlyMap<string, HeldRecord<Material>>
    readonly materialCategories: ReadonlyMap<string, HeldRecord<MaterialCategory>>
    readonly hourTypes: ReadonlyMap<string, HeldRecord<HourType>>
    readonly employees: ReadonlyMap<string, HeldRecord<Employee>>
    readonly workOrders: ReadonlyMap<string, HeldWorkOrder>
  }
  /** Adds work orders, or replaces those with the same key. */
  addWorkOrders(workOrders: Iterable<WorkOrder>): void
}

/**
 * A {@link Host} in memory: for tests and trials, and the example of how a host behaves.
 *
 * @example
 * ```ts
 * import { memoryHost } from 'moloni-sdk/sync'
 *
 * const host = memoryHost()
 * host.addWorkOrders([])
 * ```
 */
export function memoryHost(): MemoryHost {
  const relations = memorySink<Relation>(({ debtorNumber }) => debtorNumber)
  const materials = memorySink<Material>(({ code }) => code)
  const materialCategories = memorySink<MaterialCategory>(({ code }) => code)
  const hourTypes = memorySink<HourType>(({ code }) => code)
  const employees = memorySink<Employee>(({ number }) => number)
  const workOrders = new Map<string, HeldWorkOrder>()

  return {
    relations: relations.sink,
    materials: materials.sink,
    materialCategories: materialCategories.sink,
    hourTypes: hourTypes.sink,
    employees: employees.sink,
    workOrders: memoryWorkOrders(workOrders),
    state: {
      relations: relations.held,
      materials: materials.held,
      materialCategories: materialCategories.held,
      hourTypes: hourTypes.held,
      employees: employees.held,
      workOrders,
    },
    addWorkOrders(added) {
      for (const workOrder of added) workOrders.set(workOrder.key, { workOrder: structuredClone(workOrder) })
    },
  }
}

function memorySink<T extends { readonly source?: Source | undefined }>(keyOf: (row: T) => string) {
  const held = new Map<string, HeldRecord<T>>()
  const keysBySource = new Map<string, string>()

  const upsertOne = (record: T, observedAt: number): SinkResult => {
    const key = keyOf(record)
    const source = JSON.stringify(record.source)
    const former = keysBySource.get(source)
    const before = held.get(former ?? key)
    if (before && before.observedAt > observedAt) return { ok: true, key: before.key }
    const occupant = held.get(key)
    if (occupant?.active && former !== key && JSON.stringify(occupant.record.source) !== source) {
      return {
        ok: false,
        code: 'key_taken',
        message: `The key ${key} belongs to another record.`,
        retryable: true,
      }
    }
    if (former !== undefined && former !== key) held.delete(former)
    held.set(key, { key, record: structuredClone(record), active: true, observedAt })
    keysBySource.set(source, key)
    return { ok: true, key }
  }

  const sink: Required<Pick<Sink<T>, 'upsert' | 'deactivate'>> = {
    async upsert(rows, { observedAt }) {
      return rows.map((row) => upsertOne(row, observedAt))
    },
    async deactivate(keys, { observedAt }) {
      for (const key of keys) {
        const before = held.get(key)
        if (before && before.observedAt <= observedAt) held.set(key, { ...before, active: false, observedAt })
      }
    },
  }
  return { sink, held }
}

function memoryWorkOrders(workOrders: Map<string, HeldWorkOrder>): Required<WorkOrderSource> {
  return {
    async *completed() {
      for (const { workOrder, document } of [...workOrders.values()]) {
        if (!document && workOrder.status === 'complete') yield structuredClone(workOrder)
      }
    },
    async get(key) {
      return structuredClone(workOrders.get(key)?.workOrder)
    },
    async acknowledge({ key }, document) {
      const held = workOrders.get(key)
      if (!held) return
      workOrders.set(key, { workOrder: { ...held.workOrder, status: 'handled' }, document })
    },
    async reject({ key }, problems) {
      const held = workOrders.get(key)
      if (held) workOrders.set(key, { ...held, problems })
    },
  }
}
