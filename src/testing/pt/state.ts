import type { JsonObject } from '../http/json.ts'

/** A stored record, with wire names. */
export interface Row extends JsonObject {
  /** Last change, milliseconds since 1970. */
  lastmodified: number
  /** Hidden from lists and searches before this time (milliseconds): a planned lag. */
  visible_from?: number
}

/** A document of any type. Money in euro, rounded to cents. */
export interface DocumentRow extends Row {
  document_id: number
  document_type_id: number
  document_set_id: number
  customer_id: number
  supplier_id: number
  /** −1 while it is a draft. */
  number: number
  /** 0 draft, 1 closed, 2 annulled. */
  status: number
  /** `YYYY-MM-DD`. */
  date: string
  /** `YYYY-MM-DD`; empty when the type has none. */
  expiration_date: string
  our_reference: string
  your_reference: string
  gross_value: number
  comercial_discount_value: number
  financial_discount_value: number
  taxes_value: number
  deduction_value: number
  net_value: number
  /** Amount used up by derived documents. */
  reconciled_value: number
  products: LineRow[]
  associated_documents: Association[]
  payments?: Payment[]
  mb_references?: MbReference[]
  /** The only payment was added by the emulator. */
  default_payment?: boolean
  /** Its associations are in force: what they name is used up. */
  conciliated?: boolean
  /** Waits for the tax authority's answer. */
  pending_communication?: boolean
}

export interface Payment extends JsonObject {
  payment_method_id: number
  /** As it was sent. */
  date: string
  value: number
  notes: string
}

export interface MbReference extends JsonObject {
  reference_id: number
  entity: string
  reference: string
  value: number
  /** When it was marked as paid (as it was sent); empty while it is not. */
  paid: string
}

export interface Association extends JsonObject {
  associated_id: number
  value: number
}

export interface LineTax extends JsonObject {
  tax_id: number
  type: number
  saft_type: number
  vat_type: string
  stamp_tax: string
  name: string
  /** Rate in percent, or an amount for types 2 and 3. */
  value: number
  fiscal_zone: string
  order: number
  cumulative: number
  /** What the tax is taken on. */
  incidence_value: number
  total_value: number
}

export interface LineRow extends JsonObject {
  document_product_id: number
  product_id: number
  name: string
  qty: number
  price: number
  /** Percent. */
  discount: number
  exemption_reason: string
  /** Withholding in percent. */
  deduction: number
  taxes: LineTax[]
}

/** Tables of one company; each row carries its own id field (`customer_id`, `product_id` …). */
export interface CompanyTables {
  customers: Row[]
  suppliers: Row[]
  salesmen: Row[]
  products: Row[]
  productCategories: Row[]
  measurementUnits: Row[]
  taxes: Row[]
  deductions: Row[]
  documentSets: Row[]
  paymentMethods: Row[]
  maturityDates: Row[]
  deliveryMethods: Row[]
  warehouses: Row[]
  productStocks: Row[]
  productProperties: Row[]
  priceClasses: Row[]
  alternateAddresses: Row[]
  vehicles: Row[]
  bankAccounts: Row[]
  economicActivities: Row[]
  identificationTemplates: Row[]
  geographicZones: Row[]
  documents: DocumentRow[]
}

/** Field of the id in each table. */
export const idFields: Readonly<Record<keyof CompanyTables, string>> = {
  customers: 'customer_id',
  suppliers: 'supplier_id',
  salesmen: 'salesman_id',
  products: 'product_id',
  productCategories: 'category_id',
  measurementUnits: 'unit_id',
  taxes: 'tax_id',
  deductions: 'deduction_id',
  documentSets: 'document_set_id',
  paymentMethods: 'payment_method_id',
  maturityDates: 'maturity_date_id',
  deliveryMethods: 'delivery_method_id',
  warehouses: 'warehouse_id',
  productStocks: 'product_stock_id',
  productProperties: 'property_id',
  priceClasses: 'price_class_id',
  alternateAddresses: 'address_id',
  vehicles: 'vehicle_id',
  bankAccounts: 'bank_account_id',
  economicActivities: 'eac_id',
  identificationTemplates: 'template_id',
  geographicZones: 'geographic_zone_id',
  documents: 'document_id',
}

export type TableName = keyof CompanyTables

/** One company and everything in it. */
export interface CompanyState extends CompanyTables {
  company_id: number
  /** The company's own record (`name`, `vat`, `address` …). */
  info: Row
  /** How totals are rounded: to the document or to the line. */
  rounding: 'document' | 'line'
  /** Series and guides are communicated to the tax authority without asking. */
  automaticCommunication: boolean
  /** The Multibanco gateway in use; 0 for none. */
  gateway_id: number
  /** E-mails that documents caused. */
  emails: { document_id: number; email: string; at: number }[]
}

/** A person with access. Passwords are in the emulator's credentials, but for those who signed up through the API. */
export interface UserRow extends Row {
  user_id: number
  name: string
  email: string
  /** Companies the person may use. */
  companies: number[]
  /** Of a person who signed up through the API. */
  password?: string
}

export interface CodeRow {
  code: string
  client_id: string
  redirect_uri: string
  user_id: number
  /** Milliseconds since 1970. */
  expires: number
}

export interface AccessTokenRow {
  token: string
  user_id: number
  expires: number
}

export interface RefreshTokenRow {
  token: string
  client_id: string
  user_id: number
  expires: number
  /** One login: every pair that grew from it. */
  family: string
  /** The access token issued with it. */
  access: string
  /** Used up by a refresh. */
  spent: boolean
}

/** A call whose effect lands later. */
export interface LateCall {
  at: number
  path: string
  params: JsonObject
  user_id: number
  human: boolean
  /** How long lists do not show what it creates. */
  lag?: number
}

/** Everything the emulated Moloni remembers. Plain data: `JSON.stringify` saves it, the option `state` restores it. */
export interface PtState {
  format: 1
  /** The next id of anything. */
  nextId: number
  /** Position of the reproducible random numbers. */
  random: number
  users: UserRow[]
  /** By company id. */
  companies: Record<string, CompanyState>
  oauth: { codes: CodeRow[]; accessTokens: AccessTokenRow[]; refreshTokens: RefreshTokenRow[] }
  /** Download links by their hash. */
  downloads: Record<string, { company_id: number; document_id: number }>
  late: LateCall[]
}

/** Takes the next id. */
export function takeId(state: PtState): number {
  const id = state.nextId
  state.nextId += 1
  return id
}

/** Whether the name is that of a table. */
export function isTable(name: string): name is TableName {
  return Object.hasOwn(idFields, name)
}

/** The row whose `field` is `id`; undefined when there is none. */
export function findRow(rows: readonly Row[], field: string, id: unknown): Row | undefined {
  return rows.find((row) => row[field] === id)
}

/** A document of any type; undefined when there is none with this id. */
export function findDocument({ documents }: CompanyState, id: unknown): DocumentRow | undefined {
  return documents.find(({ document_id }) => document_id === id)
}
