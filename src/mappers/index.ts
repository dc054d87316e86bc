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
