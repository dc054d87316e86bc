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
  documents: DocumentRow[]
}

export type TableName = keyof CompanyTables

/** One company and everything in it. */
export interface CompanyState extends CompanyTables {
  company_id: number
  /** The company's own record (`name`, `vat`, `address` …). */
  info: Row
  /** How totals are rounded: to the document or to the line. */
  rounding: 'document' | 'line'
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

/** The row whose `field` is `id`; undefined when there is none. */
export function findRow(rows: readonly Row[], field: string, id: unknown): Row | undefined {
  return rows.find((row) => row[field] === id)
}
