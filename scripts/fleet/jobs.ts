import type { Platform, WorkOrder } from 'moloni-sdk'
import type { Catalogue } from '../start/catalogue.ts'
import { type Fault, spoilt } from '../start/faults.ts'
import { platforms } from '../start/platforms.ts'
import { planWorkOrders } from '../start/work-orders.ts'

const JOBS = 5

/** Work orders of one company. */
export interface Jobs {
  readonly workOrders: readonly WorkOrder[]
  /** Keys of those that must become a document. */
  readonly expected: readonly string[]
}

/** Faults of these codes are planted, one in every second company, each in its turn. */
const PLANTED = [
  'unknown_material',
  'unknown_relation',
  'no_customer',
  'zero_quantity',
  'missing_hour_type',
  'nothing_to_bill',
] as const satisfies readonly Fault[]

/** The work of one day at the office of the company with this place in the list. */
export function jobsOf(platform: Platform, place: number, catalogue: Catalogue, today: string): Jobs {
  const { words } = platforms[platform]
  const sound = planWorkOrders({ words, exports: ['invoice'], faults: [] }, catalogue, today, JOBS)
  const fault = place % 2 === 1 ? PLANTED[((place - 1) / 2) % PLANTED.length] : undefined
  const bad = fault ? place % JOBS : -1
  return {
    workOrders: sound.map((job, i) => (fault && i === bad ? spoilt(fault, job, catalogue, words) : job)),
    expected: sound.flatMap(({ key }, i) => (i === bad ? [] : [key])),
  }
}
