import type { Issue, Mapped, Relation, RelationAddress } from '../../domain/index.ts'
import { fiscalZone } from '../fiscal-zone.ts'
import { present } from '../present.ts'
import { isValidNif, normaliseTaxNumber } from '../tax-number.ts'
import { countryCode, known, knownId, languageCode } from './known.ts'
import type { AddressRow, CustomerRow } from './rows.ts'
import { ptSource } from './source.ts'

/** Fields of an address that a host may demand. */
export type RequiredField = 'street' | 'postalCode' | 'city'

export interface RelationContext {
  readonly companyId: number | string
  /** Fields without which the host refuses a relation: there the issue is an error. Default: none. */
  readonly require?: readonly RequiredField[]
}

const missing: Record<RequiredField, string> = {
  street: 'missing_street',
  postalCode: 'missing_postal_code',
  city: 'missing_city',
}

/**
 * A relation from a Moloni customer. The address stays in one piece in `street`; the contact's e-mail address
 * stays the contact's and never becomes the one that work orders are sent to.
 *
 * Issues: `missing_number`, `missing_name`; `missing_street`, `missing_postal_code`, `missing_city` (errors
 * for the required ones, else warnings); warning `invalid_tax_number`.
 */
export function relationFromCustomer(row: CustomerRow, context: RelationContext): Mapped<Relation> {
  const debtorNumber = known(row.number)
  const name = known(row.name)
  const country = countryCode(row)
  const vatNumber = normaliseTaxNumber(known(row.vat))
  const address = { street: known(row.address), postalCode: known(row.zip_code), city: known(row.city) }
  const thing = debtorNumber ?? name ?? String(row.customer_id)

  const issues: Issue[] = []
  const say = (code: string, field: string, severity: Issue['severity']) =>
    issues.push({ code, field, thing, severity })
  if (!debtorNumber) say('missing_number', 'debtorNumber', 'error')
  if (!name) say('missing_name', 'name', 'error')
  for (const field of ['street', 'postalCode', 'city'] as const)
    if (!address[field]) say(missing[field], field, context.require?.includes(field) ? 'error' : 'warning')
  if (country === 'PT' && vatNumber && !isValidNif(vatNumber))
    say('invalid_tax_number', 'vatNumber', 'warning')
  if (!debtorNumber || !name || issues.some(({ severity }) => severity === 'error')) return { issues }

  return {
    value: {
      debtorNumber,
      name,
      active: row.visibility_id !== 0,
      source: ptSource(context.companyId, row.customer_id),
      ...present({
        ...address,
        vatNumber,
        country,
        contact: known(row.contact_name),
        contactEmail: known(row.contact_email),
        contactPhone: known(row.contact_phone),
        phone: known(row.phone),
        email: known(row.email),
        remark: known(row.notes),
        language: languageCode(row),
        fiscalZone: fiscalZone({ country, postalCode: address.postalCode }),
        addresses: row.alternate_addresses?.flatMap(alternateAddress),
      }),
    },
    issues,
  }
}

function alternateAddress(row: AddressRow): RelationAddress[] {
  const id = knownId(row.address_id)
  if (id === undefined) return []
  return [
    {
      id: String(id),
      ...present({
        code: known(row.code),
        name: known(row.designation),
        contact: known(row.contact_name),
        phone: known(row.phone),
        email: known(row.email),
        street: known(row.address),
        postalCode: known(row.zip_code),
        city: known(row.city),
        country: countryCode(row),
      }),
    },
  ]
}
