import type { CallOptions } from '../caller.ts'
import { company, count, one, paging, rows } from '../endpoint.ts'
import { exactMatching, type PeopleApi, peopleEndpoints, type Search } from '../families/people.ts'
import { personFields, personSometimes } from '../families/person-rows.ts'
import type { InCompany } from '../families/settings.ts'
import {
  anything,
  array,
  input,
  int,
  lazy,
  nullable,
  num,
  type Out,
  type OutOf,
  row,
  text,
} from '../schema.ts'

const address = lazy(() =>
  row(
    {},
    {
      address_id: int,
      designation: text,
      code: text,
      address: text,
      city: text,
      zip_code: text,
      country_id: int,
      email: text,
      phone: text,
      fax: text,
      contact_name: text,
    },
  ),
)

const customer = lazy(() =>
  row(
    { customer_id: int, number: text, name: text, vat: text },
    {
      ...personFields(),
      salesman_id: int,
      payment_day: int,
      visibility_id: int,
      price_class_id: int,
      document_set_id: int,
      geographic_zone_id: int,
      exemption_reason: text,
      print_document_notes: int,
      qty_copies_document: nullable(anything),
      salesman: row({}, { salesman_id: int, number: text, name: text, base_commission: num }),
      alternate_addresses: array(address),
      copies: array(row({}, { document_type_id: int, copies: int })),
      associated_taxes: array(row({}, { tax_id: int })),
      price_class: row({}, { price_class_id: int, title: text }),
    },
  ),
)

/** A customer. Related records are absent when their id is 0. */
export interface Customer extends OutOf<typeof customer> {}

const copy = lazy(() => input({ document_type_id: int, copies: int }))

const required = {
  vat: text,
  number: text,
  name: text,
  language_id: int,
  address: text,
  city: text,
  country_id: int,
  maturity_date_id: int,
  payment_method_id: int,
}

const sometimes = {
  ...personSometimes,
  salesman_id: int,
  price_class_id: int,
  payment_day: int,
  copies: array(copy),
  qty_copies_document: int,
}

/**
 * The fields of a customer. The number is unique and has at most 20 characters. Moloni also wants `salesman_id`,
 * `payment_day`, `discount`, `credit_limit` and `delivery_method_id`: send 0.
 */
export interface CustomerFields extends Out<typeof required, typeof sometimes> {}

const number = lazy(() => row({ number: text }))
const search = { ...company, ...paging, ...exactMatching }

export const customersEndpoints = {
  ...peopleEndpoints(customer, 'customer_id', {
    required,
    sometimes,
    listParams: paging,
    matching: exactMatching,
  }),
  getByNumber: rows(customer, { number: text }, { ...search, order_by_field: text, order_by_ordering: text }),
  getByEmail: rows(customer, { email: text }, search),
  countByEmail: count({ email: text }, company),
  getNextNumber: one(number, {}, company),
  getLastNumber: one(number, {}, company),
}

/** Customers. Pages: https://www.moloni.pt/dev/entities/customers/ */
export interface CustomersApi extends PeopleApi<Customer, 'customer_id', CustomerFields> {
  /** Those with this number. Page: https://www.moloni.pt/dev/entities/customers/getbynumber/ */
  getByNumber(
    params: Search & {
      number: string
      /** Name of the field to sort by. Undocumented. */
      order_by_field?: string | undefined
      /** `asc` or `desc`. Undocumented. */
      order_by_ordering?: string | undefined
    },
    options?: CallOptions,
  ): Promise<Customer[]>
  /**
   * Those with this e-mail address.
   *
   * @experimental Not on a page of its own; clients use it.
   */
  getByEmail(params: Search & { email: string }, options?: CallOptions): Promise<Customer[]>
  /**
   * How many {@link getByEmail} has.
   *
   * @experimental Not on a page of its own.
   */
  countByEmail(params: InCompany & { email: string }, options?: CallOptions): Promise<number>
  /**
   * The next free number, as text. Accounts with odd numbers get unusable answers (`NaN1`): check it.
   *
   * @experimental Not on a page of its own; clients use it.
   */
  getNextNumber(params?: InCompany, options?: CallOptions): Promise<{ number: string }>
  /** The last number given. Page: https://www.moloni.pt/dev/entities/customers/getlastnumber/ */
  getLastNumber(params?: InCompany, options?: CallOptions): Promise<{ number: string }>
}
