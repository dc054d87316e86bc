import type { JsonObject } from '../../http/json.ts'
import { nextHex } from '../../http/random.ts'
import { timeText } from '../dates.ts'
import { exemptions, fiscalZone } from '../fiscal-zones.ts'
import { portugal, spain } from '../globals/countries.ts'
import type { EsBehaviour, EsEmulatorOptions } from '../options.ts'
import { type CompanyState, type EsState, emptyTables, idFields, isTable, takeId } from '../state.ts'
import { baseData, withDefault } from './base-data.ts'

type Given = NonNullable<EsEmulatorOptions['companies']>[number]

/** Where a company of each host sits, and what it is called on the wire. */
const places = {
  es: {
    countryId: spain,
    zone: 'ES',
    vat: 'B98411028',
    city: 'Valencia',
    zipCode: '46007',
    address: 'Calle del Turia 14',
    phone: '960000114',
    numbers: [',', '.'],
  },
  on: {
    countryId: portugal,
    zone: 'PT',
    vat: '510442315',
    city: 'Braga',
    zipCode: '4700-112',
    address: 'Rua do Souto 14',
    phone: '253000114',
    numbers: [',', '.'],
  },
}

/** A company as it is after its setup. */
export function newCompany(
  state: EsState,
  given: Given,
  owner: number,
  behaviour: EsBehaviour,
): CompanyState {
  const at = timeText(behaviour.clock.now())
  const company: CompanyState = {
    ...emptyTables(),
    companyId: given.companyId,
    company: { ...companyRow(state, given, at), createdAt: at, updatedAt: at },
    companyUsers: [
      {
        userCompanyId: takeId(state),
        companyId: given.companyId,
        userId: owner,
        roleId: null,
        isOwner: true,
        createdAt: at,
        updatedAt: at,
      },
    ],
    documents: [],
    mails: [],
    logs: [],
  }
  for (const [name, rows] of Object.entries(baseData[state.platform])) {
    if (!isTable(name)) continue
    for (const [index, fields] of rows.entries()) {
      const isDefault = withDefault.has(name) ? { isDefault: index === 0 } : {}
      company[name].push({
        [idFields[name]]: takeId(state),
        companyId: given.companyId,
        visible: 1,
        ...isDefault,
        ...structuredClone(fields),
        createdAt: at,
        updatedAt: at,
      })
    }
  }
  return company
}

function companyRow(state: EsState, given: Given, at: string): JsonObject {
  const { platform } = state
  const { countryId, zone, numbers, ...place } = places[platform]
  const slug = given.name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9 ]/g, '')
    .trim()
    .replaceAll(/ +/g, '-')
  return {
    companyId: given.companyId,
    name: given.name,
    commercialName: given.name,
    slug,
    ...place,
    vat: given.vat ?? place.vat,
    email: `${platform === 'es' ? 'hola' : 'geral'}@example.com`,
    website: '',
    fax: '',
    countryId,
    currencyId: 1,
    isConfirmed: true,
    visible: 1,
    img1: '',
    documentCalculationsMode: given.documentCalculationsMode ?? 0,
    fiscalZone: {
      fiscalZone: zone,
      fiscalZoneFinanceTypes: fiscalZone(zone)?.fiscalZoneFinanceTypes ?? [],
      exemption: exemptions[platform],
    },
    limits: limits(),
    subscription: {
      subscriptionId: takeId(state),
      plan: platform === 'es' ? { planId: 2, code: 'pro' } : { planId: 3, code: 'flex' },
      paid: true,
      startDate: at,
      endDate: timeText(Date.parse(at) + 365 * 86_400_000),
    },
    decimalSeparator: numbers[0],
    thousandsSeparator: numbers[1],
    numDecimalPlacesDocs: 2,
    notes: '',
    documentFooter: '',
    iban: '',
    swift: '',
    sepaId: nextHex(state, 8),
  }
}

/** Modules of the plan. A limit of 0 is none; `used` and `remaining` are counted when they are asked for. */
function limits(): JsonObject[] {
  const modules: [moduleId: string, resource?: string][] = [
    ['tools.apiClients', 'apiClients'],
    ['tools.webhooks', 'hooks'],
    ['plugins.woocommerce'],
    ['plugins.prestashop'],
    ['productsServices.products', 'products'],
    ['productsServices.productProperties'],
    ['productsServices.stocks'],
    ['productsServices.warehouses', 'warehouses'],
    ['entities.customers', 'customers'],
    ['entities.suppliers', 'suppliers'],
  ]
  return modules.map(([moduleId, resource = null]) => ({
    moduleId,
    resource,
    resourceLimit: 0,
    limit: 0,
    supplement: 0,
    active: true,
  }))
}
