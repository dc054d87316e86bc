import type { Issue, Mapped, Relation } from '../../domain/index.ts'
import { isPortuguesePostalCode } from '../postal-code.ts'
import { isValidNif, normaliseTaxNumber } from '../tax-number.ts'

/** Parameters of `customers/insert`, without `company_id`, which the client adds. */
export interface CustomerInsertParams {
  vat: string
  number: string
  name: string
  language_id: number
  address: string
  zip_code: string
  city: string
  country_id: number
  email: string
  phone: string
  contact_name: string
  contact_email: string
  contact_phone: string
  notes: string
  salesman_id: number
  maturity_date_id: number
  payment_day: number
  discount: number
  credit_limit: number
  payment_method_id: number
  delivery_method_id: number
}

/** What a relation does not tell and Moloni wants to know. 0 is taken for "none". */
export interface CustomerDefaults {
  readonly countryId: number
  readonly languageId: number
  readonly maturityDateId?: number
  readonly paymentMethodId?: number
  readonly deliveryMethodId?: number
}

/** Moloni's id of Portugal, where tax number and postal code are checked. */
export const PORTUGAL = 1
const MAX_NUMBER = 20

/**
 * The parameters that create a customer. Nothing is cut and nothing is made up; a relation without a tax
 * number is not turned into a final consumer.
 *
 * Issues: `too_long`, `missing_tax_number`, `invalid_tax_number`, `missing_street`, `missing_city`,
 * `invalid_postal_code`.
 *
 * @see https://www.moloni.pt/dev/entities/customers/insert/
 */
export function customerInsert(relation: Relation, defaults: CustomerDefaults): Mapped<CustomerInsertParams> {
  const issues: Issue[] = []
  const refuse = (code: string, field: string, details?: Issue['details']) =>
    issues.push({ code, field, thing: relation.debtorNumber, severity: 'error', ...(details && { details }) })

  const vat = normaliseTaxNumber(relation.vatNumber)
  const address = [relation.street, relation.houseNumber].filter(Boolean).join(' ')
  const zip = relation.postalCode ?? ''
  const portuguese = defaults.countryId === PORTUGAL

  if (relation.debtorNumber.length > MAX_NUMBER) refuse('too_long', 'debtorNumber', { max: MAX_NUMBER })
  if (!vat) refuse('missing_tax_number', 'vatNumber')
  else if (portuguese && !isValidNif(vat)) refuse('invalid_tax_number', 'vatNumber')
  if (!address) refuse('missing_street', 'street')
  if (!relation.city) refuse('missing_city', 'city')
  if (portuguese && zip && !isPortuguesePostalCode(zip)) refuse('invalid_postal_code', 'postalCode')
  if (issues.length > 0 || !vat || !relation.city) return { issues }

  return {
    value: {
      vat,
      number: relation.debtorNumber,
      name: relation.name,
      language_id: defaults.languageId,
      address,
      zip_code: zip,
      city: relation.city,
      country_id: defaults.countryId,
      email: relation.email ?? '',
      phone: relation.phone ?? relation.mobile ?? '',
      contact_name: relation.contact ?? '',
      contact_email: relation.contactEmail ?? '',
      contact_phone: relation.contactPhone ?? '',
      notes: relation.remark ?? '',
      salesman_id: 0,
      maturity_date_id: defaults.maturityDateId ?? 0,
      payment_day: 0,
      discount: 0,
      credit_limit: 0,
      payment_method_id: defaults.paymentMethodId ?? 0,
      delivery_method_id: defaults.deliveryMethodId ?? 0,
    },
    issues,
  }
}
