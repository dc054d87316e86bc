export { type EsAccountRows, esAccountTables } from './account.ts'
export { type EsBillingContext, esBillingCustomer } from './billing-customer.ts'
export { esCatalogueProduct } from './catalogue.ts'
export { categoryFromEsCategory, type EsCategoryContext } from './category.ts'
export type { EsPlatform } from './codes.ts'
export { compareEsPlan } from './compare-plan.ts'
export { esCustomerChange } from './customer-change.ts'
export {
  type EsCustomerDefaults,
  type EsCustomerInsertParams,
  type EsCustomerUpdateOptions,
  type EsCustomerUpdateParams,
  esCustomerInsert,
  esCustomerUpdate,
} from './customer-insert.ts'
export {
  type EsDocumentInsertParams,
  type EsDocumentKind,
  type EsDocumentParams,
  type EsDocumentProductParams,
  type EsInvoiceReceiptInsertParams,
  type EsPaymentParams,
  esDocumentInsert,
} from './document-insert.ts'
export { type EsProductContext, entityFromEsProduct } from './product.ts'
export { esProductChange } from './product-change.ts'
export {
  type EsProductDefaults,
  type EsProductInsertParams,
  type EsProductUpdateParams,
  esProductInsert,
  esProductUpdate,
} from './product-insert.ts'
export { type EsRelationContext, relationFromEsCustomer } from './relation.ts'
export type {
  EsAddressRow,
  EsCategoryRow,
  EsCompanyRow,
  EsCountryRow,
  EsCustomerRow,
  EsDocumentRow,
  EsIdentificationRow,
  EsMeasurementUnitRow,
  EsPaymentMethodRow,
  EsProductRow,
  EsProductTaxRow,
  EsTaxRow,
  EsTaxSettingsRow,
  EsWarehouseRow,
} from './rows.ts'
