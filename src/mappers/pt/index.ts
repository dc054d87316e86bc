export { type BillingContext, billingCustomer } from './billing-customer.ts'
export { type AccountRows, accountTables, catalogueProduct, roundingOf } from './catalogue.ts'
export { knownCountryId, knownLanguageId } from './codes.ts'
export { comparePlan } from './compare-plan.ts'
export { type CustomerDefaults, type CustomerInsertParams, customerInsert } from './customer-insert.ts'
export { customerUpdate } from './customer-update.ts'
export {
  type DocumentInsertParams,
  documentInsert,
  type InternalDocumentInsertParams,
  type InvoiceInsertParams,
  type InvoiceProductParams,
  type InvoiceReceiptInsertParams,
  type OrderProductParams,
  type PaymentParams,
  type PurchaseOrderInsertParams,
  referenceFieldOf,
} from './document-insert.ts'
export { employeeFromUser } from './employee.ts'
export { productToEntity } from './product.ts'
export { type ProductDefaults, type ProductInsertParams, productInsert } from './product-insert.ts'
export { productUpdate } from './product-update.ts'
export { relationFromCustomer } from './relation.ts'
export type {
  AddressRow,
  CountryRow,
  CustomerRow,
  DeductionRow,
  DocumentRow,
  PaymentMethodRow,
  ProductRow,
  ProductTaxRow,
  TaxExemptionRow,
  TaxRow,
  UserRow,
  WarehouseRow,
} from './rows.ts'
export { serviceSheetFromDocument } from './service-sheet.ts'
