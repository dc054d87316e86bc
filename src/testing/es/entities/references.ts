import type { JsonObject } from '../../http/json.ts'
import { type GlobalName, inGlobalTable } from '../globals/tables.ts'
import { type CompanyCall, type Problem, problem } from '../operation.ts'
import { findRow, type TableName } from '../state.ts'

/** What fields of entities point at: a table of the company. */
const own: Readonly<Record<string, TableName>> = {
  customerId: 'customers',
  deliveryMethodId: 'deliveryMethods',
  documentSetId: 'documentSets',
  geographicZoneId: 'geographicZones',
  maturityDateId: 'maturityDates',
  measurementUnitId: 'measurementUnits',
  paymentMethodId: 'paymentMethods',
  priceClassId: 'priceClasses',
  productCategoryId: 'productCategories',
  productId: 'products',
  propertyGroupId: 'propertyGroups',
  salespersonId: 'salespersons',
  supplierId: 'suppliers',
  warehouseId: 'warehouses',
}

const shared: Readonly<Record<string, GlobalName>> = {
  countryId: 'countries',
  currencyExchangeId: 'currencyExchanges',
  currencyId: 'currencies',
  documentTypeId: 'documentTypes',
  languageId: 'languages',
}

/** Sentences that are known word for word. */
const known: Readonly<Record<string, string>> = {
  salespersonId: 'That salesperson does not belong to your company',
}

/**
 * Fields that point at nothing. Null points nowhere, which is fine; so does 0 in the way of many clients.
 *
 * @param except The entity's own id.
 */
export function lostReferences(call: CompanyCall, fields: JsonObject, except: string): Problem[] {
  return Object.entries(fields)
    .filter(([field, id]) => field !== except && id !== null && id !== undefined && id !== 0 && id !== '')
    .filter(([field, id]) => {
      const [table, name] = [own[field], shared[field]]
      if (table) return findRow(call.company, table, id) === undefined
      return name !== undefined && !inGlobalTable(name, id, call.behaviour)
    })
    .map(([field]) => problem(field, known[field] ?? notHere(field.slice(0, -2), !(field in shared))))
}

/** Says that something is not there. */
export function notHere(noun: string, ofCompany = true): string {
  const words = noun.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `The ${words} provided does not exist${ofCompany ? ' for this company' : ''}`
}
