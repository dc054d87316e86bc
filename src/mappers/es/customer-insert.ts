import type { Issue, Mapped, Relation } from '../../domain/index.ts'
import { isPortuguesePostalCode } from '../postal-code.ts'
import { present } from '../present.ts'
import { FINAL_CONSUMER, isValidTaxNumber, normaliseTaxNumber } from '../tax-number.ts'
import { type EsPlatform, esCountry } from './codes.ts'

interface CustomerFields {
  name: string
  countryId: number
  vat?: string
  address?: string
  zipCode?: string
  city?: string
  email?: string
  phone?: string
  contactName?: string
  contactEmail?: string
  contactPhone?: string
  notes?: string
}

/** `data` of `customerCreate`. */
export interface EsCustomerInsertParams extends CustomerFields {
  number: string
  languageId: number
  maturityDateId?: number
  paymentMethodId?: number
  deliveryMethodId?: number
}

/** `data` of `customerUpdate`. */
export interface EsCustomerUpdateParams extends CustomerFields {
  customerId: number
  number?: string
}

/** What a relation does not tell and Moloni wants to know. */
export interface EsCustomerDefaults {
  readonly platform: EsPlatform
  readonly countryId: number
  readonly languageId: number
  readonly maturityDateId?: number
  readonly paymentMethodId?: number
  readonly deliveryMethodId?: number
}

const MAX_VAT = 30

/**
 * The data that creates a customer. Nothing is cut and nothing is made up. The shared number of the final consumer
 * is left out: a tax number is unique there.
 *
 * Issues: `invalid_tax_number`, `invalid_postal_code`, `too_long`.
 *
 * @see https://docs.molonion.pt/reference/inputs/CustomerInsert
 */
export function esCustomerInsert(
  relation: Relation,
  defaults: EsCustomerDefaults,
): Mapped<EsCustomerInsertParams> {
  const { maturityDateId, paymentMethodId, deliveryMethodId, languageId } = defaults
  return checked({ relation, defaults, identity: true }, (fields) => ({
    number: relation.debtorNumber,
    ...fields,
    languageId,
    ...present({ maturityDateId, paymentMethodId, deliveryMethodId }),
  }))
}

export interface EsCustomerUpdateOptions {
  /** Whether tax number and number are sent as well. Default: false. */
  readonly identity?: boolean
}

/**
 * The data that updates a customer: what the relation states. What it does not state stays as it is in Moloni, and so
 * do tax number and number, unless they are asked for.
 *
 * Issues: as {@link esCustomerInsert}.
 */
export function esCustomerUpdate(
  customerId: number,
  relation: Relation,
  defaults: Pick<EsCustomerDefaults, 'platform' | 'countryId'>,
  { identity = false }: EsCustomerUpdateOptions = {},
): Mapped<EsCustomerUpdateParams> {
  return checked({ relation, defaults, identity }, (fields) => ({
    customerId,
    ...fields,
    ...(identity && { number: relation.debtorNumber }),
  }))
}

interface Pushed {
  readonly relation: Relation
  readonly defaults: Pick<EsCustomerDefaults, 'platform' | 'countryId'>
  /** Whether the tax number is sent. */
  readonly identity: boolean
}

function checked<T>(
  { relation, defaults: { platform, countryId }, identity }: Pushed,
  build: (fields: CustomerFields) => T,
): Mapped<T> {
  const issues: Issue[] = []
  const refuse = (code: string, field: string, details?: Issue['details']) =>
    issues.push({ code, field, thing: relation.debtorNumber, severity: 'error', ...(details && { details }) })

  const country = esCountry({ countryId }, platform) ?? relation.country
  const number = normaliseTaxNumber(relation.vatNumber)
  const vat = identity && number !== FINAL_CONSUMER ? number : undefined
  if (vat && vat.length > MAX_VAT) refuse('too_long', 'vatNumber', { max: MAX_VAT })
  else if (vat && country && !isValidTaxNumber(vat, country)) refuse('invalid_tax_number', 'vatNumber')
  const zipCode = relation.postalCode
  if (country === 'PT' && zipCode && !isPortuguesePostalCode(zipCode))
    refuse('invalid_postal_code', 'postalCode')
  if (issues.length > 0) return { issues }

  const fields: CustomerFields = {
    name: relation.name,
    countryId,
    ...present({
      vat,
      address: [relation.street, relation.houseNumber].filter(Boolean).join(' ') || undefined,
      zipCode,
      city: relation.city,
      email: relation.email,
      phone: relation.phone ?? relation.mobile,
      contactName: relation.contact,
      contactEmail: relation.contactEmail,
      contactPhone: relation.contactPhone,
      notes: relation.remark,
    }),
  }
  return { value: build(fields), issues }
}
