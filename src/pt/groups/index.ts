import { type BankAccountsApi, bankAccountsEndpoints } from './bank-accounts.ts'
import { type BillsOfLadingApi, billsOfLadingEndpoints } from './bills-of-lading.ts'
import { type CompaniesApi, companiesEndpoints } from './companies.ts'
import { type CountriesApi, countriesEndpoints } from './countries.ts'
import { type CreditNotesApi, creditNotesEndpoints } from './credit-notes.ts'
import { type CurrenciesApi, currenciesEndpoints } from './currencies.ts'
import { type CurrencyExchangeApi, currencyExchangeEndpoints } from './currency-exchange.ts'
import {
  type CustomerAlternateAddressesApi,
  customerAlternateAddressesEndpoints,
} from './customer-alternate-addresses.ts'
import { type CustomerReturnNotesApi, customerReturnNotesEndpoints } from './customer-return-notes.ts'
import { type CustomersApi, customersEndpoints } from './customers.ts'
import { type DebitNotesApi, debitNotesEndpoints } from './debit-notes.ts'
import { type DeductionsApi, deductionsEndpoints } from './deductions.ts'
import { type DeliveryMethodsApi, deliveryMethodsEndpoints } from './delivery-methods.ts'
import { type DeliveryNotesApi, deliveryNotesEndpoints } from './delivery-notes.ts'
import { type DocumentModelsApi, documentModelsEndpoints } from './document-models.ts'
import { type DocumentSetsApi, documentSetsEndpoints } from './document-sets.ts'
import { type DocumentsApi, documentsEndpoints } from './documents.ts'
import {
  type EconomicActivityClassificationCodesApi,
  economicActivityClassificationCodesEndpoints,
} from './economic-activity-classification-codes.ts'
import { type EstimatesApi, estimatesEndpoints } from './estimates.ts'
import { type FiscalZonesApi, fiscalZonesEndpoints } from './fiscal-zones.ts'
import { type GeographicZonesApi, geographicZonesEndpoints } from './geographic-zones.ts'
import { type GlobalGuidesApi, globalGuidesEndpoints } from './global-guides.ts'
import {
  type IdentificationTemplatesApi,
  identificationTemplatesEndpoints,
} from './identification-templates.ts'
import { type InternalDocumentsApi, internalDocumentsEndpoints } from './internal-documents.ts'
import { type InvoiceReceiptsApi, invoiceReceiptsEndpoints } from './invoice-receipts.ts'
import { type InvoicesApi, invoicesEndpoints } from './invoices.ts'
import { type LanguagesApi, languagesEndpoints } from './languages.ts'
import { type MaturityDatesApi, maturityDatesEndpoints } from './maturity-dates.ts'
import { type MBGatewaysApi, mBGatewaysEndpoints } from './mb-gateways.ts'
import { type MeasurementUnitsApi, measurementUnitsEndpoints } from './measurement-units.ts'
import {
  type MigratedBalancesCreditNotesApi,
  migratedBalancesCreditNotesEndpoints,
} from './migrated-balances-credit-notes.ts'
import {
  type MigratedBalancesInvoicesApi,
  migratedBalancesInvoicesEndpoints,
} from './migrated-balances-invoices.ts'
import {
  type MigratedBalancesReceiptsApi,
  migratedBalancesReceiptsEndpoints,
} from './migrated-balances-receipts.ts'
import {
  type OwnAssetsMovementGuidesApi,
  ownAssetsMovementGuidesEndpoints,
} from './own-assets-movement-guides.ts'
import { type PaymentMethodsApi, paymentMethodsEndpoints } from './payment-methods.ts'
import { type PaymentReturnsApi, paymentReturnsEndpoints } from './payment-returns.ts'
import { type PriceClassesApi, PriceClassesEndpoints } from './price-classes.ts'
import { type ProFormaInvoicesApi, proFormaInvoicesEndpoints } from './pro-forma-invoices.ts'
import { type ProductCategoriesApi, productCategoriesEndpoints } from './product-categories.ts'
import { type ProductPropertiesApi, productPropertiesEndpoints } from './product-properties.ts'
import { type ProductStocksApi, productStocksEndpoints } from './product-stocks.ts'
import { type ProductsApi, productsEndpoints } from './products.ts'
import { type PurchaseOrderApi, purchaseOrderEndpoints } from './purchase-order.ts'
import { type ReceiptsApi, receiptsEndpoints } from './receipts.ts'
import { type SalesPendingApi, SalesPendingEndpoints } from './sales-pending.ts'
import { type SalesmenApi, salesmenEndpoints } from './salesmen.ts'
import { type SettlementNotesApi, settlementNotesEndpoints } from './settlement-notes.ts'
import { type SimplifiedInvoicesApi, simplifiedInvoicesEndpoints } from './simplified-invoices.ts'
import { type StockMovementsApi, stockMovementsEndpoints } from './stock-movements.ts'
import { type SubscriptionApi, subscriptionEndpoints } from './subscription.ts'
import { type SupplierCreditNotesApi, supplierCreditNotesEndpoints } from './supplier-credit-notes.ts'
import { type SupplierDebitNotesApi, supplierDebitNotesEndpoints } from './supplier-debit-notes.ts'
import { type SupplierInvoicesApi, supplierInvoicesEndpoints } from './supplier-invoices.ts'
import { type SupplierPurchaseOrderApi, supplierPurchaseOrderEndpoints } from './supplier-purchase-order.ts'
import { type SupplierReceiptsApi, supplierReceiptsEndpoints } from './supplier-receipts.ts'
import { type SupplierReturnNotesApi, supplierReturnNotesEndpoints } from './supplier-return-notes.ts'
import {
  type SupplierSimplifiedInvoicesApi,
  supplierSimplifiedInvoicesEndpoints,
} from './supplier-simplified-invoices.ts'
import {
  type SupplierWarrantyRequestsApi,
  supplierWarrantyRequestsEndpoints,
} from './supplier-warranty-requests.ts'
import { type SuppliersApi, suppliersEndpoints } from './suppliers.ts'
import { type TaxExemptionsApi, taxExemptionsEndpoints } from './tax-exemptions.ts'
import { type TaxesApi, taxesEndpoints } from './taxes.ts'
import { type UsersApi, usersEndpoints } from './users.ts'
import { type VehiclesApi, vehiclesEndpoints } from './vehicles.ts'
import { type WarehousesApi, warehousesEndpoints } from './warehouses.ts'
import { type WaybillsApi, waybillsEndpoints } from './waybills.ts'

/** Every endpoint by group and method, under the names of the wire. */
export const endpoints = {
  bankAccounts: bankAccountsEndpoints,
  billsOfLading: billsOfLadingEndpoints,
  companies: companiesEndpoints,
  countries: countriesEndpoints,
  creditNotes: creditNotesEndpoints,
  currencies: currenciesEndpoints,
  currencyExchange: currencyExchangeEndpoints,
  customerAlternateAddresses: customerAlternateAddressesEndpoints,
  customerReturnNotes: customerReturnNotesEndpoints,
  customers: customersEndpoints,
  debitNotes: debitNotesEndpoints,
  deductions: deductionsEndpoints,
  deliveryMethods: deliveryMethodsEndpoints,
  deliveryNotes: deliveryNotesEndpoints,
  documentModels: documentModelsEndpoints,
  documents: documentsEndpoints,
  documentSets: documentSetsEndpoints,
  economicActivityClassificationCodes: economicActivityClassificationCodesEndpoints,
  estimates: estimatesEndpoints,
  fiscalZones: fiscalZonesEndpoints,
  geographicZones: geographicZonesEndpoints,
  globalGuides: globalGuidesEndpoints,
  identificationTemplates: identificationTemplatesEndpoints,
  internalDocuments: internalDocumentsEndpoints,
  invoiceReceipts: invoiceReceiptsEndpoints,
  invoices: invoicesEndpoints,
  languages: languagesEndpoints,
  maturityDates: maturityDatesEndpoints,
  mBGateways: mBGatewaysEndpoints,
  measurementUnits: measurementUnitsEndpoints,
  migratedBalancesCreditNotes: migratedBalancesCreditNotesEndpoints,
  migratedBalancesInvoices: migratedBalancesInvoicesEndpoints,
  migratedBalancesReceipts: migratedBalancesReceiptsEndpoints,
  ownAssetsMovementGuides: ownAssetsMovementGuidesEndpoints,
  paymentMethods: paymentMethodsEndpoints,
  paymentReturns: paymentReturnsEndpoints,
  PriceClasses: PriceClassesEndpoints,
  productCategories: productCategoriesEndpoints,
  productProperties: productPropertiesEndpoints,
  products: productsEndpoints,
  productStocks: productStocksEndpoints,
  proFormaInvoices: proFormaInvoicesEndpoints,
  purchaseOrder: purchaseOrderEndpoints,
  receipts: receiptsEndpoints,
  salesmen: salesmenEndpoints,
  SalesPending: SalesPendingEndpoints,
  settlementNotes: settlementNotesEndpoints,
  simplifiedInvoices: simplifiedInvoicesEndpoints,
  stockMovements: stockMovementsEndpoints,
  subscription: subscriptionEndpoints,
  supplierCreditNotes: supplierCreditNotesEndpoints,
  supplierDebitNotes: supplierDebitNotesEndpoints,
  supplierInvoices: supplierInvoicesEndpoints,
  supplierPurchaseOrder: supplierPurchaseOrderEndpoints,
  supplierReceipts: supplierReceiptsEndpoints,
  supplierReturnNotes: supplierReturnNotesEndpoints,
  suppliers: suppliersEndpoints,
  supplierSimplifiedInvoices: supplierSimplifiedInvoicesEndpoints,
  supplierWarrantyRequests: supplierWarrantyRequestsEndpoints,
  taxes: taxesEndpoints,
  taxExemptions: taxExemptionsEndpoints,
  users: usersEndpoints,
  vehicles: vehiclesEndpoints,
  warehouses: warehousesEndpoints,
  waybills: waybillsEndpoints,
}

/** The groups of Moloni's interface, under the names of the wire. */
export interface PtGroups {
  readonly bankAccounts: BankAccountsApi
  readonly billsOfLading: BillsOfLadingApi
  readonly companies: CompaniesApi
  readonly countries: CountriesApi
  readonly creditNotes: CreditNotesApi
  readonly currencies: CurrenciesApi
  readonly currencyExchange: CurrencyExchangeApi
  readonly customerAlternateAddresses: CustomerAlternateAddressesApi
  readonly customerReturnNotes: CustomerReturnNotesApi
  readonly customers: CustomersApi
  readonly debitNotes: DebitNotesApi
  readonly deductions: DeductionsApi
  readonly deliveryMethods: DeliveryMethodsApi
  readonly deliveryNotes: DeliveryNotesApi
  readonly documentModels: DocumentModelsApi
  readonly documents: DocumentsApi
  readonly documentSets: DocumentSetsApi
  readonly economicActivityClassificationCodes: EconomicActivityClassificationCodesApi
  readonly estimates: EstimatesApi
  readonly fiscalZones: FiscalZonesApi
  readonly geographicZones: GeographicZonesApi
  readonly globalGuides: GlobalGuidesApi
  readonly identificationTemplates: IdentificationTemplatesApi
  readonly internalDocuments: InternalDocumentsApi
  readonly invoiceReceipts: InvoiceReceiptsApi
  readonly invoices: InvoicesApi
  readonly languages: LanguagesApi
  readonly maturityDates: MaturityDatesApi
  readonly mBGateways: MBGatewaysApi
  readonly measurementUnits: MeasurementUnitsApi
  readonly migratedBalancesCreditNotes: MigratedBalancesCreditNotesApi
  readonly migratedBalancesInvoices: MigratedBalancesInvoicesApi
  readonly migratedBalancesReceipts: MigratedBalancesReceiptsApi
  readonly ownAssetsMovementGuides: OwnAssetsMovementGuidesApi
  readonly paymentMethods: PaymentMethodsApi
  readonly paymentReturns: PaymentReturnsApi
  readonly PriceClasses: PriceClassesApi
  readonly productCategories: ProductCategoriesApi
  readonly productProperties: ProductPropertiesApi
  readonly products: ProductsApi
  readonly productStocks: ProductStocksApi
  readonly proFormaInvoices: ProFormaInvoicesApi
  readonly purchaseOrder: PurchaseOrderApi
  readonly receipts: ReceiptsApi
  readonly salesmen: SalesmenApi
  readonly SalesPending: SalesPendingApi
  readonly settlementNotes: SettlementNotesApi
  readonly simplifiedInvoices: SimplifiedInvoicesApi
  readonly stockMovements: StockMovementsApi
  readonly subscription: SubscriptionApi
  readonly supplierCreditNotes: SupplierCreditNotesApi
  readonly supplierDebitNotes: SupplierDebitNotesApi
  readonly supplierInvoices: SupplierInvoicesApi
  readonly supplierPurchaseOrder: SupplierPurchaseOrderApi
  readonly supplierReceipts: SupplierReceiptsApi
  readonly supplierReturnNotes: SupplierReturnNotesApi
  readonly suppliers: SuppliersApi
  readonly supplierSimplifiedInvoices: SupplierSimplifiedInvoicesApi
  readonly supplierWarrantyRequests: SupplierWarrantyRequestsApi
  readonly taxes: TaxesApi
  readonly taxExemptions: TaxExemptionsApi
  readonly users: UsersApi
  readonly vehicles: VehiclesApi
  readonly warehouses: WarehousesApi
  readonly waybills: WaybillsApi
}
