import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hourType, material, materialCategory, relation } from '../../src/domain/index.ts'
import {
  categoryFromEsCategory,
  type EsCustomerRow,
  type EsProductRow,
  entityFromEsProduct,
  relationFromEsCustomer,
} from '../../src/mappers/index.ts'
import { esContext, esCustomerRow, esProductRow, esTax, esTaxes } from './es-fixtures.ts'
import { codes } from './fixtures.ts'

describe('a relation from a customer of Moloni ES or ON', () => {
  const of = (patch: Partial<EsCustomerRow> = {}, platform: 'es' | 'on' = 'es') =>
    relationFromEsCustomer(esCustomerRow(patch), { ...esContext, platform })

  test('carries every field that a host can hold', () => {
    const result = of()
    expect(result).toEqual({
      value: {
        debtorNumber: 'C100',
        name: 'Hotel Turia, S.L.',
        vatNumber: 'B12345674',
        contact: 'Ana Rey',
        contactEmail: 'ana@hotel.example',
        contactPhone: '600000001',
        phone: '960000001',
        email: 'hola@hotel.example',
        street: 'Calle del Mar 9',
        postalCode: '46007',
        city: 'Valencia',
        country: 'ES',
        remark: 'Puerta azul',
        language: 'es',
        fiscalZone: 'ES',
        addresses: [],
        active: true,
        source: { platform: 'es', companyId: '14220', id: '8801' },
      },
      issues: [],
    })
    expect(relation.parse(result.value)).toEqual(result.value)
  })

  test('a list may leave out everything but the id: what is unknown is absent, what is needed is told', () => {
    const bare = relationFromEsCustomer({ customerId: 7 }, esContext)
    expect(bare.value).toBeUndefined()
    expect(codes(bare)).toEqual([
      'missing_number',
      'missing_name',
      'missing_street',
      'missing_postal_code',
      'missing_city',
    ])
    const named = relationFromEsCustomer({ customerId: 7, number: '1', name: 'X' }, esContext)
    expect(Object.keys(named.value ?? {}).sort()).toEqual(['active', 'debtorNumber', 'name', 'source'])
  })

  test('nulls and empty texts are unknown, and no e-mail address changes its owner', () => {
    const result = of({
      vat: '',
      address: null,
      city: 'Desconocida',
      zipCode: ' ',
      email: null,
      phone: '',
      contactName: null,
      contactPhone: null,
      notes: '',
      languageId: null,
      alternateAddresses: null,
    })
    expect(Object.keys(result.value ?? {}).sort()).toEqual([
      'active',
      'contactEmail',
      'country',
      'debtorNumber',
      'fiscalZone',
      'name',
      'source',
    ])
  })

  test.each(['address', 'zipCode', 'city'] as const)(
    'without %s: refused where the host demands it',
    (key) => {
      const field = { address: 'street', zipCode: 'postalCode', city: 'city' } as const
      const row = esCustomerRow({ [key]: null })
      expect(relationFromEsCustomer(row, esContext).value).toBeDefined()
      const refused = relationFromEsCustomer(row, { ...esContext, require: [field[key]] })
      expect(refused.value).toBeUndefined()
      expect(refused.issues).toMatchObject([{ field: field[key], severity: 'error' }])
    },
  )

  test('a wrong Spanish number is kept and told, and so is a wrong Portuguese one', () => {
    for (const wrong of [
      of({ vat: 'ES-B12345675' }),
      of({ vat: '503504565', countryId: 1, country: null }),
    ]) {
      expect(wrong.value?.vatNumber).toBeDefined()
      expect(wrong.issues).toEqual([
        { code: 'invalid_tax_number', field: 'vatNumber', thing: 'C100', severity: 'warning' },
      ])
    }
    expect(of({ vat: 'FR12345678901', countryId: 77, country: { iso3166_1: 'FR' } }).issues).toEqual([])
  })

  test('a hidden customer is not active; the source names the host', () => {
    expect(of({ visible: 0 }).value?.active).toBe(false)
    expect(of({}, 'on').value?.source).toEqual({ platform: 'on', companyId: '14220', id: '8801' })
  })

  test('languages are those of the host', () => {
    const language = (languageId: number, platform: 'es' | 'on') =>
      of({ languageId }, platform).value?.language
    expect([1, 2, 3, 9].map((id) => language(id, 'es'))).toEqual(['pt', 'es', 'en', undefined])
    expect([1, 2, 3].map((id) => language(id, 'on'))).toEqual(['pt', 'en', undefined])
  })

  test('further addresses, but not the holes in the list', () => {
    const { value } = of({
      alternateAddresses: [
        null,
        { alternateAddressId: 0, address: 'Sin id' },
        { alternateAddressId: 5, code: 'A', designation: 'Nave', zipCode: '46100', countryId: 70 },
      ],
    })
    expect(value?.addresses).toEqual([
      { id: '5', code: 'A', name: 'Nave', postalCode: '46100', country: 'ES' },
    ])
  })
})

describe('the fiscal zone of a customer', () => {
  const zone = (patch: Partial<EsCustomerRow>, platform: 'es' | 'on' = 'es') =>
    relationFromEsCustomer(esCustomerRow(patch), { ...esContext, platform }).value?.fiscalZone

  test.each([
    ['46007', 'ES'],
    ['03001', 'ES'],
    ['35001', 'ES-CN'],
    ['38 670', 'ES-CN'],
    ['51001', 'ES-CE'],
    ['52006', 'ES-ML'],
    ['', 'ES'],
    ['3500', 'ES'],
  ])('Spain, %s: %s', (zipCode, expected) => expect(zone({ zipCode })).toBe(expected))

  test('a state of Spain has an id of its own: unknown, unless the postal code names it', () => {
    const state = { countryId: 71, country: { countryId: 71, iso3166_1: 'ES' } }
    expect(zone({ ...state, zipCode: '35001' })).toBe('ES-CN')
    expect(zone({ ...state, zipCode: '46007' })).toBeUndefined()
    expect(zone({ countryId: undefined, country: { countryId: 71, iso3166_1: 'ES' } })).toBeUndefined()
  })

  test('Portugal by postal code; a state of it without one is unknown', () => {
    const azores = { countryId: 247, country: { iso3166_1: 'PT' } }
    expect(zone({ ...azores, zipCode: '9500-321' })).toBe('PT-AC')
    expect(zone({ ...azores, zipCode: '4000-322' })).toBeUndefined()
    expect(zone({ countryId: 1, country: null, zipCode: '4000-322' })).toBe('PT')
    expect(zone({ countryId: 1, country: null, zipCode: '' })).toBeUndefined()
  })

  test('on ON no id of Spain is known, so its code decides', () => {
    expect(zone({ countryId: 123, country: { iso3166_1: 'es' } }, 'on')).toBe('ES')
    expect(zone({ countryId: 70, country: null }, 'on')).toBeUndefined()
  })

  test('other countries by their code, unknown ones not at all', () => {
    expect(zone({ countryId: 77, country: { iso3166_1: 'fr' } })).toBe('FR')
    expect(zone({ countryId: 77, country: null })).toBeUndefined()
  })
})

describe('what a product is', () => {
  const of = (patch: Partial<EsProductRow> = {}, hourUnits: readonly string[] = esContext.hourUnits) =>
    entityFromEsProduct(esProductRow(patch), { ...esContext, hourUnits })
  const unit = (
    name: string | null,
    abbreviation?: string | null,
    measurementUnitUNECERId?: string | null,
  ) => ({
    measurementUnit: { name, abbreviation, measurementUnitUNECERId },
  })

  test('a material, with everything that a host can hold', () => {
    const { value, issues } = of({
      notes: 'Frágil',
      identifications: [
        { type: 'ISBN', text: '9788400000000', favorite: false },
        null,
        { type: 'EAN13', text: '8412345678905', favorite: false },
      ],
    })
    expect(issues).toEqual([])
    expect(value).toEqual({
      kind: 'material',
      material: {
        code: 'BOMBA',
        description: 'Bomba',
        price: 2.37,
        unit: 'Unidad',
        barcode: '8412345678905',
        vatRate: 21,
        categoryCode: '31',
        note: 'Frágil',
        active: true,
        source: { platform: 'es', companyId: '14220', id: '701' },
      },
    })
    if (value?.kind === 'material') expect(material.parse(value.material)).toEqual(value.material)
  })

  test('the favourite identification goes first', () => {
    const identifications = [
      { type: 'EAN13', text: '8412345678905' },
      { type: 'UPCA', text: '012345678905', favorite: true },
    ]
    expect(of({ identifications }).value).toMatchObject({ material: { barcode: '012345678905' } })
  })

  test.each([
    ['the code of UN/ECE', unit('Tiempo', 'T', 'HUR')],
    ['the abbreviation', unit('Tiempo', 'Hrs.')],
    ['the name', unit('Hora', null, null)],
    ['the name in spite of another code', unit('horas', 'x', 'C62')],
  ])('an hour type by %s', (_, patch) => {
    const { value } = of(patch)
    expect(value).toMatchObject({ kind: 'hourType', hourType: { code: 'BOMBA', salePrice: 2.37 } })
    if (value?.kind === 'hourType') expect(hourType.parse(value.hourType)).toEqual(value.hourType)
  })

  test.each([
    ['another unit', unit('Día', 'd', 'DAY')],
    ['no unit', { measurementUnit: null, measurementUnitId: null }],
    ['an empty unit', unit('', '', '')],
  ])('a material with %s', (_, patch) => expect(of(patch).value?.kind).toBe('material'))

  test('an hour only by what the settings call so', () => {
    expect(of(unit('Hora', 'h', 'HUR'), ['hur']).value?.kind).toBe('hourType')
    expect(of(unit('Hora', 'h', null), ['hur']).value?.kind).toBe('material')
    expect(of(unit('Hora', 'h', 'HUR'), []).value?.kind).toBe('material')
  })

  test('a unit that is named but not described is told', () => {
    const result = of({ measurementUnit: undefined })
    expect(result.value?.kind).toBe('material')
    expect(result.issues).toMatchObject([{ code: 'unknown_unit', severity: 'warning' }])
  })

  test.each([
    [{ reference: ' ' }, 'missing_reference'],
    [{ name: null }, 'missing_name'],
    [{ price: null }, 'missing_price'],
    [{ price: undefined }, 'missing_price'],
  ])('%o is refused', (patch, code) => {
    const result = of(patch)
    expect(result.value).toBeUndefined()
    expect(codes(result)).toEqual([code])
  })

  test('the rate of its one VAT; none of two, and none of a stamp duty', () => {
    const rate = (taxes: EsProductRow['taxes']) => {
      const { value } = of({ taxes })
      return value?.kind === 'material' ? value.material.vatRate : 'no material'
    }
    const stamp = esTax(9, 4, { fiscalZoneFinanceType: 2 })
    expect(rate([{ tax: esTaxes.reduced, value: 99 }, { tax: stamp }])).toBe(10)
    expect(rate([{ tax: esTaxes.reduced }, { tax: esTaxes.normal }])).toBeUndefined()
    expect(rate([{ tax: stamp }, null])).toBeUndefined()
    expect(rate(null)).toBeUndefined()
  })

  test('every row is exactly one thing or has a reason why not', () => {
    const text = fc.option(fc.string(), { nil: null })
    const row = fc.record(
      {
        productId: fc.integer({ min: 1 }),
        reference: text,
        name: text,
        price: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
        visible: fc.constantFrom(0, 1, null),
        measurementUnitId: fc.option(fc.nat(), { nil: null }),
        measurementUnit: fc.option(
          fc.record({ name: text, abbreviation: text, measurementUnitUNECERId: text }, { requiredKeys: [] }),
          { nil: null },
        ),
      },
      { requiredKeys: ['productId'] },
    )
    fc.assert(
      fc.property(row, (given) => {
        const { value, issues } = entityFromEsProduct(given, esContext)
        expect(value === undefined).toBe(issues.some(({ severity }) => severity === 'error'))
      }),
    )
  })
})

describe('a category of materials', () => {
  test('its code is the id of Moloni, and so is that of its parent', () => {
    const row = { productCategoryId: 32, name: ' Bombas ', summary: 'De agua', parentId: 31, visible: 1 }
    const { value, issues } = categoryFromEsCategory(row, esContext)
    expect(issues).toEqual([])
    expect(value).toEqual({
      code: '32',
      name: 'Bombas',
      parentCode: '31',
      note: 'De agua',
      active: true,
      source: { platform: 'es', companyId: '14220', id: '32' },
    })
    expect(materialCategory.parse(value)).toEqual(value)
  })

  test.each([null, undefined, 0])('at the root (%s) it has no parent', (parentId) => {
    const { value } = categoryFromEsCategory({ productCategoryId: 1, name: 'X', parentId }, esContext)
    expect(value).not.toHaveProperty('parentCode')
  })

  test('a hidden one is not active; one without a name is refused', () => {
    expect(
      categoryFromEsCategory({ productCategoryId: 1, name: 'X', visible: 0 }, esContext).value,
    ).toMatchObject({ active: false })
    expect(categoryFromEsCategory({ productCategoryId: 1, name: ' ' }, esContext)).toEqual({
      issues: [{ code: 'missing_name', field: 'name', thing: '1', severity: 'error' }],
    })
  })
})
