import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Relation } from '../../src/domain/index.ts'
import {
  entityFromEsProduct,
  esCustomerInsert,
  esCustomerUpdate,
  esProductInsert,
  esProductUpdate,
  relationFromEsCustomer,
} from '../../src/mappers/index.ts'
import { esContext } from './es-fixtures.ts'
import { codes } from './fixtures.ts'

const relation: Relation = {
  debtorNumber: 'C100',
  name: 'Hotel',
  vatNumber: 'ES B12345674',
  street: 'Calle del Mar',
  houseNumber: '9',
  postalCode: '46007',
  city: 'Valencia',
  country: 'ES',
  active: true,
}
const spain = { platform: 'es', countryId: 70, languageId: 2 } as const
const portugal = { platform: 'on', countryId: 1, languageId: 1 } as const

describe('a new customer', () => {
  test('what the relation states, and the defaults', () => {
    expect(esCustomerInsert(relation, { ...spain, maturityDateId: 4 }).value).toEqual({
      number: 'C100',
      name: 'Hotel',
      vat: 'B12345674',
      address: 'Calle del Mar 9',
      zipCode: '46007',
      city: 'Valencia',
      countryId: 70,
      languageId: 2,
      maturityDateId: 4,
    })
  })

  test('a name is enough: nothing is made up', () => {
    const { value, issues } = esCustomerInsert({ debtorNumber: '7', name: 'X', active: true }, spain)
    expect(issues).toEqual([])
    expect(value).toEqual({ number: '7', name: 'X', countryId: 70, languageId: 2 })
  })

  test('a long number is never cut', () => {
    const debtorNumber = 'x'.repeat(80)
    expect(esCustomerInsert({ ...relation, debtorNumber }, spain).value?.number).toBe(debtorNumber)
  })

  test.each([
    ['wrong control', { vatNumber: 'B12345675' }, spain, 'invalid_tax_number'],
    ['number of another country', { vatNumber: '503504564' }, spain, 'invalid_tax_number'],
    [
      'Portuguese number in Portugal',
      { vatNumber: '503504565', postalCode: '4050-262' },
      portugal,
      'invalid_tax_number',
    ],
    [
      'country by the relation',
      { vatNumber: 'B12345675' },
      { ...portugal, countryId: 70 },
      'invalid_tax_number',
    ],
    ['31 characters', { vatNumber: 'F'.repeat(31), country: 'FR' }, { ...spain, countryId: 77 }, 'too_long'],
    ['Portuguese postal code', { vatNumber: undefined, postalCode: '4050' }, portugal, 'invalid_postal_code'],
  ] as const)('%s is refused', (_, patch, defaults, code) => {
    for (const result of [
      esCustomerInsert({ ...relation, ...patch }, defaults),
      esCustomerUpdate(1, { ...relation, ...patch }, defaults, { identity: true }),
    ]) {
      expect(result.value).toBeUndefined()
      expect(codes(result)).toEqual([code])
    }
  })

  test('a foreign number and a foreign postal code are not judged', () => {
    const french = { ...relation, vatNumber: 'FR12345678901', postalCode: '75001', country: 'FR' }
    expect(esCustomerInsert(french, { ...spain, countryId: 77 }).value?.vat).toBe('FR12345678901')
  })

  test('the shared number of the final consumer is left out: numbers are unique there', () => {
    const consumer = { ...relation, vatNumber: '999 999 990', postalCode: '4050-262' }
    expect(esCustomerInsert(consumer, portugal).value).not.toHaveProperty('vat')
  })

  test('what was created comes back as the same relation', () => {
    const text = fc.stringMatching(/^[A-Za-z0-9]{1,20}$/)
    fc.assert(
      fc.property(text, text, text, (debtorNumber, name, city) => {
        const given = { ...relation, debtorNumber, name, city }
        const { value } = esCustomerInsert(given, spain)
        if (!value) throw new Error('the relation is complete')
        const back = relationFromEsCustomer({ customerId: 1, ...value }, esContext)
        expect(back.issues).toEqual([])
        expect(back.value).toMatchObject({
          debtorNumber,
          name,
          city,
          vatNumber: 'B12345674',
          street: 'Calle del Mar 9',
          fiscalZone: 'ES',
        })
      }),
    )
  })
})

describe('a customer that is there', () => {
  test('gets what the relation states, but neither number nor tax number', () => {
    expect(esCustomerUpdate(8_801, relation, spain).value).toEqual({
      customerId: 8_801,
      name: 'Hotel',
      address: 'Calle del Mar 9',
      zipCode: '46007',
      city: 'Valencia',
      countryId: 70,
    })
  })

  test('unless they are asked for', () => {
    expect(esCustomerUpdate(8_801, relation, spain, { identity: true }).value).toMatchObject({
      number: 'C100',
      vat: 'B12345674',
    })
    const { vatNumber: _, ...unknown } = relation
    expect(esCustomerUpdate(8_801, unknown, spain, { identity: true }).value).not.toHaveProperty('vat')
  })

  test('a wrong tax number does not matter where it is not sent', () => {
    expect(esCustomerUpdate(1, { ...relation, vatNumber: 'B12345675' }, spain).issues).toEqual([])
  })

  test('what the relation does not state is not emptied', () => {
    const bare = { debtorNumber: '7', name: 'X', active: false }
    expect(esCustomerUpdate(1, bare, spain).value).toEqual({ customerId: 1, name: 'X', countryId: 70 })
  })
})

describe('a product', () => {
  const defaults = { categoryId: 31, measurementUnitId: 4, vat: { taxId: 501, rate: 21 } }
  const material = { code: 'BOMBA', description: 'Bomba', price: 9.5, active: true }
  const hourType = { code: 'MO', name: 'Mano de obra', salePrice: 45, active: true }

  test('a material, with its VAT', () => {
    expect(esProductInsert({ kind: 'material', material }, defaults)).toEqual({
      productCategoryId: 31,
      type: 1,
      name: 'Bomba',
      reference: 'BOMBA',
      price: 9.5,
      measurementUnitId: 4,
      hasStock: false,
      exemptionReason: '',
      taxes: [{ taxId: 501, value: 21, ordering: 1, cumulative: false }],
    })
  })

  test('an hour type is a service; exempt means no tax but a reason', () => {
    const vat = { exemption: 'Artículo 20 LIVA' }
    expect(esProductInsert({ kind: 'hourType', hourType }, { ...defaults, vat })).toMatchObject({
      type: 2,
      price: 45,
      taxes: [],
      exemptionReason: 'Artículo 20 LIVA',
    })
  })

  test.each([
    ['8412345678905', 'EAN13'],
    ['012345678905', 'UPCA'],
  ])('barcode %s is an %s', (barcode, type) => {
    const { identifications } = esProductInsert(
      { kind: 'material', material: { ...material, barcode } },
      defaults,
    )
    expect(identifications).toEqual([{ type, text: barcode, favorite: true }])
  })

  test.each(['', '123', 'ABCDEFGHIJKLM', '84123456789050'])('barcode "%s" is none', (barcode) => {
    const sent = esProductInsert({ kind: 'material', material: { ...material, barcode } }, defaults)
    expect(sent).not.toHaveProperty('identifications')
  })

  test('an update leaves lists and the reference alone', () => {
    expect(esProductUpdate(701, { kind: 'material', material })).toEqual({
      productId: 701,
      name: 'Bomba',
      price: 9.5,
    })
    expect(esProductUpdate(702, { kind: 'hourType', hourType })).toEqual({
      productId: 702,
      name: 'Mano de obra',
      price: 45,
    })
  })

  test('any material survives the way there and back', () => {
    const word = fc.stringMatching(/^[A-Z0-9]{1,60}$/)
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 10 ** 7 }), (code, description, cents) => {
        const given = { ...material, code, description, price: cents / 100 }
        const { taxes: _, ...created } = esProductInsert({ kind: 'material', material: given }, defaults)
        const row = { productId: 1, ...created, measurementUnit: { name: 'Unidad' } }
        expect(entityFromEsProduct(row, esContext).value).toMatchObject({ kind: 'material', material: given })
      }),
    )
  })
})
