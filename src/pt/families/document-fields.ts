import { array, date, flag, input, int, lazy, num, type Out, type OutOf, text } from '../schema.ts'
import { saleLines } from './document-lines.ts'

const association = lazy(() => input({ associated_id: int, value: num }))
const payment = lazy(() => input({ payment_method_id: int, date, value: num }, { notes: text }))
const recipient = lazy(() => input({ email: text, name: text }, { msg: text }))

/** A document that another one is about, with the amount of it that is meant. */
export interface Association extends OutOf<typeof association> {}

/** A payment. `date` is `YYYY-MM-DD HH:MM:SS`. */
export interface Payment extends OutOf<typeof payment> {}

/** Who gets the closed document by e-mail. */
export interface Recipient extends OutOf<typeof recipient> {}

/** What every document needs. */
export const dated = { date, document_set_id: int }

/** What every document may have. */
export const general = { notes: text, status: int, send_email: array<Recipient>(recipient) }

export const currency = { exchange_currency_id: int, exchange_rate: num }

export const associations = array<Association>(association)

export const payments = array<Payment>(payment)

/** Other documents that this one may be about. */
export const associated = { associated_documents: associations, related_documents_notes: text }

export const selling = { salesman_id: int, salesman_commission: num }

/** How goods travel; the moment is stated by each kind. */
export const delivery = {
  delivery_method_id: int,
  delivery_departure_address: text,
  delivery_departure_city: text,
  delivery_departure_zip_code: text,
  delivery_departure_country: int,
  delivery_destination_address: text,
  delivery_destination_city: text,
  delivery_destination_zip_code: text,
  delivery_destination_country: int,
  vehicle_id: int,
  vehicle_name: text,
  vehicle_number_plate: text,
}

/** What estimates, internal documents and documents of sale need. */
export const offerRequired = { ...dated, expiration_date: date, customer_id: int, products: saleLines }

/** What estimates, internal documents and documents of sale may have. */
export const offerSometimes = {
  ...general,
  ...currency,
  ...selling,
  ...delivery,
  delivery_datetime: date,
  maturity_date_id: int,
  alternate_address_id: int,
  your_reference: text,
  financial_discount: num,
  special_discount: num,
}

/** What orders, returns and debit notes to suppliers need. */
export const purchaseRequired = { ...dated, expiration_date: date, supplier_id: int, products: saleLines }

/** What orders and returns to suppliers may have. */
export const purchaseSometimes = {
  ...general,
  ...currency,
  our_reference: text,
  your_reference: text,
  financial_discount: num,
}

/** What a document of sale may have. */
export const saleSometimes = {
  ...offerSometimes,
  ...associated,
  our_reference: text,
  eac_id: int,
  payments,
  generate_mb_reference: flag,
  deduction_id: int,
}

/**
 * The fields of a document of sale. Dates are `YYYY-MM-DD`; `financial_discount` and `salesman_commission` are
 * percent, `special_discount` is money. `status` 0 (default) is a draft, 1 closes the document at once.
 */
export interface SaleFields extends Out<typeof offerRequired, typeof saleSometimes> {}
