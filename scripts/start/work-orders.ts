import type { WorkOrder } from 'moloni-sdk'

/** What the office knows when it plans jobs. */
export interface Catalogue {
  /** Billable customers. */
  readonly customers: readonly Party[]
  /** A customer whose address nobody filled in. */
  readonly withoutAddress: Party
  /** A customer in a country for which the account has no VAT and no exemption. */
  readonly abroad: Party
  readonly materials: readonly Article[]
  readonly hourTypes: readonly Article[]
}

export interface Party {
  readonly number: string
  readonly name: string
}

export interface Article {
  readonly code: string
  readonly name: string
}

/** How a planted fault shows, by the code that the engine must find. */
type Fault = (workOrder: WorkOrder, catalogue: Catalogue) => Partial<WorkOrder>

const faults: Readonly<Record<string, Fault>> = {
  unknown_material: (job) => ({
    materials: [...job.materials, { code: 'CABO-QUE-NAO-EXISTE', quantity: 3 }],
  }),
  unknown_hour_type: (job) => ({
    workPeriods: [...job.workPeriods, { hourTypeCode: 'HORA-LUNAR', minutes: 45 }],
  }),
  unknown_relation: () => ({ customer: { debtorNumber: 'C-999999', name: 'Cliente por criar' } }),
  no_customer: () => ({ customer: { name: 'Obra sem cliente' } }),
  missing_address: (_job, { withoutAddress }) => ({ customer: partyOf(withoutAddress) }),
  no_vat: (_job, { abroad }) => ({ customer: partyOf(abroad) }),
  zero_quantity: (job) => ({ materials: job.materials.map((line) => ({ ...line, quantity: 0 })) }),
  negative_quantity: (job) => ({ materials: job.materials.map((line) => ({ ...line, quantity: -1 })) }),
  missing_material_code: () => ({ materials: [{ name: 'Abraçadeira avulsa', quantity: 4 }] }),
  missing_hour_type: () => ({ workPeriods: [{ minutes: 90 }] }),
  nothing_to_bill: () => ({ materials: [], workPeriods: [] }),
}

/** The codes of the planted faults; one work order each. */
export const plantedFaults: readonly string[] = Object.keys(faults)

const JOBS = [
  'Substituição do quadro elétrico',
  'Manutenção do ar condicionado',
  'Reparação de fuga na canalização',
  'Instalação de tomadas e iluminação',
  'Limpeza de filtros e verificação de gás',
]
const MINUTES = [30, 45, 60, 75, 90, 120, 150]

/**
 * Completed work orders over a catalogue, the same for the same catalogue: sound ones, and one for each
 * planted fault.
 *
 * @param today `YYYY-MM-DD`; the work was done on this day.
 */
export function planWorkOrders(catalogue: Catalogue, today: string, count = 40): WorkOrder[] {
  const codes = Object.entries(faults)
  // Faults are spread over the day, so that a sound job follows each of them.
  const every = Math.floor(count / codes.length)
  return Array.from({ length: count }, (_, index) => {
    const job = soundJob(catalogue, today, index)
    const [, spoil] = index % every === every - 1 ? (codes[Math.floor(index / every)] ?? []) : []
    return spoil ? { ...job, ...spoil(job, catalogue) } : job
  })
}

function soundJob(catalogue: Catalogue, today: string, index: number): WorkOrder {
  const { customers, materials, hourTypes } = catalogue
  const lines = Array.from({ length: 1 + (index % 3) }, (_, line) => pick(materials, index * 7 + line * 3))
  return {
    key: `demo-${1000 + index}`,
    number: `OT-${2000 + index}`,
    status: 'complete',
    finished: true,
    customer: partyOf(pick(customers, index * 3)),
    description: pick(JOBS, index),
    internalDescription: 'Chave no vaso da entrada; não dizer ao cliente.',
    workDate: today,
    materials: lines.map(({ code }, line) => ({ id: `${line}`, code, quantity: 1 + ((index + line) % 4) })),
    workPeriods: [
      {
        id: 'a',
        hourTypeCode: pick(hourTypes, index).code,
        employeeNumber: `${1 + (index % 3)}`,
        date: today,
        minutes: pick(MINUTES, index),
      },
    ],
  }
}

const partyOf = ({ number, name }: Party) => ({ debtorNumber: number, name })

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('The catalogue is empty: there is nothing to plan jobs over.')
  return value
}
