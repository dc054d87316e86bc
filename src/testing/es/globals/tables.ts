import { documentTypes } from '../documents/types.ts'
import type { EsBehaviour } from '../options.ts'
import type { Row } from '../state.ts'
import { countries } from './countries.ts'
import { currencies, currencyExchanges } from './currencies.ts'
import { languages } from './languages.ts'
import {
  businessAreas,
  documentPrintModels,
  measurementUnitDefaults,
  specialTaxSchemes,
  timezones,
} from './others.ts'

/** Tables that all companies share, and the field that holds the id of a row. */
export const globalIdFields = {
  businessAreas: 'businessAreaId',
  countries: 'countryId',
  currencies: 'currencyId',
  currencyExchanges: 'currencyExchangeId',
  documentPrintModels: 'documentPrintModelId',
  documentTypes: 'documentTypeId',
  languages: 'languageId',
  measurementUnitDefaults: 'unitDefaultId',
  specialTaxSchemes: 'specialTaxSchemeId',
  timezones: 'timezoneId',
} as const

export type GlobalName = keyof typeof globalIdFields

const tables: Readonly<Record<Exclude<GlobalName, 'languages'>, readonly Row[]>> = {
  businessAreas,
  countries,
  currencies,
  currencyExchanges,
  documentPrintModels,
  documentTypes,
  measurementUnitDefaults,
  specialTaxSchemes,
  timezones,
}

/** A table that all companies share. */
export function globalTable(name: GlobalName, { platform }: Pick<EsBehaviour, 'platform'>): readonly Row[] {
  return name === 'languages' ? languages[platform] : tables[name]
}

/** Whether a shared table has a row with this id. */
export function inGlobalTable(
  name: GlobalName,
  id: unknown,
  behaviour: Pick<EsBehaviour, 'platform'>,
): boolean {
  return globalTable(name, behaviour).some((row) => row[globalIdFields[name]] === id)
}
