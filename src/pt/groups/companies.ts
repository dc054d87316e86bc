import type { CallOptions } from '../caller.ts'
import { company, one, rows, type Saved, saved, write } from '../endpoint.ts'
import type { InCompany } from '../families/settings.ts'
import type { ListOptions, RowList } from '../row-list.ts'
import { array, datetime, int, lazy, num, type Out, type OutOf, row, scalar, text } from '../schema.ts'

const country = row({}, { country_id: int, iso_3166_1: text, name: text })

const summary = lazy(() =>
  row(
    { company_id: int, name: text },
    {
      email: text,
      vat: text,
      address: text,
      city: text,
      zip_code: text,
      country_id: int,
      image: text,
      confirmed: int,
      currency_id: int,
      gdpr_acceptance: int,
      country,
      currency: row({}, { currency_id: int, symbol: text, symbol_right: int }),
    },
  ),
)

/** A company as the list shows it. Id 5 is a demonstration company that many accounts share. */
export interface CompanySummary extends OutOf<typeof summary> {}

const details = lazy(() =>
  row(
    { company_id: int, name: text },
    {
      email: text,
      fax: text,
      website: text,
      subscription_date: datetime,
      vat: text,
      address: text,
      city: text,
      zip_code: text,
      country_id: int,
      capital: text,
      commercial_registration_number: text,
      registry_office: text,
      phone: text,
      image: text,
      country,
      subscription: row(
        {},
        {
          subscription_id: int,
          payment_mode: text,
          last_price: num,
          subscription_date: datetime,
          expire_date: datetime,
          paid: int,
          last_payment_date: datetime,
        },
      ),
      bank_accounts: array(row({}, { bank_account_id: int, name: text, value: text })),
      eac_codes: array(row({}, { eac_id: int, code: text, description: text })),
      copies: array(row({}, { document_type_id: int, copies: int })),
    },
  ),
)

/** A company with its subscription, accounts and activity codes. */
export interface Company extends OutOf<typeof details> {}

const fields = {
  name: text,
  vat: text,
  email: text,
  address: text,
  city: text,
  zip_code: text,
  country_id: int,
  capital: text,
  commercial_registration_number: text,
  registry_office: text,
  phone: text,
  fax: text,
  website: text,
  is_retailer_or_tsp: scalar,
  decimal_separator: text,
  thousands_separator: text,
  decimal_places: scalar,
  currency_id: int,
  docs_copies: scalar,
  maturity_date_id: int,
  maturity_on_week_day: scalar,
  payment_method_id: int,
  delivery_method_id: int,
  notes: text,
  docs_footer: text,
  docs_commercial_info_on_footer: scalar,
  docs_company_info_position: scalar,
  docs_pdf_model_id: int,
  mails_sender_name: text,
  mails_sender_address: text,
  show_home_charts: scalar,
  docs_show_related: scalar,
  docs_show_client_phone: scalar,
  docs_show_values_on_movement_docs: scalar,
  docs_show_values_orders_docs: scalar,
  docs_show_values_on_return_docs: scalar,
  docs_show_values_with_taxes: scalar,
  docs_show_client_vat_prefix: scalar,
  docs_show_company_notes: scalar,
  show_inactive_customers: scalar,
  show_inactive_products: scalar,
  customer_series: scalar,
  numeric_code_ordering: scalar,
  detached_series_doc_number: scalar,
  docs_qty_products_page: scalar,
  notify_late_documents: scalar,
}

/** The fields of a company as Moloni's console form lists them; which are needed is not published. */
export interface CompanyFields extends Out<Record<never, never>, typeof fields> {}

const slug = lazy(() => row({ valid: int }))

export const companiesEndpoints = {
  getAll: rows(summary, {}, {}),
  getOne: one(details, {}, company),
  update: write('update', saved('company_id'), {}, { ...company, ...fields }),
  freeSlug: one(slug, { slug: text }, {}),
}

/**
 * Companies. Pages: `https://www.moloni.pt/dev/company/company/<method>/`.
 * Errors of all methods: `AuthError`, `ValidationError`, transport errors and `ContractError`.
 */
export interface CompaniesApi {
  /** The companies of this login. Page: https://www.moloni.pt/dev/company/company/getall/ */
  getAll(params?: Record<never, never>, options?: CallOptions): Promise<CompanySummary[]>
  /** One company. Page: https://www.moloni.pt/dev/company/company/getone/ */
  getOne(params?: InCompany, options?: CallOptions): Promise<Company>
  /** Changes a company. Page: https://www.moloni.pt/dev/company/company/update/ */
  update(params: CompanyFields & InCompany, options?: CallOptions): Promise<Saved<'company_id'>>
  /**
   * Whether a short name for the web address is free: `valid` 1.
   *
   * @experimental Known from client code only.
   */
  freeSlug(params: { slug: string }, options?: CallOptions): Promise<{ valid: number }>
  /** {@link getAll} as a list. */
  list(filter?: Record<never, never>, options?: ListOptions): RowList<CompanySummary>
}
