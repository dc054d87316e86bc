import { int, num, row, text } from '../schema.ts'

/** What the rows of customers and suppliers both carry beside their identity. Built inside a lazy schema. */
export function personFields() {
  return {
    address: text,
    city: text,
    zip_code: text,
    country_id: int,
    email: text,
    website: text,
    phone: text,
    fax: text,
    contact_name: text,
    contact_email: text,
    contact_phone: text,
    notes: text,
    discount: num,
    credit_limit: num,
    maturity_date_id: int,
    field_notes: text,
    language_id: int,
    payment_method_id: int,
    delivery_method_id: int,
    country: row({}, { country_id: int, country: text, name: text, iso_3166_1: text }),
    language: row({}, { language_id: int, code: text, name: text, title: text }),
    maturity_date: row({}, { maturity_date_id: int, name: text, days: int, associated_discount: num }),
    payment_method: row({}, { payment_method_id: int, name: text }),
    delivery_method: row({}, { delivery_method_id: int, name: text }),
  }
}

/** What an insert of a customer or supplier both may have. */
export const personSometimes = {
  zip_code: text,
  email: text,
  website: text,
  phone: text,
  fax: text,
  contact_name: text,
  contact_email: text,
  contact_phone: text,
  notes: text,
  discount: num,
  credit_limit: num,
  delivery_method_id: int,
  field_notes: text,
}
