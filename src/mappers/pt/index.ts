export { type BillingContext, billingCustomer } from './billing-customer.ts'
export { type AccountRows, accountTables, catalogueProduct, roundingOf } from './catalogue.ts'
export { comparePlan, type PlanComparison, type PlanDifference } from './compare-plan.ts'
export { type CustomerDefaults, type CustomerInsertParams, customerInsert } from './customer-insert.ts'
export { employeeFromUser } from './employee.ts'
export { type InvoiceInsertParams, type InvoiceProductParams, invoiceInsert } from './invoice-insert.ts'
export { type ProductContext, type ProductEntity, productToEntity } from './product.ts'
export { type ProductDefaults, type ProductInsertParams, productInsert } from './product-insert.ts'
export { type RelationContext, type RequiredField, relationFromCustomer } from './relation.ts'
export type {
  AddressRow,
  CountryRow,
  CustomerRow,
  DocumentRow,
  ProductRow,
  ProductTaxRow,
  TaxExemptionRow,
  TaxRow,
  UserRow,
  WarehouseRow,
} from './rows.ts'
