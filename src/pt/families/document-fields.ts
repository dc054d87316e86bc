import { anything, array, date, flag, input, int, lazy, num, type Out, text } from '../schema.ts'

const tax = lazy(() => input({ tax_id: int }, { value: num, order: int, cumulative: int }))

const lineRequired = { product_id: int, name: text, qty: num, price: num }

const lineSometimes = {
  summary: text,
  discount: num,
  deduction_id: int,
  order: int,
  origin_id: int,
  exemption_reason: text,
  warehouse_id: int,
  has_stock: flag,
  taxes: array(tax),
}

const childLine = lazy(() =>
  input(lineRequired, {
    ...lineSometimes,
    properties: array(input({}, { title: text, value: anything })),
  }),
)

const line = lazy(() =>
  input(lineRequired, { ...lineSometimes, related_id: int, child_products: array(childLine) }),
)

/** What a document of sale needs. */
export const saleRequired = {
  date,
  expiration_date: date,
  document_set_id: int,
  customer_id: int,
  products: array(line),
}

/** What a document of sale may have. */
export const saleSometimes = {
  maturity_date_id: int,
  alternate_address_id: int,
  our_reference: text,
  your_reference: text,
  financial_discount: num,
  eac_id: int,
  salesman_id: int,
  salesman_commission: num,
  special_discount: num,
  associated_documents: array(lazy(() => input({ associated_id: int, value: num }))),
  related_documents_notes: text,
  payments: array(lazy(() => input({ payment_method_id: int, date, value: num }, { notes: text }))),
  exchange_currency_id: int,
  exchange_rate: num,
  delivery_method_id: int,
  delivery_datetime: date,
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
  notes: text,
  status: int,
  generate_mb_reference: flag,
  deduction_id: int,
  send_email: array(lazy(() => input({ email: text, name: text }, { msg: text }))),
}

/**
 * The fields of a document of sale. Dates are `YYYY-MM-DD`; `price` is one unit without tax; discounts are in
 * percent but for `special_discount`, which is money. Lines do not inherit the taxes of their product: give
 * each tax with its `value` (the rate), or no tax and an `exemption_reason`. `status` 0 (default) is a draft.
 */
export interface SaleFields extends Out<typeof saleRequired, typeof saleSometimes> {}
