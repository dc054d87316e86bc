import { page } from '../lists/page.ts'
import {
  answer,
  type Call,
  type Operation,
  type Operations,
  ofAnyone,
  ofUser,
  problem,
  Refusal,
} from '../operation.ts'
import { type GlobalName, globalIdFields, globalTable } from './tables.ts'

const list = (name: GlobalName, type: string) => (call: Call) =>
  page(call, globalTable(name, call.behaviour), type)

/** One row by its id, the only argument. */
function one(name: GlobalName): Operation {
  return ofUser((call) => {
    const idField = globalIdFields[name]
    const row = globalTable(name, call.behaviour).find((each) => each[idField] === call.args[idField])
    if (!row) throw new Refusal(problem(idField, `The ${idField.slice(0, -2)} provided does not exist`))
    return answer(row)
  })
}

export const globalOperations: Operations = {
  businessAreas: ofAnyone(list('businessAreas', 'BusinessAreaRead')),
  countries: ofAnyone(list('countries', 'CountryRead')),
  country: one('countries'),
  currencies: ofUser(list('currencies', 'CurrencyRead')),
  currency: one('currencies'),
  currencyExchange: one('currencyExchanges'),
  currencyExchanges: ofUser(list('currencyExchanges', 'CurrencyExchangeRead')),
  documentPrintModel: one('documentPrintModels'),
  documentPrintModels: ofUser(list('documentPrintModels', 'DocumentPrintModelRead')),
  documentType: one('documentTypes'),
  documentTypes: ofUser(list('documentTypes', 'DocumentTypeRead')),
  language: one('languages'),
  languages: ofUser(list('languages', 'LanguageRead')),
  measurementUnitDefault: one('measurementUnitDefaults'),
  measurementUnitDefaults: ofUser(list('measurementUnitDefaults', 'MeasurementUnitDefaultRead')),
  specialTaxScheme: one('specialTaxSchemes'),
  specialTaxSchemes: ofUser(list('specialTaxSchemes', 'SpecialTaxSchemeRead')),
  timezone: one('timezones'),
  timezones: ofUser(list('timezones', 'TimezoneRead')),
}
