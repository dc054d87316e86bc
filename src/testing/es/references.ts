import type { Json, JsonObject } from '../http/json.ts'
import { type GlobalName, globalIdFields, globalTable } from './globals/tables.ts'
import { type Call, isOfCompany } from './operation.ts'
import { findRow, type TableName } from './state.ts'

/** Types of the schema whose rows a table of the company holds. */
const tables: Readonly<Record<string, TableName>> = {
  CustomerRead: 'customers',
  DeliveryMethodRead: 'deliveryMethods',
  DocumentSetRead: 'documentSets',
  EconomicActivityClassificationCodeRead: 'economicActivityClassificationCodes',
  GeographicZoneRead: 'geographicZones',
  IdentificationTemplateRead: 'identificationTemplates',
  MaturityDateRead: 'maturityDates',
  MeasurementUnitRead: 'measurementUnits',
  PaymentMethodRead: 'paymentMethods',
  PriceClassRead: 'priceClasses',
  ProductCategoryRead: 'productCategories',
  ProductRead: 'products',
  PropertyGroupRead: 'propertyGroups',
  RetentionRead: 'retentions',
  SalespersonRead: 'salespersons',
  SupplierRead: 'suppliers',
  TaxRead: 'taxes',
  VehicleRead: 'vehicles',
  WarehouseRead: 'warehouses',
}

/** Types of the schema whose rows all companies share. */
const globals: Readonly<Record<string, GlobalName>> = {
  BusinessAreaRead: 'businessAreas',
  CountryRead: 'countries',
  CurrencyExchangeRead: 'currencyExchanges',
  CurrencyRead: 'currencies',
  DocumentPrintModelRead: 'documentPrintModels',
  DocumentTypeRead: 'documentTypes',
  LanguageRead: 'languages',
  TimezoneRead: 'timezones',
}

/**
 * The row that a field of an object type points at, by the id beside it: `customer` by `customerId`, `parent` by
 * `parentId`; undefined where the type is not held by a table.
 */
export function referenced(row: JsonObject, field: string, type: string, call: Call): Json | undefined {
  if (type === 'CompanyRead') return isOfCompany(call) ? call.company.company : undefined
  const id = row[`${field}Id`]
  if (id === undefined || id === null) return undefined
  const table = tables[type]
  if (table) return isOfCompany(call) ? findRow(call.company, table, id) : undefined
  const name = globals[type]
  return name && globalTable(name, call.behaviour).find((one) => one[globalIdFields[name]] === id)
}
