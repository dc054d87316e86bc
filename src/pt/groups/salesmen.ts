import type { CallOptions } from '../caller.ts'
import { company, count, paging, rows } from '../endpoint.ts'
import { exactMatching, type PeopleApi, peopleEndpoints, type Search } from '../families/people.ts'
import type { InCompany } from '../families/settings.ts'
import { int, lazy, num, type Out, type OutOf, row, text } from '../schema.ts'

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
  ...peopleEndpoints(salesman, 'salesman_id', {
    required,
    sometimes,
    listParams: {},
    matching: exactMatching,
  }),
  countByName: count({ name: text }, { ...company, ...exactMatching, email: text }),
  getByEmail: rows(salesman, { email: text }, { ...company, ...paging, ...exactMatching }),
}

type Exact = Omit<Search, 'qty' | 'offset'>

/** Salesmen. Pages: https://www.moloni.pt/dev/entities/salesmen/ */
export interface SalesmenApi extends PeopleApi<Salesman, 'salesman_id', SalesmanFields, InCompany> {
  /**
   * How many there are.
   *
   * @experimental Known from client code only.
   */
  count(params?: InCompany, options?: CallOptions): Promise<number>
  /**
   * Those with this text in some field.
   *
   * @experimental Known from client code only.
   */
  getBySearch(params: Search & { search: string }, options?: CallOptions): Promise<Salesman[]>
  /**
   * How many {@link getBySearch} has.
   *
   * @experimental Known from client code only.
   */
  countBySearch(params: Exact & { search: string }, options?: CallOptions): Promise<number>
  /**
   * Those with this tax number.
   *
   * @experimental Known from client code only.
   */
  getByVat(params: Search & { vat: string }, options?: CallOptions): Promise<Salesman[]>
  /**
   * How many {@link getByVat} has.
   *
   * @experimental Known from client code only.
   */
  countByVat(params: Exact & { vat: string }, options?: CallOptions): Promise<number>
  /**
   * Those with this number.
   *
   * @experimental Known from client code only.
   */
  getByNumber(params: Search & { number: string }, options?: CallOptions): Promise<Salesman[]>
  /**
   * How many {@link getByNumber} has.
   *
   * @experimental Known from client code only.
   */
  countByNumber(params: Exact & { number: string }, options?: CallOptions): Promise<number>
  /**
   * Those with this name.
   *
   * @experimental Known from client code only.
   */
  getByName(params: Search & { name: string }, options?: CallOptions): Promise<Salesman[]>
  /**
   * How many {@link getByName} has; client code gives `email` too.
   *
   * @experimental Known from client code only.
   */
  countByName(
    params: Exact & { name: string; email?: string | undefined },
    options?: CallOptions,
  ): Promise<number>
  /**
   * Those with this e-mail address.
   *
   * @experimental Known from client code only.
   */
  getByEmail(params: Search & { email: string }, options?: CallOptions): Promise<Salesman[]>
}
