import type { CallOptions } from '../caller.ts'
import { company, one } from '../endpoint.ts'
import type { InCompany } from '../families/settings.ts'
import { array, date, datetime, int, lazy, num, type Out, type OutOf, row, text } from '../schema.ts'

const summary = lazy(() =>
  row(
    {},
    {
      num_docs: int,
      num_documents: int,
      delayed: num,
      net_value: num,
      reconciled: num,
      delay: int,
      total_delay: int,
      total: num,
      pending: num,
      missing: num,
      start_date: text,
      end_date: text,
    },
  ),
)

const document = lazy(() =>
  row(
    { document_id: int },
    {
      document_type_id: int,
      document_set_name: text,
      number: int,
      date: datetime,
      expiration_date: datetime,
      net_value: num,
      reconciled_value: num,
    },
  ),
)

const customer = lazy(() =>
  row(
    { customer_id: int },
    {
      customer: row(
        {},
        {
          number: text,
          name: text,
          vat: text,
          address: text,
          city: text,
          zip_code: text,
          country_id: int,
        },
      ),
      documents: array(document),
    },
  ),
)

const byClient = lazy(() => row({}, { summary, customers: array(customer) }))
const byDate = lazy(() => row({}, { summary, total: int, documents: array(document) }))

/** Documents of sale that are not paid, by customer. */
export interface SalesPendingByClient extends OutOf<typeof byClient> {}

/** Documents of sale that are not paid, in order. */
export interface SalesPendingByDate extends OutOf<typeof byDate> {}

const filters = {
  clients: array(int),
  document_types: array(int),
  start_date: date,
  end_date: date,
  order_by: text,
  order_dir: text,
}

/**
 * Which documents: ids of customers and of kinds, moments `YYYY-MM-DD HH:MM:SS`; `order_by` one of `date`,
 * `reference`, `client_reference`, `order_dir` `ASC` or `DESC`.
 */
export interface SalesPendingFilter extends Out<Record<never, never>, typeof filters>, InCompany {}

export const SalesPendingEndpoints = {
  getAllByClient: one(byClient, {}, { ...company, ...filters }),
  getAllByDate: one(byDate, {}, { ...company, ...filters }),
}

/**
 * Documents of sale that are not paid yet. Errors of all methods: `AuthError`, `ValidationError`, transport errors
 * and `ContractError`.
 */
export interface SalesPendingApi {
  /**
   * By customer, with totals.
   *
   * @experimental Undocumented; known from client code only.
   */
  getAllByClient(params?: SalesPendingFilter, options?: CallOptions): Promise<SalesPendingByClient>
  /**
   * By date, with totals.
   *
   * @experimental Undocumented; known from client code only.
   */
  getAllByDate(params?: SalesPendingFilter, options?: CallOptions): Promise<SalesPendingByDate>
}
