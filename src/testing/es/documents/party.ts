import type { JsonObject } from '../../http/json.ts'
import { countries } from '../globals/countries.ts'
import { isTranslated, ownLanguage, translate } from '../languages.ts'
import { type CompanyCall, num, object, objects, text } from '../operation.ts'
import { findRow, type Row } from '../state.ts'
import type { DocumentKind } from './kinds/kind.ts'

const tables = { customer: 'customers', supplier: 'suppliers', salesperson: 'salespersons' } as const

/** The field that names whom a document is for. */
export function partyField({ party }: DocumentKind): `${DocumentKind['party']}Id` {
  return `${party}Id`
}

/** Whom a document is for; undefined when there is no such row. */
export function partyOf({ company }: CompanyCall, kind: DocumentKind, fields: JsonObject): Row | undefined {
  return findRow(company, tables[kind.party], fields[partyField(kind)])
}

/** What a document copies of whom it is for: an alternate address takes the place of the usual one. */
export function partySnapshot(call: CompanyCall, kind: DocumentKind, row: JsonObject): JsonObject {
  const party: JsonObject = partyOf(call, kind, row) ?? {}
  const alternate = addressOf(party, row.alternateAddressId)
  const place = alternate ?? party
  const countryId = num(object(row, 'told'), 'countryId') || num(place, 'countryId')
  const title = countries.find((one) => one.countryId === countryId)?.title
  const { behaviour } = call
  return {
    entityVat: text(party, 'vat'),
    entityName: text(party, 'name'),
    entityNumber: text(party, 'number'),
    entityAddress: text(place, 'address'),
    entityZipCode: text(place, 'zipCode'),
    entityCity: text(place, 'city'),
    entityCountryName: isTranslated(title) ? translate(title, ownLanguage(behaviour), behaviour) : '',
    countryId: countryId || null,
    geographicZoneId: party.geographicZoneId ?? null,
    alternateAddress: alternate ?? null,
  }
}

/** One of the other addresses of a customer. */
export function addressOf(party: JsonObject, id: unknown): JsonObject | undefined {
  return objects(party, 'alternateAddresses').find(({ alternateAddressId }) => alternateAddressId === id)
}
