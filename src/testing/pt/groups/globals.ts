import type { Json, JsonObject } from '../../http/json.ts'
import { documentGroups, serviceSheets } from '../documents/types.ts'
import { lisbonDay, parseTime } from '../lisbon.ts'
import { count } from '../lists.ts'
import { type Call, type Method, type Methods, num, open, text } from '../method.ts'
import type { Fields } from '../validation/rules.ts'
import {
  countries,
  currencies,
  documentModels,
  exchangeRates,
  fiscalZones,
  gateways,
  languages,
  taxExemptions,
} from './globals-data.ts'

interface GlobalTable {
  readonly rows: readonly JsonObject[]
  /** Has no `countModifiedSince`. */
  readonly uncounted?: boolean
  /** Changes every day. */
  readonly daily?: boolean
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
  documentModels: {
    rows: documentModels.map(({ document_model_id, names }) => ({
      document_model_id,
      languages: translated('document_model_id', document_model_id, names),
    })),
  },
  currencyExchange: {
    rows: exchangeRates.flatMap(([id, rate]) => [
      { from: 1, to: id, value: rate },
      { from: id, to: 1, value: Math.round(1e6 / rate) / 1e6 },
    ]),
    uncounted: true,
    daily: true,
  },
  mBGateways: {
    rows: gateways.map((gateway) => ({ ...gateway, callback: '', show_hash: 0 })),
    uncounted: true,
  },
}

/** When the tables were last changed. */
const lastChange = Date.UTC(2024, 0, 1)

/** Tables that are the same for everybody. */
export const globalMethods: Methods = {
  ...Object.fromEntries(Object.entries(tables).flatMap(([group, table]) => methodsOf(group, table))),
  'documents/getAllDocumentTypes': open({ language_id: 'id!' }, ({ behaviour }) => {
    const sheets = behaviour.serviceSheets
    const more = sheets ? [{ ...serviceSheets, name: sheets.typeName }] : []
    return [...documentGroups, ...more].map(({ typeId, code, name }) => ({
      document_type_id: typeId,
      saft_code: code,
      name,
    }))
  }),
}

function methodsOf(group: string, table: GlobalTable): [string, Method][] {
  const { rows, fields = {}, matches } = table
  const shown = (values: JsonObject) => rows.filter((row) => matches?.(row, values) ?? true)
  const deltaFields: Fields = { lastmodified: 'time!', ...(group === 'taxExemptions' ? fields : {}) }
  const delta = ({ values, now, behaviour }: Call) => {
    const from = parseTime(text(values, 'lastmodified'), behaviour.modifiedSinceZone) ?? 0
    const changed = table.daily ? (parseTime(lisbonDay(now)) ?? now) : lastChange
    return changed >= from ? rows : []
  }
  const counted: [string, Method] = [
    `${group}/countModifiedSince`,
    open(deltaFields, (call) => count(delta(call))),
  ]
  return [
    [`${group}/getAll`, open(fields, ({ values }) => shown(values))],
    [`${group}/getModifiedSince`, open(deltaFields, (call) => [...delta(call)])],
    ...(table.uncounted ? [] : [counted]),
  ]
}
