import { createOutsmartClient, outsmartHost } from '../../../src/adapters/outsmart/index.ts'
import { createOutsmartEmulator, type OutsmartState, seedOutsmartBasics } from '../../../src/testing/index.ts'
import { pathOf } from '../../../src/testing/outsmart/route.ts'
import { emulatorClock } from '../accounts/emulator-clock.ts'
import type { HeldRow, HostSide, HostWorld } from '../host-side.ts'
import { outsmartRow } from './outsmart-row.ts'

/** OutSmart: processes reach it through its web service only, and what it was told is read off the emulator's state. */
export function outsmartSide(world: HostWorld, before?: OutsmartState): HostSide {
  const emulator = createOutsmartEmulator({
    clock: emulatorClock(world.clock),
    ...(before ? { state: structuredClone(before) } : {}),
  })
  if (!before) seedOutsmartBasics(emulator)
  const { state, origins, faults, credentials } = emulator
  const handled = () => new Set(state.workOrders.flatMap(({ id, status }) => (status === HANDLED ? id : [])))

  return {
    name: 'outsmart',
    host: ({ store, fetch, clock }) =>
      outsmartHost({
        client: createOutsmartClient({ ...credentials, fetch, clock, budget: false }),
        store,
        clock,
      }),
    addWorkOrders(workOrders) {
      for (const workOrder of workOrders) state.workOrders.push(outsmartRow(workOrder))
    },
    toldOf: (key) => (handled().has(key) ? {} : undefined),
    held: () => [
      ...state.relations.map((row): HeldRow => {
        const [, id = ''] = /-(\w+)$/.exec(String(row.external_id)) ?? []
        return { list: 'customers', id, name: String(row.name) }
      }),
      ...state.materials.map((row): HeldRow => productOf(row.code, row.description)),
      ...state.hourTypes.map((row): HeldRow => productOf(row.code, row.name)),
    ],
    web: {
      faults,
      answers: ({ url }) => origins.includes(new URL(url).origin),
      async fetch(request) {
        const already = handled()
        try {
          return await emulator.fetch(request)
        } finally {
          for (const key of handled()) if (!already.has(key)) world.onTold(key, {})
        }
      },
      letIn() {
        state.revoked.length = 0
      },
      path: ({ url }) => pathOf(new URL(url)),
    },
    copy: async (other) => outsmartSide(other, state),
  }
}

const HANDLED = 'Afgehandeld'

const productOf = (code: unknown, name: unknown): HeldRow => ({
  list: 'products',
  code: String(code),
  name: String(name),
})
