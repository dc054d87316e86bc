import { define, entity, type InputOf, type RowOf } from '../entity.ts'
import { anything, day, decimal, flag, text, whole } from '../field.ts'

const hourTypeFields = define({
  key: { code: text(255) },
  required: { name: text(255), cost_booking: flag(), sale_booking: flag(), sale_price: decimal() },
  optional: { cost_price: decimal(), active: flag() },
})
/** A kind of labour or travel time. */
export interface HourTypeRow extends RowOf<typeof hourTypeFields> {}
export interface HourTypeInput extends InputOf<typeof hourTypeFields> {}
export const hourType = entity<HourTypeRow, HourTypeInput>(hourTypeFields)

const projectFields = define({
  key: { code: text(255) },
  required: { debtor_number: text(255), status: text(255), name: text(255), date_start: day() },
  optional: {
    code_ext: text(255),
    adr_code: text(255),
    cpn_code: text(255),
    debtor_number_invoice: text(255),
    description: text(),
    progress: whole(),
    date_end: day(),
    active: flag(),
  },
})
/** A project, which groups work orders. */
export interface ProjectRow extends RowOf<typeof projectFields> {}
export interface ProjectInput extends InputOf<typeof projectFields> {}
export const project = entity<ProjectRow, ProjectInput>(projectFields)

const projectActivityFields = define({
  optional: {
    pra_id: text(),
    pra_cus_id: text(),
    pra_pro_code: text(),
    pra_code: text(),
    pra_pra_code: text(),
    pra_name: text(),
    pra_description: text(),
    pra_date_start: text(),
    pra_date_end: text(),
    pra_order: text(),
    pra_status: text(),
    pra_budget_hours: text(),
    pra_budget_hours_used: text(),
    pra_budget_costs: text(),
    pra_budget_costs_used: text(),
    pra_budget_revenue: text(),
    pra_budget_revenue_used: text(),
    pra_material_type: text(),
    pra_material_count: text(),
    pra_visible_planboard: text(),
  },
})
/** A part of a project. Its fields are known from a sample only. */
export interface ProjectActivityRow extends RowOf<typeof projectActivityFields> {}
export interface ProjectActivityInput extends InputOf<typeof projectActivityFields> {}
export const projectActivity = entity<ProjectActivityRow, ProjectActivityInput>(projectActivityFields)

const workTypeFields = define({
  key: { wrt_name: text(255) },
  required: { wrt_description: text(255), wrt_default_minutes: whole(), wrt_active: flag() },
})
/** A kind of work. */
export interface WorkTypeRow extends RowOf<typeof workTypeFields> {}
export interface WorkTypeInput extends InputOf<typeof workTypeFields> {}
export const workType = entity<WorkTypeRow, WorkTypeInput>(workTypeFields)

const paymentMethodFields = define({
  key: { pmd_description: text(255) },
})
/** How a customer pays. */
export interface PaymentMethodRow extends RowOf<typeof paymentMethodFields> {}
export interface PaymentMethodInput extends InputOf<typeof paymentMethodFields> {}
export const paymentMethod = entity<PaymentMethodRow, PaymentMethodInput>(paymentMethodFields)

const workStatusFields = define({
  key: { sta_code: text(255) },
  required: { sta_name: text(255) },
})
/** A code that the account gives to work orders; not the life cycle. */
export interface WorkStatusRow extends RowOf<typeof workStatusFields> {}
export interface WorkStatusInput extends InputOf<typeof workStatusFields> {}
export const workStatus = entity<WorkStatusRow, WorkStatusInput>(workStatusFields)

const priorityFields = define({
  key: { code: text() },
  optional: { description: text(), app_enabled: text() },
})
/** How urgent work is. Its fields are known from a sample only. */
export interface PriorityRow extends RowOf<typeof priorityFields> {}
export interface PriorityInput extends InputOf<typeof priorityFields> {}
export const priority = entity<PriorityRow, PriorityInput>(priorityFields)

const errorCodeFields = define({
  key: { code: text() },
  optional: { description: text(), app_enabled: text() },
})
/** What was wrong with an object. Its fields are known from a sample only. */
export interface ErrorCodeRow extends RowOf<typeof errorCodeFields> {}
export interface ErrorCodeInput extends InputOf<typeof errorCodeFields> {}
export const errorCode = entity<ErrorCodeRow, ErrorCodeInput>(errorCodeFields)

const solutionFields = define({
  key: { code: text() },
  optional: { description: text(), app_enabled: text() },
})
/** What was done about it. Its fields are known from a sample only. */
export interface SolutionRow extends RowOf<typeof solutionFields> {}
export interface SolutionInput extends InputOf<typeof solutionFields> {}
export const solution = entity<SolutionRow, SolutionInput>(solutionFields)

const formFields = define({
  key: { name: text() },
  optional: { data: anything(), template: text() },
})
/** A form of the app. Its fields are known from a sample only. */
export interface FormRow extends RowOf<typeof formFields> {}
export interface FormInput extends InputOf<typeof formFields> {}
export const form = entity<FormRow, FormInput>(formFields)
