import type { JsonObject } from '../http/json.ts'

/** What a fiscal zone asks for. */
export interface FiscalZone extends JsonObject {
  fiscalZone: string
  fiscalZoneFinanceTypes: JsonObject[]
  fiscalZoneModes: JsonObject[]
}

/** Kinds of tax: 1 VAT, 2 stamp tax, 3 others. */
function financeTypes(vat: string, second: string): JsonObject[] {
  return [
    { id: 1, name: vat, code: vat, isVAT: true },
    { id: 2, name: second, code: 'IS', isVAT: false },
    { id: 3, name: 'Other', code: 'OUT', isVAT: false },
  ]
}

/** Portugal wants to know which of the usual rates a VAT is. */
const portugueseModes: JsonObject[] = [
  {
    typeId: 1,
    name: 'Taxa',
    visible: 'TYPESELECTED',
    type: 'VALUES',
    values: [
      { code: 'NOR', name: 'Normal' },
      { code: 'INT', name: 'Intermédia' },
      { code: 'RED', name: 'Reduzida' },
      { code: 'ISE', name: 'Isenta' },
      { code: 'OUT', name: 'Outra' },
    ],
  },
]

const spanishModes: JsonObject[] = [{ typeId: 1, name: 'Tipo', visible: 'NEVER', type: 'TEXT', values: [] }]

function zone(fiscalZone: string, types: JsonObject[], modes: JsonObject[]): FiscalZone {
  return {
    fiscalZone,
    hasFinancialDiscount: fiscalZone.startsWith('ES'),
    requireCustomerAddress: false,
    hasCommercialRegistryOffice: true,
    hasCommercialRegistryNumber: true,
    availabilityPhraseMandatory: false,
    allowZeroValue: true,
    allowVatZeroValue: true,
    defaultMaxOldness: '',
    additionalOutOfSeqDate: null,
    nullifiedAllowOutOfSeqDate: false,
    extraEditableDocuments: '',
    forbiddenDocumentTypeIds: [],
    fiscalZoneModes: modes,
    fiscalZoneFinanceTypes: types,
  }
}

const portuguese = financeTypes('IVA', 'Imposto do Selo')

/** Zones by code. */
export const fiscalZones: readonly FiscalZone[] = [
  zone('ES', financeTypes('IVA', 'IRPF'), spanishModes),
  zone('ES-CN', financeTypes('IGIC', 'IRPF'), spanishModes),
  zone('PT', portuguese, portugueseModes),
  zone('PT-AC', portuguese, portugueseModes),
  zone('PT-MA', portuguese, portugueseModes),
]

/** A zone by its code, in any case. */
export function fiscalZone(code: string): FiscalZone | undefined {
  return fiscalZones.find((one) => one.fiscalZone === code.toUpperCase())
}

/** Reasons for charging no VAT that a company chooses from; where there are none, any text will do. */
export const exemptions: Readonly<Record<'es' | 'on', JsonObject>> = {
  es: { type: 'TEXT', reasons: [] },
  on: {
    type: 'VALUES',
    reasons: [
      { code: 'M01', name: 'Artigo 16.º, n.º 6 do CIVA' },
      { code: 'M04', name: 'Isento artigo 13.º do CIVA' },
      { code: 'M05', name: 'Isento artigo 14.º do CIVA' },
      { code: 'M07', name: 'Isento artigo 9.º do CIVA' },
      { code: 'M16', name: 'Isento artigo 14.º do RITI' },
      { code: 'M30', name: 'IVA - autoliquidação, artigo 2.º n.º 1 alínea i) do CIVA' },
      { code: 'M40', name: 'IVA - autoliquidação, artigo 6.º n.º 6 alínea a) do CIVA' },
      { code: 'M99', name: 'Não sujeito ou não tributado' },
    ],
  },
}
