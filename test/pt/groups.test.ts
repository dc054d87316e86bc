import { describe, expect, it } from 'vitest'
import { answer, scripted } from './support.ts'

const sale = {
  date: '2026-03-02',
  expiration_date: '2026-04-01',
  document_set_id: 1,
  customer_id: 2,
  products: [{ product_id: 3, name: 'Cabo', qty: 1, price: 2.37 }],
}

/** A method as somebody calls it who has no types. */
function named(api: object, name: string): (params: unknown) => Promise<unknown> {
  return Reflect.get(api, name)
}

describe('what some groups answer otherwise', () => {
  it('is the one in a list of one, and its id a number', async () => {
    const { pt } = scripted([answer([{ valid: 1, price_class_id: '12' }])])
    expect(await pt.PriceClasses.insert({ title: 'Revenda' })).toEqual({ valid: 1, price_class_id: 12 })
    expect(await pt.PriceClasses.update({ price_class_id: 12, title: 'R' })).toEqual({
      valid: 1,
      price_class_id: 12,
    })
  })

  it.each([
    ['wrapped', [{ valid: 1, document_id: 7 }]],
    ['bare', { valid: 1, document_id: '7' }],
  ])('simplifiedInvoices/insert may be %s', async (_, body) => {
    const { pt } = scripted([answer(body)])
    expect(await pt.simplifiedInvoices.insert(sale)).toEqual({ valid: 1, document_id: 7 })
  })

  it.each([
    ['no success', []],
    [
      'two',
      [
        { valid: 1, price_class_id: 1 },
        { valid: 1, price_class_id: 2 },
      ],
    ],
    ['no id', [{ valid: 1 }]],
  ])('is not %s', async (_, body) => {
    const { pt } = scripted([answer(body)])
    await expect(pt.PriceClasses.insert({ title: 'Revenda' })).rejects.toMatchObject({
      name: 'ContractError',
      code: 'unexpected_answer',
    })
  })

  it('is refused inside its list too', async () => {
    const { pt } = scripted([answer([{ valid: 0 }])])
    await expect(pt.PriceClasses.insert({ title: 'Revenda' })).rejects.toMatchObject({ name: 'RefusedError' })
  })

  it('a series is made with its id as text', async () => {
    const { pt } = scripted([answer({ valid: 1, document_set_id: '31' })])
    expect(await pt.documentSets.insert({ name: '2027' })).toMatchObject({ document_set_id: 31 })
  })
})

describe('a refusal', () => {
  it('of a read is one, where nothing can be read', async () => {
    const { pt } = scripted([answer({ valid: 0, message: 'Rascunho' })])
    await expect(pt.documents.getPDFLink({ document_id: 1 })).rejects.toMatchObject({
      name: 'RefusedError',
      message: expect.stringContaining('"Rascunho"'),
    })
  })

  it.each([
    ['1 products[0][related_id]', 'products[0].related_id', 'required'],
    ['2 products[1][taxes][0][value] 0 0', 'products[1].taxes[0].value', 'number'],
    [
      '10 associated_documents[0][associated_id]',
      'associated_documents[0].associated_id',
      'associated_document',
    ],
    ['9 payments[2][date]', 'payments[2].date', 'date'],
    ['2 products[0][child_products][1][qty] 0 0', 'products[0].child_products[1].qty', 'number'],
  ])('%s names its place', async (entry, path, code) => {
    const { pt } = scripted([answer([entry])])
    await expect(pt.waybills.update({ document_id: 1, status: 1 })).rejects.toMatchObject({
      name: 'ValidationError',
      fields: [{ path, code }],
    })
  })
})

describe('a kind of document takes its own filters and fields only', () => {
  it.each([
    ['deliveryNotes', { expiration_date: '2026-03-02' }],
    ['billsOfLading', { salesman_id: 1 }],
    ['estimates', { our_reference: 'x' }],
    ['supplierPurchaseOrder', { customer_id: 1 }],
    ['supplierInvoices', { supplier_id: 1 }],
    ['supplierReceipts', { expiration_date: '2026-03-02' }],
    ['settlementNotes', { customer_id: 1 }],
    ['invoices', { status: 1 }],
  ] as const)('%s would not look for %j', async (group, filter) => {
    const { pt, sent } = scripted([answer([])])
    await expect(named(pt[group], 'getAll')(filter)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'invalid_params',
    })
    expect(sent).toEqual([])
  })

  it.each([
    ['estimates', { associated_documents: [] }],
    ['receipts', { products: [] }],
    ['supplierWarrantyRequests', { exchange_rate: 1 }],
    ['purchaseOrder', { products: [{ ...sale.products[0], warehouse_id: 1 }] }],
    ['deliveryNotes', { products: [{ ...sale.products[0], deduction_id: 1 }] }],
  ] as const)('%s would ignore %j', async (group, fields) => {
    const { pt, sent } = scripted([answer({ valid: 1, document_id: 1 })])
    await expect(named(pt[group], 'update')({ document_id: 1, ...fields })).rejects.toMatchObject({
      name: 'UsageError',
      code: 'invalid_params',
    })
    expect(sent).toEqual([])
  })

  it('may always be looked for by everything since a moment', async () => {
    const { pt, sent } = scripted([answer([])])
    await pt.billsOfLading.getModifiedSince({
      lastmodified: '2026-03-02',
      salesman_id: 1,
      our_reference: 'x',
    })
    expect(JSON.parse(sent[0]?.text ?? '')).toMatchObject({ salesman_id: 1, our_reference: 'x' })
  })
})

describe('lists', () => {
  it.each(['settlementNotes', 'migratedBalancesInvoices', 'proFormaInvoices', 'productStocks'] as const)(
    'of %s are read page by page',
    async (group) => {
      const { pt, sent } = scripted([answer([])])
      for await (const _ of pt[group].list()) expect.unreachable()
      expect(JSON.parse(sent[0]?.text ?? '')).toEqual({ company_id: 7, qty: 50, offset: 0 })
    },
  )

  it('of a table come at once', async () => {
    const { pt, sent } = scripted([
      answer([{ vehicle_id: 1, description: 'Carrinha', number_plate: 'AA-00-AA' }]),
    ])
    const seen = []
    for await (const vehicle of pt.vehicles.list()) seen.push(vehicle.vehicle_id)
    expect(seen).toEqual([1])
    expect(sent.map(({ text }) => JSON.parse(text))).toEqual([{ company_id: 7 }])
  })

  it.each([
    ['bankAccounts', 'modifiedSince'],
    ['proFormaInvoices', 'modifiedSince'],
    ['economicActivityClassificationCodes', 'countModifiedSince'],
    ['stockMovements', 'list'],
    ['SalesPending', 'list'],
  ] as const)('%s has no %s, as Moloni has none', (group, method) => {
    const { pt } = scripted([])
    expect(pt[group]).not.toHaveProperty(method)
  })
})

it('lists of ids survive both ways of writing', async () => {
  for (const body of ['json', 'form'] as const) {
    const { pt, sent } = scripted([answer({ summary: {}, customers: [] })], { body })
    await pt.SalesPending.getAllByClient({ clients: [4, 5] })
    const [{ text } = { text: '' }] = sent
    if (body === 'json') expect(JSON.parse(text)).toMatchObject({ clients: [4, 5] })
    else expect([...new URLSearchParams(text)]).toContainEqual(['clients[1]', '5'])
  }
})
