import { documentGroups } from '../documents/types.ts'
import type { PtEmulatorOptions } from '../options.ts'
import {
  type CompanyState,
  idFields,
  type PtState,
  type Row,
  type TableName,
  takeId,
  type UserRow,
} from '../state.ts'
import { baseTables, companyRecord } from './base-data.ts'

const demonstration = { company_id: 5, name: 'Empresa de Demonstração' }
const own = { company_id: 240_211, name: 'Instalações do Mondego, Lda.' }
const day = 86_400_000

/** Types that a fresh series was communicated for. */
const communicated = documentGroups.filter(({ supplier }) => !supplier).map(({ typeId }) => typeId)

/** What a fresh emulator holds: one user, the demonstration company and the companies that were asked for. */
export function initialState(options: PtEmulatorOptions, now: number): PtState {
  const companies = options.companies ?? [own]
  const state: PtState = {
    format: 1,
    nextId: 100_001,
    random: options.seed ?? 1,
    users: [],
    companies: {},
    oauth: { codes: [], accessTokens: [], refreshTokens: [] },
    downloads: {},
    late: [],
  }
  for (const company of [demonstration, ...companies]) {
    state.companies[company.company_id] = newCompany(state, company, now - 30 * day)
  }
  const ids = [demonstration, ...companies].map(({ company_id }) => company_id)
  addUser(state, { name: 'Ana Ferreira', email: 'ana.ferreira@example.com' }, ids, now - 400 * day)
  return state
}

/** Adds a person with access to companies. */
export function addUser(
  state: PtState,
  { name, email }: { name: string; email: string },
  companies: readonly number[],
  at: number,
): UserRow {
  const user: UserRow = {
    user_id: state.users.length + 1,
    name,
    email,
    companies: [...companies],
    salesman_id: 0,
    user_group_id: 1,
    cellphone: '',
    language_id: 1,
    registered_since: at,
    last_login: at,
    lastmodified: at,
  }
  state.users.push(user)
  return user
}

/** A company as it is right after it was set up: settings and the final consumer, no products. */
export function newCompany(
  state: PtState,
  company: { company_id: number; name: string; rounding?: 'document' | 'line' },
  at: number,
): CompanyState {
  const put = (table: Exclude<TableName, 'documents'>): Row[] =>
    (baseTables[table] ?? []).map((row) => ({
      [idFields[table]]: takeId(state),
      ...structuredClone(row),
      lastmodified: at,
    }))
  const tables = {
    customers: put('customers'),
    suppliers: put('suppliers'),
    salesmen: put('salesmen'),
    products: put('products'),
    productCategories: put('productCategories'),
    measurementUnits: put('measurementUnits'),
    taxes: put('taxes'),
    deductions: put('deductions'),
    documentSets: put('documentSets'),
    paymentMethods: put('paymentMethods'),
    maturityDates: put('maturityDates'),
    deliveryMethods: put('deliveryMethods'),
    warehouses: put('warehouses'),
    productStocks: put('productStocks'),
    productProperties: put('productProperties'),
    priceClasses: put('priceClasses'),
    alternateAddresses: put('alternateAddresses'),
    vehicles: put('vehicles'),
    bankAccounts: put('bankAccounts'),
    economicActivities: put('economicActivities'),
    identificationTemplates: put('identificationTemplates'),
    geographicZones: put('geographicZones'),
  }
  const codes = (rows: readonly Row[]) =>
    rows.map((row) => ({
      ...row,
      at_codes: communicated.map((document_type_id) => {
        const id = takeId(state)
        return { id, document_type_id, code: `J6${id.toString(36).toUpperCase()}`, at }
      }),
    }))
  return {
    company_id: company.company_id,
    info: { ...companyRecord(company), subscription_date: at, lastmodified: at },
    rounding: company.rounding ?? 'document',
    automaticCommunication: false,
    gateway_id: 1,
    emails: [],
    ...tables,
    documentSets: codes(tables.documentSets),
    documents: [],
  }
}
