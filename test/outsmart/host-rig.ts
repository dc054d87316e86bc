import { completedRow } from '../../scripts/start/offices/outsmart-row.ts'
import { type OutsmartSettingsInput, outsmartHost } from '../../src/adapters/outsmart/index.ts'
import type { WorkOrder } from '../../src/domain/index.ts'
import type { Store } from '../../src/store/index.ts'
import type { OutsmartEmulator } from '../../src/testing/index.ts'
import { type Rig, type RigOptions, rig } from './support.ts'

export interface HostRig extends Rig {
  readonly host: ReturnType<typeof outsmartHost>
  addWorkOrders(workOrders: readonly WorkOrder[]): void
}

export interface HostRigOptions extends RigOptions {
  readonly settings?: OutsmartSettingsInput
  readonly store?: Store
}

/** OutSmart as a host, on an emulator. */
export function hostRig({ settings, store, ...options }: HostRigOptions = {}): HostRig {
  const it = rig(options)
  const host = outsmartHost({
    client: it.client,
    clock: it.clock,
    ...(settings ? { settings } : {}),
    ...(store ? { store } : {}),
  })
  return { ...it, host, addWorkOrders: (some) => addWorkOrders(it.emulator, some) }
}

/** Puts work orders into the emulator as a technician would have left them; OutSmart gives them row ids. */
function addWorkOrders({ state }: OutsmartEmulator, workOrders: readonly WorkOrder[]): void {
  for (const workOrder of workOrders) {
    state.workOrders.push(completedRow(workOrder, `${state.nextId}`))
    state.nextId += 1
  }
}
