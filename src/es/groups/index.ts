import { type Operation, one } from '../operation.ts'
import { companies } from '../rows/company.ts'
import {
  type CompaniesApi,
  companiesOperations,
  type FiscalZonesApi,
  fiscalZonesOperations,
} from './companies.ts'
import { type CustomersApi, customersOperations } from './customers.ts'
import {
  type BillsOfLadingApi,
  type CreditNotesApi,
  type DocumentsApi,
  documentsOperations,
  type EstimatesApi,
  type InvoicesApi,
  type ProFormaInvoicesApi,
  type PurchaseOrdersApi,
  type ReceiptsApi,
  type SimplifiedInvoicesApi,
} from './documents.ts'
import {
  type BusinessAreasApi,
  type CountriesApi,
  type CurrenciesApi,
  type CurrencyExchangesApi,
  globalsOperations,
  type LanguagesApi,
  type TimezonesApi,
} from './globals.ts'
import { type HooksApi, hooksOperations } from './hooks.ts'
import { type InvoiceReceiptsApi, invoiceReceiptsOperations } from './invoice-receipts.ts'
import { type ProductCategoriesApi, productCategoriesOperations } from './product-categories.ts'
import { type ProductsApi, productsOperations } from './products.ts'
import { type PropertyGroupsApi, propertyGroupsOperations } from './property-groups.ts'
import {
  type DeliveryMethodsApi,
  type DocumentSetsApi,
  type GeographicZonesApi,
  type MaturityDatesApi,
  type MeasurementUnitsApi,
  type PaymentMethodsApi,
  type PriceClassesApi,
  settingsOperations,
  type TaxesApi,
  type WarehousesApi,
} from './settings.ts'
import { type StockMovementsApi, stockMovementsOperations } from './stock-movements.ts'

/** Every operation by group and method. */
export const operations = {
  ...documentsOperations,
  ...globalsOperations,
  ...settingsOperations,
  companies: companiesOperations,
  customers: customersOperations,
  fiscalZones: fiscalZonesOperations,
  hooks: hooksOperations,
  invoiceReceipts: invoiceReceiptsOperations,
  productCategories: productCategoriesOperations,
  products: productsOperations,
  propertyGroups: propertyGroupsOperations,
  stockMovements: stockMovementsOperations,
} satisfies { [G in keyof EsGroups]: { [M in keyof EsGroups[G]]: Operation } }

/** The one operation that is of no group. */
export const me = one('me', companies.me, {})

/** What Moloni Spain and Moloni ON offer, by kind of record. */
export interface EsGroups {
  readonly billsOfLading: BillsOfLadingApi
  readonly businessAreas: BusinessAreasApi
  readonly companies: CompaniesApi
  readonly countries: CountriesApi
  readonly creditNotes: CreditNotesApi
  readonly currencies: CurrenciesApi
  readonly currencyExchanges: CurrencyExchangesApi
  readonly customers: CustomersApi
  readonly deliveryMethods: DeliveryMethodsApi
  readonly documents: DocumentsApi
  readonly documentSets: DocumentSetsApi
  readonly estimates: EstimatesApi
  readonly fiscalZones: FiscalZonesApi
  readonly geographicZones: GeographicZonesApi
  readonly hooks: HooksApi
  /** @experimental All of it was seen on Moloni ON only. */
  readonly invoiceReceipts: InvoiceReceiptsApi
  readonly invoices: InvoicesApi
  readonly languages: LanguagesApi
  readonly maturityDates: MaturityDatesApi
  readonly measurementUnits: MeasurementUnitsApi
  readonly paymentMethods: PaymentMethodsApi
  readonly priceClasses: PriceClassesApi
  readonly productCategories: ProductCategoriesApi
  readonly products: ProductsApi
  readonly proFormaInvoices: ProFormaInvoicesApi
  readonly propertyGroups: PropertyGroupsApi
  readonly purchaseOrders: PurchaseOrdersApi
  readonly receipts: ReceiptsApi
  readonly simplifiedInvoices: SimplifiedInvoicesApi
  readonly stockMovements: StockMovementsApi
  readonly taxes: TaxesApi
  readonly timezones: TimezonesApi
  readonly warehouses: WarehousesApi
}
