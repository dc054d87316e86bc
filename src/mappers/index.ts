export type { BillableLine } from './billable-line.ts'
export { billableLines, type LineSettings } from './billable-lines.ts'
export type {
  AccountTables,
  AccountTax,
  AccountWithholding,
  BillingCustomer,
  CatalogueProduct,
  CatalogueTax,
} from './catalogue.ts'
export { collectiveLines } from './collective-lines.ts'
export { composeDocument } from './compose-document.ts'
export type { ComposeInput } from './compose-input.ts'
export { addDays, type DateInput, type DocumentDates, daysBetween, documentDates, workDay } from './dates.ts'
export { chosenKinds, type DocumentChoice, documentChoice } from './document-choice.ts'
export type { ReferenceField } from './document-references.ts'
export { documentReferences } from './document-references.ts'
export { type Eligibility, eligible, type SkipReason } from './eligibility.ts'
export {
  categoryFromEsCategory,
  compareEsPlan,
  type EsAccountRows,
  type EsAddressRow,
  type EsBillingContext,
  type EsCategoryContext,
  type EsCategoryRow,
  type EsCompanyRow,
  type EsCountryRow,
  type EsCustomerDefaults,
  type EsCustomerInsertParams,
  type EsCustomerRow,
  type EsCustomerUpdateOptions,
  type EsCustomerUpdateParams,
  type EsDocumentInsertParams,
  type EsDocumentKind,
  type EsDocumentParams,
  type EsDocumentProductParams,
  type EsDocumentRow,
  type EsIdentificationRow,
  type EsInvoiceReceiptInsertParams,
  type EsMeasurementUnitRow,
  type EsPaymentMethodRow,
  type EsPaymentParams,
  type EsPlatform,
  type EsProductContext,
  type EsProductDefaults,
  type EsProductInsertParams,
  type EsProductRow,
  type EsProductTaxRow,
  type EsProductUpdateParams,
  type EsRelationContext,
  type EsTaxRow,
  type EsTaxSettingsRow,
  type EsWarehouseRow,
  entityFromEsProduct,
  esAccountTables,
  esBillingCustomer,
  esCatalogueProduct,
  esCustomerInsert,
  esCustomerUpdate,
  esDocumentInsert,
  esProductInsert,
  esProductUpdate,
  relationFromEsCustomer,
} from './es/index.ts'
export { fiscalZone, type Place, UNKNOWN_POSTAL_CODE } from './fiscal-zone.ts'
export { isHourUnit, type Unit } from './hour-units.ts'
export {
  billedHours,
  type CodedPeriod,
  type HourGroup,
  type HourRules,
  type HourSettings,
  hoursText,
  roundMinutes,
} from './hours.ts'
export type { PlanComparison, PlanDifference } from './plan-comparison.ts'
export { type PaymentInput, planPayments } from './plan-payments.ts'
export type { ProductContext, ProductEntity } from './product-entity.ts'
export { productReferences } from './product-references.ts'
export { type ProductVat, type ProductVatChoice, productVat } from './product-vat.ts'
export {
  type AccountRows,
  type AddressRow,
  accountTables,
  type BillingContext,
  billingCustomer,
  type CountryRow,
  type CustomerDefaults,
  type CustomerInsertParams,
  type CustomerRow,
  catalogueProduct,
  comparePlan,
  customerInsert,
  type DeductionRow,
  type DocumentInsertParams,
  type DocumentRow,
  documentInsert,
  employeeFromUser,
  type InternalDocumentInsertParams,
  type InvoiceInsertParams,
  type InvoiceProductParams,
  type InvoiceReceiptInsertParams,
  type OrderProductParams,
  type PaymentMethodRow,
  type PaymentParams,
  type ProductDefaults,
  type ProductInsertParams,
  type ProductRow,
  type ProductTaxRow,
  type PurchaseOrderInsertParams,
  productInsert,
  productToEntity,
  referenceFieldOf,
  relationFromCustomer,
  roundingOf,
  type TaxExemptionRow,
  type TaxRow,
  type UserRow,
  type WarehouseRow,
} from './pt/index.ts'
export type { RelationContext, RequiredField } from './relation.ts'
export { type BilledParty, selectParty } from './select-party.ts'
export {
  FINAL_CONSUMER,
  isCompanyNif,
  isCompanyTaxNumber,
  isMatchableTaxNumber,
  isValidNif,
  isValidTaxNumber,
  normaliseTaxNumber,
} from './tax-number.ts'
export { documentTotals, lineNetCents, type TotalLine } from './totals.ts'
export { type DecidedVat, decideVat, type VatInput } from './vat.ts'
export { namesWithholding } from './withholding.ts'
export { materialOfLine, relationOfParty } from './work-order-records.ts'
