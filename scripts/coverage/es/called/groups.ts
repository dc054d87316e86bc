import type { Row } from '../../seen.ts'
import type { RecordGroup } from './records.ts'
import type { World } from './world.ts'

/** Groups of records, with samples of what they are made of. */
export function recordGroups({ company, home }: World): RecordGroup[] {
  const { countryId, languageId, fiscalZone, zipCode, vat } = home
  const tax = company.taxes[0] ?? {}
  return [
    {
      group: 'customers',
      id: 'customerId',
      create: {
        number: 'COV-1',
        name: 'Talleres y Obras',
        vat,
        countryId,
        languageId,
        address: 'Rua Direita 1',
        city: 'Aveiro',
        zipCode,
        email: 'obras@example.com',
        phone: '960000100',
        notes: 'from nine to five',
        discount: 5,
      },
      change: () => ({ name: 'Obras y Talleres', city: 'Braga', discount: 7.5 }),
    },
    {
      group: 'products',
      id: 'productId',
      create: {
        name: 'Tubo de cobre',
        reference: 'COV-1',
        type: 1,
        price: 12.345,
        summary: '3 m',
        productCategoryId: company.productCategories[0]?.productCategoryId,
        measurementUnitId: company.measurementUnits[0]?.measurementUnitId,
        taxes: [{ taxId: tax.taxId, value: tax.value, ordering: 1, cumulative: false }],
      },
      change: () => ({ name: 'Tubo de latón', price: 9.5 }),
    },
    {
      group: 'productCategories',
      id: 'productCategoryId',
      create: {
        name: 'Cobre',
        parentId: company.productCategories[0]?.productCategoryId,
        summary: 'pipes and fittings',
      },
    },
    {
      group: 'propertyGroups',
      id: 'propertyGroupId',
      create: {
        name: 'Sizes',
        properties: [
          {
            name: 'Size',
            ordering: 1,
            visible: 1,
            values: [
              { code: 'S', value: 'Small', ordering: 1, visible: 1 },
              { code: 'L', value: 'Large', ordering: 2, visible: 1 },
            ],
          },
        ],
      },
      change: ({ properties }) => ({ name: 'Sizes of pipes', properties }),
    },
    { group: 'deliveryMethods', id: 'deliveryMethodId', create: { name: 'By hand' } },
    {
      group: 'measurementUnits',
      id: 'measurementUnitId',
      create: { name: 'Day', abbreviation: 'd', measurementUnitUNECERId: 'DAY' },
    },
    { group: 'paymentMethods', id: 'paymentMethodId', create: { name: 'Cheque', type: 2 } },
    { group: 'priceClasses', id: 'priceClassId', create: { name: 'Wholesale', visible: 1 } },
    { group: 'taxes', id: 'taxId', create: sampleTax(fiscalZone, countryId) },
    {
      group: 'hooks',
      id: 'hookId',
      create: { model: 'Product', operation: 'update', url: 'https://host.example/hooks/1' },
    },
    ...READ_ONLY.map(([group, id]) => ({ group, id })),
  ]
}

/** Portugal wants to know which of the usual rates a VAT is. */
function sampleTax(fiscalZone: string, countryId: number): Row {
  return {
    name: 'IVA 17%',
    value: 17,
    type: 1,
    fiscalZone,
    countryId,
    fiscalZoneFinanceType: 1,
    fiscalZoneFinanceTypeMode: fiscalZone === 'PT' ? 'NOR' : '',
  }
}

const READ_ONLY = [
  ['businessAreas', 'businessAreaId'],
  ['countries', 'countryId'],
  ['currencies', 'currencyId'],
  ['currencyExchanges', 'currencyExchangeId'],
  ['documentSets', 'documentSetId'],
  ['geographicZones', 'geographicZoneId'],
  ['languages', 'languageId'],
  ['maturityDates', 'maturityDateId'],
  ['timezones', 'timezoneId'],
  ['warehouses', 'warehouseId'],
] as const
