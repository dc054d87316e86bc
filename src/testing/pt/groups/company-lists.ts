import type { JsonObject } from '../../http/json.ts'
import { lisbonTime } from '../lisbon.ts'
import { type Methods, num, pick, rows } from '../method.ts'
import type { CompanyState } from '../state.ts'
import { pointedAt } from './relations.ts'
import { type TableGroup, tableGroup } from './table-group.ts'

const noDelta = ['getModifiedSince', 'countModifiedSince']

export function presentBankAccount(row: JsonObject): JsonObject {
  return { ...pick(row, ['bank_account_id', 'name']), value: String(row.value ?? '') }
}

export function presentActivity(row: JsonObject): JsonObject {
  return pick(row, ['eac_id', 'code', 'description'])
}

function onProducts(company: CompanyState, id: number): boolean {
  return company.products.some((product) =>
    rows(product, 'properties').some(({ property_id }) => property_id === id),
  )
}

/** Short lists that a company keeps. */
const lists: readonly TableGroup[] = [
  {
    group: 'productProperties',
    table: 'productProperties',
    id: 'property_id',
    fields: { title: 'text!', default: 'int' },
    present: (row) => pick(row, ['property_id', 'title', 'default']),
    inUse: onProducts,
  },
  {
    group: 'PriceClasses',
    table: 'priceClasses',
    id: 'price_class_id',
    fields: { title: 'text!' },
    present: (row) => pick(row, ['price_class_id', 'title']),
    listedAnswer: true,
    without: noDelta,
    inUse: (company, id) => pointedAt(company, 'price_class_id', id, ['customers']),
  },
  {
    group: 'vehicles',
    table: 'vehicles',
    id: 'vehicle_id',
    fields: { description: 'text!', number_plate: 'text!' },
    present: (row) => pick(row, ['vehicle_id', 'description', 'number_plate']),
    searches: { Search: { param: 'search', type: 'text', fields: ['description', 'number_plate'] } },
    without: ['countBySearch'],
    inUse: (company, id) => pointedAt(company, 'vehicle_id', id, ['documents']),
  },
  {
    group: 'bankAccounts',
    table: 'bankAccounts',
    id: 'bank_account_id',
    fields: { ordination: 'int!', name: 'text!', value: 'num!', order: 'int' },
    present: presentBankAccount,
    without: ['getModifiedSince'],
  },
  {
    group: 'economicActivityClassificationCodes',
    table: 'economicActivities',
    id: 'eac_id',
    fields: { code: 'text!', description: 'text!' },
    present: presentActivity,
    without: noDelta,
    inUse: (company, id) => pointedAt(company, 'eac_id', id, ['documents', 'documentSets']),
  },
  {
    group: 'geographicZones',
    table: 'geographicZones',
    id: 'geographic_zone_id',
    fields: { name: 'text!', short_name: 'text!' },
    defaults: { lastmodifiedby: 'API', destaque_id: 0, notes: '' },
    present: (row, company) => ({
      ...pick(row, ['lastmodifiedby', 'destaque_id', 'geographic_zone_id', 'name', 'short_name', 'notes']),
      lastmodified: lisbonTime(num(row, 'lastmodified')),
      company_id: company.company_id,
    }),
    single: true,
    without: ['update', ...noDelta],
    inUse: (company, id) => pointedAt(company, 'geographic_zone_id', id, ['customers']),
  },
]

export const companyListMethods: Methods = Object.assign({}, ...lists.map(tableGroup))
