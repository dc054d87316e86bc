import type { RandomState } from '../../http/random.ts'
import type { OutsmartEmulator } from '../emulator.ts'
import type { OutsmartState, OutsmartTables, Row } from '../state.ts'
import { tableOf } from '../tables/index.ts'
import {
  branches,
  hourTypes,
  makeMaterial,
  makeRelation,
  paymentMethods,
  technicians,
  workStatuses,
  workTypes,
} from './lists.ts'
import { addressOf, digits, personName, typed } from './words.ts'
import { seedOutsmartWorkOrders } from './work-orders.ts'

/** How much there is. */
export interface OutsmartInstallerSeed {
  /** Default 160. */
  relations?: number
  /** Default 260. */
  materials?: number
  /** Completed work orders; default 44. Some in other states come with them. */
  workOrders?: number
  /** Another seed gives other data; default 11. */
  seed?: number
}

/**
 * Fills an emulated OutSmart with what an installation firm would have: relations with contact persons and addresses,
 * materials in a tree of categories, hour types, employees, and completed work orders with everything that goes wrong
 * in real ones. The same seed gives the same data.
 *
 * @example
 * const emulator = createOutsmartEmulator()
 * seedOutsmartInstaller(emulator)
 */
export function seedOutsmartInstaller(
  emulator: Pick<OutsmartEmulator, 'state' | 'now'>,
  options: OutsmartInstallerSeed = {},
): void {
  const { relations = 160, materials = 260, workOrders = 44, seed = 11 } = options
  const { state } = emulator
  const random: RandomState = { random: seed }
  seedOutsmartBasics(emulator)
  add(state, 'hourTypes', hourTypes.map(hourType))
  add(state, 'categories', branches.map(category))
  for (let index = 0; index < materials; index++) {
    const { row, branch } = makeMaterial(index)
    add(state, 'materials', [row])
    add(state, 'materialCategories', [{ mct_mat_code: String(row.code), mct_cat_code: branch }])
  }
  for (let index = 0; index < relations; index++) addRelation(state, random, index)
  seedOutsmartWorkOrders(emulator, { completed: workOrders, seed: seed + 1 })
}

/** What an account has before anything is synchronised: people, work types, payment methods, work statuses. */
export function seedOutsmartBasics({ state }: Pick<OutsmartEmulator, 'state'>): void {
  const employees = technicians.map((name, index) => {
    const [firstname = '', lastname = ''] = name.split(' ')
    return { number: String(101 + index), firstname, lastname, active: index === 5 ? '0' : '1' }
  })
  const types = workTypes.map(([name, minutes]) => {
    return { wrt_name: name, wrt_description: name, wrt_default_minutes: minutes, wrt_active: '1' }
  })
  const payments = paymentMethods.map((name) => ({ pmd_description: name }))
  const statuses = workStatuses.map(([code, name]) => ({ sta_code: code, sta_name: name }))
  add(state, 'employees', employees)
  add(state, 'workTypes', types)
  add(state, 'paymentMethods', payments)
  add(state, 'workStatuses', statuses)
  add(state, 'warehouses', [{ wse_code: 'CENTRAL', wse_description: 'Armazém central' }])
  add(state, 'priorities', [{ code: '1', description: 'Urgente', app_enabled: '1' }])
}

/** Adds rows as they are kept: every field of the table, null where nobody wrote it. */
function add(state: OutsmartState, name: keyof OutsmartTables, rows: readonly Row[]): void {
  const empty = Object.fromEntries(Object.keys(tableOf(name).fields).map((field) => [field, null]))
  state[name].push(...rows.map((row) => ({ ...empty, ...row })))
}

function hourType([code, name, price]: (typeof hourTypes)[number], index: number): Row {
  return {
    code,
    name,
    cost_booking: '0',
    sale_booking: '1',
    sale_price: typed(price, index % 2 === 1),
    cost_price: '0',
    active: '1',
  }
}

function category([code, name, above]: (typeof branches)[number]): Row {
  return { cat_code: code, cat_cat_code: above, cat_name: name, cat_image: null, cat_display: '1' }
}

/** A relation; every seventh has a contact person and a second address. */
function addRelation(state: OutsmartState, random: RandomState, index: number): void {
  const row = makeRelation(random, index)
  add(state, 'relations', [row])
  if (index % 7 !== 2) return
  const number = String(row.debtor_number)
  const contact = { cpn_debtor_nr: number, cpn_code: `C${number}`, cpn_name: personName(random) }
  add(state, 'contactPersons', [{ ...contact, cpn_phone: `9${digits(random, 8)}`, cpn_email: '' }])
  const { street, house_number, postal_code, city } = addressOf(random)
  const place = { adr_line_1: `${street} ${house_number}`, adr_zip: postal_code, adr_city: city }
  add(state, 'addresses', [
    {
      adr_debtor_nr: number,
      adr_code: `A${number}`,
      adr_cpn_code: contact.cpn_code,
      ...place,
      adr_country: 'PT',
    },
  ])
}
