import type { JsonObject } from '../../http/json.ts'
import { portugal, spain } from '../globals/countries.ts'
import type { CompanyTables } from '../state.ts'

/** What a new company finds in its tables; the first row of a list that has defaults is the default. */
export type BaseData = Readonly<Partial<Record<keyof CompanyTables, readonly JsonObject[]>>>

/** The customer of anonymous sales. */
const anonymous = {
  isDefault: true,
  number: '1',
  address: 'Desconocida',
  city: 'Desconocida',
  zipCode: '',
  taxes: [],
  copies: [],
  alternateAddresses: [],
  discount: 0,
  creditLimit: 0,
}

const vat = (name: string, value: number, fiscalZone: string, countryId: number, mode = ''): JsonObject => ({
  name,
  value,
  type: 1,
  fiscalZone,
  fiscalZoneFinanceType: 1,
  fiscalZoneFinanceTypeMode: mode,
  exemptionReason: '',
  countryId,
  flags: [],
})

const unit = (name: string, abbreviation: string, measurementUnitUNECERId: string): JsonObject => ({
  name,
  abbreviation,
  measurementUnitUNECERId,
})

const payment = (name: string, type: number): JsonObject => ({
  name,
  type,
  commission: 0,
  fixedCommission: 0,
})

const due = (name: string, days: number): JsonObject => ({ name, days, discount: 0 })

const spanish: BaseData = {
  customers: [{ ...anonymous, vat: '', name: 'Cliente final', countryId: spain, languageId: 2 }],
  taxes: [vat('IVA 21%', 21, 'ES', spain), vat('IVA 10%', 10, 'ES', spain), vat('IVA 4%', 4, 'ES', spain)],
  retentions: [{ name: 'IRPF 15%', value: 15 }],
  measurementUnits: [unit('Unidad', 'Ud.', 'C62'), unit('Metro', 'm', 'MTR'), unit('Kilogramo', 'kg', 'KGM')],
  paymentMethods: [
    payment('Efectivo', 1),
    payment('Transferencia bancaria', 2),
    payment('Tarjeta', 3),
    payment('Domiciliación', 4),
  ],
  maturityDates: [due('Al contado', 0), due('30 días', 30), due('60 días', 60)],
  deliveryMethods: [{ name: 'Entrega en mano' }, { name: 'Mensajería' }],
  warehouses: [
    { number: '1', name: 'Almacén principal', city: 'Valencia', countryId: spain, hasStock: true },
  ],
  productCategories: [{ name: 'General', parentId: null, summary: '', posVisible: true }],
  documentSets: [{ name: 'A' }],
  geographicZones: [{ name: 'Comunidad Valenciana', abbreviation: 'CV', notes: '' }],
}

const portuguese: BaseData = {
  customers: [
    {
      ...anonymous,
      vat: '999999990',
      name: 'Consumidor final',
      address: 'Desconhecida',
      city: 'Desconhecida',
      countryId: portugal,
      languageId: 1,
    },
  ],
  taxes: [
    vat('IVA 23%', 23, 'PT', portugal, 'NOR'),
    vat('IVA 13%', 13, 'PT', portugal, 'INT'),
    vat('IVA 6%', 6, 'PT', portugal, 'RED'),
    vat('IVA Açores 16%', 16, 'PT-AC', portugal, 'NOR'),
    vat('IVA Madeira 22%', 22, 'PT-MA', portugal, 'NOR'),
  ],
  retentions: [{ name: 'IRS 25%', value: 25 }],
  measurementUnits: [
    unit('Unidade', 'un', 'C62'),
    unit('Metro', 'm', 'MTR'),
    unit('Quilograma', 'kg', 'KGM'),
  ],
  paymentMethods: [
    payment('Numerário', 1),
    payment('Transferência bancária', 2),
    payment('Multibanco', 3),
    payment('Débito direto', 4),
  ],
  maturityDates: [due('Pronto pagamento', 0), due('30 dias', 30), due('60 dias', 60)],
  deliveryMethods: [{ name: 'Em mão' }, { name: 'Transportadora' }],
  warehouses: [
    { number: '1', name: 'Armazém principal', city: 'Braga', countryId: portugal, hasStock: true },
  ],
  productCategories: [{ name: 'Geral', parentId: null, summary: '', posVisible: true }],
  documentSets: [{ name: 'A' }],
  geographicZones: [{ name: 'Norte', abbreviation: 'N', notes: '' }],
}

export const baseData: Readonly<Record<'es' | 'on', BaseData>> = { es: spanish, on: portuguese }

/** Tables one row of which is the default. */
export const withDefault: ReadonlySet<string> = new Set([
  'customers',
  'deliveryMethods',
  'documentSets',
  'maturityDates',
  'paymentMethods',
  'taxes',
  'warehouses',
])
