import { type HeldRecord, type HeldWorkOrder, type MemoryHost, memoryHost, type Sink } from 'moloni-sdk'
import type { OpenOffice } from './office.ts'

/** A host in memory. */
export const memoryOffice: OpenOffice = async (_store, saved) => {
  const host = memoryHost()
  if (saved !== undefined) await refill(host, JSON.parse(saved))
  const { relations, materials, hourTypes } = host.state
  return {
    host,
    addWorkOrders: (workOrders) => host.addWorkOrders(workOrders),
    relation(number) {
      const { record, active } = relations.get(number) ?? {}
      return active ? { name: record?.name ?? '', city: record?.city ?? '' } : undefined
    },
    material(code) {
      const { record, active } = materials.get(code) ?? {}
      return active ? { description: record?.description ?? '' } : undefined
    },
    held: () => JSON.stringify([relations, materials, hourTypes].map((records) => [...records])),
    save: () => JSON.stringify(contentOf(host.state)),
    close: async () => {},
  }
}

/** A host's records without their keys, as JSON holds them. */
type Content = ReturnType<typeof contentOf>

const contentOf = (state: MemoryHost['state']) => ({
  relations: [...state.relations.values()],
  materials: [...state.materials.values()],
  materialCategories: [...state.materialCategories.values()],
  hourTypes: [...state.hourTypes.values()],
  employees: [...state.employees.values()],
  workOrders: [...state.workOrders.values()],
})

async function refill(host: MemoryHost, content: Content): Promise<void> {
  await refillSink(host.relations, content.relations)
  await refillSink(host.materials, content.materials)
  await refillSink(host.materialCategories, content.materialCategories)
  await refillSink(host.hourTypes, content.hourTypes)
  await refillSink(host.employees, content.employees)
  await refillWorkOrders(host, content.workOrders)
}

async function refillSink<T>(sink: Sink<T>, held: readonly HeldRecord<T>[]): Promise<void> {
  for (const { key, record, active, observedAt } of held) {
    const how = { connectionId: '', observedAt }
    await sink.upsert([record], how)
    if (!active) await sink.deactivate?.([key], how)
  }
}

async function refillWorkOrders(host: MemoryHost, held: readonly HeldWorkOrder[]): Promise<void> {
  host.addWorkOrders(held.map(({ workOrder }) => workOrder))
  for (const { workOrder, document, problems } of held) {
    if (problems)
      await host.workOrders.reject?.(workOrder, problems, { workStatus: workOrder.workStatus ?? '' })
    if (document) await host.workOrders.acknowledge(workOrder, document)
  }
}
