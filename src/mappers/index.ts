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
