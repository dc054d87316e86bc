import type { JsonObject } from '../../http/json.ts'
import { pick } from '../method.ts'
import { type CompanyState, findRow, type TableName } from '../state.ts'
import { countries, currencies, languages } from './globals-data.ts'

/** The named row as a nested object; the key is absent when the id is 0 or unknown. */
export function related(
  company: CompanyState,
  table: TableName,
  id: string,
  value: unknown,
  fields: readonly string[],
): JsonObject | undefined {
  const row = findRow(company[table], id, value)
  return row && pick(row, [id, ...fields])
}

export function countryOf(id: unknown): JsonObject | undefined {
  const country = countries.find((row) => row.country_id === id)
  return country && { iso_3166_1: country.iso_3166_1, country_id: country.country_id, name: country.names[0] }
}

export function countryName(id: unknown): string {
  return countries.find((row) => row.country_id === id)?.names[0] ?? ''
}

export function languageOf(id: unknown): JsonObject | undefined {
  const language = languages.find((row) => row.language_id === id)
  return language && { ...language }
}

export function currencyOf(id: unknown): JsonObject | undefined {
  const currency = currencies.find((row) => row.currency_id === id)
  return currency && { currency_id: currency.currency_id, symbol: currency.symbol, symbol_right: 1 }
}

/** Whether a document or an entity points at the row. */
export function pointedAt(
  company: CompanyState,
  field: string,
  id: number,
  tables: readonly TableName[],
): boolean {
  return tables.some((table) => company[table].some((row) => row[field] === id))
}
