import type { Issue, Mapped, Relation } from '../../domain/index.ts'
import { isPortuguesePostalCode } from '../postal-code.ts'
import { present } from '../present.ts'
import { FINAL_CONSUMER, isValidTaxNumber, normaliseTaxNumber } from '../tax-number.ts'
import { type EsPlatform, esCountry } from './codes.ts'
import type { EsCustomerRow } from './rows.ts'

/** `data` of `customerUpdate`: what is left out stays as it is. */
export interface EsCustomerChangeParams {
  customerId: number
  name?: string
  vat?: string
  address?: string
  zipCode?: string
  city?: string
  countryId?: number
  languageId?: number
  email?: string
  phone?: string
  contactName?: string
  contactEmail?: string
  contactPhone?: string
  notes?: string
}

/** Fields that change; country and language as Moloni's ids. */
export interface EsCustomerChange
  extends Partial<
    Pick<
      Relation,
      | 'name'
      | 'vatNumber'
      | 'street'
      | 'postalCode'
      | 'city'
      | 'country'
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
 * The data that changes some fields of a customer, and nothing else. The shared number of the final consumer is left out: a tax
 * number is unique there. Tax number and postal code are judged by the country that the customer will have.
 *
 * Issues: `invalid_tax_number`, `invalid_postal_code`.
 */
export function esCustomerChange(
  row: EsCustomerRow,
  change: EsCustomerChange,
  platform: EsPlatform,
): Mapped<EsCustomerChangeParams> {
  const issues: Issue[] = []
  const refuse = (code: string, field: string) =>
    issues.push({ code, field, thing: row.number || String(row.customerId), severity: 'error' })
  const country = change.country ?? esCountry(row, platform)
  const number = normaliseTaxNumber(change.vatNumber)
  const vat = number === FINAL_CONSUMER ? undefined : number
  if (vat && country && !isValidTaxNumber(vat, country)) refuse('invalid_tax_number', 'vatNumber')
  if (country === 'PT' && change.postalCode && !isPortuguesePostalCode(change.postalCode))
    refuse('invalid_postal_code', 'postalCode')
  if (issues.length > 0) return { issues }
  const { name, street, postalCode, city, email, phone, contact, contactEmail, contactPhone, remark } = change
  return {
    value: {
      customerId: row.customerId,
      ...present({
        name,
        vat,
        address: street,
        zipCode: postalCode,
        city,
        countryId: change.countryId,
        languageId: change.languageId,
        email,
        phone,
        contactName: contact,
        contactEmail,
        contactPhone,
        notes: remark,
      }),
    },
    issues,
  }
}
