import type { Mapped, Relation, RelationAddress } from '../../domain/index.ts'
import { known, knownId } from '../known.ts'
import { present } from '../present.ts'
import { type RelationContext, relationOf } from '../relation.ts'
import { sourceOf } from '../source.ts'
import { type EsPlatform, esCountry, esFiscalZone, esLanguage } from './codes.ts'
import type { EsAddressRow, EsCustomerRow } from './rows.ts'
import { stated } from './stated.ts'

export interface EsRelationContext extends RelationContext {
  readonly platform: EsPlatform
}

/**
 * A relation from a customer of Moloni ES or ON. The address stays in one piece in `street`; the contact's e-mail
 * address stays the contact's and never becomes the one that work orders are sent to.
 *
 * Issues: `missing_number`, `missing_name`; `missing_street`, `missing_postal_code`, `missing_city` (errors
 * for the required ones, else warnings); warning `invalid_tax_number`.
 */
export function relationFromEsCustomer(row: EsCustomerRow, context: EsRelationContext): Mapped<Relation> {
  const { platform, companyId } = context
  return relationOf(
    {
      debtorNumber: known(row.number),
      name: known(row.name),
      active: row.visible !== 0,
      source: sourceOf(platform, companyId, row.customerId),
      street: known(row.address),
      postalCode: known(row.zipCode),
      city: known(row.city),
      vatNumber: known(row.vat),
      country: esCountry(row, platform),
      contact: known(row.contactName),
      contactEmail: known(row.contactEmail),
      contactPhone: known(row.contactPhone),
      phone: known(row.phone),
      email: known(row.email),
      remark: known(row.notes),
      language: esLanguage(row.languageId, platform),
      fiscalZone: esFiscalZone(row, platform),
      addresses: row.alternateAddresses
        ? stated(row.alternateAddresses).flatMap((address) => alternateAddress(address, platform))
        : undefined,
    },
    context,
  )
}

function alternateAddress(row: EsAddressRow, platform: EsPlatform): RelationAddress[] {
  const id = knownId(row.alternateAddressId)
  if (id === undefined) return []
  return [
    {
      id: String(id),
      ...present({
        code: known(row.code),
        name: known(row.designation),
        contact: known(row.contactName),
        phone: known(row.phone),
        email: known(row.email),
        street: known(row.address),
        postalCode: known(row.zipCode),
        city: known(row.city),
        country: esCountry(row, platform),
      }),
    },
  ]
}
