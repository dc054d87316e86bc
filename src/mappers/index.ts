export type { BillableLine } from './billable-line.ts'
export { billableLines, type LineSettings } from './billable-lines.ts'
export type {
  AccountTables,
  AccountTax,
  BillingCustomer,
  CatalogueProduct,
  CatalogueTax,
} from './catalogue.ts'
export { type ComposeInput, composeDocument } from './compose-document.ts'
export { addDays, type DateInput, type DocumentDates, daysBetween, documentDates, workDay } from './dates.ts'
export { chosenKinds, type DocumentChoice, documentChoice } from './document-choice.ts'
export { type Eligibility, eligible, type SkipReason } from './eligibility.ts'
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
  type DocumentRow,
  employeeFromUser,
  type InvoiceInsertParams,
  type InvoiceProductParams,
  invoiceInsert,
  type PlanComparison,
  type PlanDifference,
  type ProductContext,
  type ProductDefaults,
  type ProductEntity,
  type ProductInsertParams,
  type ProductRow,
  type ProductTaxRow,
  productInsert,
  productToEntity,
  type RelationContext,
  type RequiredField,
  relationFromCustomer,
  roundingOf,
  type TaxExemptionRow,
  type TaxRow,
  type UserRow,
  type WarehouseRow,
} from './pt/index.ts'
export { type BilledParty, selectParty } from './select-party.ts'
export {
  FINAL_CONSUMER,
  isCompanyNif,
  isMatchableTaxNumber,
  isValidNif,
  normaliseTaxNumber,
} from './tax-number.ts'
export { documentTotals, lineNetCents, type TotalLine } from './totals.ts'
export { type DecidedVat, decideVat, type VatInput } from './vat.ts'
