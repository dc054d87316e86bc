import type { Fields } from '../validation/rules.ts'

const texts = [
  'name vat address city zip_code capital commercial_registration_number registry_office phone fax',
  'is_retailer_or_tsp decimal_separator thousands_separator decimal_places docs_copies',
  'maturity_on_week_day notes docs_footer docs_commercial_info_on_footer docs_company_info_position',
  'mails_sender_name mails_sender_address show_home_charts docs_show_related docs_show_client_phone',
  'docs_show_values_on_movement_docs docs_show_values_orders_docs docs_show_values_on_return_docs',
  'docs_show_values_with_taxes docs_show_client_vat_prefix docs_show_company_notes',
  'show_inactive_customers show_inactive_products customer_series numeric_code_ordering',
  'detached_series_doc_number docs_qty_products_page notify_late_documents',
].flatMap((line) => line.split(' '))

/** What a company may change of its own record. */
export const companyFields: Fields = {
  ...Object.fromEntries(texts.map((name) => [name, 'text'])),
  email: 'email',
  country_id: 'int',
  currency_id: 'int',
  maturity_date_id: 'int',
  payment_method_id: 'int',
  delivery_method_id: 'int',
  website: 'url',
  docs_pdf_model_id: 'int',
}
