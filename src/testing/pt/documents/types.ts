import { guideKinds } from './kinds/guides.ts'
import { saleKinds } from './kinds/sales.ts'
import { settlementKinds } from './kinds/settlements.ts'
import { supplierKinds } from './kinds/suppliers.ts'
import { offered } from './kinds/words.ts'

/** One document group: what differs from its siblings. */
export interface DocumentType {
  readonly group: string
  readonly typeId: number
  /** SAF-T code, or the usual short name where SAF-T has none. */
  readonly code: string
  readonly name: string
  /** Parameters of `insert` beside those that all take; `!` marks the required. Absent: the group only reads. */
  readonly takes?: string
  /** Types whose documents may be associated. */
  readonly sources?: readonly number[]
  /** What it leaves open until it is settled: money to come, or a credit. */
  readonly money?: 'debt' | 'credit'
  /** Uses up what associated debts and credits leave open. Orders and guides are used up by whatever they lead to. */
  readonly settles?: boolean
  /** Has no lines; its total is what its associations settle. `refund` pays credits out. */
  readonly receipt?: 'payment' | 'refund'
  /** Takes payments: one for the total is added when none is sent. */
  readonly payments?: boolean
  /** Paid by its own payments, so that nothing stays open. */
  readonly selfPaid?: boolean
  /** Lines name the line that they correct. */
  readonly corrects?: boolean
  /** Moves stock when closed: in (1) or out (−1). */
  readonly stock?: 1 | -1
  /** Of a supplier: the series needs no code, and `customer_id` may mean a supplier too. */
  readonly supplier?: boolean
  /** Its series needs no code. */
  readonly uncoded?: boolean
  /** Goods on the road: has a transport code, and cannot become a draft again. */
  readonly transport?: boolean
  /** Has Multibanco references. */
  readonly multibanco?: boolean
  /** Lists and details share one row. */
  readonly brief?: boolean
  /** Has no delta lists. */
  readonly noDelta?: boolean
}

/**
 * Every document group. Type ids of invoices, receipts, credit notes, supplier orders and invoices, pro formas,
 * estimates, bills of lading, simplified invoices, invoice-receipts and orders are Moloni's; nobody published the
 * others, which are the emulator's own.
 */
export const documentGroups: readonly DocumentType[] = [
  ...saleKinds,
  ...settlementKinds,
  ...guideKinds,
  ...supplierKinds,
]

/** What an account may have beside them; its id, its code and all else are the emulator's own. */
export const serviceSheets: DocumentType = {
  group: 'serviceSheets',
  typeId: 97,
  code: 'FO',
  name: 'Folha de Serviço',
  takes: offered,
  uncoded: true,
}

const byId = new Map([...documentGroups, serviceSheets].map((type) => [type.typeId, type]))

/** The group of a type id; undefined for an unknown one. */
export function typeOf(id: number): DocumentType | undefined {
  return byId.get(id)
}
