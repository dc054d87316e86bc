import { define, entity, type InputOf, type RowOf } from '../entity.ts'
import { text } from '../field.ts'

const timesheetHourFields = define({
  optional: {
    hrs_emp_nr: text(),
    hrs_order_nr: text(),
    hrs_order_description: text(),
    hrs_hrt_hour_type: text(),
    hrs_debtor_nr: text(),
    hrs_project_nr: text(),
    hrs_project_activity_nr: text(),
    hrs_date: text(),
    hrs_start: text(),
    hrs_end: text(),
    hrs_break: text(),
    hrs_amount: text(),
    hrs_billable: text(),
    hrs_status: text(),
    hrs_status_project: text(),
    hrs_description: text(),
    hrs_date_created: text(),
    hrs_date_modified: text(),
    hrs_date_approved: text(),
    hrs_date_rejected: text(),
    hrs_created_by: text(),
    hrs_modified_by: text(),
    hrs_approved_by: text(),
    hrs_rejected_by: text(),
    hrs_rejected_reason: text(),
  },
})
/** Hours of a timesheet. Its fields are known from a sample only. */
export interface HoursRow extends RowOf<typeof timesheetHourFields> {}
export interface HoursInput extends InputOf<typeof timesheetHourFields> {}
export const timesheetHour = entity<HoursRow, HoursInput>(timesheetHourFields)

const timesheetTravelFields = define({
  optional: {
    tra_cus_id: text(),
    tra_emp_nr: text(),
    tra_debtor_nr: text(),
    tra_project_nr: text(),
    tra_project_activity_nr: text(),
    tra_date: text(),
    tra_from: text(),
    tra_to: text(),
    tra_distance: text(),
    tra_description: text(),
    tra_billable: text(),
    tra_status: text(),
    tra_type: text(),
    tra_date_created: text(),
    tra_date_modified: text(),
    tra_date_approved: text(),
    tra_date_rejected: text(),
    tra_created_by: text(),
    tra_modified_by: text(),
    tra_approved_by: text(),
    tra_rejected_by: text(),
    tra_rejected_reason: text(),
  },
})
/** Distance of a timesheet. Its fields are known from a sample only. */
export interface TravelRow extends RowOf<typeof timesheetTravelFields> {}
export interface TravelInput extends InputOf<typeof timesheetTravelFields> {}
export const timesheetTravel = entity<TravelRow, TravelInput>(timesheetTravelFields)

const timesheetExpenseFields = define({
  optional: {
    pre_cus_id: text(),
    pre_project_nr: text(),
    pre_project_activity_nr: text(),
    pre_code: text(),
    pre_description: text(),
    pre_amount: text(),
    pre_vat_code: text(),
    pre_cost_price: text(),
    pre_gross_sale_price: text(),
    pre_sale_price: text(),
    pre_timestamp_added: text(),
    pre_timestamp_modified: text(),
    pre_timestamp_approved: text(),
    pre_timestamp_rejected: text(),
    pre_status: text(),
    pre_employee_nr: text(),
    pre_debtor_nr: text(),
    pre_billable: text(),
    pre_attachment_name: text(),
    pre_attachment: text(),
    pre_category: text(),
    pre_date: text(),
    pre_created_by: text(),
    pre_modified_by: text(),
    pre_approved_by: text(),
    pre_rejected_by: text(),
    pre_rejected_reason: text(),
  },
})
/** Costs of a timesheet. Its fields are known from a sample only. */
export interface ExpenseRow extends RowOf<typeof timesheetExpenseFields> {}
export interface ExpenseInput extends InputOf<typeof timesheetExpenseFields> {}
export const timesheetExpense = entity<ExpenseRow, ExpenseInput>(timesheetExpenseFields)

const noteFields = define({
  optional: {
    esh_cus_id: text(),
    esh_emp_nr: text(),
    esh_hrt_code: text(),
    esh_start: text(),
    esh_end: text(),
    esh_description: text(),
    esh_approved: text(),
    esh_color: text(),
    esh_allday: text(),
    esh_isnote: text(),
    esh_date_modified: text(),
  },
})
/** A note on the planning board. Its fields are known from a sample only. */
export interface NoteRow extends RowOf<typeof noteFields> {}
export interface NoteInput extends InputOf<typeof noteFields> {}
export const note = entity<NoteRow, NoteInput>(noteFields)

const genericNoteFields = define({
  optional: {
    nte_id: text(),
    nte_cus_id: text(),
    nte_entity: text(),
    nte_column: text(),
    nte_primary: text(),
    nte_content: text(),
    nte_created_by: text(),
    nte_modified_by: text(),
    nte_timestamp_created: text(),
    nte_timestamp_modified: text(),
    nte_reference: text(),
    nte_timestamp_read: text(),
  },
})
/** A note on any record. Its fields are known from a sample only. */
export interface GenericNoteRow extends RowOf<typeof genericNoteFields> {}
export interface GenericNoteInput extends InputOf<typeof genericNoteFields> {}
export const genericNote = entity<GenericNoteRow, GenericNoteInput>(genericNoteFields)

const expenseCategoryFields = define({ key: { name: text() } })
/** A kind of costs. */
export interface ExpenseCategoryRow extends RowOf<typeof expenseCategoryFields> {}
export interface ExpenseCategoryInput extends InputOf<typeof expenseCategoryFields> {}
export const expenseCategory = entity<ExpenseCategoryRow, ExpenseCategoryInput>(expenseCategoryFields)
