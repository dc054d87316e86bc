import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentPlan, issueCodes, type SettingsInput, type WorkOrder } from '../../src/domain/index.ts'
import { billableLines, type ComposeInput, composeDocument } from '../../src/mappers/index.ts'
import { aCustomer, account, aProduct, aWorkOrder, codes, exportSettings, on, taxes } from './fixtures.ts'

const products = new Map(
  [
    aProduct('BOMBA', { productId: 901, price: '80' }),
    aProduct('MO', { productId: 902, price: '45.5', name: 'Mão de obra' }),
    aProduct('KM', { productId: 903, price: '0.36' }),
    aProduct('LIVRO', { productId: 904, taxes: [on(taxes.mainlandLow)] }),
  ].map((product) => [product.reference, product]),
)

function compose(
  workOrder: Partial<WorkOrder> = {},
  patch: Partial<ComposeInput> = {},
  exports: SettingsInput['exports'] = {},
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

describe('the plan of a document', () => {
  test('holds everything that is sent and compared', () => {
    const result = compose(
      {
        description: ' Bomba trocada e ensaiada. ',
        materials: [
          { code: 'BOMBA', name: 'Bomba de água', quantity: 2, unitPrice: 100, discountPercent: 10 },
        ],
        workPeriods: [{ hourTypeCode: 'MO', minutes: 50, remark: 'Montagem' }],
      },
      { customer: aCustomer({ maturityDateId: 4, maturityDays: 30 }) },
    )
    expect(result.issues).toEqual([])
    expect(result.value).toMatchObject({
      kind: 'invoice',
      customerId: 5001,
      customerNumber: 'C100',
      documentSetId: 77,
      date: '2026-03-04',
      dueDate: '2026-04-03',
      maturityDateId: 4,
      reference: 'OSX7K2M4Q8Z1',
      workOrderNumber: 'OT-2026-0042',
      notes: 'Bomba trocada e ensaiada.',
      rounding: 'document',
      lines: [
        {
          id: 'm0',
          productId: 901,
          name: 'Bomba de água',
          quantity: '2',
          unitPrice: '100',
          netCents: 18_000,
        },
        {
          id: 'h:MO',
          productId: 902,
          name: 'Mão de obra',
          summary: 'Montagem',
          unitPrice: '45.5',
          netCents: 3_792,
        },
      ],
      // Exactly 237.91666697 gross, 20 off, 23 % of the rest is 50.1208….
      totals: { grossCents: 23_792, discountCents: 2_000, taxesCents: 5_012, netCents: 26_804 },
    })
  })

  test('survives the ledger: plain JSON that its schema accepts', () => {
    const { value } = compose({ workPeriods: [{ hourTypeCode: 'MO', minutes: 7 }] })
    expect(documentPlan.parse(JSON.parse(JSON.stringify(value)))).toEqual(value)
  })

  test("totals are rounded by the account's method, unless the settings name one", () => {
    const byLine = { account: account({ rounding: 'line' }) }
    expect(compose().value?.rounding).toBe('document')
    expect(compose({}, byLine).value?.rounding).toBe('line')
    expect(compose({}, byLine, { rounding: 'document' }).value?.rounding).toBe('document')
    expect(compose({}, {}, { rounding: 'line' }).value?.rounding).toBe('line')
  })

  test('a demanded date is taken', () => {
    expect(compose({}, { date: '2026-03-06' }).value).toMatchObject({
      date: '2026-03-06',
      dueDate: '2026-03-06',
    })
  })

  test('the description stays off when the settings say so', () => {
    const result = compose({ description: 'Feito' }, {}, { lines: { description: 'none' } })
    expect(result.value).not.toHaveProperty('notes')
  })

  test('the project number is printed where the settings ask for it', () => {
    const project = { projectNumber: 'P-7', description: 'Feito' }
    const notes = (lines: NonNullable<SettingsInput['exports']>['lines']) =>
      compose(project, {}, { lines }).value?.notes
    expect(notes({})).toBe('Feito')
    expect(notes({ project: 'notes' })).toBe('Feito\nP-7')
    expect(notes({ project: 'notes', description: 'none' })).toBe('P-7')
  })

  test("the customer's own discount is not applied", () => {
    const result = compose({}, { customer: aCustomer({ discountPercent: 15 }) })
    expect(result.value?.lines[0]?.discountPercent).toBe(0)
  })

  test("the product's name and price fill in what the line does not state", () => {
    const { value } = compose({ materials: [{ code: 'BOMBA', quantity: 1 }] })
    expect(value?.lines[0]).toMatchObject({ name: 'Artigo BOMBA', unitPrice: '80' })
  })

  test('a warehouse of the account is sent, an unknown one told', () => {
    const materials = [{ code: 'BOMBA', quantity: 1, warehouseCode: 'G' }]
    const known = account({ warehouses: [{ warehouseId: 3, code: 'G' }] })
    expect(compose({ materials }, { account: known }).value?.lines[0]?.warehouseId).toBe(3)
    const unknown = compose({ materials })
    expect(unknown.value?.lines[0]).not.toHaveProperty('warehouseId')
    expect(unknown.issues).toMatchObject([{ code: 'unknown_warehouse', thing: 'G', severity: 'warning' }])
  })

  test('a line without a warehouse does not get the first one', () => {
    const known = account({ warehouses: [{ warehouseId: 3, code: 'G' }] })
    expect(compose({}, { account: known }).value?.lines[0]).not.toHaveProperty('warehouseId')
  })
})

describe('VAT of the plan', () => {
  test("the relation's zone counts, or the site's when the settings say so", () => {
    const site = { debtorNumber: 'C100', postalCode: '9500-321', country: 'PT' }
    const of = (zoneOf: 'relation' | 'site') =>
      compose({ customer: site }, {}, { vat: { zoneOf } }).value?.lines[0]?.vat.rate
    expect(of('relation')).toBe(23)
    expect(of('site')).toBe(16)
  })

  test('each line has its own decision', () => {
    const materials = [
      { code: 'BOMBA', quantity: 1 },
      { code: 'LIVRO', quantity: 1 },
    ]
    const { value } = compose({ materials }, { customer: aCustomer({ fiscalZone: 'PT-AC' }) })
    expect(value?.lines.map(({ vat }) => [vat.source, vat.rate])).toEqual([
      ['zone', 16],
      ['zone', 4],
    ])
  })

  test('an exempt customer is billed without VAT, with the code on every line', () => {
    const { value } = compose({}, { customer: aCustomer({ exemption: 'M16' }) })
    expect(value?.lines[0]).toMatchObject({ exemption: 'M16', taxes: [] })
    expect(value?.totals).toMatchObject({ taxesCents: 0, netCents: 10_000 })
  })
})

describe('what stops a document', () => {
  test('unknown codes, each with its own code and thing', () => {
    const result = compose(
      {
        materials: [{ code: 'NADA', quantity: 1 }],
        workPeriods: [{ hourTypeCode: 'XX', minutes: 60, travelDistance: 3 }],
      },
      {},
      { lines: { travelProduct: 'ZZ' } },
    )
    expect(result.value).toBeUndefined()
    expect(result.issues).toEqual([
      { code: 'unknown_material', field: 'm0', thing: 'NADA', severity: 'error' },
      { code: 'unknown_hour_type', field: 'h:XX', thing: 'XX', severity: 'error' },
      { code: 'unknown_travel_product', field: 't', thing: 'ZZ', severity: 'error' },
    ])
  })

  test('references are compared exactly', () => {
    expect(codes(compose({ materials: [{ code: 'bomba', quantity: 1 }] }))).toEqual(['unknown_material'])
  })

  test('no price anywhere', () => {
    const { price: _, ...priceless } = aProduct('BOMBA')
    const result = compose(
      { materials: [{ code: 'BOMBA', quantity: 1 }] },
      { products: new Map([['BOMBA', priceless]]) },
    )
    expect(codes(result)).toEqual(['no_price'])
  })

  test('no VAT, with the line that it is about', () => {
    const naked = new Map([['BOMBA', aProduct('BOMBA', { taxes: [] })]])
    expect(compose({}, { products: naked }).issues).toMatchObject([
      { code: 'no_vat', field: 'm0', thing: 'BOMBA' },
    ])
  })

  test('a customer without an address; the final consumer may be billed, with a warning', () => {
    const missing = compose({}, { customer: aCustomer({ hasAddress: false }) })
    expect(missing.value).toBeUndefined()
    expect(missing.issues).toEqual([
      { code: 'missing_address', field: 'customer', thing: 'C100', severity: 'error' },
    ])
    const consumer = compose({}, { customer: aCustomer({ hasAddress: false, vatNumber: '999999990' }) })
    expect(consumer.value).toBeDefined()
    expect(consumer.issues).toMatchObject([{ code: 'missing_address', severity: 'warning' }])
  })

  test('no lines', () => expect(codes(compose({}, { lines: [] }))).toEqual(['nothing_to_bill']))

  test('a key that would not fit is never cut', () => {
    expect(compose({}, { reference: 'x'.repeat(21) }).issues).toMatchObject([
      { code: 'too_long', field: 'reference' },
    ])
  })

  test('everything is told at once', () => {
    const result = compose(
      { materials: [{ code: 'NADA', quantity: 1 }] },
      { customer: aCustomer({ hasAddress: false, active: false }), reference: 'x'.repeat(21) },
    )
    expect(codes(result)).toEqual(['missing_address', 'inactive_customer', 'too_long', 'unknown_material'])
  })
})

describe('what is only told', () => {
  test.each([
    ['hidden product', { active: false }, 'inactive_product'],
    ['price of zero', { price: '0' }, 'zero_price'],
  ])('%s', (_, patch, code) => {
    const own = new Map([['BOMBA', aProduct('BOMBA', patch)]])
    const result = compose({ materials: [{ code: 'BOMBA', quantity: 1 }] }, { products: own })
    expect(result.value).toBeDefined()
    expect(result.issues).toEqual([{ code, field: 'm0', thing: 'BOMBA', severity: 'warning' }])
  })

  test('late work', () => {
    expect(codes(compose({ workDate: '2026-02-01' }))).toEqual(['past_legal_term'])
  })

  test('a tax that is an amount', () => {
    const fee = on(taxes.mainland, { taxId: 77, kind: 'other', basis: 'unit', rate: 0.5 })
    const own = new Map([['BOMBA', aProduct('BOMBA', { taxes: [fee, on(taxes.mainland, { order: 2 })] })]])
    const result = compose({}, { products: own })
    expect(codes(result)).toEqual(['fixed_tax'])
    expect(result.value?.totals.taxesCents).toBe(50 + 2_312)
  })
})

test('internal texts never reach the plan, nor an issue', () => {
  const words = fc.stringMatching(/^[a-z]{12}$/)
  const faults = fc.record({
    code: fc.constantFrom('BOMBA', 'NADA', ''),
    quantity: fc.constantFrom(0, 1, -1),
  })
  fc.assert(
    fc.property(
      words,
      faults,
      fc.constantFrom('notes' as const, 'none' as const),
      (marker, line, description) => {
        const result = compose(
          {
            internalDescription: marker,
            comment: marker,
            shortDescription: marker,
            description: 'Feito',
            materials: [line],
            workPeriods: [{ hourTypeCode: 'MO', minutes: 60 }],
          },
          {},
          { lines: { description, zeroQuantity: 'omit' } },
        )
        expect(JSON.stringify(result)).not.toContain(marker)
        for (const code of codes(result)) expect(issueCodes).toContain(code)
      },
    ),
  )
})
