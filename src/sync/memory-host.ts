import type {
  Employee,
  HourType,
  Issue,
  Material,
  MaterialCategory,
  Relation,
  ServiceSheet,
  WorkOrder,
} from '../domain/index.ts'
import { type HeldRecord, type MemorySink, memorySink } from './memory-sink.ts'
import type { ExportedDocument, Host, WorkOrderSource } from './ports/host.ts'

/** A work order that the host holds. */
export interface HeldWorkOrder {
  readonly workOrder: WorkOrder
  readonly document?: ExportedDocument
  readonly problems?: readonly Issue[]
}

/** The records of a memory host, by kind. */
interface Records {
  relations: Relation
  materials: Material
  materialCategories: MaterialCategory
  hourTypes: HourType
  employees: Employee
  serviceSheets: ServiceSheet
}

export interface MemoryHost extends Required<Host> {
  /** What the host holds; by key. */
  readonly state: {
    readonly [K in keyof Records]: ReadonlyMap<string, HeldRecord<Records[K]>>
  } & { readonly workOrders: ReadonlyMap<string, HeldWorkOrder> }
  /** Adds a record, or changes the one with the same key, as a person at the host does: where it came from stays. */
  put<K extends keyof Records>(kind: K, record: Records[K]): void
  /** Removes a record for good. */
  remove(kind: keyof Records, key: string): void
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
  const sinks: { readonly [K in keyof Records]: MemorySink<Records[K]> } = {
    relations: memorySink(({ debtorNumber }) => debtorNumber),
    materials: memorySink(({ code }) => code),
    materialCategories: memorySink(({ code }) => code),
    hourTypes: memorySink(({ code }) => code),
    employees: memorySink(({ number }) => number),
    serviceSheets: memorySink(({ number }) => number),
  }
  const { relations, materials, materialCategories, hourTypes, employees, serviceSheets } = sinks
  const workOrders = new Map<string, HeldWorkOrder>()

  return {
    relations: relations.sink,
    materials: materials.sink,
    materialCategories: materialCategories.sink,
    hourTypes: hourTypes.sink,
    employees: employees.sink,
    serviceSheets: serviceSheets.sink,
    workOrders: memoryWorkOrders(workOrders),
    state: {
      relations: relations.held,
      materials: materials.held,
      materialCategories: materialCategories.held,
      hourTypes: hourTypes.held,
      employees: employees.held,
      serviceSheets: serviceSheets.held,
      workOrders,
    },
    put: (kind, record) => sinks[kind].put(record),
    remove: (kind, key) => sinks[kind].remove(key),
    addWorkOrders(added) {
      for (const workOrder of added) workOrders.set(workOrder.key, { workOrder: structuredClone(workOrder) })
    },
  }
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
