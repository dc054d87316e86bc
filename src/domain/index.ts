export {
  type DocumentPlan,
  type DocumentTotals,
  documentPlan,
  documentTotalsSchema,
  type LineKind,
  lineKind,
  type PlannedLine,
  type PlannedTax,
  plannedLine,
  plannedTax,
  type RoundingMethod,
  roundingMethod,
  type VatDecision,
  vatDecision,
} from './document-plan.ts'
export { type Employee, employee } from './employee.ts'
export { type HourType, hourType } from './hour-type.ts'
export { type Issue, issue, type Mapped } from './issue.ts'
export {
  type IssueCode,
  type IssueLanguage,
  type IssueText,
  issueCodes,
  issueText,
  issueTexts,
} from './issue-codes.ts'
export { type Material, material } from './material.ts'
export { type Relation, type RelationAddress, relation, relationAddress } from './relation.ts'
export {
  type ExportSettings,
  type Settings,
  type SettingsInput,
  settings,
  type VatSource,
  vatSource,
} from './settings.ts'
export { type Platform, platform, type Source, source } from './source.ts'
export {
  type MaterialLine,
  materialLine,
  type WorkOrder,
  type WorkOrderParty,
  type WorkPeriod,
  workOrder,
  workOrderParty,
  workPeriod,
} from './work-order.ts'
