import { define, entity, type InputOf, oneOf, type RowOf, rowsOf } from '../entity.ts'
import { day, decimal, moment, text } from '../field.ts'

const invoiceLineFields = define({
  number: { iln_id: text() },
  readOnly: {
    iln_inv_id: text(),
    iln_order: text(),
    iln_material_code: text(),
    iln_material_hourtype: text(),
    iln_description: text(),
    iln_amount: decimal(),
    iln_price: decimal(),
    iln_vat_percentage: decimal(),
    iln_discount: decimal(),
    iln_total: decimal(),
    iln_total_discount: decimal(),
    iln_total_vat: decimal(),
    iln_total_excl: decimal(),
    iln_total_incl: decimal(),
  },
})
/** A line of an invoice. */
export interface InvoiceLineRow extends RowOf<typeof invoiceLineFields> {}
const invoiceLine = entity<InvoiceLineRow, never>(invoiceLineFields)

const debtorFields = define({
  readOnly: {
    ind_name: text(),
    ind_debiteur_number: text(),
    ind_street: text(),
    ind_zip: text(),
    ind_city: text(),
    ind_country: text(),
    ind_contact: text(),
    ind_phone: text(),
    ind_email: text(),
  },
})
/** The party that an invoice is addressed to. */
export interface InvoiceDebtorRow extends RowOf<typeof debtorFields> {}
const invoiceDebtor = entity<InvoiceDebtorRow, never>(debtorFields)

const invoiceFields = define({
  number: { inv_id: text() },
  readOnly: {
    inv_worksheet_id: text(),
    inv_quo_id: text(),
    inv_inv_id: text(),
    inv_type: text(),
    inv_currency_code: text(),
    inv_currency_symbol: text(),
    inv_description: text(),
    inv_invoice_debtor_nr: text(),
    inv_invoice_debtor_name: text(),
    inv_invoice_debtor_email: text(),
    inv_number_numeric: text(),
    inv_number_formatted: text(),
    inv_status: text(),
    inv_reference: text(),
    inv_date: day(),
    inv_due_date: day(),
    inv_due_days: text(),
    inv_terms: text(),
    inv_header: text(),
    inv_amount: decimal(),
    inv_amount_excl: decimal(),
    inv_balance: decimal(),
    inv_user_create: text(),
    inv_user_mutate: text(),
    inv_user_send: text(),
    inv_timestamp_create: moment(),
    inv_timestamp_mutate: moment(),
    inv_timestamp_payed: moment(),
    inv_timestamp_send: moment(),
    iln_lines: rowsOf(invoiceLine),
    invoice_debtor: oneOf(invoiceDebtor),
    pdf: text(),
    ubl: text(),
  },
})
/** An invoice that was made in OutSmart. Links to files live for a short time. */
export interface InvoiceRow extends RowOf<typeof invoiceFields> {}
export const invoice = entity<InvoiceRow, never>(invoiceFields)

const transactionFields = define({
  optional: {
    int_inv_id: text(),
    int_transaction_id: text(255),
    int_external_transaction_id: text(255),
    int_description: text(255),
    int_amount: decimal(),
    int_type: text(255),
    int_type_description: text(255),
    int_status: text(55),
    int_user: text(255),
    int_timestamp: moment(),
  },
})
/** A payment. */
export interface TransactionRow extends RowOf<typeof transactionFields> {}
export interface TransactionInput extends InputOf<typeof transactionFields> {}
export const transaction = entity<TransactionRow, TransactionInput>(transactionFields)

const quotationFields = define({
  optional: { quo_number_formatted: text(), quo_worksheet_id: text(), quo_reference: text() },
})
/** An offer. Few of its fields are known. */
export interface QuotationRow extends RowOf<typeof quotationFields> {}
export interface QuotationInput extends InputOf<typeof quotationFields> {}
export const quotation = entity<QuotationRow, QuotationInput>(quotationFields)
