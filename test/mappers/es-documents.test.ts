import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentPlan, SettingsInput, WorkOrder } from '../../src/domain/index.ts'
import {
  billableLines,
  type CatalogueProduct,
  type ComposeInput,
  compareEsPlan,
  composeDocument,
  documentTotals,
  type EsAccountRows,
  type EsCustomerRow,
  type EsDocumentRow,
  esAccountTables,
  esBillingCustomer,
  esCatalogueProduct,
  esDocumentInsert,
} from '../../src/mappers/index.ts'
import { esAccount, esCustomerRow, esProductRow, esRows, esTax, esTaxes } from './es-fixtures.ts'
import { aWorkOrder, codes, exportSettings } from './fixtures.ts'

const ours = { referenceField: 'our_reference' } as const

describe('what billing reads of an account', () => {
  test('taxes, exemptions, methods of payment, warehouses, zone and rounding', () => {
    const tables = esAccountTables({
      taxes: [
        esTax(1, 23, { fiscalZone: 'pt', fiscalZoneFinanceTypeMode: 'NOR' }),
        esTax(2, 18, { visible: 0 }),
        esTax(3, 0.5, { type: 3, fiscalZoneFinanceType: 3 }),
        esTax(4, 5.2, { type: 2, fiscalZoneFinanceType: 2 }),
        esTax(5, 23, { flags: [{ flagId: 1 }] }),
      ],
      company: {
        documentCalculationsMode: 2,
        fiscalZone: {
          fiscalZone: 'pt-ac',
          exemption: { type: 'VALUES', reasons: [{ code: 'M07' }, null, { code: '' }, {}] },
        },
      },
      paymentMethods: [
        { paymentMethodId: 7, name: 'Efectivo' },
        { paymentMethodId: 8, name: 'Vieja', visible: 0 },
      ],
      warehouses: [
        { warehouseId: 3, number: 'G' },
        { warehouseId: 4, number: null },
      ],
      taxSettings: { requireCustomerAddress: true },
    })
    const vat = { basis: 'percent', kind: 'vat' }
    expect(tables).toEqual({
      taxes: [
        { ...vat, taxId: 1, name: 'IVA 23%', rate: 23, fiscalZone: 'PT', vatType: 'NOR' },
        { taxId: 3, name: 'IVA 0.5%', rate: 0.5, basis: 'unit', fiscalZone: 'ES', kind: 'other' },
        { taxId: 4, name: 'IVA 5.2%', rate: 5.2, basis: 'line', fiscalZone: 'ES', kind: 'other' },
        { ...vat, taxId: 5, name: 'IVA 23%', rate: 23, fiscalZone: 'ES', special: true },
      ],
      exemptions: ['M07'],
      exemptionTexts: false,
      vatPlace: 'product',
      fiscalZone: 'PT-AC',
      paymentMethods: [{ paymentMethodId: 7, name: 'Efectivo' }],
      warehouses: [{ warehouseId: 3, code: 'G' }],
      addressOn: ['invoice', 'invoiceReceipt', 'purchaseOrder'],
      rounding: 'item',
    })
  })

  test.each([
    [0, 'document'],
    [1, 'line'],
    [2, 'item'],
    [3, undefined],
    [null, undefined],
    [undefined, undefined],
  ])('calculation mode %s: %s', (documentCalculationsMode, rounding) => {
    const { company } = esRows()
    expect(esAccountTables(esRows({ company: { ...company, documentCalculationsMode } })).rounding).toBe(
      rounding,
    )
  })

  test.each([
    ['no list', { type: 'TEXT', reasons: [] }, true],
    ['no list at all', null, true],
    ['a list', { type: 'VALUES', reasons: [{ code: 'M07' }] }, false],
    ['a list that was not read', { type: 'VALUES' }, false],
  ])('with %s any text is an exemption: %#', (_, exemption, anyText) => {
    const company = { fiscalZone: { fiscalZone: 'ES', exemption } }
    expect(esAccountTables(esRows({ company })).exemptionTexts).toBe(anyText)
  })

  test('what was not read is absent, and no address is asked for', () => {
    const tables = esAccountTables({ taxes: [], company: {} })
    for (const name of ['fiscalZone', 'rounding', 'paymentMethods', 'warehouses'])
      expect(tables).not.toHaveProperty(name)
    expect(tables.addressOn).toEqual([])
  })

  test('a product: plain price, its taxes in full', () => {
    const eco = esTax(9, 0.5, { type: 3, fiscalZoneFinanceType: 3 })
    const product = esCatalogueProduct(
      esProductRow({
        price: 1e-7,
        taxes: [
          null,
          { taxId: 501, tax: esTaxes.normal, value: 99, ordering: 2, cumulative: true },
          { tax: eco, value: 0.8, ordering: 1 },
          { taxId: 0 },
          { taxId: 44, value: 10 },
        ],
      }),
    )
    expect(product).toEqual({
      productId: 701,
      reference: 'BOMBA',
      name: 'Bomba',
      price: '0.0000001',
      active: true,
      taxes: [
        { taxId: 501, rate: 21, basis: 'percent', fiscalZone: 'ES', kind: 'vat', order: 2, cumulative: true },
        { taxId: 9, rate: 0.8, basis: 'unit', fiscalZone: 'ES', kind: 'other', order: 1, cumulative: false },
        { taxId: 44, rate: 10, basis: 'percent', fiscalZone: '', kind: 'vat', order: 0, cumulative: false },
      ],
    })
    expect(esCatalogueProduct({ productId: 1 })).toEqual({
      productId: 1,
      reference: '',
      name: '',
      taxes: [],
      active: true,
    })
  })

  const customer = (patch: Partial<EsCustomerRow> = {}, platform: 'es' | 'on' = 'es') =>
    esBillingCustomer(esCustomerRow(patch), { platform, maturityDays: new Map([[4, 30]]) })

  test('a customer', () => {
    expect(
      customer({ vat: 'ES B-12345674', maturityDateId: 4, discount: 5, exemptionReason: ' Art. 20 ' }),
    ).toEqual({
      customerId: 8_801,
      number: 'C100',
      name: 'Hotel Turia, S.L.',
      vatNumber: 'B12345674',
      exemption: 'Art. 20',
      maturityDateId: 4,
      maturityDays: 30,
      discountPercent: 5,
      fiscalZone: 'ES',
      countryId: 70,
      hasAddress: true,
      active: true,
    })
    expect(customer({ maturityDateId: 4, maturityDate: { days: 60 } }).maturityDays).toBe(60)
  })

  test.each([{ address: null }, { city: 'Desconocida' }, { zipCode: '' }])(
    'an address with %o is none',
    (patch) => expect(customer(patch).hasAddress).toBe(false),
  )

  test('a postal code is asked for at home only', () => {
    const abroad = { countryId: 107, country: { iso3166_1: 'IE' }, zipCode: '' }
    expect(customer(abroad).hasAddress).toBe(true)
    expect(customer({ zipCode: '' }, 'on').hasAddress).toBe(true)
    expect(customer({ countryId: 1, country: null, zipCode: '' }, 'on').hasAddress).toBe(false)
  })
})

const products = new Map<string, CatalogueProduct>(
  [
    esProductRow(),
    esProductRow({ productId: 702, reference: 'MO', name: 'Mano de obra', price: 45.5 }),
    esProductRow({
      productId: 703,
      reference: 'LIBRE',
      name: 'Formación',
      taxes: [],
      exemptionReason: 'Artículo 20 LIVA',
    }),
  ].map((row) => [row.reference ?? '', esCatalogueProduct(row)]),
)

function compose(
  workOrder: Partial<WorkOrder> = {},
  patch: Partial<ComposeInput> = {},
  exports: SettingsInput['exports'] = {},
) {
  const settings = exportSettings(exports)
  const order = aWorkOrder({ materials: [{ code: 'BOMBA', quantity: 3 }], ...workOrder })
  return composeDocument({
    workOrder: order,
    settings,
    lines: billableLines(order, settings.lines).value ?? [],
    customer: esBillingCustomer(esCustomerRow({ maturityDateId: 4, maturityDate: { days: 30 } }), {
      platform: 'es',
    }),
    products,
    account: esAccount(),
    documentSetId: 77,
    reference: 'OSX7K2M4Q8Z1',
    today: '2026-03-04',
    ...patch,
  })
}

const plan = (...given: Parameters<typeof compose>): DocumentPlan => {
  const { value, issues } = compose(...given)
  if (!value) throw new Error(`the fixture composes: ${JSON.stringify(issues)}`)
  return value
}

describe('VAT in Spain', () => {
  const customerIn = (patch: Partial<EsCustomerRow>) =>
    esBillingCustomer(esCustomerRow(patch), { platform: 'es' })

  test("the product's IVA for a customer on the mainland", () => {
    expect(plan().lines[0]?.vat).toMatchObject({ source: 'product', taxId: 501, rate: 21, zone: 'ES' })
  })

  test('no IVA for a customer in the Canary Islands: the work order is blocked with the reasons', () => {
    const result = compose({}, { customer: customerIn({ zipCode: '35001' }) })
    expect(result.value).toBeUndefined()
    expect(result.issues).toMatchObject([{ code: 'no_vat', thing: 'BOMBA', severity: 'error' }])
    expect(result.issues[0]?.details?.asked).toContain('is of zone ES, not of ES-CN')
  })

  test("an account with a tax of the customer's zone bills it, where the kind of VAT is known", () => {
    const normal = { fiscalZoneFinanceTypeMode: 'NOR' }
    const mainland = esTax(501, 21, normal)
    const account = esAccountTables(
      esRows({ taxes: [mainland, esTax(503, 7, { ...normal, fiscalZone: 'es-cn' })] }),
    )
    const product = esCatalogueProduct(esProductRow({ taxes: [{ tax: mainland, ordering: 1 }] }))
    const result = compose(
      {},
      { account, customer: customerIn({ zipCode: '38001' }), products: new Map([['BOMBA', product]]) },
    )
    expect(result.value?.lines[0]?.vat).toMatchObject({ source: 'zone', taxId: 503, rate: 7 })
  })

  test('a state whose zone is unknown is billed as the product says, with a warning', () => {
    const customer = customerIn({ countryId: 71, country: { countryId: 71, iso3166_1: 'ES' } })
    const result = compose({}, { customer })
    expect(result.value?.lines[0]?.vat).toMatchObject({ source: 'product', rate: 21 })
    expect(codes(result)).toEqual(['unknown_fiscal_zone'])
  })

  test('an exemption is the text of the product, of the customer or of the settings', () => {
    const free = { materials: [{ code: 'LIBRE', quantity: 1, unitPrice: 10 }] }
    expect(plan(free).lines[0]).toMatchObject({ exemption: 'Artículo 20 LIVA', taxes: [] })
    const exports = { customer: customerIn({ exemptionReason: 'Exportación' }) }
    expect(plan({}, exports).lines[0]).toMatchObject({ exemption: 'Exportación', taxes: [] })
    const vat = { sources: ['default' as const], fallback: { exemption: 'No sujeto' } }
    expect(plan({}, {}, { vat }).lines[0]?.exemption).toBe('No sujeto')
  })

  test('a text is none where the zone has codes', () => {
    const account = esAccount({ exemptions: ['M07'], exemptionTexts: false })
    const free = { materials: [{ code: 'LIBRE', quantity: 1, unitPrice: 10 }] }
    expect(codes(compose(free, { account }))).toEqual(['no_vat'])
  })

  test('reverse charge is for Spanish companies', () => {
    const vat = {
      sources: ['reverseCharge' as const, 'product' as const],
      reverseCharge: { exemption: 'Inversión del sujeto pasivo', typesOfWork: ['Obra'] },
    }
    const source = (number: string) =>
      plan({ typeOfWork: 'Obra' }, { customer: customerIn({ vat: number }) }, { vat }).lines[0]?.vat.source
    expect(source('B12345674')).toBe('reverseCharge')
    for (const other of ['12345678Z', 'B12345675', '503504564', '999999990', ''])
      expect(source(other)).toBe('product')
  })

  test('a tax with flags is never found by its rate, only billed where the product has it', () => {
    const special = esTax(590, 21, { flags: [{ flagId: 3, name: 'X' }] })
    const account = esAccountTables(esRows({ taxes: [special, esTaxes.reduced] }))
    const vat = { sources: ['line' as const, 'product' as const, 'default' as const], fallback: { rate: 21 } }
    const own = esCatalogueProduct(esProductRow({ taxes: [{ tax: special, ordering: 1 }] }))
    const naked = esCatalogueProduct(esProductRow({ taxes: [] }))
    const of = (product: CatalogueProduct) =>
      compose({}, { account, products: new Map([['BOMBA', product]]) }, { vat })
    expect(of(own).value?.lines[0]?.vat).toMatchObject({ source: 'product', taxId: 590 })
    expect(codes(of(naked))).toEqual(['no_vat'])
  })

  test('VAT stands where the product has it: a surcharge beside it is not taxed', () => {
    const surcharge = esTax(520, 5.2, { fiscalZoneFinanceType: 3 })
    const product = esCatalogueProduct(
      esProductRow({
        taxes: [
          { tax: esTaxes.normal, ordering: 1, cumulative: false },
          { tax: surcharge, ordering: 2, cumulative: false },
        ],
      }),
    )
    const account = esAccountTables(esRows({ taxes: [esTaxes.normal, surcharge] }))
    const { lines, totals } = plan(
      { materials: [{ code: 'BOMBA', quantity: 1, unitPrice: 100 }] },
      { account, products: new Map([['BOMBA', product]]) },
    )
    expect(lines[0]?.taxes.map(({ taxId, order, cumulative }) => [taxId, order, cumulative])).toEqual([
      [501, 1, false],
      [520, 2, false],
    ])
    expect(totals.taxesCents).toBe(2_620)
  })
})

describe('which documents need an address', () => {
  const homeless = esBillingCustomer(esCustomerRow({ address: '' }), { platform: 'es' })

  test('none, unless the zone of the company asks for it', () => {
    for (const kind of ['invoice', 'purchaseOrder'] as const) {
      expect(compose({}, { customer: homeless, kind }).issues).toEqual([])
      const account = esAccountTables(esRows({ taxSettings: { requireCustomerAddress: true } }))
      expect(compose({}, { customer: homeless, kind, account }).issues).toMatchObject([
        { code: 'missing_address', severity: 'error' },
      ])
    }
  })
})

describe('the data of a new document', () => {
  const full = {
    description: 'Bomba cambiada',
    materials: [
      { code: 'BOMBA', quantity: 3, unitPrice: 2.37, warehouseCode: 'G' },
      { code: 'LIBRE', quantity: 1, unitPrice: 10, discountPercent: 50 },
    ],
    workPeriods: [{ hourTypeCode: 'MO', minutes: 50, remark: 'Montaje' }],
  }
  const withWarehouse = {
    account: esAccount({ warehouses: [{ warehouseId: 3, code: 'G' }], rounding: 'item' }),
  }

  test('everything by its wire name', () => {
    expect(esDocumentInsert.invoice(plan(full, withWarehouse), ours)).toEqual({
      fiscalZone: 'ES',
      documentCalculationsMode: 2,
      documentSetId: 77,
      customerId: 8_801,
      date: '2026-03-04',
      expirationDate: '2026-04-03',
      maturityDateId: 4,
      ourReference: 'OSX7K2M4Q8Z1',
      yourReference: 'OT-2026-0042',
      notes: 'Bomba cambiada',
      status: 0,
      products: [
        {
          productId: 701,
          ordering: 1,
          name: 'Bomba',
          summary: '',
          qty: 3,
          price: 2.37,
          discount: 0,
          exemptionReason: '',
          warehouseId: 3,
          taxes: [{ taxId: 501, value: 21, ordering: 1, cumulative: false }],
        },
        {
          productId: 703,
          ordering: 2,
          name: 'Formación',
          summary: '',
          qty: 1,
          price: 10,
          discount: 50,
          exemptionReason: 'Artículo 20 LIVA',
          taxes: [],
        },
        {
          productId: 702,
          ordering: 3,
          name: 'Mano de obra',
          summary: 'Montaje',
          qty: 0.83333334,
          price: 45.5,
          discount: 0,
          exemptionReason: '',
          taxes: [{ taxId: 501, value: 21, ordering: 1, cumulative: false }],
        },
      ],
    })
  })

  test('an order of a customer has the same content', () => {
    expect(esDocumentInsert.purchaseOrder(plan(full, { kind: 'purchaseOrder' }), ours)).toEqual(
      esDocumentInsert.invoice(plan(full), ours),
    )
  })

  test('our key goes into the field that the settings name', () => {
    expect(esDocumentInsert.invoice(plan(), { referenceField: 'your_reference' })).toMatchObject({
      ourReference: 'OT-2026-0042',
      yourReference: 'OSX7K2M4Q8Z1',
    })
  })

  test('what is not planned is emptied, so that an update leaves nothing of the draft before', () => {
    const bare = esBillingCustomer(esCustomerRow(), { platform: 'es' })
    const account = esAccount()
    const { fiscalZone: _, ...zoneless } = account
    const sent = esDocumentInsert.invoice(plan({}, { customer: bare, account: zoneless }), ours)
    expect(sent).toMatchObject({ maturityDateId: null, notes: '', expirationDate: '2026-03-04' })
    expect(sent).not.toHaveProperty('fiscalZone')
  })

  test('taxes are numbered from 1 in their order, whatever the product counts from', () => {
    const surcharge = esTax(520, 5.2, { fiscalZoneFinanceType: 3 })
    const product = esCatalogueProduct(
      esProductRow({
        taxes: [
          { tax: esTaxes.normal, ordering: 0 },
          { tax: surcharge, ordering: -3 },
        ],
      }),
    )
    const account = esAccountTables(esRows({ taxes: [esTaxes.normal, surcharge] }))
    const sent = esDocumentInsert.invoice(
      plan({}, { account, products: new Map([['BOMBA', product]]) }),
      ours,
    )
    expect(sent.products[0]?.taxes.map(({ taxId, ordering }) => [taxId, ordering])).toEqual([
      [520, 1],
      [501, 2],
    ])
  })

  test('an invoice-receipt carries its payment', () => {
    const account = esAccount({ paymentMethods: [{ paymentMethodId: 9, name: 'Efectivo' }] })
    const paid = plan(
      { paymentMethod: 'Contado' },
      { account, kind: 'invoiceReceipt' },
      { payments: { methods: { Contado: 9 } } },
    )
    expect(esDocumentInsert.invoiceReceipt(paid, ours).payments).toEqual([
      {
        paymentMethodId: 9,
        paymentMethodName: 'Efectivo',
        date: '2026-03-04',
        value: paid.totals.netCents / 100,
      },
    ])
  })

  test('is plain JSON, a draft, and nothing internal is in it', () => {
    const marker = fc.stringMatching(/^[a-z]{12}$/)
    const kind = fc.constantFrom('invoice' as const, 'purchaseOrder' as const, 'invoiceReceipt' as const)
    const minutes = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(marker, kind, minutes, (secret, made, worked) => {
        const given = plan(
          {
            internalDescription: secret,
            comment: secret,
            shortDescription: secret,
            workPeriods: [{ hourTypeCode: 'MO', minutes: worked }],
          },
          { kind: made },
          { payments: { fallback: 9 } },
        )
        const sent = esDocumentInsert[made](given, ours)
        expect(JSON.parse(JSON.stringify(sent))).toEqual(sent)
        expect(JSON.stringify(sent)).not.toContain(secret)
        expect(sent.status).toBe(0)
      }),
    )
  })
})

describe('comparing a document with its plan', () => {
  const asMade = (of: DocumentPlan, totals = of.totals): EsDocumentRow => ({
    customer: { customerId: of.customerId },
    entityNumber: of.customerNumber,
    documentSetId: of.documentSetId,
    ourReference: of.reference,
    yourReference: of.workOrderNumber,
    grossValue: totals.grossCents / 100,
    taxesValue: totals.taxesCents / 100,
    retentionsValue: 0,
    totalValue: totals.netCents / 100,
  })

  test('the same', () => {
    expect(compareEsPlan(plan(), asMade(plan()), ours)).toEqual({ same: true, differences: [], causes: [] })
  })

  test('floats that are a hair off are the same cents', () => {
    const row = { ...asMade(plan()), totalValue: plan().totals.netCents / 100 + 1e-9 }
    expect(compareEsPlan(plan(), row, ours).same).toBe(true)
  })

  test.each([
    ['documentSetId', 78],
    ['ourReference', 'OSX7K2M4Q8Z1 '],
    ['ourReference', null],
    ['yourReference', ''],
    ['grossValue', 1],
    ['taxesValue', 1],
    ['retentionsValue', 0.01],
    ['totalValue', plan().totals.netCents / 100 + 0.01],
    ['totalValue', null],
  ])('another %s (%s)', (field, actual) => {
    const result = compareEsPlan(plan(), { ...asMade(plan()), [field]: actual }, ours)
    expect(result.same).toBe(false)
    expect(result.differences.map((difference) => difference.field)).toEqual([field])
    expect(result.causes).toEqual([])
  })

  test('the customer by id, else by the number that is printed; one of them must be shown', () => {
    const row = asMade(plan())
    const differing = (patch: Partial<EsDocumentRow>) =>
      compareEsPlan(plan(), { ...row, ...patch }, ours).differences.map(({ field }) => field)
    expect(differing({ customer: { customerId: 1 } })).toEqual(['customerId'])
    expect(differing({ customer: null })).toEqual([])
    expect(differing({ customer: null, entityNumber: 'C101' })).toEqual(['entityNumber'])
    expect(differing({ customer: null, entityNumber: null })).toEqual(['entityNumber'])
  })

  test('amounts that the list does not show are covered by the total', () => {
    const { grossValue: _, taxesValue: __, retentionsValue: ___, ...row } = asMade(plan())
    expect(compareEsPlan(plan(), row, ours).same).toBe(true)
    expect(compareEsPlan(plan(), { ...row, totalValue: 8.59 }, ours).same).toBe(false)
  })

  test('with discounts the gross may be meant before or after them', () => {
    const discounted = plan({ materials: [{ code: 'BOMBA', quantity: 3, discountPercent: 10 }] })
    const row = asMade(discounted)
    const after = (discounted.totals.grossCents - discounted.totals.discountCents) / 100
    for (const grossValue of [row.grossValue, after])
      expect(compareEsPlan(discounted, { ...row, grossValue }, ours).same).toBe(true)
  })

  test('each other rounding method is named as the cause, and only when nothing else differs', () => {
    const settings = { rounding: 'document' as const }
    const order = { materials: [1, 2, 3].map(() => ({ code: 'BOMBA', quantity: 1, unitPrice: 2.374 })) }
    const given = plan(order, {}, settings)
    for (const method of ['line', 'item'] as const) {
      const other = documentTotals(given.lines, method)
      expect(other.netCents).not.toBe(given.totals.netCents)
      const result = compareEsPlan(given, asMade(given, other), ours)
      expect(result).toMatchObject({ same: false, causes: ['other_rounding_method'] })
      expect(compareEsPlan(given, { ...asMade(given, other), documentSetId: 1 }, ours).causes).toEqual([])
    }
    const third = asMade(given, { ...given.totals, netCents: given.totals.netCents + 7 })
    expect(compareEsPlan(given, third, ours).causes).toEqual([])
  })
})

test('an account without rounding rounds to the document', () => {
  const { rounding: _, ...account } = esAccount()
  expect(plan({}, { account }).rounding).toBe('document')
  const rows: EsAccountRows = esRows({ company: { ...esRows().company, documentCalculationsMode: 1 } })
  expect(plan({}, { account: esAccountTables(rows) }).rounding).toBe('line')
})
