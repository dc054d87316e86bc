import type { Issue, Mapped, Relation } from '../../domain/index.ts'
import { isPortuguesePostalCode } from '../postal-code.ts'
import { isValidNif, normaliseTaxNumber } from '../tax-number.ts'
import { PORTUGAL } from './customer-insert.ts'
import type { CustomerRow } from './rows.ts'

/** A customer as its own read shows it. */
export interface CustomerCardRow extends CustomerRow {
  readonly website?: string | null | undefined
  readonly fax?: string | null | undefined
  readonly field_notes?: string | null | undefined
  readonly salesman_id?: number | null | undefined
  readonly price_class_id?: number | null | undefined
  readonly payment_day?: number | null | undefined
  readonly credit_limit?: number | null | undefined
  readonly payment_method_id?: number | null | undefined
  readonly delivery_method_id?: number | null | undefined
}

/** Parameters of `customers/update`, without `company_id`, which the client adds. */
export interface CustomerUpdateParams {
  customer_id: number
  vat: string
  number: string
  name: string
  language_id: number
  address: string
  zip_code: string
  city: string
  country_id: number
  email: string
  website: string
  phone: string
  fax: string
  contact_name: string
  contact_email: string
  contact_phone: string
  notes: string
  field_notes: string
  salesman_id: number
  price_class_id: number
  maturity_date_id: number
  payment_day: number
  discount: number
  credit_limit: number
  payment_method_id: number
  delivery_method_id: number
}

/** Fields that change; country and language as Moloni's ids. */
export interface CustomerChange
  extends Partial<
    Pick<
      Relation,
      | 'name'
      | 'vatNumber'
      | 'street'
      | 'postalCode'
      | 'city'
      | 'email'
      | 'phone'
      | 'contact'
      | 'contactEmail'
      | 'contactPhone'
      | 'remark'
    >
  > {
  readonly countryId?: number | undefined
  readonly languageId?: number | undefined
}

/**
 * The parameters that change some fields of a customer. Moloni demands the others again, so they are sent as the
 * customer has them. On a customer that documents name, Moloni keeps tax number and number whatever is sent.
 *
 * Issues: `invalid_tax_number`, `invalid_postal_code`.
 *
 * @see https://www.moloni.pt/dev/entities/customers/update/
 */
export function customerUpdate(row: CustomerCardRow, change: CustomerChange): Mapped<CustomerUpdateParams> {
  const issues: Issue[] = []
  const refuse = (code: string, field: string) =>
    issues.push({ code, field, thing: row.number || String(row.customer_id), severity: 'error' })
  const countryId = change.countryId ?? row.country_id ?? 0
  const vat = normaliseTaxNumber(change.vatNumber)
  if (countryId === PORTUGAL && vat && !isValidNif(vat)) refuse('invalid_tax_number', 'vatNumber')
  if (countryId === PORTUGAL && change.postalCode && !isPortuguesePostalCode(change.postalCode))
    refuse('invalid_postal_code', 'postalCode')
  if (issues.length > 0) return { issues }
  return {
    value: {
      customer_id: row.customer_id,
      vat: vat ?? row.vat ?? '',
      number: row.number ?? '',
      name: change.name ?? row.name ?? '',
      language_id: change.languageId ?? row.language_id ?? 0,
      address: change.street ?? row.address ?? '',
      zip_code: change.postalCode ?? row.zip_code ?? '',
      city: change.city ?? row.city ?? '',
      country_id: countryId,
      email: change.email ?? row.email ?? '',
      website: row.website ?? '',
      phone: change.phone ?? row.phone ?? '',
      fax: row.fax ?? '',
      contact_name: change.contact ?? row.contact_name ?? '',
      contact_email: change.contactEmail ?? row.contact_email ?? '',
      contact_phone: change.contactPhone ?? row.contact_phone ?? '',
      notes: change.remark ?? row.notes ?? '',
      field_notes: row.field_notes ?? '',
      salesman_id: row.salesman_id ?? 0,
      price_class_id: row.price_class_id ?? 0,
      maturity_date_id: row.maturity_date_id ?? 0,
      payment_day: row.payment_day ?? 0,
      discount: row.discount ?? 0,
      credit_limit: row.credit_limit ?? 0,
      payment_method_id: row.payment_method_id ?? 0,
      delivery_method_id: row.delivery_method_id ?? 0,
    },
    issues,
  }
}
