import { memoryHost } from 'moloni-sdk'
import type { OpenOffice } from './office.ts'

/** A host in memory. */
export const memoryOffice: OpenOffice = async () => {
  const host = memoryHost()
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
    close: async () => {},
  }
}
