import type { CallOptions } from '../caller.ts'
import { company, count, type Done, done, paging, rows, type Saved, saved, write } from '../endpoint.ts'
import type { Paged } from '../families/people.ts'
import type { InCompany, Since } from '../families/settings.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { int, lazy, moment, type Out, type OutOf, row, text } from '../schema.ts'

const address = lazy(() =>
  row(
    { address_id: int },
    {
      customer_id: int,
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

/** Another address of a customer. */
export interface AlternateAddress extends OutOf<typeof address> {}

const required = {
  customer_id: int,
  designation: text,
  code: text,
  address: text,
  city: text,
  country_id: int,
}
const sometimes = { zip_code: text, email: text, phone: text, fax: text, contact_name: text }

/** The fields of an address. */
export interface AlternateAddressFields extends Out<typeof required, typeof sometimes> {}

const key = { address_id: int }

export const customerAlternateAddressesEndpoints = {
  getAll: rows(address, { customer_id: int }, company),
  getModifiedSince: rows(address, { lastmodified: moment }, { ...company, ...paging }),
  countModifiedSince: count({ lastmodified: moment }, company),
  insert: write('create', saved('address_id'), required, { ...company, ...sometimes }),
  update: write('update', saved('address_id'), { ...key, ...required }, { ...company, ...sometimes }),
  delete: write('delete', done, { customer_id: int, ...key }, company),
}

/**
 * Other addresses of customers, since 1.4. Errors of all methods: `AuthError`, `ValidationError`, transport errors
 * and `ContractError`. Pages: https://www.moloni.pt/dev/entities/customer-alternate-addresses/
 */
export interface CustomerAlternateAddressesApi {
  /** The addresses of one customer. Page: https://www.moloni.pt/dev/entities/customer-alternate-addresses/getall/ */
  getAll(params: InCompany & { customer_id: number }, options?: CallOptions): Promise<AlternateAddress[]>
  /**
   * Addresses of all customers changed since a moment; deleted ones do not appear.
   * Page: https://www.moloni.pt/dev/entities/customer-alternate-addresses/getmodifiedsince/
   */
  getModifiedSince(params: Since & Paged, options?: CallOptions): Promise<AlternateAddress[]>
  /**
   * How many {@link getModifiedSince} has.
   * Page: https://www.moloni.pt/dev/entities/customer-alternate-addresses/countmodifiedsince/
   */
  countModifiedSince(params: Since, options?: CallOptions): Promise<number>
  /** Adds an address. Page: https://www.moloni.pt/dev/entities/customer-alternate-addresses/insert/ */
  insert(params: AlternateAddressFields & InCompany, options?: CallOptions): Promise<Saved<'address_id'>>
  /** Changes an address. Page: https://www.moloni.pt/dev/entities/customer-alternate-addresses/update/ */
  update(
    params: AlternateAddressFields & InCompany & { address_id: number },
    options?: CallOptions,
  ): Promise<Saved<'address_id'>>
  /**
   * Deletes an address; `RefusedError` when it is in use.
   * Page: https://www.moloni.pt/dev/entities/customer-alternate-addresses/delete/
   */
  delete(
    params: InCompany & { customer_id: number; address_id: number },
    options?: CallOptions,
  ): Promise<Done>
  /** {@link getAll} as a list. */
  list(filter: InCompany & { customer_id: number }, options?: ListOptions): RowList<AlternateAddress>
  /** Addresses changed since a `Date`, or since Lisbon time as text, over all pages. */
  modifiedSince(moment: Date | string, filter?: InCompany, options?: ListOptions): RowList<AlternateAddress>
}
