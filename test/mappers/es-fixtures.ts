import { settings } from '../../src/domain/index.ts'
import {
  type AccountTables,
  type EsAccountRows,
  type EsCustomerRow,
  type EsProductRow,
  type EsTaxRow,
  esAccountTables,
} from '../../src/mappers/index.ts'

export const esContext = {
  platform: 'es',
  companyId: 14_220,
  hourUnits: settings.parse({}).imports.hourUnits,
} as const

export const esCustomerRow = (patch: Partial<EsCustomerRow> = {}): EsCustomerRow => ({
  customerId: 8_801,
  number: 'C100',
  name: 'Hotel Turia, S.L.',
  vat: 'B12345674',
  address: 'Calle del Mar 9',
  city: 'Valencia',
  zipCode: '46007',
  countryId: 70,
  country: { countryId: 70, iso3166_1: 'es' },
  email: 'hola@hotel.example',
  phone: '960000001',
  contactName: 'Ana Rey',
  contactEmail: 'ana@hotel.example',
  contactPhone: '600000001',
  notes: 'Puerta azul',
  languageId: 2,
  visible: 1,
  alternateAddresses: [],
  ...patch,
})

export const esTax = (taxId: number, value: number, patch: Partial<EsTaxRow> = {}): EsTaxRow => ({
  taxId,
  name: `IVA ${value}%`,
  value,
  type: 1,
  fiscalZone: 'ES',
  fiscalZoneFinanceType: 1,
  fiscalZoneFinanceTypeMode: '',
  visible: 1,
  flags: [],
  ...patch,
})

export const esTaxes = {
  normal: esTax(501, 21),
  reduced: esTax(502, 10),
  canary: esTax(503, 7, { name: 'IGIC 7%', fiscalZone: 'ES-CN' }),
}

export const esProductRow = (patch: Partial<EsProductRow> = {}): EsProductRow => ({
  productId: 701,
  reference: 'BOMBA',
  name: 'Bomba',
  price: 2.37,
  productCategoryId: 31,
  measurementUnitId: 4,
  measurementUnit: { name: 'Unidad', abbreviation: 'Ud.', measurementUnitUNECERId: 'C62' },
  identifications: [],
  exemptionReason: '',
  visible: 1,
  taxes: [{ taxId: 501, tax: esTaxes.normal, value: 21, ordering: 1, cumulative: false }],
  ...patch,
})

export const esRows = (patch: Partial<EsAccountRows> = {}): EsAccountRows => ({
  taxes: [esTaxes.normal, esTaxes.reduced],
  company: {
    documentCalculationsMode: 0,
    fiscalZone: { fiscalZone: 'ES', exemption: { type: 'TEXT', reasons: [] } },
  },
  ...patch,
})

/** An account in Spain, where an exemption is a text. */
export const esAccount = (patch: Partial<AccountTables> = {}): AccountTables => ({
  ...esAccountTables(esRows()),
  ...patch,
})
