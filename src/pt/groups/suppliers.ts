import { paging } from '../endpoint.ts'
import { type Paged, type PeopleApi, peopleEndpoints } from '../families/people.ts'
import { int, lazy, num, type Out, type OutOf, row, text } from '../schema.ts'

const supplier = lazy(() =>
  row(
    { supplier_id: int, number: text, name: text, vat: text },
    {
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
      qty_copies_document: int,
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
    },
  ),
)

/** A supplier. Related records are absent when their id is 0. */
export interface Supplier extends OutOf<typeof supplier> {}

const required = {
  vat: text,
  number: text,
  name: text,
  language_id: int,
  address: text,
  city: text,
  country_id: int,
  maturity_date_id: int,
  qty_copies_document: int,
  payment_method_id: int,
}

const sometimes = {
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

/** The fields of a supplier. The number is unique. */
export interface SupplierFields extends Out<typeof required, typeof sometimes> {}

export const suppliersEndpoints = peopleEndpoints(supplier, 'supplier_id', {
  required,
  sometimes,
  listParams: paging,
  matching: {},
})

/** Suppliers. Pages: https://www.moloni.pt/dev/entities/suppliers/ */
export interface SuppliersApi extends PeopleApi<Supplier, 'supplier_id', SupplierFields, Paged, Paged> {}
