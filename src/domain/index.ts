export { type DocumentKind, documentKind, type MadeKind, madeKind } from './document-kind.ts'
export {
  type DocumentPlan,
  type DocumentTotals,
  documentPlan,
  type LineKind,
  type PlannedLine,
  type PlannedPayment,
  type PlannedTax,
  type PlannedWithholding,
  type RoundingMethod,
  type VatDecision,
} from './document-plan.ts'
export { type Employee, employee } from './employee.ts'
export { groupText, isReleasedTogether } from './group-text.ts'
export { type HourType, hourType } from './hour-type.ts'
export { type Issue, issue, type Mapped } from './issue.ts'
export { type IssueCode, isIssueCode, isRecordCode, issueCodes, issuePage, issueText } from './issue-codes.ts'
export type { IssueText } from './issue-text.ts'
export { issueTexts } from './issue-texts/index.ts'
export { type IssueLanguage, issueLanguage } from './language.ts'
export { type Material, material } from './material.ts'
export { type MaterialCategory, materialCategory } from './material-category.ts'
export { causeName } from './printed-facts.ts'
export { type Relation, type RelationAddress, relation } from './relation.ts'
export { type ServiceSheet, serviceSheet } from './service-sheet.ts'
export {
  type DocumentRule,
  type ExportSettings,
  type Settings,
  type SettingsInput,
  settings,
  type VatSource,
} from './settings.ts'
export { type Platform, platform, type Source } from './source.ts'
export { type WarningCode, warningText } from './warning-text.ts'
export {
  type MaterialLine,
  type WorkOrder,
  type WorkOrderParty,
  type WorkPeriod,
  workOrder,
} from './work-order.ts'
