export type {
  BadRow,
  BudgetOptions,
  Drift,
  Fetch,
  RequestInfo,
  ResponseInfo,
  RetryOptions,
} from '../http/index.ts'
export type { AccessTokens } from '../oauth/access.ts'
export type { Deleted, OneOfSeveral } from './answer.ts'
export { createEsClient, type EsClient, type EsClientOptions, type EsHooks } from './client.ts'
export {
  type DocumentGroup,
  type DocumentOfGroup,
  type DocumentPdf,
  documentPdf,
  type PdfOptions,
} from './documents/document-pdf.ts'
export type { EsRequest, RequestOptions } from './escape-hatch.ts'
export type { DocumentFiles, DocumentMails, DocumentReads, NullifiesOnOn } from './families/documents.ts'
export type {
  Creates,
  DeletesOnOn,
  FieldNames,
  Gets,
  GlobalLists,
  GlobalReads,
  Listing,
  ListOptions,
  Lists,
  OwnRow,
  Reads,
  Selecting,
  Updates,
} from './families/records.ts'
export type { Comparison, Filter, Order, Search } from './filters.ts'
export type { CompaniesApi, FiscalZonesApi, MeApi } from './groups/companies.ts'
export type { CustomersApi } from './groups/customers.ts'
export type {
  BillsOfLadingApi,
  CreditNotesApi,
  DocumentsApi,
  EstimatesApi,
  InvoicesApi,
  ProFormaInvoicesApi,
  PurchaseOrdersApi,
  ReceiptsApi,
  SimplifiedInvoicesApi,
} from './groups/documents.ts'
export type {
  BusinessAreasApi,
  CountriesApi,
  CurrenciesApi,
  CurrencyExchangesApi,
  LanguagesApi,
  TimezonesApi,
} from './groups/globals.ts'
export type { HooksApi } from './groups/hooks.ts'
export type { EsGroups } from './groups/index.ts'
export type { InvoiceReceiptsApi } from './groups/invoice-receipts.ts'
export type { ProductCategoriesApi } from './groups/product-categories.ts'
export type { ProductListOptions, ProductsApi } from './groups/products.ts'
export type { PropertyGroupsApi } from './groups/property-groups.ts'
export type {
  DeliveryMethodsApi,
  DocumentSetsApi,
  GeographicZonesApi,
  MaturityDatesApi,
  MeasurementUnitsApi,
  PaymentMethodsApi,
  PriceClassesApi,
  TaxesApi,
  WarehousesApi,
} from './groups/settings.ts'
export type { StockMovementsApi } from './groups/stock-movements.ts'
export type { CallOptions, CompanyCallOptions, Translated } from './options.ts'
export type { EsPlatform } from './platform-gate.ts'
export type { EsProbes } from './probe.ts'
export type { Page, PagesOptions, Paging, RowList } from './row-list.ts'
export {
  type Company,
  type CompanySummary,
  companyFields,
  type Me,
  type TaxSettings,
} from './rows/company.ts'
export { type Customer, customerFields } from './rows/customer.ts'
export {
  type AnyDocument,
  type CreditNote,
  type Document,
  documentFields,
  type FileToken,
  type Receipt,
} from './rows/document.ts'
export type { BusinessArea, Country, Currency, CurrencyExchange, Language, Timezone } from './rows/global.ts'
export type { Hook, HookModelOperations } from './rows/hook.ts'
export type { DocumentMail, LogEntry, MailRecipient, NextNumber } from './rows/invoice-receipt.ts'
export {
  type Product,
  type ProductCategory,
  type PropertyGroup,
  productFields,
  type StockMovement,
} from './rows/product.ts'
export {
  type DeliveryMethod,
  type DocumentSet,
  type GeographicZone,
  type MaturityDate,
  type MeasurementUnit,
  type PaymentMethod,
  type PriceClass,
  type Tax,
  taxFields,
  type Warehouse,
} from './rows/settings.ts'
export type { Selects } from './select/selects.ts'
export type {
  CompanyRead,
  CompanySignUpBusinessAreaInput,
  CompanySignUpInput,
  FiscalZoneTaxSettings,
  MeRead,
} from './types/company.ts'
export type {
  BillsOfLadingInsert,
  BillsOfLadingUpdate,
  CreditNoteInsert,
  DocumentPaymentMethodInput,
  DocumentProductInput,
  DocumentProductTaxInput,
  DocumentTicketBAIInput,
  EstimateInsert,
  EstimateUpdate,
  InvoiceInsert,
  InvoiceReceiptBulkInsert,
  InvoiceReceiptInsert,
  InvoiceReceiptUpdate,
  InvoiceUpdate,
  ProFormaInvoiceInsert,
  ProFormaInvoiceUpdate,
  PurchaseOrderInsert,
  PurchaseOrderUpdate,
  ReceiptInsert,
  ReceiptUpdate,
  RelatedDocumentInput,
  SimplifiedInvoiceInsert,
  SimplifiedInvoiceUpdate,
} from './types/document-inputs.ts'
export type {
  BillsOfLadingRead,
  CreditNoteRead,
  DocumentMailRead,
  DocumentNextNumberRead,
  DocumentRead,
  DocumentSetRead,
  EstimateRead,
  FileTokenRead,
  InvoiceRead,
  InvoiceReceiptRead,
  LogRead,
  MailData,
  MailRecipientInput,
  ProFormaInvoiceRead,
  PurchaseOrderRead,
  ReceiptRead,
  RecipientRead,
  SimplifiedInvoiceRead,
} from './types/documents.ts'
export type {
  BusinessAreaFieldNames,
  CompanyFieldNames,
  CountryFieldNames,
  CreditNoteFieldNames,
  CurrencyExchangeFieldNames,
  CurrencyFieldNames,
  CustomerFieldNames,
  DeliveryMethodFieldNames,
  DocumentFieldNames,
  DocumentSetFieldNames,
  EstimateFieldNames,
  GeographicZoneFieldNames,
  HookFieldNames,
  InvoiceFieldNames,
  InvoiceReceiptFieldNames,
  LanguageFieldNames,
  MaturityDateFieldNames,
  MeasurementUnitFieldNames,
  PaymentMethodFieldNames,
  PriceClassFieldNames,
  ProductCategoryFieldNames,
  ProductFieldNames,
  ProFormaInvoiceFieldNames,
  PropertyGroupFieldNames,
  PurchaseOrderFieldNames,
  ReceiptFieldNames,
  SimplifiedInvoiceFieldNames,
  TaxFieldNames,
  TimezoneFieldNames,
  WarehouseFieldNames,
} from './types/lists.ts'
export type {
  AlternateAddressInsert,
  AlternateAddressUpdate,
  CustomerDocumentTypeCopyInsert,
  CustomerDocumentTypeCopyUpdate,
  CustomerInsert,
  CustomerRead,
  CustomerTaxInsert,
  CustomerUpdate,
} from './types/parties.ts'
export type {
  MeasurementUnitInsert,
  MeasurementUnitRead,
  PriceClassInsert,
  PriceClassRead,
  ProductATInsert,
  ProductCategoryInsert,
  ProductCategoryRead,
  ProductCustomField,
  ProductIdentification,
  ProductInsert,
  ProductPriceClassAssociation,
  ProductPropertyPairInput,
  ProductRead,
  ProductSupplierAssociation,
  ProductTaxAssociation,
  ProductUpdate,
  ProductVariantInsert,
  ProductVariantUpdate,
  ProductWarehouseInsertAssociation,
  PropertyGroupInsert,
  PropertyGroupRead,
  PropertyGroupUpdate,
  PropertyInsert,
  PropertyUpdate,
  PropertyValueInsert,
  PropertyValueUpdate,
  StockMovementManualInsert,
  StockMovementRead,
  WarehouseRead,
} from './types/products.ts'
export type {
  BusinessAreaRead,
  CountryRead,
  CurrencyExchangeRead,
  CurrencyRead,
  DeliveryMethodInsert,
  DeliveryMethodRead,
  GeographicZoneRead,
  HookInsert,
  HookModelOperationsRead,
  HookRead,
  LanguageRead,
  MaturityDateRead,
  PaymentMethodInsert,
  PaymentMethodRead,
  TaxInsert,
  TaxRead,
  TimezoneRead,
} from './types/settings.ts'
