import type { JsonObject } from '../http/json.ts'
import type { RandomState } from '../http/random.ts'

/** A stored record, with wire names. Values are texts, as OutSmart writes them. */
export interface Row extends JsonObject {
  /** Hidden from lists before this time (milliseconds): a planned lag. */
  visible_from?: number
}

/** The lists. */
export interface OutsmartTables {
  employees: Row[]
  relations: Row[]
  contactPersons: Row[]
  addresses: Row[]
  tasks: Row[]
  locations: Row[]
  materials: Row[]
  categories: Row[]
  materialCategories: Row[]
  materialTypes: Row[]
  subMaterials: Row[]
  parts: Row[]
  suppliers: Row[]
  warehouses: Row[]
  warehouseMaterials: Row[]
  prices: Row[]
  hourTypes: Row[]
  projects: Row[]
  projectActivities: Row[]
  workTypes: Row[]
  paymentMethods: Row[]
  workStatuses: Row[]
  priorities: Row[]
  errorCodes: Row[]
  solutions: Row[]
  forms: Row[]
  regions: Row[]
  vehicles: Row[]
  freeFields: Row[]
  expenseCategories: Row[]
  objects: Row[]
  objectParts: Row[]
  hours: Row[]
  travel: Row[]
  expenses: Row[]
  notes: Row[]
  genericNotes: Row[]
}

/** `Klaargezet` (ready), `Opgehaald` (on a device), `Compleet`, `Afgehandeld` (handled). */
export type LifeStatus = 'Klaargezet' | 'Opgehaald' | 'Compleet' | 'Afgehandeld'

/** A work order, with wire names. */
export interface WorkOrderRow extends Row {
  /** Row id: digits. */
  id: string
  WorkorderNo: string
  OrderNr: string
  status: LifeStatus
  /** Free code, not the life cycle. */
  WorkStatus: string
  /** `"1"` when the technician marked the work as done. */
  WorkFinished: string
  Archived: string
  Materials: JsonObject[]
  Workperiods: JsonObject[]
  /** Every step of the life cycle. */
  StatusChanges: StatusChange[]
}

export interface StatusChange extends JsonObject {
  status: string
  /** `Y-m-d H:i:s`. */
  timestamp: string
  user: string
}

/** An invoice, with wire names. */
export interface InvoiceRow extends Row {
  inv_id: string
  /** Sum of the payments that are registered. */
  inv_balance: string
}

/** A call whose effect lands later. */
export interface LateCall {
  at: number
  method: string
  path: string
  query: [name: string, value: string][]
  body: string
  /** How long lists do not show what it creates. */
  lag?: number
}

/** Everything the emulated OutSmart remembers. Plain data: `JSON.stringify` saves it, the option `state` restores it. */
export interface OutsmartState extends OutsmartTables, RandomState {
  format: 1
  /** The next id of anything. */
  nextId: number
  workOrders: WorkOrderRow[]
  invoices: InvoiceRow[]
  quotations: Row[]
  transactions: Row[]
  /** Values of custom fields, by entity, primary key and column. */
  values: Row[]
  /** Codes of objects that were changed since they were last fetched. */
  changedObjects: string[]
  /** Access that was taken back: tokens that are refused from now on. */
  revoked: string[]
  late: LateCall[]
}

/** A state that holds nothing. */
export function emptyState(random: number): OutsmartState {
  return {
    format: 1,
    nextId: 4_100_001,
    random,
    employees: [],
    relations: [],
    contactPersons: [],
    addresses: [],
    tasks: [],
    locations: [],
    materials: [],
    categories: [],
    materialCategories: [],
    materialTypes: [],
    subMaterials: [],
    parts: [],
    suppliers: [],
    warehouses: [],
    warehouseMaterials: [],
    prices: [],
    hourTypes: [],
    projects: [],
    projectActivities: [],
    workTypes: [],
    paymentMethods: [],
    workStatuses: [],
    priorities: [],
    errorCodes: [],
    solutions: [],
    forms: [],
    regions: [],
    vehicles: [],
    freeFields: [],
    expenseCategories: [],
    objects: [],
    objectParts: [],
    hours: [],
    travel: [],
    expenses: [],
    notes: [],
    genericNotes: [],
    workOrders: [],
    invoices: [],
    quotations: [],
    transactions: [],
    values: [],
    changedObjects: [],
    revoked: [],
    late: [],
  }
}

/** Takes the next id, as text. */
export function takeId(state: OutsmartState): string {
  const id = state.nextId
  state.nextId += 1
  return String(id)
}
