import { define, entity, type InputOf, type RowOf } from '../entity.ts'
import { decimal, flag, longText, text } from '../field.ts'

const employeeFields = define({
  key: { number: text(255) },
  required: { firstname: text(255), lastname: text(255) },
  optional: { start_type: text() },
  readOnly: { active: flag() },
})
/** A technician or planner. */
export interface EmployeeRow extends RowOf<typeof employeeFields> {}
export interface EmployeeInput extends InputOf<typeof employeeFields> {}
export const employee = entity<EmployeeRow, EmployeeInput>(employeeFields)

const relationFields = define({
  key: { debtor_number: text(255) },
  required: { name: text(255), street: text(255), postal_code: text(255), city: text(255) },
  optional: {
    contact: text(255),
    phone_number: text(255),
    mobile: text(),
    email: text(255),
    email_workorder: text(255),
    house_number: text(255),
    country: text(),
    remark: longText(),
    latitude: decimal(),
    longitude: decimal(),
    external_id: text(),
    debtor_number_invoice: text(),
    kvk_number: text(),
    vat_number: text(),
    debtor_type: text(),
    language: text(),
    accountmanager: text(),
    status: text(),
    active: flag(),
    pgp_code: text(),
    source: text(),
    lead_phase: text(),
  },
  custom: true,
})
/** A customer. */
export interface RelationRow extends RowOf<typeof relationFields> {}
export interface RelationInput extends InputOf<typeof relationFields> {}
export const relation = entity<RelationRow, RelationInput>(relationFields)

const contactPersonFields = define({
  key: { cpn_code: text(255) },
  required: { cpn_debtor_nr: text(255), cpn_name: text(255) },
  optional: { cpn_phone: text(255), cpn_email: text(255) },
})
/** A person at a relation; work orders name it with `CpnCode`. */
export interface ContactPersonRow extends RowOf<typeof contactPersonFields> {}
export interface ContactPersonInput extends InputOf<typeof contactPersonFields> {}
export const contactPerson = entity<ContactPersonRow, ContactPersonInput>(contactPersonFields)

const addressFields = define({
  key: { adr_code: text(255) },
  required: { adr_debtor_nr: text(255), adr_line_1: text(255), adr_zip: text(255), adr_city: text(255) },
  optional: {
    adr_cpn_code: text(255),
    adr_country: text(255),
    adr_remark: text(255),
    adr_latitude: decimal(),
    adr_longitude: decimal(),
  },
})
/** A further address of a relation; work orders name it with `AdrCode`. */
export interface AddressRow extends RowOf<typeof addressFields> {}
export interface AddressInput extends InputOf<typeof addressFields> {}
export const address = entity<AddressRow, AddressInput>(addressFields)

const locationFields = define({
  optional: { identifier: text(), lat: text(), long: text(), type: text() },
})
/** Where somebody or something is. Its fields are known from a sample only. */
export interface LocationRow extends RowOf<typeof locationFields> {}
export interface LocationInput extends InputOf<typeof locationFields> {}
export const location = entity<LocationRow, LocationInput>(locationFields)

const taskFields = define({
  optional: {
    tsk_tsk_id: text(),
    tsk_type: text(),
    tsk_name: text(),
    tsk_description: text(),
    tsk_reference: text(),
    tsk_category: text(),
    tsk_icon: text(),
    tsk_owner: text(),
    tsk_assigned_to: text(),
    tsk_priority: text(),
    tsk_status: text(),
    tsk_debtor_nr: text(),
    tsk_address_nr: text(),
    tsk_contact_nr: text(),
    tsk_timestamp_due: text(),
    tsk_timestamp_create: text(),
    tsk_timestamp_mutate: text(),
    tsk_timestamp_started: text(),
    tsk_timestamp_completed: text(),
    tsk_timestamp_start: text(),
    tsk_link: text(),
    tsk_project_nr: text(),
    tsk_project_activity_nr: text(),
    tsk_order_nr: text(),
    tsk_invoice_number: text(),
    tsk_quotation_number: text(),
  },
})
/** Something to be done in the office. Its fields are known from a sample only. */
export interface TaskRow extends RowOf<typeof taskFields> {}
export interface TaskInput extends InputOf<typeof taskFields> {}
export const task = entity<TaskRow, TaskInput>(taskFields)
