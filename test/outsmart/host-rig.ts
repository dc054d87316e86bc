import { type OutsmartSettingsInput, outsmartHost } from '../../src/adapters/outsmart/index.ts'
import type { WorkOrder } from '../../src/domain/index.ts'
import type { Store } from '../../src/store/index.ts'
import type { OutsmartEmulator, OutsmartWorkOrderRow } from '../../src/testing/index.ts'
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

const LIFE = {
  ready: 'Klaargezet',
  on_device: 'Opgehaald',
  complete: 'Compleet',
  handled: 'Afgehandeld',
} as const

/** Puts work orders into the emulator as a technician would have left them; OutSmart gives them row ids. */
function addWorkOrders(emulator: OutsmartEmulator, workOrders: readonly WorkOrder[]): OutsmartWorkOrderRow[] {
  const rows = workOrders.map((workOrder): OutsmartWorkOrderRow => {
    const id = String(emulator.state.nextId)
    emulator.state.nextId += 1
    return {
      id,
      WorkorderNo: workOrder.number,
      OrderNr: `WB${id}`,
      status: LIFE[workOrder.status],
      WorkStatus: workOrder.workStatus ?? '',
      WorkFinished: workOrder.finished ? '1' : '0',
      Archived: workOrder.archived ? '1' : '0',
      CustomerDebtorNr: workOrder.customer.debtorNumber ?? '',
      CustomerName: workOrder.customer.name ?? '',
      CustomerDebtorNrInvoice: workOrder.billTo?.debtorNumber ?? '',
      CustomerNameInvoice: workOrder.billTo?.name ?? '',
      TypeOfWork: workOrder.typeOfWork ?? '',
      PaymentMethod: workOrder.paymentMethod ?? '',
      WorkDescription: workOrder.description ?? '',
      WorkDate: workOrder.workDate?.split('-').reverse().join('-') ?? '',
      Materials: workOrder.materials.map((line) => ({
        MaterialCode: line.code ?? '',
        MaterialName: line.name ?? '',
        MaterialNr: String(line.quantity).replace('.', ','),
        MaterialPrice: String(line.unitPrice ?? '').replace('.', ','),
        MaterialUnit: line.unit ?? '',
      })),
      Workperiods: workOrder.workPeriods.map((period) => ({
        WorkDate: period.date?.split('-').reverse().join('-') ?? '',
        BeginTime: '09:00',
        EndTime: '12:00',
        Break: '0',
        TotalTime: `${String(Math.floor(period.minutes / 60)).padStart(2, '0')}:${String(period.minutes % 60).padStart(2, '0')}`,
        Travel: '0',
        HourType: period.hourTypeCode ?? '',
      })),
      StatusChanges: [],
    }
  })
  emulator.state.workOrders.push(...rows)
  return rows
}
