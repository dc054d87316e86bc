import { type MemoryHost, memoryHost } from '../../../src/sync/index.ts'
import type { HeldRow, HostSide, HostWorld } from '../host-side.ts'

/** A host in memory: each of its methods is a point of the process that calls it. */
export function memorySide(world: HostWorld, host: MemoryHost = memoryHost()): HostSide {
  const { state } = host
  const watched: MemoryHost = {
    ...host,
    workOrders: {
      ...host.workOrders,
      async acknowledge(workOrder, document, ...more) {
        world.onTold(workOrder.key, document)
        await host.workOrders.acknowledge(workOrder, document, ...more)
      },
    },
  }
  return {
    name: 'memory',
    host: ({ process }) => process?.host(watched) ?? watched,
    addWorkOrders: (workOrders) => host.addWorkOrders(workOrders),
    toldOf: (key) => state.workOrders.get(key)?.document,
    held: () => [
      ...[...state.relations.values()].flatMap(({ active, record: { source, name } }): HeldRow[] =>
        active ? [{ list: 'customers', id: source?.id ?? '', name }] : [],
      ),
      ...[...state.materials.values(), ...state.hourTypes.values()].flatMap(
        ({ active, record }): HeldRow[] =>
          active
            ? [
                {
                  list: 'products',
                  id: record.source?.id ?? '',
                  name: 'name' in record ? record.name : record.description,
                },
              ]
            : [],
      ),
    ],
    copy: async (other) => memorySide(other, await holding(state)),
  }
}

/** A new host that holds what another one held, but for work orders. */
async function holding(held: MemoryHost['state']): Promise<MemoryHost> {
  const host = memoryHost()
  const [{ observedAt = 0 } = {}] = [...held.relations.values()]
  const options = { connectionId: 'before', observedAt }
  await host.relations.upsert(recordsOf(held.relations), options)
  await host.materials.upsert(recordsOf(held.materials), options)
  await host.hourTypes.upsert(recordsOf(held.hourTypes), options)
  return host
}

const recordsOf = <T>(held: ReadonlyMap<string, { readonly record: T }>): T[] =>
  [...held.values()].map(({ record }) => record)
