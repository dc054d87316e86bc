import type { Given } from './sample.ts'

/** Values of parameters whose names mean the same everywhere, but for ids of the company's own records. */
export const KNOWN_VALUES: Given = {
  // The client adds its own.
  company_id: undefined,
  country_id: 1,
  language_id: 1,
  vat: '509442013',
  zip_code: '3000-121',
  email: 'geral@example.com',
  contact_email: 'contacto@example.com',
  website: 'https://example.com',
  phone: '239000111',
  contact_phone: '239000112',
  fax: '239000113',
  cellphone: '919000111',
  fiscal_zone: 'PT',
  lastmodified: '2020-01-01',
  exact: 0,
  offset: 0,
  qty: 50,
}
