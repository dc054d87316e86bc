import { anything, array, datetime, int, lazy, nullable, num, type OutOf, row, text } from '../schema.ts'

const currency = row({}, { currency_id: int, iso4217: text, symbol: text })
const documentType = row({ document_type_id: int }, { saft_code: text })
const documentSet = row({ document_set_id: int }, { name: text })
const rappel = row({}, { date_start: datetime, date_end: datetime, notes: text })
const calcMethod = row({}, { document_id: int, calc_method_id: int })

/** What every row of a document has, in lists and alone. */
const identity = { document_id: int, number: int, status: int, net_value: num }

const common = {
  document_type_id: int,
  document_set_id: int,
  company_id: int,
  customer_id: int,
  supplier_id: int,
  salesman_id: int,
  terminal_id: int,
  date: datetime,
  expiration_date: nullable(datetime),
  maturity_date_id: int,
  maturity_date_days: nullable(int),
  maturity_date_name: text,
  your_reference: text,
  our_reference: text,
  entity_number: text,
  entity_name: text,
  entity_vat: text,
  entity_address: text,
  entity_city: text,
  entity_zip_code: text,
  entity_country: text,
  entity_country_id: int,
  gross_value: num,
  comercial_discount_value: num,
  financial_discount_value: num,
  financial_discount: num,
  taxes_value: num,
  deduction_value: num,
  reconciled_value: num,
  transport_code: text,
  transport_code_set_by: int,
  exchange_currency_id: int,
  exchange_total_value: num,
  exchange_rate: num,
  global_guide: int,
  document_set_name: text,
  lastmodified: datetime,
  lastmodifiedby: text,
}

export const documentSummary = lazy(() =>
  row(identity, {
    ...common,
    exchange_currency: currency,
    document_type: documentType,
    document_set: documentSet,
    document_calc_method: calcMethod,
    associated_documents: array(row({ associated_id: int })),
    reverse_associated_documents: array(row({ document_id: int })),
    rappel,
  }),
)

/**
 * A document as lists show it. `status`: 0 draft (then `number` is -1), 1 closed, 2 annulled. `net_value` is the
 * amount payable, taxes included; `gross_value` the sum before discounts and taxes.
 */
export interface DocumentSummary extends OutOf<typeof documentSummary> {}

const lineTax = lazy(() =>
  row(
    { tax_id: int },
    {
      type: int,
      saft_type: int,
      vat_type: text,
      stamp_tax: text,
      name: text,
      value: num,
      fiscal_zone: text,
      order: int,
      cumulative: int,
      incidence_value: num,
      total_value: num,
    },
  ),
)

/** A tax of a line: `value` is the rate, `incidence_value` its base and `total_value` its amount. */
export interface DocumentLineTax extends OutOf<typeof lineTax> {}

const line = lazy(() =>
  row(
    { product_id: int },
    {
      document_product_id: int,
      ean: text,
      order: int,
      origin_id: int,
      category_id: int,
      reference: text,
      name: text,
      summary: text,
      price: num,
      unit_id: int,
      unit_name: text,
      unit_short_name: text,
      discount: num,
      qty: num,
      deduction_id: int,
      deduction: num,
      deduction_name: nullable(text),
      exemption_reason: text,
      supplier: row({}, { supplier_id: int, number: text, name: text, vat: text }),
      properties: array(row({}, { title: text, value: text })),
      taxes: array(lineTax),
    },
  ),
)

/** A line of a document. `price` is one unit without tax, `discount` in percent. */
export interface DocumentLine extends OutOf<typeof line> {}

export const documentDetails = lazy(() =>
  row(identity, {
    ...common,
    year: int,
    alternate_address_id: int,
    attached_file: text,
    notes: text,
    salesman_commission: nullable(num),
    eac_id: int,
    eac_code: text,
    deduction_id: int,
    deduction_percentage: nullable(num),
    deduction_name: nullable(text),
    special_discount: num,
    delivery_method_id: int,
    delivery_method_name: nullable(text),
    vehicle_id: int,
    vehicle_name: nullable(text),
    vehicle_number_plate: nullable(text),
    delivery_datetime: nullable(datetime),
    delivery_departure_address: text,
    delivery_departure_city: text,
    delivery_departure_zip_code: text,
    delivery_departure_country: int,
    delivery_destination_address: text,
    delivery_destination_city: text,
    delivery_destination_zip_code: text,
    delivery_destination_country: int,
    related_documents_notes: text,
    rsa_hash: text,
    hash_control: int,
    lastmodifiedby_id: int,
    atcud: text,
    cash_vat_scheme_entity: int,
    cash_vat_scheme_indicator: int,
    doc_unico: nullable(anything),
    generate_mb_reference: int,
    paperless: nullable(anything),
    plugin_id: int,
    set_from_api: int,
    timezone_id: int,
    exchange_currency: currency,
    document_type: documentType,
    document_set: documentSet,
    document_calc_method: calcMethod,
    salesman: row({}, { salesman_id: int, number: text, name: text, vat: text }),
    products: array(line),
    rappel,
    associated_documents: array(row({ associated_id: int }, { value: num })),
    reverse_associated_documents: array(row({ document_id: int })),
    payments: array(
      row({}, { payment_method_id: int, payment_method_name: text, date: datetime, value: num, notes: text }),
    ),
    mb_references: array(row({}, { entity: text, reference: text, value: text })),
  }),
)

/** A document with its lines. See {@link DocumentSummary} for status and amounts. */
export interface DocumentDetails extends OutOf<typeof documentDetails> {}
