export type { BudgetOptions, Fetch, RequestInfo, ResponseInfo, RetryOptions } from '../http/index.ts'
export type { AccessTokens } from './access.ts'
export type { BadRow } from './answer.ts'
export type { CallOptions } from './caller.ts'
export { createPtClient, type PtClient, type PtClientOptions, type PtHooks } from './client.ts'
export type { Drift } from './drift.ts'
export type { Done, DoneWithMessage, Kind, Saved } from './endpoint.ts'
export type { RawCall, RawCallOptions } from './escape-hatch.ts'
export type { SaleFields } from './families/document-fields.ts'
export type {
  DocumentDetails,
  DocumentLine,
  DocumentLineTax,
  DocumentSummary,
} from './families/document-rows.ts'
export type { DocumentFilter, DocumentReads, DocumentsOfKind } from './families/documents.ts'
export type { GlobalApi, SinceMoment } from './families/global.ts'
export type { Paged, PeopleApi, Search } from './families/people.ts'
export type { InCompany, SettingsApi, Since } from './families/settings.ts'
export type { CompaniesApi, Company, CompanyFields, CompanySummary } from './groups/companies.ts'
export type { CountriesApi, Country } from './groups/countries.ts'
export type { Customer, CustomerFields, CustomersApi } from './groups/customers.ts'
export type { DeliveryMethod, DeliveryMethodFields, DeliveryMethodsApi } from './groups/delivery-methods.ts'
export type { DocumentSet, DocumentSetFields, DocumentSetsApi } from './groups/document-sets.ts'
export type { BareDocument, DocumentsApi, DocumentType, OpenLine } from './groups/documents.ts'
export type { FiscalZone, FiscalZonesApi } from './groups/fiscal-zones.ts'
export type { PtGroups } from './groups/index.ts'
export type { InvoicesApi, MBReference } from './groups/invoices.ts'
export type { Language, LanguagesApi } from './groups/languages.ts'
export type { MaturityDate, MaturityDateFields, MaturityDatesApi } from './groups/maturity-dates.ts'
export type {
  MeasurementUnit,
  MeasurementUnitFields,
  MeasurementUnitsApi,
} from './groups/measurement-units.ts'
export type { PaymentMethod, PaymentMethodFields, PaymentMethodsApi } from './groups/payment-methods.ts'
export type {
  ProductCategoriesApi,
  ProductCategory,
  ProductCategoryFields,
} from './groups/product-categories.ts'
export type {
  LastCostPrice,
  Product,
  ProductFields,
  ProductsApi,
  ProductTax,
  WithInvisible,
} from './groups/products.ts'
export type { Salesman, SalesmanFields, SalesmenApi } from './groups/salesmen.ts'
export type { TaxExemption, TaxExemptionsApi } from './groups/tax-exemptions.ts'
export type { Tax, TaxesApi, TaxFields, TaxFilter } from './groups/taxes.ts'
export type { Me, SignedUp, User, UsersApi } from './groups/users.ts'
export type { Warehouse, WarehouseFields, WarehousesApi } from './groups/warehouses.ts'
export type { ListOptions, Page, PagesOptions, RowList } from './row-list.ts'
