import { describe, expect, test } from 'vitest'
import { documentPlan, type SettingsInput, type WorkOrder } from '../../src/domain/index.ts'
import {
  type AccountTables,
  billableLines,
  type ComposeInput,
  composeDocument,
  namesWithholding,
  productReferences,
} from '../../src/mappers/index.ts'
import { aCustomer, account, aProduct, aWorkOrder, codes, exportSettings, lineSettings } from './fixtures.ts'

type Exports = NonNullable<SettingsInput['exports']>

const products = new Map(
  [
    aProduct('BOMBA', { productId: 901, price: '80' }),
    aProduct('MO', { productId: 902, price: '45.5', name: 'Mão de obra' }),
    aProduct('KM', { productId: 903, price: '0.36' }),
    aProduct('DIVERSOS', { productId: 905, price: '1', name: 'Diversos' }),
    aProduct('GRATIS', { productId: 906, price: '0' }),
  ].map((product) => [product.reference, product]),
)

function compose(
  workOrder: Partial<WorkOrder> = {},
  exports: Exports = {},
  patch: Partial<ComposeInput> = {},
) {
  const settings = exportSettings(exports)
  const order = aWorkOrder(workOrder)
  return composeDocument({
    workOrder: order,
    settings,
    lines: billableLines(order, settings.lines).value ?? [],
    customer: aCustomer(),
    products,
    account: account(),
    documentSetId: 77,
    reference: 'OSX7K2M4Q8Z1',
    today: '2026-03-04',
    ...patch,
  })
}

describe('the kind of document', () => {
  test('is that of the settings, unless one is given', () => {
    expect(compose({}, { kind: 'purchaseOrder' }).value?.kind).toBe('purchaseOrder')
    expect(compose({}, { kind: 'purchaseOrder' }, { kind: 'invoice' }).value?.kind).toBe('invoice')
  })

  test('invoices and invoice-receipts need an address, orders and internal documents do not', () => {
    const customer = aCustomer({ hasAddress: false })
    const issues = (kind: ComposeInput['kind'] & string) =>
      codes(compose({}, { payments: { fallback: 5 } }, { customer, kind }))
    expect(issues('invoice')).toEqual(['missing_address'])
    expect(issues('invoiceReceipt')).toEqual(['missing_address'])
    expect(issues('purchaseOrder')).toEqual([])
    expect(issues('internalDocument')).toEqual([])
  })

  test('the account may want an address on other kinds', () => {
    const customer = aCustomer({ hasAddress: false })
    const of = (addressOn: NonNullable<AccountTables['addressOn']>) =>
      codes(compose({}, {}, { customer, account: account({ addressOn }) }))
    expect(of([])).toEqual([])
    expect(of(['purchaseOrder'])).toEqual([])
    expect(of(['invoice'])).toEqual(['missing_address'])
  })

  test('the zone of the company is on the plan where the account shows it', () => {
    expect(compose({}, {}, { account: account({ fiscalZone: 'PT' }) }).value?.fiscalZone).toBe('PT')
    expect(compose().value).not.toHaveProperty('fiscalZone')
  })

  test.each(['document', 'line', 'item'] as const)('totals are rounded to the %s', (rounding) => {
    expect(compose({}, {}, { account: account({ rounding }) }).value?.rounding).toBe(rounding)
    expect(compose({}, { rounding }).value?.rounding).toBe(rounding)
  })
})

describe('how an invoice-receipt is paid', () => {
  const paymentMethods = [{ paymentMethodId: 5, name: 'Numerário' }]
  const of = (
    workOrder: Partial<WorkOrder>,
    payments: Exports['payments'],
    patch: Partial<AccountTables> = {},
  ) => compose(workOrder, { kind: 'invoiceReceipt', payments }, { account: account(patch) })

  test('by the method that the settings name for that of the work order, else by the one for all others', () => {
    const methods = { Cash: 5, Card: 6 }
    const method = (paymentMethod: string | undefined, fallback?: number) =>
      of({ paymentMethod }, { methods, ...(fallback !== undefined && { fallback }) }).value?.payments?.[0]
        ?.paymentMethodId
    expect(method(' Cash ')).toBe(5)
    expect(method('Card', 9)).toBe(6)
    expect(method('Cheque', 9)).toBe(9)
    expect(method(undefined, 9)).toBe(9)
  })

  test('at once and whole, under the name of the account', () => {
    const { value } = of({ paymentMethod: 'Cash' }, { methods: { Cash: 5 } }, { paymentMethods })
    expect(value?.payments).toEqual([
      {
        paymentMethodId: 5,
        paymentMethodName: 'Numerário',
        date: '2026-03-04',
        valueCents: value?.totals.netCents,
      },
    ])
    expect(documentPlan.parse(JSON.parse(JSON.stringify(value)))).toEqual(value)
  })

  test.each([
    [
      'a method that the settings do not name',
      { paymentMethod: 'Cheque' },
      { methods: { Cash: 5 } },
      'Cheque',
    ],
    ['none on the work order', {}, { methods: { Cash: 5 } }, undefined],
    ['a blank one', { paymentMethod: ' ' }, {}, undefined],
    ['a word of JavaScript', { paymentMethod: 'constructor' }, {}, 'constructor'],
  ])('%s blocks', (_, workOrder, payments, thing) => {
    const result = of(workOrder, payments)
    expect(result.value).toBeUndefined()
    expect(result.issues).toEqual([
      { code: 'no_payment_method', field: 'paymentMethod', ...(thing && { thing }), severity: 'error' },
    ])
  })

  test('a method that the account does not have blocks; one that was not read is believed', () => {
    expect(of({}, { fallback: 9 }, { paymentMethods }).issues).toEqual([
      { code: 'unknown_payment_method', field: 'paymentMethod', thing: '9', severity: 'error' },
    ])
    expect(of({}, { fallback: 9 }).value?.payments?.[0]).not.toHaveProperty('paymentMethodName')
  })

  test('nothing is paid on a document of zero', () => {
    expect(of({ materials: [{ code: 'GRATIS', quantity: 1 }] }, { fallback: 5 }).value?.payments).toEqual([])
  })

  test('other kinds have no payments and need no method', () => {
    const result = compose({ paymentMethod: 'Cheque' }, { kind: 'invoice' })
    expect(result.issues).toEqual([])
    expect(result.value).not.toHaveProperty('payments')
  })
})

describe('withholding', () => {
  const withholdings = [
    { withholdingId: 8, name: 'IRS 25', rate: 25 },
    { withholdingId: 9, name: 'IRS 11,5', rate: 11.5 },
  ]
  type Withholding = NonNullable<Exports['lines']>['withholding']
  const full: Partial<WorkOrder> = {
    materials: [{ code: 'BOMBA', quantity: 1, unitPrice: 100 }],
    workPeriods: [{ hourTypeCode: 'MO', minutes: 60, travelDistance: 10 }],
  }
  const of = (withholding: Withholding, patch: Partial<ComposeInput> = {}) =>
    compose(
      full,
      { lines: { travelProduct: 'KM', withholding } },
      { account: account({ withholdings }), ...patch },
    )
  const rates = (...given: Parameters<typeof of>) =>
    of(...given).value?.lines.map(({ withholding }) => withholding?.rate)

  test('by kind of line, or by product before it', () => {
    expect(rates({ hours: 8 })).toEqual([undefined, 25, undefined])
    expect(rates({ materials: 9, hours: 8, travel: 8 })).toEqual([11.5, 25, 25])
    expect(rates({ hours: 8, products: { MO: 9, BOMBA: 9 } })).toEqual([11.5, 11.5, undefined])
    expect(rates({ hours: 8, products: { MO: 0 } })).toEqual([undefined, undefined, undefined])
    expect(rates({})).toEqual([undefined, undefined, undefined])
  })

  test('is taken off what the customer pays', () => {
    const { value } = of({ hours: 8 })
    expect(value?.totals.withheldCents).toBe(1_138)
    expect(value?.totals.netCents).toBe(
      (value?.totals.grossCents ?? 0) + (value?.totals.taxesCents ?? 0) - 1_138,
    )
    expect(documentPlan.parse(JSON.parse(JSON.stringify(value)))).toEqual(value)
  })

  test.each([
    ['a person', '123456789'],
    ['the final consumer', '999999990'],
    ['a wrong number', '503504565'],
    ['a company of another country', 'B12345674'],
    ['nobody in particular', undefined],
  ])('%s withholds nothing, unless the settings say everybody does', (_, vatNumber) => {
    const { vatNumber: __, ...nameless } = aCustomer()
    const customer = vatNumber === undefined ? nameless : aCustomer({ vatNumber })
    expect(rates({ hours: 8 }, { customer })).toEqual([undefined, undefined, undefined])
    expect(rates({ hours: 8, customers: 'all' }, { customer })).toEqual([undefined, 25, undefined])
  })

  test.each([
    ['one that the account does not have', account({ withholdings: [] })],
    ['an account that was not asked', account()],
  ])('%s blocks', (_, tables) => {
    expect(of({ hours: 8 }, { account: tables }).issues).toEqual([
      { code: 'unknown_withholding', field: 'h:MO', thing: '8', severity: 'error' },
    ])
  })

  test('kinds of documents without withholding go without', () => {
    const tables = account({ withholdingOn: ['invoice'] })
    expect(rates({ hours: 8 }, { account: tables, kind: 'purchaseOrder' })).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('the account is asked only when the settings name one', () => {
    const named = (withholding: Withholding) => namesWithholding(lineSettings({ withholding }))
    expect(named({})).toBe(false)
    expect(named({ products: { MO: 0 }, customers: 'all' })).toBe(false)
    expect(named({ products: { MO: 9 } })).toBe(true)
    expect(named({ travel: 9 })).toBe(true)
  })
})

describe('products that stand in for unknown ones', () => {
  const lines = { unknownMaterial: 'DIVERSOS', unknownHourType: 'MO' }

  test('a material under its own name and at its own price', () => {
    const materials = [{ code: 'NADA', name: 'Parafuso', quantity: 2, unitPrice: 0.5 }]
    const result = compose({ materials }, { lines })
    expect(result.value?.lines[0]).toMatchObject({
      productId: 905,
      code: 'DIVERSOS',
      name: 'Parafuso',
      unitPrice: '0.5',
    })
    expect(result.issues).toEqual([
      {
        code: 'booked_on_fallback',
        field: 'm0',
        thing: 'NADA',
        severity: 'warning',
        details: { product: 'DIVERSOS' },
      },
    ])
  })

  test('a material without a name is known by its code; one without a price is not given away', () => {
    const of = (line: object) => compose({ materials: [{ code: 'NADA', quantity: 1, ...line }] }, { lines })
    expect(of({ unitPrice: 5 }).value?.lines[0]?.name).toBe('NADA')
    expect(codes(of({}))).toEqual(['booked_on_fallback', 'no_price'])
  })

  test('an hour type at the price of the product that stands in', () => {
    const workPeriods = [{ hourTypeCode: 'XX', minutes: 60 }]
    const { value } = compose({ materials: [], workPeriods }, { lines })
    expect(value?.lines[0]).toMatchObject({ productId: 902, name: 'XX', unitPrice: '45.5' })
  })

  test('one that is unknown itself blocks, and both are told', () => {
    const result = compose(
      { materials: [{ code: 'NADA', quantity: 1 }] },
      { lines: { unknownMaterial: 'ZZ' } },
    )
    expect(result.value).toBeUndefined()
    expect(result.issues).toMatchObject([
      { code: 'unknown_material', thing: 'NADA' },
      { code: 'unknown_fallback', thing: 'ZZ' },
    ])
  })

  test('each kind has its own; travel has none', () => {
    const workOrder = { materials: [], workPeriods: [{ hourTypeCode: 'XX', minutes: 60, travelDistance: 1 }] }
    const only = { unknownMaterial: 'DIVERSOS', travelProduct: 'ZZ' }
    expect(codes(compose(workOrder, { lines: only }))).toEqual([
      'unknown_hour_type',
      'unknown_travel_product',
    ])
  })

  test('the references that are needed, each once', () => {
    const of = (settings: Parameters<typeof lineSettings>[0]) =>
      productReferences(
        billableLines(
          aWorkOrder({
            materials: ['A', 'B', 'A'].map((code) => ({ code, quantity: 1 })),
            workPeriods: [{ hourTypeCode: 'H', minutes: 60, travelDistance: 2 }],
          }),
          lineSettings({ travelProduct: 'KM', ...settings }),
        ).value ?? [],
        lineSettings(settings),
      )
    expect(of({})).toEqual(['A', 'B', 'H', 'KM'])
    expect(of({ unknownMaterial: 'X', unknownHourType: 'A' })).toEqual(['A', 'X', 'B', 'H', 'KM'])
  })
})

describe('lines with a price of zero', () => {
  const materials = [
    { code: 'BOMBA', quantity: 1 },
    { code: 'GRATIS', quantity: 1 },
  ]
  const of = (zeroPrice: 'warn' | 'omit' | 'block', lines = materials) =>
    compose({ materials: lines }, { lines: { zeroPrice } })

  test('are billed with a warning, left out, or block', () => {
    expect(of('warn').value?.lines).toHaveLength(2)
    expect(of('warn').issues).toMatchObject([{ code: 'zero_price', severity: 'warning' }])
    expect(of('omit').value?.lines.map(({ code }) => code)).toEqual(['BOMBA'])
    expect(of('omit').issues).toEqual([])
    expect(of('block').value).toBeUndefined()
    expect(of('block').issues).toMatchObject([{ code: 'zero_price', severity: 'error' }])
  })

  test('when nothing else is left there is nothing to bill', () => {
    expect(codes(of('omit', [{ code: 'GRATIS', quantity: 1 }]))).toEqual(['nothing_to_bill'])
  })

  test('a price below half a cent is a price, and a full discount is not a price of zero', () => {
    const small = [{ code: 'BOMBA', quantity: 1_000, unitPrice: 0.004 }]
    expect(of('omit', small).value?.totals.grossCents).toBe(400)
    const given = [{ code: 'BOMBA', quantity: 1, unitPrice: 10, discountPercent: 100 }]
    expect(of('omit', given).value?.lines).toHaveLength(1)
  })
})

describe("the discount of the customer's card", () => {
  const workOrder = {
    materials: [
      { code: 'BOMBA', quantity: 1, unitPrice: 100 },
      { code: 'BOMBA', quantity: 1, unitPrice: 100, discountPercent: 5 },
    ],
    workPeriods: [{ hourTypeCode: 'MO', minutes: 60 }],
  }
  const discounts = (customerDiscount: 'ignore' | 'apply', discountPercent?: number) =>
    compose(
      workOrder,
      { lines: { customerDiscount } },
      { customer: aCustomer(discountPercent === undefined ? {} : { discountPercent }) },
    ).value?.lines.map((line) => line.discountPercent)

  test('is left alone, or given to lines without one of their own', () => {
    expect(discounts('ignore', 15)).toEqual([0, 5, 0])
    expect(discounts('apply', 15)).toEqual([15, 5, 15])
    expect(discounts('apply')).toEqual([0, 5, 0])
  })

  test.each([-1, 101, Number.NaN])('one of %s %% is none', (percent) => {
    expect(discounts('apply', percent)).toEqual([0, 5, 0])
  })
})

describe('texts', () => {
  const workOrder = {
    description: ' Feito ',
    projectNumber: 'P-7',
    pdfUrl: 'https://example.com/wo/1.pdf',
    materials: [{ code: 'BOMBA', quantity: 1 }],
    workPeriods: [{ hourTypeCode: 'MO', minutes: 60, remark: 'Montagem' }],
  }
  const of = (lines: Exports['lines'], order: Partial<WorkOrder> = workOrder) => {
    const { value } = compose(order, { lines })
    return { notes: value?.notes, summaries: value?.lines.map(({ summary }) => summary) }
  }

  test('the description at the foot, under the first line, or nowhere', () => {
    expect(of({})).toEqual({ notes: 'Feito', summaries: [undefined, 'Montagem'] })
    expect(of({ description: 'summary' })).toEqual({ notes: undefined, summaries: ['Feito', 'Montagem'] })
    expect(of({ description: 'none' })).toEqual({ notes: undefined, summaries: [undefined, 'Montagem'] })
  })

  test('under the first line it stands above what that line says itself', () => {
    expect(of({ description: 'summary', order: ['hours', 'materials'] }).summaries).toEqual([
      'Feito\nMontagem',
      undefined,
    ])
    expect(of({ description: 'summary' }, { ...workOrder, description: ' ' }).summaries?.[0]).toBeUndefined()
  })

  test("the link to the signed work order's PDF only where it is asked for", () => {
    expect(of({}).notes).not.toContain('pdf')
    expect(of({ pdfLink: 'notes', project: 'notes' }).notes).toBe('Feito\nP-7\nhttps://example.com/wo/1.pdf')
    expect(of({ pdfLink: 'notes' }, { ...workOrder, pdfUrl: undefined }).notes).toBe('Feito')
  })

  test('remarks of periods can be kept off', () => {
    expect(of({ hours: { remarks: 'none' } }).summaries).toEqual([undefined, undefined])
  })
})

test('the default warehouse is that of materials which state none, and of nothing else', () => {
  const order = aWorkOrder({
    materials: [
      { code: 'BOMBA', quantity: 1, warehouseCode: 'B' },
      { code: 'BOMBA', quantity: 1, warehouseCode: ' ' },
    ],
    workPeriods: [{ hourTypeCode: 'MO', minutes: 60 }],
  })
  const warehouses = (defaultWarehouse?: string) =>
    billableLines(order, lineSettings(defaultWarehouse === undefined ? {} : { defaultWarehouse })).value?.map(
      ({ warehouseCode }) => warehouseCode,
    )
  expect(warehouses('G')).toEqual(['B', 'G', undefined])
  expect(warehouses()).toEqual(['B', undefined, undefined])
})
