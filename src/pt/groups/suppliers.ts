import { paging } from '../endpoint.ts'
import { type Paged, type PeopleApi, peopleEndpoints } from '../families/people.ts'
import { personFields, personSometimes } from '../families/person-rows.ts'
import { int, lazy, type Out, type OutOf, row, text } from '../schema.ts'

const supplier = lazy(() =>
  row(
    { supplier_id: int, number: text, name: text, vat: text },
    {
      ...personFields(),
      qty_copies_document: int,
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

/** The fields of a supplier. The number is unique. */
export interface SupplierFields extends Out<typeof required, typeof personSometimes> {}

export const suppliersEndpoints = peopleEndpoints(supplier, 'supplier_id', {
  required,
  sometimes: personSometimes,
  listParams: paging,
  matching: {},
})

/** Suppliers. Pages: https://www.moloni.pt/dev/entities/suppliers/ */
export interface SuppliersApi extends PeopleApi<Supplier, 'supplier_id', SupplierFields, Paged, Paged> {}
