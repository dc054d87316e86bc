import { documentTypes } from '../documents/types.ts'
import type { EsBehaviour } from '../options.ts'
import type { Row } from '../state.ts'

/** Tables that all companies share, and the field that holds the id of a row. */
export const globalIdFields = {
  businessAreas: 'businessAreaId',
  countries: 'countryId',
  currencies: 'currencyId',
  currencyExchanges: 'currencyExchangeId',
  documentTypes: 'documentTypeId',
  languages: 'languageId',
  timezones: 'timezoneId',
} as const

export type GlobalName = keyof typeof globalIdFields

/** A table that all companies share. */
export function globalTable(name: GlobalName, _behaviour: Pick<EsBehaviour, 'platform'>): readonly Row[] {
  return name === 'documentTypes' ? documentTypes : []
}
