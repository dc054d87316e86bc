import { type CompaniesApi, companiesEndpoints } from './companies.ts'
import { type CountriesApi, countriesEndpoints } from './countries.ts'
import { type CustomersApi, customersEndpoints } from './customers.ts'
import { type DeliveryMethodsApi, deliveryMethodsEndpoints } from './delivery-methods.ts'
import { type DocumentSetsApi, documentSetsEndpoints } from './document-sets.ts'
import { type DocumentsApi, documentsEndpoints } from './documents.ts'
import { type FiscalZonesApi, fiscalZonesEndpoints } from './fiscal-zones.ts'
import { type InvoicesApi, invoicesEndpoints } from './invoices.ts'
import { type LanguagesApi, languagesEndpoints } from './languages.ts'
import { type MaturityDatesApi, maturityDatesEndpoints } from './maturity-dates.ts'
import { type MeasurementUnitsApi, measurementUnitsEndpoints } from './measurement-units.ts'
import { type PaymentMethodsApi, paymentMethodsEndpoints } from './payment-methods.ts'
import { type ProductCategoriesApi, productCategoriesEndpoints } from './product-categories.ts'
import { type ProductsApi, productsEndpoints } from './products.ts'
import { type SalesmenApi, salesmenEndpoints } from './salesmen.ts'
import { type TaxExemptionsApi, taxExemptionsEndpoints } from './tax-exemptions.ts'
import { type TaxesApi, taxesEndpoints } from './taxes.ts'
import { type UsersApi, usersEndpoints } from './users.ts'
import { type WarehousesApi, warehousesEndpoints } from './warehouses.ts'

/** Every endpoint by group and method, under the names of the wire. */
export const endpoints = {
  companies: companiesEndpoints,
  countries: countriesEndpoints,
  customers: customersEndpoints,
  deliveryMethods: deliveryMethodsEndpoints,
  documentSets: documentSetsEndpoints,
  documents: documentsEndpoints,
  fiscalZones: fiscalZonesEndpoints,
  invoices: invoicesEndpoints,
  languages: languagesEndpoints,
  maturityDates: maturityDatesEndpoints,
  measurementUnits: measurementUnitsEndpoints,
  paymentMethods: paymentMethodsEndpoints,
  productCategories: productCategoriesEndpoints,
  products: productsEndpoints,
  salesmen: salesmenEndpoints,
  taxExemptions: taxExemptionsEndpoints,
  taxes: taxesEndpoints,
  users: usersEndpoints,
  warehouses: warehousesEndpoints,
}

/** The groups of Moloni's interface, under the names of the wire. */
export interface PtGroups {
  readonly companies: CompaniesApi
  readonly countries: CountriesApi
  readonly customers: CustomersApi
  readonly deliveryMethods: DeliveryMethodsApi
  readonly documentSets: DocumentSetsApi
  readonly documents: DocumentsApi
  readonly fiscalZones: FiscalZonesApi
  readonly invoices: InvoicesApi
  readonly languages: LanguagesApi
  readonly maturityDates: MaturityDatesApi
  readonly measurementUnits: MeasurementUnitsApi
  readonly paymentMethods: PaymentMethodsApi
  readonly productCategories: ProductCategoriesApi
  readonly products: ProductsApi
  readonly salesmen: SalesmenApi
  readonly taxExemptions: TaxExemptionsApi
  readonly taxes: TaxesApi
  readonly users: UsersApi
  readonly warehouses: WarehousesApi
}
