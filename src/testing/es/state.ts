import type { Json, JsonObject } from '../http/json.ts'
import type { DocumentRow, MailRow } from './documents/row.ts'

/** A stored record under its wire names. Times are ISO texts, days `YYYY-MM-DD`. */
export interface Row extends JsonObject {
  createdAt?: string
  updatedAt?: string
  /** Hidden from lists before this time (milliseconds since 1970): a planned lag. */
  visibleFrom?: number
}

/** Tables of one company, and the field that holds the id of a row. */
export const idFields = {
  bankingInfos: 'bankingInfoId',
  bankRemittances: 'bankRemittanceId',
  companyRoles: 'roleId',
  companyUsers: 'userCompanyId',
  customers: 'customerId',
  customFields: 'customFieldId',
  deliveryMethods: 'deliveryMethodId',
  documentMailMessageTemplates: 'documentMailMessageTemplateId',
  documentSets: 'documentSetId',
  economicActivityClassificationCodes: 'economicActivityClassificationCodeId',
  events: 'eventId',
  geographicZones: 'geographicZoneId',
  hooks: 'hookId',
  identificationTemplates: 'identTemplateId',
  labelTemplates: 'labelTemplateId',
  maturityDates: 'maturityDateId',
  measurementUnits: 'measurementUnitId',
  paymentMethods: 'paymentMethodId',
  priceClasses: 'priceClassId',
  productCategories: 'productCategoryId',
  products: 'productId',
  propertyGroups: 'propertyGroupId',
  retentions: 'retentionId',
  salespersons: 'salespersonId',
  stockMovements: 'stockMovementId',
  suppliers: 'supplierId',
  taxes: 'taxId',
  vehicles: 'vehicleId',
  warehouses: 'warehouseId',
} as const

export type TableName = keyof typeof idFields

export type CompanyTables = { [Name in TableName]: Row[] }

/** One company: its own row, its tables and its documents of every type. */
export interface CompanyState extends CompanyTables {
  companyId: number
  /** Name, slug, tax number, fiscal zone …: what `company` answers. */
  company: Row
  documents: DocumentRow[]
  /** E-mails with documents, the latest last. */
  mails: MailRow[]
  /** Who changed what, the latest last. */
  logs: Row[]
  /** The subscription has ended: every operation of the company is refused. */
  expired?: boolean
}

export interface UserRow {
  userId: number
  name: string
  email: string
  languageId: number
  /** Companies that this user may use. */
  companies: number[]
  /** May read, and nothing else. */
  readOnly?: boolean
}

export interface CodeRow {
  code: string
  apiClientId: string
  userId: number
  /** Milliseconds since 1970. */
  expires: number
}

export interface AccessTokenRow {
  token: string
  userId: number
  expires: number
}

export interface RefreshTokenRow {
  token: string
  apiClientId: string
  userId: number
  expires: number
  /** The access token issued with it. */
  access: string
  /** When it was replaced by another; absent while it was not. */
  spentAt?: number
}

/** An API key of Moloni ON. */
export interface ApiKeyRow {
  key: string
  userId: number
  /** Milliseconds since 1970; absent for a key that does not end. */
  expires?: number
}

/** A file that the media host serves, by its path. */
export interface MediaFile {
  type: string
  base64: string
  /** Needs a token. */
  private: boolean
}

/** A call whose effect lands later. */
export interface LateCall {
  at: number
  /** `grant`, or a GraphQL request. */
  kind: 'grant' | 'graphql'
  /** Fields of the grant, or `query`, `variables` and `operationName`. */
  params: JsonObject
  userId?: number
  /** How long lists do not show what it creates. */
  lag?: number
}

/** Everything the emulated Moloni remembers. Plain data: `JSON.stringify` saves it, the option `state` restores it. */
export interface EsState {
  format: 1
  platform: 'es' | 'on'
  /** The next id of anything. */
  nextId: number
  /** Position of the reproducible random numbers. */
  random: number
  users: UserRow[]
  /** By company id. */
  companies: Record<string, CompanyState>
  auth: {
    codes: CodeRow[]
    accessTokens: AccessTokenRow[]
    refreshTokens: RefreshTokenRow[]
    apiKeys: ApiKeyRow[]
  }
  /** By path, with its leading slash. */
  media: Record<string, MediaFile>
  mediaTokens: { token: string; path: string; expires: number }[]
  late: LateCall[]
}

/** Takes the next id. */
export function takeId(state: EsState): number {
  const id = state.nextId
  state.nextId += 1
  return id
}

/** The row with this id; undefined when there is none. */
export function findRow(company: CompanyState, table: TableName, id: Json | undefined): Row | undefined {
  const field = idFields[table]
  return company[table].find((row) => row[field] === id)
}

/** Whether the name is that of a table. */
export function isTable(name: string): name is TableName {
  return Object.hasOwn(idFields, name)
}

/** The tables of a company without any rows. */
export function emptyTables(): CompanyTables {
  return {
    bankingInfos: [],
    bankRemittances: [],
    companyRoles: [],
    companyUsers: [],
    customers: [],
    customFields: [],
    deliveryMethods: [],
    documentMailMessageTemplates: [],
    documentSets: [],
    economicActivityClassificationCodes: [],
    events: [],
    geographicZones: [],
    hooks: [],
    identificationTemplates: [],
    labelTemplates: [],
    maturityDates: [],
    measurementUnits: [],
    paymentMethods: [],
    priceClasses: [],
    productCategories: [],
    products: [],
    propertyGroups: [],
    retentions: [],
    salespersons: [],
    stockMovements: [],
    suppliers: [],
    taxes: [],
    vehicles: [],
    warehouses: [],
  }
}
