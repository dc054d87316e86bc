import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentPlan } from '../../src/domain/index.ts'
import {
  accountTables,
  billableLines,
  billingCustomer,
  type CustomerRow,
  catalogueProduct,
  comparePlan,
  composeDocument,
  customerInsert,
  type DocumentRow,
  documentInsert,
  documentTotals,
  type ProductRow,
  productInsert,
  productToEntity,
  relationFromCustomer,
  roundingOf,
} from '../../src/mappers/index.ts'
import { aCustomer, account, aProduct, aWorkOrder, codes, exportSettings, on, taxes } from './fixtures.ts'

const ours = { referenceField: 'our_reference' } as const

const tax = (tax_id: number, value: number, patch: object = {}) => ({
  tax_id,
  type: 1,
  saft_type: 1,
  vat_type: 'NOR',
  name: `IVA ${value}`,
  value,
  fiscal_zone: 'PT',
  visibility: 1,
  ...patch,
})

const productRow = (patch: Partial<ProductRow> = {}): ProductRow => ({
  product_id: 901,
  name: 'Bomba',
  reference: 'BOMBA',
  price: 2.37,
  visibility_id: 1,
  taxes: [{ tax_id: 11, value: 0.5451, order: 1, cumulative: 0, tax: tax(11, 23) }],
  ...patch,
})

describe('what billing reads of an account', () => {
  test('taxes, exemptions, warehouses and the rounding method', () => {
    const tables = accountTables({
      taxes: [
        tax(11, 23),
        tax(12, 18, { visibility: 0 }),
        tax(13, 0.5, { type: 3, saft_type: 3, vat_type: '' }),
      ],
      taxExemptions: [{ code: 'M07' }, { code: '' }, {}],
      warehouses: [
        { warehouse_id: 3, code: 'G' },
        { warehouse_id: 4, code: '' },
      ],
      calcMethodId: 2,
    })
    expect(tables).toEqual({
      taxes: [
        {
          taxId: 11,
          name: 'IVA 23',
          rate: 23,
          basis: 'percent',
          fiscalZone: 'PT',
          vatType: 'NOR',
          kind: 'vat',
        },
        { taxId: 13, name: 'IVA 0.5', rate: 0.5, basis: 'unit', fiscalZone: 'PT', kind: 'other' },
      ],
      exemptions: ['M07'],
      warehouses: [{ warehouseId: 3, code: 'G' }],
      rounding: 'document',
    })
  })

  test('a method that nobody has seen is left to the settings', () => {
    expect(roundingOf(1)).toBe('line')
    expect(roundingOf(3)).toBeUndefined()
    expect(accountTables({ taxes: [], taxExemptions: [] })).not.toHaveProperty('rounding')
  })

  test('a product: its rate is the nested one, its price plain decimal text', () => {
    expect(catalogueProduct(productRow())).toEqual({
      productId: 901,
      reference: 'BOMBA',
      name: 'Bomba',
      price: '2.37',
      taxes: [
        {
          taxId: 11,
          rate: 23,
          basis: 'percent',
          fiscalZone: 'PT',
          vatType: 'NOR',
          kind: 'vat',
          order: 1,
          cumulative: false,
        },
      ],
      active: true,
    })
    expect(catalogueProduct(productRow({ price: 1e-7 })).price).toBe('0.0000001')
    expect(catalogueProduct(productRow({ price: null }))).not.toHaveProperty('price')
  })

  test('an amount per article is the product’s own', () => {
    const fee = {
      tax_id: 13,
      value: 0.8,
      order: 1,
      cumulative: 0,
      tax: tax(13, 0.5, { type: 3, saft_type: 3 }),
    }
    expect(catalogueProduct(productRow({ taxes: [fee] })).taxes[0]).toMatchObject({
      rate: 0.8,
      basis: 'unit',
    })
  })

  test('a hidden product is told apart, an exemption kept', () => {
    const product = catalogueProduct(productRow({ visibility_id: 0, exemption_reason: 'M07', taxes: [] }))
    expect(product).toMatchObject({ active: false, exemption: 'M07' })
  })

  const customerRow = (patch: Partial<CustomerRow> = {}): CustomerRow => ({
    customer_id: 5001,
    number: 'C100',
    name: 'Hotel',
    vat: ' 503 504 564',
    address: 'Rua 1',
    city: 'Ponta Delgada',
    zip_code: '9500-321',
    country_id: 1,
    maturity_date_id: 4,
    discount: 0,
    exemption_reason: '',
    visibility_id: 1,
    ...patch,
  })

  test('a customer', () => {
    expect(billingCustomer(customerRow(), { maturityDays: new Map([[4, 30]]) })).toEqual({
      customerId: 5001,
      number: 'C100',
      name: 'Hotel',
      vatNumber: '503504564',
      maturityDateId: 4,
      maturityDays: 30,
      fiscalZone: 'PT-AC',
      countryId: 1,
      hasAddress: true,
      active: true,
    })
  })

  test("the customer's own row of the payment term goes first", () => {
    const row = customerRow({ maturity_date: { days: 60 } })
    expect(billingCustomer(row, { maturityDays: new Map([[4, 30]]) }).maturityDays).toBe(60)
  })

  test.each([{ address: '' }, { city: 'Desconhecido' }, { zip_code: '0000-000' }, { zip_code: '' }])(
    'an address without %o is none',
    (patch) => expect(billingCustomer(customerRow(patch)).hasAddress).toBe(false),
  )

  test('a postal code is not asked of a customer abroad', () => {
    expect(billingCustomer(customerRow({ country_id: 70, zip_code: '' })).hasAddress).toBe(true)
  })
})

const plan = (patch: Partial<DocumentPlan> = {}): DocumentPlan => {
  const settings = exportSettings()
  const workOrder = aWorkOrder({
    description: 'Bomba trocada',
    materials: [
      { code: 'BOMBA', quantity: 3, unitPrice: 2.37, warehouseCode: 'G' },
      { code: 'ISENTO', quantity: 1, unitPrice: 10, discountPercent: 50 },
    ],
    workPeriods: [{ hourTypeCode: 'MO', minutes: 50, remark: 'Montagem' }],
  })
  const { value } = composeDocument({
    workOrder,
    settings,
    lines: billableLines(workOrder, settings.lines).value ?? [],
    customer: aCustomer({ maturityDateId: 4, maturityDays: 30 }),
    products: new Map([
      ['BOMBA', aProduct('BOMBA', { productId: 901 })],
      ['ISENTO', aProduct('ISENTO', { productId: 902, taxes: [], exemption: 'M07' })],
      ['MO', aProduct('MO', { productId: 903, taxes: [on(taxes.mainland)] })],
    ]),
    account: account({ warehouses: [{ warehouseId: 3, code: 'G' }] }),
    documentSetId: 77,
    reference: 'OSX7K2M4Q8Z1',
    today: '2026-03-04',
  })
  if (!value) throw new Error('the fixture composes')
  return { ...value, ...patch }
}

describe('the parameters of a new invoice', () => {
  test('everything by its wire name', () => {
    expect(documentInsert.invoice(plan(), ours)).toEqual({
      document_set_id: 77,
      customer_id: 5001,
      date: '2026-03-04',
      expiration_date: '2026-04-03',
      maturity_date_id: 4,
      our_reference: 'OSX7K2M4Q8Z1',
      your_reference: 'OT-2026-0042',
      notes: 'Bomba trocada',
      status: 0,
      products: [
        {
          product_id: 901,
          name: 'Artigo BOMBA',
          qty: 3,
          price: 2.37,
          discount: 0,
          order: 1,
          warehouse_id: 3,
          taxes: [{ tax_id: 11, value: 23, order: 1, cumulative: 0 }],
        },
        {
          product_id: 902,
          name: 'Artigo ISENTO',
          qty: 1,
          price: 10,
          discount: 50,
          order: 2,
          exemption_reason: 'M07',
          taxes: [],
        },
        {
          product_id: 903,
          name: 'Artigo MO',
          summary: 'Montagem',
          qty: 0.83333334,
          price: 45.5,
          discount: 0,
          order: 3,
          taxes: [{ tax_id: 11, value: 23, order: 1, cumulative: 0 }],
        },
      ],
    })
  })

  test('our key goes into the field that the settings name', () => {
    expect(documentInsert.invoice(plan(), { referenceField: 'your_reference' })).toMatchObject({
      our_reference: 'OT-2026-0042',
      your_reference: 'OSX7K2M4Q8Z1',
    })
  })

  test('what is not planned is emptied, so that an update leaves nothing of the draft before', () => {
    const { maturityDateId: _, notes: __, ...without } = plan()
    expect(documentInsert.invoice(without, ours)).toMatchObject({ maturity_date_id: 0, notes: '' })
  })

  test('a document is never created closed', () =>
    expect(documentInsert.invoice(plan(), ours).status).toBe(0))
})

describe('comparing a document with its plan', () => {
  const asMade = (of: DocumentPlan, totals = of.totals): DocumentRow => ({
    customer_id: of.customerId,
    document_set_id: of.documentSetId,
    our_reference: of.reference,
    your_reference: of.workOrderNumber,
    gross_value: totals.grossCents / 100,
    comercial_discount_value: totals.discountCents / 100,
    financial_discount_value: 0,
    deduction_value: 0,
    taxes_value: totals.taxesCents / 100,
    net_value: totals.netCents / 100,
  })

  test('the same', () => {
    expect(comparePlan(plan(), asMade(plan()), ours)).toEqual({ same: true, differences: [], causes: [] })
  })

  test('floats that are a hair off are the same cents', () => {
    const row = { ...asMade(plan()), net_value: plan().totals.netCents / 100 + 1e-9 }
    expect(comparePlan(plan(), row, ours).same).toBe(true)
  })

  test.each([
    ['customer_id', 5002],
    ['document_set_id', 78],
    ['our_reference', 'OSX7K2M4Q8Z1 '],
    ['your_reference', ''],
    ['gross_value', 1],
    ['comercial_discount_value', 1],
    ['taxes_value', 1],
    ['deduction_value', 0.01],
    ['net_value', plan().totals.netCents / 100 + 0.01],
    ['net_value', null],
  ])('another %s (%s)', (field, actual) => {
    const result = comparePlan(plan(), { ...asMade(plan()), [field]: actual }, ours)
    expect(result.same).toBe(false)
    expect(result.differences.map((difference) => difference.field)).toEqual([field])
    expect(result.causes).toEqual([])
  })

  test('a financial discount that nobody planned is a difference', () => {
    const result = comparePlan(plan(), { ...asMade(plan()), financial_discount_value: 0.5 }, ours)
    expect(result.differences).toEqual([{ field: 'comercial_discount_value', expected: 500, actual: 550 }])
  })

  test('the other rounding method is named as the cause', () => {
    const settings = exportSettings()
    const workOrder = aWorkOrder({
      materials: [1, 2, 3].map(() => ({ code: 'BOMBA', quantity: 1, unitPrice: 2.37 })),
    })
    const { value } = composeDocument({
      workOrder,
      settings,
      lines: billableLines(workOrder, settings.lines).value ?? [],
      customer: aCustomer(),
      products: new Map([['BOMBA', aProduct('BOMBA')]]),
      account: account(),
      documentSetId: 77,
      reference: 'K',
      today: '2026-03-04',
    })
    if (!value) throw new Error('the fixture composes')
    const byLine = asMade(value, documentTotals(value.lines, 'line'))
    expect(comparePlan(value, byLine, ours)).toEqual({
      same: false,
      differences: [
        { field: 'taxes_value', expected: 164, actual: 165 },
        { field: 'net_value', expected: 875, actual: 876 },
      ],
      causes: ['other_rounding_method'],
    })
    expect(comparePlan(value, { ...byLine, customer_id: 1 }, ours).causes).toEqual([])
  })

  test('one cent anywhere is never the same', () => {
    const field = fc.constantFrom('gross_value', 'comercial_discount_value', 'taxes_value', 'net_value')
    const off = fc.integer({ min: 1, max: 5_000 }).map((cents) => cents / 100)
    fc.assert(
      fc.property(field, off, (name, by) => {
        const row = asMade(plan())
        expect(
          comparePlan(plan(), { ...row, [name]: Number(row[name as keyof DocumentRow]) + by }, ours).same,
        ).toBe(false)
      }),
    )
  })
})

describe('a new customer', () => {
  const relation = {
    debtorNumber: 'C100',
    name: 'Hotel',
    vatNumber: '503504564',
    street: 'Rua das Flores',
    houseNumber: '90',
    postalCode: '4050-262',
    city: 'Porto',
    active: true,
  }
  const defaults = { countryId: 1, languageId: 1 }

  test('every field that the live API wants, 0 where there is nothing', () => {
    expect(customerInsert(relation, defaults).value).toMatchObject({
      vat: '503504564',
      number: 'C100',
      address: 'Rua das Flores 90',
      zip_code: '4050-262',
      country_id: 1,
      salesman_id: 0,
      maturity_date_id: 0,
      payment_day: 0,
      discount: 0,
      credit_limit: 0,
      payment_method_id: 0,
      delivery_method_id: 0,
    })
  })

  test.each([
    [{ debtorNumber: 'x'.repeat(21) }, 'too_long'],
    [{ vatNumber: undefined }, 'missing_tax_number'],
    [{ vatNumber: '503504565' }, 'invalid_tax_number'],
    [{ street: undefined, houseNumber: undefined }, 'missing_street'],
    [{ city: undefined }, 'missing_city'],
    [{ postalCode: '4050' }, 'invalid_postal_code'],
  ])('%o is refused, not cut and not made up', (patch, code) => {
    const result = customerInsert({ ...relation, ...patch }, defaults)
    expect(result.value).toBeUndefined()
    expect(codes(result)).toEqual([code])
  })

  test('20 characters fit', () => {
    expect(customerInsert({ ...relation, debtorNumber: 'x'.repeat(20) }, defaults).issues).toEqual([])
  })

  test('what was created comes back as the same relation', () => {
    const created = customerInsert(relation, defaults).value
    if (!created) throw new Error('the relation is complete')
    const back = relationFromCustomer({ customer_id: 1, ...created }, { companyId: 9 })
    expect(back.issues).toEqual([])
    expect(back.value).toMatchObject({
      debtorNumber: 'C100',
      name: 'Hotel',
      vatNumber: '503504564',
      street: 'Rua das Flores 90',
      postalCode: '4050-262',
      city: 'Porto',
      country: 'PT',
    })
  })
})

describe('a new product', () => {
  const defaults = { categoryId: 1, unitId: 2, vat: { taxId: 11, rate: 23 } }
  const material = { code: 'BOMBA', description: 'Bomba', price: 9.5, active: true }

  test('a material, with its VAT and its value', () => {
    expect(productInsert({ kind: 'material', material }, defaults).value).toEqual({
      category_id: 1,
      type: 1,
      name: 'Bomba',
      reference: 'BOMBA',
      price: 9.5,
      unit_id: 2,
      has_stock: 0,
      taxes: [{ tax_id: 11, value: 23, order: 1, cumulative: 0 }],
    })
  })

  test('an hour type is a service; exempt means no tax but a code', () => {
    const hourType = { code: 'MO', name: 'Mão de obra', salePrice: 45, active: true }
    const { value } = productInsert(
      { kind: 'hourType', hourType },
      { ...defaults, vat: { exemption: 'M07' } },
    )
    expect(value).toMatchObject({ type: 2, price: 45, taxes: [], exemption_reason: 'M07' })
  })

  test('a reference of 30 characters fits, one more is refused', () => {
    const of = (length: number) =>
      productInsert({ kind: 'material', material: { ...material, code: 'x'.repeat(length) } }, defaults)
    expect(of(30).issues).toEqual([])
    expect(of(31)).toMatchObject({ issues: [{ code: 'too_long', field: 'code', details: { max: 30 } }] })
    expect(of(31).value).toBeUndefined()
  })

  test('any material survives the way there and back', () => {
    const word = fc.stringMatching(/^[A-Z0-9]{1,30}$/)
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 10 ** 7 }), (code, description, cents) => {
        const given = { ...material, code, description, price: cents / 100 }
        const created = productInsert({ kind: 'material', material: given }, defaults).value
        if (!created) throw new Error('the code fits')
        const row = { product_id: 1, ...created, taxes: [] }
        const back = productToEntity(row, { companyId: 9, hourUnits: ['h'] }).value
        expect(back).toMatchObject({ kind: 'material', material: given })
      }),
    )
  })
})

const recording = new URL('../../../shared/recorded/moloni-pt/', import.meta.url)
describe.skipIf(!existsSync(recording))(
  'recorded answers (skipped where the recordings are not there)',
  () => {
    const rows = (name: string) => JSON.parse(readFileSync(new URL(`${name}.getAll.json`, recording), 'utf8'))

    test('a recorded product is billed at its rate in the recorded account', () => {
      const tables = accountTables({ taxes: rows('taxes'), taxExemptions: [{ code: 'M07' }] })
      const [row] = rows('products')
      const product = catalogueProduct(row)
      const settings = exportSettings()
      const { value } = composeDocument({
        workOrder: aWorkOrder(),
        settings,
        lines: [{ id: 'm0', kind: 'material', code: product.reference, quantity: '1', discountPercent: 0 }],
        customer: billingCustomer(rows('customers')[0]),
        products: new Map([[product.reference, product]]),
        account: tables,
        documentSetId: rows('invoices')[0].document_set_id,
        reference: 'K',
        today: '2026-03-02',
      })
      expect(value?.lines[0]?.vat).toMatchObject({ source: 'product', rate: 23, zone: 'PT' })
      expect(value?.totals).toEqual({ grossCents: 258, discountCents: 0, taxesCents: 59, netCents: 317 })
    })

    test('every recorded invoice is the sum of its parts', () => {
      for (const row of rows('invoices'))
        expect(
          Math.round(100 * (row.gross_value - row.comercial_discount_value - row.financial_discount_value)) +
            Math.round(100 * (row.taxes_value - row.deduction_value)),
        ).toBe(Math.round(100 * row.net_value))
    })
  },
)
