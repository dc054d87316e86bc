import type { Mapped, Relation, RelationAddress } from '../../domain/index.ts'
import { fiscalZone } from '../fiscal-zone.ts'
import { known, knownId } from '../known.ts'
import { present } from '../present.ts'
import { type RelationContext, relationOf } from '../relation.ts'
import { sourceOf } from '../source.ts'
import { countryCode, languageCode } from './codes.ts'
import type { AddressRow, CustomerRow } from './rows.ts'

/**
 * A relation from a Moloni customer. The address stays in one piece in `street`; the contact's e-mail address
 * stays the contact's and never becomes the one that work orders are sent to.
 *
 * Issues: `missing_number`, `missing_name`; `missing_street`, `missing_postal_code`, `missing_city` (errors
 * for the required ones, else warnings); warning `invalid_tax_number`.
 */
export function relationFromCustomer(row: CustomerRow, context: RelationContext): Mapped<Relation> {
  const country = countryCode(row)
  const postalCode = known(row.zip_code)
  return relationOf(
    {
      debtorNumber: known(row.number),
      name: known(row.name),
      active: row.visibility_id !== 0,
      source: sourceOf('pt', context.companyId, row.customer_id),
      street: known(row.address),
      postalCode,
      city: known(row.city),
      vatNumber: known(row.vat),
      country,
      contact: known(row.contact_name),
      contactEmail: known(row.contact_email),
      contactPhone: known(row.contact_phone),
      phone: known(row.phone),
      email: known(row.email),
      remark: known(row.notes),
      language: languageCode(row),
      fiscalZone: fiscalZone({ country, postalCode }),
      addresses: row.alternate_addresses?.flatMap(alternateAddress),
    },
    context,
  )
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
