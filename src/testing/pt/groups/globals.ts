import type { Json, JsonObject } from '../../http/json.ts'
import { documentGroups } from '../documents/types.ts'
import { count } from '../lists.ts'
import { type Method, type Methods, num, open } from '../method.ts'
import type { Fields } from '../validation/rules.ts'
import { countries, currencies, fiscalZones, languages, taxExemptions } from './globals-data.ts'

interface GlobalTable {
  readonly rows: readonly JsonObject[]
  readonly fields?: Fields
  matches?(row: JsonObject, values: JsonObject): boolean
}

function translated(id: string, value: number, names: readonly string[]): Json {
  return names.map((name, index) => ({ [id]: value, language_id: index + 1, name }))
}

const tables: Readonly<Record<string, GlobalTable>> = {
  countries: {
    rows: countries.map(({ country_id, iso_3166_1, names, vies }, index) => ({
      iso_3166_1,
      country_id,
      order: index + 1,
      name: names[0],
      image: '',
      vies_vat_check_available: vies,
      languages: translated('country_id', country_id, names),
      fiscal_zones: fiscalZones.filter((zone) => zone.country_id === country_id).map((zone) => ({ ...zone })),
    })),
  },
  fiscalZones: {
    rows: fiscalZones.map((zone) => ({ ...zone })),
    fields: { country_id: 'id!' },
    matches: (row, values) => row.country_id === num(values, 'country_id'),
  },
  languages: { rows: languages.map((language) => ({ ...language })) },
  currencies: {
    rows: currencies.map(({ currency_id, iso4217, symbol, names }) => ({
      iso4217,
      currency_id,
      symbol,
      languages: translated('currency_id', currency_id, names),
    })),
  },
  taxExemptions: {
    rows: taxExemptions.map(([code, name]) => ({ code, name, description: name })),
    fields: { with_invisible: 'flag' },
  },
}

/** Tables that are the same for everybody. Nothing in them was changed lately, so their delta lists are empty. */
export const globalMethods: Methods = {
  ...Object.fromEntries(Object.entries(tables).flatMap(([group, table]) => methodsOf(group, table))),
  'documents/getAllDocumentTypes': open({ language_id: 'id!' }, () =>
    documentGroups.map(({ typeId, code, name }) => ({ document_type_id: typeId, saft_code: code, name })),
  ),
}

function methodsOf(group: string, { rows, fields = {}, matches }: GlobalTable): [string, Method][] {
  const shown = (values: JsonObject) => rows.filter((row) => matches?.(row, values) ?? true)
  const delta: Fields = { lastmodified: 'time!', ...(group === 'taxExemptions' ? fields : {}) }
  return [
    [`${group}/getAll`, open(fields, ({ values }) => shown(values))],
    [`${group}/getModifiedSince`, open(delta, () => [])],
    [`${group}/countModifiedSince`, open(delta, () => count([]))],
  ]
}
