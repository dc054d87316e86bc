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
export type { CallOptions } from './caller.ts'
export { createPtClient, type PtClient, type PtClientOptions, type PtHooks } from './client.ts'
export { backToDraft, type Reopening } from './documents/back-to-draft.ts'
export { type Cancelling, cancelDocument } from './documents/cancel-document.ts'
export { type Closing, closeDocument } from './documents/close-document.ts'
export {
  type CreditRequest,
  type CreditSettlement,
  creditNoteFor,
  settleCreditNote,
} from './documents/credit-note-for.ts'
export type { DocumentGroup, DocumentOfGroup, DocumentRef } from './documents/document-group.ts'
export { type DocumentPdf, documentPdf, type PdfOptions } from './documents/document-pdf.ts'
export { type ReceiptRequest, receiptFor } from './documents/receipt-for.ts'
export { type RelatedDocuments, relatedDocuments } from './documents/related-documents.ts'
export { type Sending, sendByEmail } from './documents/send-by-email.ts'
export type { Done, DoneWithMessage, Kind, Saved } from './endpoint.ts'
export type { RawCall, RawCallOptions } from './escape-hatch.ts'
export type { Association, Payment, Recipient, SaleFields } from './families/document-fields.ts'
export type { DocumentFilter, GuideFilter, OfferFilter, PurchaseFilter } from './families/document-filters.ts'
export type { CreditLine, MovedLine, OrderLine, SaleLine } from './families/document-lines.ts'
export type {
  DocumentDetails,
  DocumentLine,
  DocumentLineTax,
  DocumentSummary,
} from './families/document-rows.ts'
export type {
  ById,
  DocumentChanges,
  DocumentLookups,
  DocumentReads,
  DocumentsOfKind,
  DocumentWrites,
} from './families/documents.ts'
export type { GlobalApi, GlobalTableApi, SinceMoment } from './families/global.ts'
export type { ListedDocuments, StatusFilter } from './families/listed-documents.ts'
export type { MBReference, WithMBReference } from './families/mb-reference.ts'
export type { Paged, PeopleApi, Search } from './families/people.ts'
export type { InCompany, SettingsApi, Since, TableApi } from './families/settings.ts'
export type { WithTransportCode } from './families/transport-code.ts'
export type {
  InsertedDocuments,
  UnconfirmedDocuments,
  UnconfirmedLookups,
  UnconfirmedUpdates,
  UnconfirmedWrites,
} from './families/unconfirmed-documents.ts'
export type { BankAccount, BankAccountFields, BankAccountsApi } from './groups/bank-accounts.ts'
export type { BillOfLadingFields, BillsOfLadingApi } from './groups/bills-of-lading.ts'
export type { CompaniesApi, Company, CompanyFields, CompanySummary } from './groups/companies.ts'
export type { CountriesApi, Country } from './groups/countries.ts'
export type { CreditNoteFields, CreditNotesApi } from './groups/credit-notes.ts'
export type { CurrenciesApi, Currency } from './groups/currencies.ts'
export type { CurrencyExchangeApi, ExchangeRate } from './groups/currency-exchange.ts'
export type {
  AlternateAddress,
  AlternateAddressFields,
  CustomerAlternateAddressesApi,
} from './groups/customer-alternate-addresses.ts'
export type { CustomerReturnNoteFields, CustomerReturnNotesApi } from './groups/customer-return-notes.ts'
export type { Customer, CustomerFields, CustomersApi } from './groups/customers.ts'
export type { DebitNoteFields, DebitNotesApi } from './groups/debit-notes.ts'
export type { Deduction, DeductionFields, DeductionsApi } from './groups/deductions.ts'
export type { DeliveryMethod, DeliveryMethodFields, DeliveryMethodsApi } from './groups/delivery-methods.ts'
export type { DeliveryNoteFields, DeliveryNoteFilter, DeliveryNotesApi } from './groups/delivery-notes.ts'
export type { DocumentModel, DocumentModelsApi } from './groups/document-models.ts'
export type { DocumentSet, DocumentSetFields, DocumentSetsApi } from './groups/document-sets.ts'
export type { BareDocument, DocumentsApi, DocumentType, OpenLine } from './groups/documents.ts'
export type {
  EconomicActivityClassificationCodesApi,
  EconomicActivityCode,
  EconomicActivityCodeFields,
} from './groups/economic-activity-classification-codes.ts'
export type { EstimateFields, EstimatesApi } from './groups/estimates.ts'
export type { FiscalZone, FiscalZonesApi } from './groups/fiscal-zones.ts'
export type {
  AddedZone,
  GeographicZone,
  GeographicZoneFields,
  GeographicZonesApi,
} from './groups/geographic-zones.ts'
export type { GlobalGuideFields, GlobalGuidesApi } from './groups/global-guides.ts'
export type {
  IdentificationTemplate,
  IdentificationTemplateFields,
  IdentificationTemplatesApi,
} from './groups/identification-templates.ts'
export type { PtGroups } from './groups/index.ts'
export type { InternalDocumentFields, InternalDocumentsApi } from './groups/internal-documents.ts'
export type { InvoiceReceiptsApi } from './groups/invoice-receipts.ts'
export type { InvoicesApi } from './groups/invoices.ts'
export type { Language, LanguagesApi } from './groups/languages.ts'
export type { MaturityDate, MaturityDateFields, MaturityDatesApi } from './groups/maturity-dates.ts'
export type { MBGateway, MBGatewaysApi } from './groups/mb-gateways.ts'
export type {
  MeasurementUnit,
  MeasurementUnitFields,
  MeasurementUnitsApi,
} from './groups/measurement-units.ts'
export type { MigratedBalancesCreditNotesApi } from './groups/migrated-balances-credit-notes.ts'
export type { MigratedBalancesInvoicesApi } from './groups/migrated-balances-invoices.ts'
export type { MigratedBalancesReceiptsApi } from './groups/migrated-balances-receipts.ts'
export type {
  OwnAssetsMovementGuideFields,
  OwnAssetsMovementGuidesApi,
} from './groups/own-assets-movement-guides.ts'
export type { PaymentMethod, PaymentMethodFields, PaymentMethodsApi } from './groups/payment-methods.ts'
export type { PaymentReturnFields, PaymentReturnsApi } from './groups/payment-returns.ts'
export type { PriceClass, PriceClassesApi, PriceClassFields } from './groups/price-classes.ts'
export type { ProFormaInvoicesApi } from './groups/pro-forma-invoices.ts'
export type {
  ProductCategoriesApi,
  ProductCategory,
  ProductCategoryFields,
} from './groups/product-categories.ts'
export type {
  ProductPropertiesApi,
  ProductProperty,
  ProductPropertyFields,
} from './groups/product-properties.ts'
export type {
  ProductStocksApi,
  StockMovement,
  StockMovementFields,
  StockMovementFilter,
  WarehouseMove,
} from './groups/product-stocks.ts'
export type {
  LastCostPrice,
  Product,
  ProductFields,
  ProductsApi,
  ProductTax,
  WithInvisible,
} from './groups/products.ts'
export type { PurchaseOrderApi, PurchaseOrderFields, PurchaseOrderFilter } from './groups/purchase-order.ts'
export type { ReceiptFields, ReceiptsApi } from './groups/receipts.ts'
export type {
  SalesPendingApi,
  SalesPendingByClient,
  SalesPendingByDate,
  SalesPendingFilter,
} from './groups/sales-pending.ts'
export type { Salesman, SalesmanFields, SalesmenApi } from './groups/salesmen.ts'
export type { SettlementNotesApi } from './groups/settlement-notes.ts'
export type { SimplifiedInvoicesApi } from './groups/simplified-invoices.ts'
export type { PricedMovementFields, StockMovementsApi } from './groups/stock-movements.ts'
export type { Subscription, SubscriptionApi } from './groups/subscription.ts'
export type { SupplierCreditNoteFields, SupplierCreditNotesApi } from './groups/supplier-credit-notes.ts'
export type { SupplierDebitNoteFields, SupplierDebitNotesApi } from './groups/supplier-debit-notes.ts'
export type {
  SupplierInvoiceFields,
  SupplierInvoiceFilter,
  SupplierInvoicesApi,
} from './groups/supplier-invoices.ts'
export type {
  SupplierPurchaseOrderApi,
  SupplierPurchaseOrderFields,
} from './groups/supplier-purchase-order.ts'
export type {
  SupplierReceiptFields,
  SupplierReceiptFilter,
  SupplierReceiptsApi,
} from './groups/supplier-receipts.ts'
export type { SupplierReturnNoteFields, SupplierReturnNotesApi } from './groups/supplier-return-notes.ts'
export type {
  SupplierSimplifiedInvoiceFields,
  SupplierSimplifiedInvoicesApi,
} from './groups/supplier-simplified-invoices.ts'
export type {
  SupplierWarrantyRequestFields,
  SupplierWarrantyRequestsApi,
} from './groups/supplier-warranty-requests.ts'
export type { Supplier, SupplierFields, SuppliersApi } from './groups/suppliers.ts'
export type { TaxExemption, TaxExemptionsApi } from './groups/tax-exemptions.ts'
export type { Tax, TaxesApi, TaxFields, TaxFilter } from './groups/taxes.ts'
export type { Me, SignedUp, User, UsersApi } from './groups/users.ts'
export type { Vehicle, VehicleFields, VehiclesApi } from './groups/vehicles.ts'
export type { Warehouse, WarehouseFields, WarehousesApi } from './groups/warehouses.ts'
export type { WaybillFields, WaybillsApi } from './groups/waybills.ts'
export type { ListOptions, Page, PagesOptions, RowList } from './row-list.ts'
