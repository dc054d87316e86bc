import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { employee, hourType, material, relation, settings } from '../../src/domain/index.ts'
import {
  type CustomerRow,
  employeeFromUser,
  type ProductRow,
  productToEntity,
  relationFromCustomer,
} from '../../src/mappers/index.ts'
import { codes } from './fixtures.ts'

const context = { companyId: 240_211, hourUnits: settings.parse({}).imports.hourUnits }

const customerRow = (patch: Partial<CustomerRow> = {}): CustomerRow => ({
  customer_id: 89_407_140,
  number: '05875',
  name: 'Hotel Douro, Lda',
  vat: '503504564',
  address: 'Rua das Flores 90',
  city: 'Porto',
  zip_code: '4050-262',
  country_id: 1,
  country: { country_id: 1, iso_3166_1: 'pt' },
  email: 'geral@hotel.example',
  phone: '220000001',
  contact_name: 'Ana Reis',
  contact_email: 'ana@hotel.example',
  contact_phone: '910000001',
  notes: 'Portão azul',
  language_id: 1,
  visibility_id: 1,
  alternate_addresses: [],
  ...patch,
})

describe('a relation from a customer', () => {
  test('carries every field that a host can hold', () => {
    const result = relationFromCustomer(customerRow(), context)
    expect(result).toEqual({
      value: {
        debtorNumber: '05875',
        name: 'Hotel Douro, Lda',
        vatNumber: '503504564',
        contact: 'Ana Reis',
        contactEmail: 'ana@hotel.example',
        contactPhone: '910000001',
        phone: '220000001',
        email: 'geral@hotel.example',
        street: 'Rua das Flores 90',
        postalCode: '4050-262',
        city: 'Porto',
        country: 'PT',
        remark: 'Portão azul',
        language: 'pt',
        fiscalZone: 'PT',
        addresses: [],
        active: true,
        source: { platform: 'pt', companyId: '240211', id: '89407140' },
      },
      issues: [],
    })
    expect(relation.parse(result.value)).toEqual(result.value)
  })

  test('no e-mail address becomes the one that work orders go to', () => {
    expect(relationFromCustomer(customerRow(), context).value).not.toHaveProperty('workOrderEmail')
    const { value } = relationFromCustomer(customerRow({ email: '' }), context)
    expect(value).not.toHaveProperty('email')
    expect(value?.contactEmail).toBe('ana@hotel.example')
  })

  test("unknown fields are absent, whether empty, blank, null or in Moloni's own words", () => {
    const row = customerRow({
      vat: '',
      address: 'Desconhecido',
      city: 'DESCONHECIDO ',
      zip_code: '0000-000',
      country_id: 0,
      country: undefined,
      email: '  ',
      phone: null,
      contact_name: '',
      contact_email: '',
      contact_phone: '',
      notes: '',
      language_id: 0,
      alternate_addresses: undefined,
    })
    const result = relationFromCustomer(row, context)
    expect(Object.keys(result.value ?? {}).sort()).toEqual(['active', 'debtorNumber', 'name', 'source'])
    expect(JSON.stringify(result)).not.toContain('<empty>')
  })

  test.each([
    ['address', 'street', 'missing_street'],
    ['zip_code', 'postalCode', 'missing_postal_code'],
    ['city', 'city', 'missing_city'],
  ] as const)('without %s: told, or refused where the host demands it', (column, field, code) => {
    const row = customerRow({ [column]: '' })
    const told = relationFromCustomer(row, context)
    expect(told.value).toBeDefined()
    expect(told.issues).toEqual([{ code, field, thing: '05875', severity: 'warning' }])
    const refused = relationFromCustomer(row, { ...context, require: [field] })
    expect(refused).toEqual({ issues: [{ code, field, thing: '05875', severity: 'error' }] })
  })

  test('a customer without a number or a name is refused', () => {
    const result = relationFromCustomer(customerRow({ number: '', name: ' ' }), context)
    expect(result.value).toBeUndefined()
    expect(result.issues.slice(0, 2)).toMatchObject([
      { code: 'missing_number', thing: '89407140', severity: 'error' },
      { code: 'missing_name', severity: 'error' },
    ])
  })

  test('a wrong Portuguese tax number is kept and told; a foreign one is not judged', () => {
    const wrong = relationFromCustomer(customerRow({ vat: '503504565' }), context)
    expect(wrong.value?.vatNumber).toBe('503504565')
    expect(codes(wrong)).toEqual(['invalid_tax_number'])
    const spain = { country_id: 70, country: { country_id: 70, iso_3166_1: 'es' } }
    const foreign = relationFromCustomer(customerRow({ vat: 'B12345674', ...spain }), context)
    expect(foreign.value).toMatchObject({ vatNumber: 'B12345674', country: 'ES', fiscalZone: 'ES' })
    expect(foreign.issues).toEqual([])
  })

  test.each([
    ['9000-039', 'PT-MA'],
    ['9700-171', 'PT-AC'],
  ])('%s lies in %s', (zip_code, zone) => {
    expect(relationFromCustomer(customerRow({ zip_code }), context).value?.fiscalZone).toBe(zone)
  })

  test('the fixed country and language ids serve where the row describes neither', () => {
    const row = customerRow({ country_id: 70, country: undefined, language_id: 3 })
    expect(relationFromCustomer(row, context).value).toMatchObject({ country: 'ES', language: 'es' })
  })

  test('a hidden customer is inactive, not gone', () => {
    expect(relationFromCustomer(customerRow({ visibility_id: 0 }), context).value?.active).toBe(false)
  })

  test('alternate addresses are their own, not the main one again', () => {
    const row = customerRow({
      alternate_addresses: [
        {
          address_id: 7,
          code: 'ARM',
          designation: 'Armazém',
          address: 'Cais 3',
          city: 'Faro',
          country_id: 1,
        },
        { address_id: 0, address: 'sem id' },
      ],
    })
    expect(relationFromCustomer(row, context).value?.addresses).toEqual([
      { id: '7', code: 'ARM', name: 'Armazém', street: 'Cais 3', city: 'Faro', country: 'PT' },
    ])
  })

  test('whatever is missing, the answer is a valid relation or a reason', () => {
    const text = fc.option(fc.constantFrom('', ' ', 'Desconhecido', '0000-000', 'x', '503504564'))
    const row = fc.record(
      {
        number: text,
        name: text,
        vat: text,
        address: text,
        city: text,
        zip_code: text,
        email: text,
        notes: text,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(row, (patch) => {
        const { value, issues } = relationFromCustomer({ customer_id: 1, ...patch }, context)
        if (value) expect(relation.parse(value)).toEqual(value)
        else expect(issues.some(({ severity }) => severity === 'error')).toBe(true)
        expect(Object.values(value ?? {})).not.toContain('')
      }),
    )
  })
})

const productRow = (patch: Partial<ProductRow> = {}): ProductRow => ({
  product_id: 159_975_925,
  name: 'Bomba de água',
  reference: '00110',
  price: 2.58,
  ean: '5601234567890',
  notes: '',
  category_id: 7_584_835,
  visibility_id: 1,
  unit_id: 2_156_443,
  measurement_unit: { name: 'Unidade', short_name: 'Uni.' },
  exemption_reason: '',
  taxes: [
    {
      tax_id: 11,
      value: 0.5934,
      order: 1,
      cumulative: 1,
      tax: { tax_id: 11, type: 1, saft_type: 1, vat_type: 'NOR', value: 23, fiscal_zone: 'PT' },
    },
  ],
  ...patch,
})

describe('a material or an hour type from a product', () => {
  test('a material, with the rate and not the amount of its VAT', () => {
    const { value, issues } = productToEntity(productRow(), context)
    expect(issues).toEqual([])
    expect(value).toEqual({
      kind: 'material',
      material: {
        code: '00110',
        description: 'Bomba de água',
        price: 2.58,
        unit: 'Unidade',
        barcode: '5601234567890',
        vatRate: 23,
        categoryCode: '7584835',
        active: true,
        source: { platform: 'pt', companyId: '240211', id: '159975925' },
      },
    })
  })

  test('an hour type', () => {
    const row = productRow({ measurement_unit: { name: 'Hora', short_name: 'H.' }, price: 45 })
    expect(productToEntity(row, context).value).toEqual({
      kind: 'hourType',
      hourType: {
        code: '00110',
        name: 'Bomba de água',
        salePrice: 45,
        vatRate: 23,
        active: true,
        source: { platform: 'pt', companyId: '240211', id: '159975925' },
      },
    })
  })

  test.each(['Hora', 'hrs', 'H.', 'HUR', 'horas', 'hr', 'Hour'])('the unit %s, long or short', (unit) => {
    for (const measurement_unit of [{ name: unit }, { name: 'x', short_name: unit }])
      expect(productToEntity(productRow({ measurement_unit }), context).value?.kind).toBe('hourType')
  })

  test('which units are hours is the setting, not built in', () => {
    const row = productRow({ measurement_unit: { name: 'Hora', short_name: 'Hrs' } })
    expect(productToEntity(row, { ...context, hourUnits: ['turno'] }).value?.kind).toBe('material')
  })

  test('a product without a unit is a material', () => {
    const result = productToEntity(productRow({ unit_id: 0, measurement_unit: undefined }), context)
    expect(result.value?.kind).toBe('material')
    expect(result.issues).toEqual([])
  })

  test('a unit that the row does not describe is told', () => {
    expect(codes(productToEntity(productRow({ measurement_unit: undefined }), context))).toEqual([
      'unknown_unit',
    ])
  })

  test.each([
    [{ reference: '' }, ['missing_reference']],
    [{ name: '  ' }, ['missing_name']],
    [{ price: null }, ['missing_price']],
    [
      { reference: null, name: null, price: undefined },
      ['missing_reference', 'missing_name', 'missing_price'],
    ],
  ])('%o is refused', (patch, expected) => {
    const result = productToEntity(productRow(patch), context)
    expect(result.value).toBeUndefined()
    expect(codes(result)).toEqual(expected)
  })

  test('without exactly one VAT there is no rate', () => {
    const vat = productRow().taxes?.[0]
    if (!vat) throw new Error('the fixture has a tax')
    const stamp = { ...vat, tax: { tax_id: 12, saft_type: 2, value: 4 } }
    const rate = (taxes: ProductRow['taxes']) => {
      const { value } = productToEntity(productRow({ taxes }), context)
      return value?.kind === 'material' ? value.material.vatRate : undefined
    }
    expect(rate([])).toBeUndefined()
    expect(rate([vat, vat])).toBeUndefined()
    expect(rate([stamp])).toBeUndefined()
    expect(rate([stamp, vat])).toBe(23)
  })

  test('every product is exactly one thing or has a reason', () => {
    const word = fc.option(fc.constantFrom('', 'x', 'Hora', 'H.', '<empty>'))
    const row = fc.record(
      {
        name: word,
        reference: word,
        price: fc.option(fc.constantFrom(0, 2.5, -1)),
        unit_id: fc.constantFrom(0, 5),
        measurement_unit: fc.option(fc.record({ name: word, short_name: word }, { requiredKeys: [] })),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(row, (patch) => {
        const { value, issues } = productToEntity({ product_id: 1, ...patch }, context)
        if (value?.kind === 'material') expect(material.parse(value.material)).toEqual(value.material)
        else if (value) expect(hourType.parse(value.hourType)).toEqual(value.hourType)
        else expect(issues.some(({ severity }) => severity === 'error')).toBe(true)
      }),
    )
  })
})

describe('an employee from a user', () => {
  test.each([
    ['Ana Reis', 'Ana', 'Reis'],
    ['Ana Maria dos Reis', 'Ana', 'Maria dos Reis'],
    ['  Ana   Reis ', 'Ana', 'Reis'],
    ['Ana', 'Ana', undefined],
  ])('%s', (name, firstName, lastName) => {
    const { value } = employeeFromUser({ user_id: 311_296, name, email: 'ana@empresa.example' }, context)
    expect(value).toEqual({
      number: '311296',
      firstName,
      ...(lastName && { lastName }),
      email: 'ana@empresa.example',
      active: true,
      source: { platform: 'pt', companyId: '240211', id: '311296' },
    })
    expect(employee.parse(value)).toEqual(value)
  })

  test('without a name', () => {
    expect(employeeFromUser({ user_id: 3, name: ' ' }, context)).toEqual({
      issues: [{ code: 'missing_name', field: 'name', thing: '3', severity: 'error' }],
    })
  })
})

const recorded = new URL('../../../shared/recorded/moloni-pt/', import.meta.url)
describe.skipIf(!existsSync(recorded))(
  'recorded answers (skipped where the recordings are not there)',
  () => {
    const rows = (name: string) => JSON.parse(readFileSync(new URL(`${name}.getAll.json`, recorded), 'utf8'))

    test('a customer, a product and users are carried over', () => {
      for (const row of rows('customers')) expect(relationFromCustomer(row, context).value).toBeDefined()
      for (const row of rows('products')) expect(productToEntity(row, context).value?.kind).toBe('material')
      for (const row of rows('users')) expect(employeeFromUser(row, context).value?.firstName).toBe('Pessoa')
    })
  },
)
