import type {
  DocumentKind,
  DocumentPlan,
  Employee,
  HourType,
  Issue,
  MadeKind,
  Material,
  MaterialCategory,
  Platform,
  Relation,
  ServiceSheet,
} from '../../domain/index.ts'
import type { AccountTables, BillingCustomer, CatalogueProduct, PlanComparison } from '../../mappers/index.ts'
import type { DocumentFile } from '../ports/host.ts'
import type { Findings } from '../records/connection.ts'
import type { MasterData } from './master-data.ts'

export type StreamName = 'customers' | 'products' | 'categories' | 'users' | 'documents'
export type ImportKind =
  | 'relations'
  | 'materials'
  | 'materialCategories'
  | 'hourTypes'
  | 'employees'
  | 'serviceSheets'

/** The entity that an import kind carries. */
export interface EntityOf {
  relations: Relation
  materials: Material
  materialCategories: MaterialCategory
  hourTypes: HourType
  employees: Employee
  serviceSheets: ServiceSheet
}

/** One entity with its kind. */
export type ImportEntity<Kinds extends ImportKind = ImportKind> = {
  [K in ImportKind]: { readonly kind: K; readonly value: EntityOf[K] }
}[Kinds]

/** One row of a stream, mapped. */
export interface StreamItem {
  /** Moloni's id of the row; empty when the row could not be read that far. */
  readonly id: string
  /** Absent when an issue of severity `error` forbids it. */
  readonly entity?: ImportEntity
  /** Category of a product, where the entity does not say it. */
  readonly category?: string | undefined
  readonly issues: readonly Issue[]
}

export interface StreamPage {
  readonly items: readonly StreamItem[]
  /** Ids of all rows of the answer, where the stream leaves some of them out. */
  readonly ids?: readonly string[] | undefined
  /** Rows before this page. */
  readonly offset: number
  /** Rows in the answer, readable or not. */
  readonly rawLength: number
}

export interface StreamRange {
  /** Beginning of the window in ms; absent for everything. */
  readonly from?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** A list of Moloni that imports are read from. */
export interface ImportStream {
  readonly name: StreamName
  /** What webhooks call its rows; absent where they tell nothing of them. */
  readonly model?: HookPair['model']
  /** The kinds that its rows become. */
  readonly kinds: readonly ImportKind[]
  /** False when the list has no changes-since form and is read whole each time. */
  readonly delta: boolean
  /** A list so short that each read of it also looks for what is gone, not only a run in mode `full`. */
  readonly short: boolean
  /** Rows in a full page. */
  readonly pageSize: number
  pages(range: StreamRange & { readonly offset: number }): AsyncIterable<StreamPage>
  /** How many rows the range holds, by the server's own count; undefined where it cannot say. */
  count(range: StreamRange): Promise<number | undefined>
  /** One row by its id, as it is at this moment; undefined when it is gone. */
  one(id: string, options: { readonly signal?: AbortSignal | undefined }): Promise<StreamItem | undefined>
}

/** An event that Moloni can be asked to tell us of. */
export interface HookPair {
  readonly model: 'Customer' | 'Product'
  readonly operation: 'create' | 'update' | 'delete'
}

/** A webhook of the account, ours or not. */
export interface Hook {
  readonly hookId: string
  readonly url: string
  /** What Moloni calls it. */
  readonly name?: string | undefined
}

/** Webhooks, where the platform has them. */
export interface PlatformHooks {
  list(options: CallOptions): Promise<Hook[]>
  create(pair: HookPair, url: string, options: CallOptions): Promise<void>
  remove(hookIds: readonly string[], options: CallOptions): Promise<void>
}

export interface Company {
  readonly companyId: string
  readonly name: string
  readonly vatNumber?: string
  /** Moloni's shared demonstration company: visible to everybody, changed by everybody. */
  readonly demonstration: boolean
}

/** A document in Moloni, as far as the export needs it. */
export interface FoundDocument {
  readonly documentId: number
  readonly kind: string
  readonly status: 'draft' | 'closed' | 'annulled'
  readonly ourReference: string
  readonly yourReference: string
  readonly number?: number | undefined
  readonly series?: string | undefined
  /** What people call it, for example `FT 2026/17`. */
  readonly name?: string | undefined
  readonly date?: string | undefined
  /** Amount payable in cents, VAT included. */
  readonly netCents: number
  /** Holds it against the plan that it was made from, amounts in cents. */
  compare(plan: DocumentPlan): PlanComparison
}

/** What a search found. */
export interface SearchResult {
  readonly documents: readonly FoundDocument[]
  /** False when there may be matches that were not seen. */
  readonly certain: boolean
  /** True when the server's own filter gave these documents and nothing else. */
  readonly honoured: boolean
}

/**
 * A look for documents by a reference. The API ignores filters that it does not know: unless the filter is
 * proven, an empty answer tells nothing, and the list is read newest-first back to `from` instead.
 */
export interface SearchQuery {
  readonly kind: MadeKind
  readonly field: 'our_reference' | 'your_reference'
  readonly text: string
  /** Earliest document date (`YYYY-MM-DD`) that a match can have. */
  readonly from: string
  readonly filterProven: boolean
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
}

/** What the account offers for documents. */
export interface Account {
  readonly tables: AccountTables
  /** The document set to use when no setting names one; undefined when the account has no single answer. */
  readonly defaultDocumentSetId?: number | undefined
}

export interface Recipient {
  readonly name: string
  readonly email: string
}

/** What a refused writing call says about the date. */
export interface DateRefusal {
  /** The date that the series demands at least, `YYYY-MM-DD`. */
  readonly notBefore: string
}

/**
 * One Moloni account, in the engine's own words. The engine knows no wire name; each platform implements
 * this once. Nothing here retries a writing call.
 */
export interface MoloniPlatform {
  readonly platform: Platform
  readonly streams: readonly ImportStream[]
  readonly exportKinds: readonly DocumentKind[]
  readonly hooks?: PlatformHooks
  /** Customers and products as they are written. */
  readonly masterData: MasterData
  companies(options: CallOptions): Promise<Company[]>
  /** Asks the account what can be known by asking only; changes nothing. */
  probe(options: CallOptions): Promise<Omit<Findings, 'at'>>
  account(options: CallOptions): Promise<Account>
  customersByNumber(number: string, options: CallOptions): Promise<BillingCustomer[]>
  /** Customers with a tax number, however it is written there; where the platform can look for them. */
  customersByTaxNumber?(taxNumber: string, options: CallOptions): Promise<BillingCustomer[]>
  productsByReference(reference: string, options: CallOptions): Promise<CatalogueProduct[]>
  /** The field that carries our key on a kind of document: not every kind has both. */
  referenceField(kind: MadeKind): SearchQuery['field']
  search(query: SearchQuery, options: CallOptions): Promise<SearchResult>
  /** The documents of a kind back to a day, without any filter; `certain` when the day was reached. */
  recent(query: Pick<SearchQuery, 'kind' | 'from'>, options: CallOptions): Promise<SearchResult>
  document(kind: MadeKind, documentId: number, options: CallOptions): Promise<FoundDocument | undefined>
  /** Creates a draft, never a closed document; answers its id. */
  createDraft(plan: DocumentPlan, options: CallOptions): Promise<number>
  /** Replaces the content of a draft. Again changes nothing. */
  replaceDraft(documentId: number, plan: DocumentPlan, options: CallOptions): Promise<void>
  /** Closes a draft. On a closed document it is refused. */
  close(documentId: number, plan: DocumentPlan, options: CallOptions): Promise<void>
  /** How a closed document of a kind is taken back; undefined where a person has to do it. */
  takingBack(kind: DocumentKind): 'creditNote' | 'annul' | undefined
  /** Annuls a closed document, where that is how its kind is taken back. On an annulled one it changes nothing. */
  annul(kind: DocumentKind, documentId: number, reason: string, options: CallOptions): Promise<void>
  /** The printed form of a closed document. */
  pdf(kind: MadeKind, documentId: number, want: 'link' | 'file', options: CallOptions): Promise<DocumentFile>
  /** E-mails a closed document. Never repeated: nobody knows whether it was sent after a lost answer. */
  mail(kind: MadeKind, documentId: number, to: Recipient, options: CallOptions): Promise<void>
  /** The date refusal in an error of {@link createDraft} or {@link close}, if it is one. */
  dateRefusal(error: unknown): DateRefusal | undefined
  /** Server time minus our time in ms, once an answer has shown it. */
  clockOffset(): number | undefined
  /** Requests sent so far. */
  requests(): number
}
