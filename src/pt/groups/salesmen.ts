import type { CallOptions } from '../caller.ts'
import { company, count, paging, rows } from '../endpoint.ts'
import { type PeopleApi, peopleEndpoints, type Search } from '../families/people.ts'
import type { InCompany } from '../families/settings.ts'
import { flag, int, lazy, num, type Out, type OutOf, row, text } from '../schema.ts'

const salesman = lazy(() =>
  row(
    { salesman_id: int, name: text },
    {
      number: text,
      vat: text,
      email: text,
      website: text,
      fax: text,
      address: text,
      city: text,
      zip_code: text,
      country_id: int,
      phone: text,
      notes: text,
      base_commission: num,
      qty_copies_document: int,
      language_id: int,
    },
  ),
)

/** A salesman. `base_commission` in percent. */
export interface Salesman extends OutOf<typeof salesman> {}

const required = {
  vat: text,
  number: text,
  name: text,
  base_commission: num,
  language_id: int,
  qty_copies_document: int,
  city: text,
  country_id: int,
}
const sometimes = {
  notes: text,
  address: text,
  zip_code: text,
  email: text,
  website: text,
  phone: text,
  fax: text,
}

/** The fields of a salesman. */
export interface SalesmanFields extends Out<typeof required, typeof sometimes> {}

export const salesmenEndpoints = {
  ...peopleEndpoints(salesman, 'salesman_id', { required, sometimes, listParams: {} }),
  countByName: count({ name: text }, { ...company, exact: flag, email: text }),
  getByEmail: rows(salesman, { email: text }, { ...company, ...paging, exact: flag }),
}

/** Salesmen. Pages: https://www.moloni.pt/dev/entities/salesmen/ */
export interface SalesmenApi extends PeopleApi<Salesman, 'salesman_id', SalesmanFields, InCompany> {
  /** How many have this name; the page also names `email`. Page: https://www.moloni.pt/dev/entities/salesmen/countbyname/ */
  countByName(
    params: InCompany & { name: string; exact?: 0 | 1 | boolean | undefined; email?: string | undefined },
    options?: CallOptions,
  ): Promise<number>
  /**
   * Those with this e-mail address.
   *
   * @experimental Known from client code only.
   */
  getByEmail(params: Search & { email: string }, options?: CallOptions): Promise<Salesman[]>
}
