import type { Row } from '../state.ts'

export const timezones: readonly Row[] = [
  { timezoneId: 1, name: 'Lisboa', tzName: 'Europe/Lisbon', offset: 0, countryId: 1 },
  { timezoneId: 2, name: 'Azores', tzName: 'Atlantic/Azores', offset: -1, countryId: 247 },
  { timezoneId: 3, name: 'Madrid', tzName: 'Europe/Madrid', offset: 1, countryId: 70 },
  { timezoneId: 4, name: 'Canarias', tzName: 'Atlantic/Canary', offset: 0, countryId: 71 },
  { timezoneId: 5, name: 'Paris', tzName: 'Europe/Paris', offset: 1, countryId: 77 },
].map((row, index) => ({ ...row, ordering: index + 1, visible: 1 }))

export const businessAreas: readonly Row[] = [
  ['Construção e instalações', 'Construcción e instalaciones', 'Construction and installation'],
  ['Comércio a retalho', 'Comercio minorista', 'Retail'],
  ['Restauração', 'Restauración', 'Food service'],
  ['Serviços técnicos', 'Servicios técnicos', 'Technical services'],
  ['Outros', 'Otros', 'Others'],
].map(([pt = '', es = '', en = ''], index) => ({
  businessAreaId: index + 1,
  title: { pt, es, en },
  abbreviation: { pt, es, en },
  img: '',
  visible: 1,
  ordering: index + 1,
  translations: [pt, es, en].map((title, at) => ({
    businessAreaTranslationId: index * 3 + at + 1,
    title,
    abbreviation: title,
    languageId: at + 1,
  })),
}))

export const measurementUnitDefaults: readonly Row[] = [
  ['Unidade', 'Unidad', 'Unit', 'un'],
  ['Hora', 'Hora', 'Hour', 'h'],
  ['Metro', 'Metro', 'Metre', 'm'],
  ['Quilograma', 'Kilogramo', 'Kilogram', 'kg'],
].map(([pt = '', es = '', en = '', abbreviation = ''], index) => ({
  unitDefaultId: index + 1,
  description: { pt, es, en },
  abbreviation,
  visible: 1,
}))

export const documentPrintModels: readonly Row[] = ['Moloni', 'Compact'].map((title, index) => ({
  documentPrintModelId: index + 1,
  title,
  description: '',
  template: index + 1,
  css: '',
  img: '',
  visible: 1,
}))

export const specialTaxSchemes: readonly Row[] = [
  {
    specialTaxSchemeId: 1,
    code: 'MARGIN',
    title: { pt: 'Regime da margem', es: 'Régimen del margen', en: 'Margin scheme' },
    notes: '',
    countryId: 1,
    translations: [],
    visible: 1,
    deletable: false,
  },
]
