import type { JsonObject } from '../../http/json.ts'
import { nextRandom, type RandomState } from '../../http/random.ts'
import { momentText } from '../call.ts'
import type { OutsmartEmulator } from '../emulator.ts'
import { textOf } from '../filter.ts'
import { type LifeStatus, type OutsmartState, type Row, takeId, type WorkOrderRow } from '../state.ts'
import { blankWorkOrder } from '../work-orders/row.ts'
import { lifeStatuses } from '../work-orders/status.ts'
import { makeLines, makePeriods } from './lines.ts'
import { pick } from './words.ts'

export interface OutsmartWorkOrderSeed {
  /** Work orders in state `Compleet`; default 44. */
  completed?: number
  /** Work orders in each other state; default 3. */
  others?: number
  seed?: number
}

const day = 86_400_000

/**
 * Adds work orders on the relations, materials, hour types and employees that the emulator holds at this moment. Among
 * the completed ones are unfinished visits, archived ones, bills to somebody else, lines without a code, quantities and
 * durations of zero, decimals with a comma, and very long texts.
 */
export function seedOutsmartWorkOrders(
  emulator: Pick<OutsmartEmulator, 'state' | 'now'>,
  { completed = 44, others = 3, seed = 12 }: OutsmartWorkOrderSeed = {},
): WorkOrderRow[] {
  const { state } = emulator
  const random: RandomState = { random: seed }
  const statuses = lifeStatuses.flatMap((status): LifeStatus[] =>
    Array.from({ length: status === 'Compleet' ? completed : others }, () => status),
  )
  const made = statuses.map((status, index) =>
    makeWorkOrder(state, random, { status, index, now: emulator.now() }),
  )
  state.workOrders.push(...made)
  return made
}

interface Spot {
  readonly status: LifeStatus
  readonly index: number
  readonly now: number
}

function makeWorkOrder(state: OutsmartState, random: RandomState, spot: Spot): WorkOrderRow {
  const { status, index, now } = spot
  const at = now - ((index % 12) + 1) * day
  const date = dayText(at)
  const customers = state.relations.filter((row) => textOf(row.active) !== '0')
  const site = pick(random, customers)
  const payer = index % 5 === 1 ? pick(random, customers) : site
  const complete = status === 'Compleet' || status === 'Afgehandeld'
  const row = blankWorkOrder(takeId(state), momentText(at - 2 * day))
  return Object.assign(row, {
    // Work orders that are made in OutSmart itself have no number of another system.
    WorkorderNo: index % 16 === 9 ? '' : `${new Date(at).getUTCFullYear()}-${String(2001 + index)}`,
    OrderNr: `WB${String(70_001 + index)}`,
    ...party(site, ''),
    ...party(payer, 'Invoice'),
    TypeOfWork: textOf(pick(random, state.workTypes).wrt_name),
    PaymentMethod: textOf(pick(random, state.paymentMethods).pmd_description),
    ShortWorkDescription: `Visita ${index + 1}`,
    WorkDescription: index % 13 === 7 ? longText(random) : `Trabalho executado na visita ${index + 1}.`,
    InternalWorkDescription: 'Interno: o cliente paga tarde.',
    Comment: index % 3 === 0 ? 'Interno: voltar com escada.' : '',
    EmployeeNr: textOf(pick(random, state.employees).number),
    WorkDate: index === 30 ? '' : date,
    WorkTime: '09:00',
    WorkEndDate: date,
    WorkEndTime: '12:00',
    MinimumHours: index % 6 === 0 ? '1,50' : '',
    RoundingAmount: index % 6 === 0 ? '15' : '',
    status,
    WorkFinished: complete && index % 10 !== 3 ? '1' : '0',
    Archived: index % 20 === 6 ? '1' : '0',
    Materials: makeLines(state, random, index),
    Workperiods: complete ? makePeriods(state, random, { index, date }) : [],
    StatusChanges: stepsTo(status, at),
  })
}

/** The customer at the site, or who is billed. */
function party(relation: Row, suffix: '' | 'Invoice'): JsonObject {
  const field = (name: string) => textOf(relation[name])
  return {
    [`CustomerName${suffix}`]: field('name'),
    [`CustomerDebtorNr${suffix}`]: field('debtor_number'),
    [`CustomerStreet${suffix}`]: field('street'),
    [`CustomerStreetNo${suffix}`]: field('house_number'),
    [`CustomerZIP${suffix}`]: field('postal_code'),
    [`CustomerCity${suffix}`]: field('city'),
    [`CustomerCountry${suffix}`]: field('country'),
    [`CustomerEmail${suffix}`]: field('email'),
    [`CustomerPhone${suffix}`]: field('phone_number'),
    [`CustomerContactPerson${suffix}`]: field('contact') || field('name'),
  }
}

function stepsTo(status: LifeStatus, at: number) {
  const last = lifeStatuses.indexOf(status)
  return lifeStatuses.slice(0, last + 1).map((step, i) => {
    return { status: step, timestamp: momentText(at - (last - i) * 3_600_000), user: 'Ana Ferreira' }
  })
}

function longText(random: RandomState): string {
  const sentence = 'Purgado o circuito, medida a pressão e substituída a junta do coletor. '
  return sentence.repeat(60 + Math.floor(nextRandom(random) * 20)).trim()
}

/** `d-m-Y` of a moment. */
function dayText(ms: number): string {
  const [year, month, day] = new Date(ms).toISOString().slice(0, 10).split('-')
  return `${day}-${month}-${year}`
}
