import type { WorkOrder } from 'moloni-sdk'
import { type Catalogue, partyOf } from './catalogue.ts'
import { spoilt } from './faults.ts'
import type { PlatformRow } from './platforms.ts'

const MINUTES = [30, 45, 60, 75, 90, 120, 150]
/** Which of the kinds of documents work becomes, in turn. */
const TURNS = [0, 0, 1, 0, 2]

type Office = Pick<PlatformRow, 'exports' | 'faults' | 'words'>

/**
 * Completed work orders over a catalogue, the same for the same catalogue: sound ones, and one for each
 * planted fault.
 *
 * @param today `YYYY-MM-DD`; the work was done on this day.
 */
export function planWorkOrders(office: Office, catalogue: Catalogue, today: string, count = 40): WorkOrder[] {
  const { faults, words } = office
  // Faults are spread over the day, so that a sound job follows each of them.
  const every = Math.floor(count / faults.length)
  return Array.from({ length: count }, (_, index) => {
    const job = soundJob(office, catalogue, today, index)
    const fault = index % every === every - 1 ? faults[Math.floor(index / every)] : undefined
    return fault ? spoilt(fault, job, catalogue, words) : job
  })
}

function soundJob({ exports, words }: Office, catalogue: Catalogue, today: string, index: number): WorkOrder {
  const { customers, materials, hourTypes, paymentMethods } = catalogue
  const lines = Array.from({ length: 1 + (index % 3) }, (_, line) => pick(materials, index * 7 + line * 3))
  const kind = exports[pick(TURNS, index)] ?? exports[0]
  return {
    key: `demo-${1000 + index}`,
    number: `OT-${2000 + index}`,
    status: 'complete',
    finished: true,
    customer: partyOf(pick(customers, index * 3)),
    typeOfWork: words.typesOfWork[kind],
    ...(paymentMethods.length > 0 ? { paymentMethod: pick(paymentMethods, index) } : {}),
    description: pick(words.jobs, index),
    internalDescription: words.internal,
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

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('The catalogue is empty: there is nothing to plan jobs over.')
  return value
}
