import type { DocumentKind, ExportSettings, WorkOrder } from '../domain/index.ts'
import type { BillableLine } from './billable-line.ts'
import type { AccountTables, BillingCustomer, CatalogueProduct } from './catalogue.ts'

/** Everything that decides what a document looks like. */
export interface ComposeInput {
  readonly workOrder: WorkOrder
  readonly settings: ExportSettings
  /** Default: the kind of the settings. */
  readonly kind?: DocumentKind
  readonly lines: readonly BillableLine[]
  readonly customer: BillingCustomer
  /** By reference: those of {@link productReferences}, as far as Moloni has them. */
  readonly products: ReadonlyMap<string, CatalogueProduct>
  readonly account: AccountTables
  readonly documentSetId: number
  /** Our key, at most 20 characters. */
  readonly reference: string
  /** Today in the company's zone, `YYYY-MM-DD`. */
  readonly today: string
  /** Takes the place of the date that the settings give, for example after a refusal for chronology. */
  readonly date?: string
}

/** The input with its kind decided. */
export type LineInput = Omit<ComposeInput, 'kind'> & { readonly kind: DocumentKind }
