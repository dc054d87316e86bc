import { describe, expect, it } from 'vitest'
import { at } from '../support.ts'
import { type Fields, office, refused } from './office.ts'

const open = ['relatedWith', 'The related value is greater than what is open of the document'] as const
const unpaid = refused(['payments', 'The payments do not match the total of the document'])

/** An office on ON that can also give credit: an invoice comes to 2.92. */
async function bank(options: Parameters<typeof office>[0] = {}) {
  const world = await office({ platform: 'on', ...options })
  const { create, sale, line, one, ids } = world
  const firstLine = async (documentId: number) =>
    at(await one('invoice', documentId), 'products.0.documentProductId')
  const back = (documentId: number, relatedDocumentProductId: unknown, changes: Fields = {}) =>
    line({ relatedDocumentId: documentId, relatedDocumentProductId, ...changes })
  const credit = (documentId: number, value: number, changes: Fields = {}) => {
    const { expirationDate: _, ...data } = sale({
      status: 1,
      relatedWith: [{ relatedDocumentId: documentId, value }],
      ...changes,
    })
    return create('creditNote', data)
  }
  const paid = (value: number) => ({ paymentMethodId: ids.paymentMethodId, value })
  return { ...world, firstLine, back, credit, paid }
}

describe('a receipt', () => {
  it('pays an invoice in part and then in full', async () => {
    const { closed, receipt, one } = await bank()
    const invoice = await closed('invoice')
    expect(await receipt({ [invoice]: 1 })).toMatchObject({
      errors: [],
      data: { totalValue: 1, documentTotal: 1, grossValue: 0, products: [], number: 1 },
    })
    const fields = 'reconciledValue remainingReconciledValue reconciliationPercentage'
    expect(await one('invoice', invoice, fields)).toEqual({
      reconciledValue: 1,
      remainingReconciledValue: 1.92,
      reconciliationPercentage: 34.25,
    })
    await receipt({ [invoice]: 1.92 })
    expect(await one('invoice', invoice, fields)).toEqual({
      reconciledValue: 2.92,
      remainingReconciledValue: 0,
      reconciliationPercentage: 100,
    })
  })

  it('pays several, and shows them', async () => {
    const { closed, receipt, one } = await bank()
    const [a, b] = [await closed('invoice'), await closed('invoice')]
    const made = at(await receipt({ [a]: 2.92, [b]: 1 }), 'data.documentId')
    const fields =
      'totalValue totalRelatedAppliedValue payments { value paymentMethodName } relatedWith { value document { documentId __typename } }'
    expect(await one('receipt', Number(made), fields)).toEqual({
      totalValue: 3.92,
      totalRelatedAppliedValue: 3.92,
      payments: [{ value: 3.92, paymentMethodName: 'Numerário' }],
      relatedWith: [
        { value: 2.92, document: { documentId: a, __typename: 'InvoiceRead' } },
        { value: 1, document: { documentId: b, __typename: 'InvoiceRead' } },
      ],
    })
    expect(await one('invoice', a, 'relatedIn { value document { __typename } }')).toEqual({
      relatedIn: [{ value: 2.92, document: { __typename: 'ReceiptRead' } }],
    })
  })

  it('is refused over more than is open', async () => {
    const { closed, receipt } = await bank()
    const invoice = await closed('invoice')
    expect(await receipt({ [invoice]: 3 })).toEqual(refused([...open]))
    await receipt({ [invoice]: 2.92 })
    expect(await receipt({ [invoice]: 0.01 })).toEqual(refused([...open]))
  })

  it('is refused over one invoice twice, when the two come to more than is open', async () => {
    const { closed, receipt } = await bank()
    const relatedDocumentId = await closed('invoice')
    const relatedWith = [
      { relatedDocumentId, value: 2 },
      { relatedDocumentId, value: 2 },
    ]
    expect(await receipt({}, { relatedWith, totalValue: 4, payments: [] })).toEqual(refused([...open]))
  })

  it('is refused over a draft, another’s invoice, an offer, what is paid, and nothing', async () => {
    const { closed, made, receipt, paid, ids } = await bank()
    const [draft, estimate] = [await made('invoice'), await closed('estimate')]
    const theirs = await closed('invoice', { customerId: ids.otherCustomerId })
    const self = await closed('invoiceReceipt', { payments: [paid(2.92)] })
    expect(await receipt({ [draft]: 1 })).toEqual(
      refused(['relatedWith', 'Related documents have to be closed']),
    )
    expect(await receipt({ [theirs]: 1 })).toEqual(
      refused(['relatedWith', 'The related document is of another entity']),
    )
    const kind = refused(['relatedWith', 'Documents of this type cannot be related'])
    expect(await receipt({ [estimate]: 1 })).toEqual(kind)
    expect(await receipt({ [self]: 1 })).toEqual(kind)
    expect(await receipt({}, { totalValue: 1, payments: [paid(1)] })).toEqual(
      refused(
        ['relatedWith', 'A related document is required'],
        ['totalValue', 'Total value must be the sum of the related values'],
      ),
    )
  })

  it('wants its total to be what it settles, and above zero', async () => {
    const { closed, receipt } = await bank()
    const invoice = await closed('invoice')
    expect(await receipt({ [invoice]: 2.92 }, { totalValue: 2 })).toEqual(
      refused(['totalValue', 'Total value must be the sum of the related values']),
    )
    expect(await receipt({ [invoice]: 0 })).toEqual(
      refused(
        ['relatedWith', 'The related value must be greater than zero'],
        ['totalValue', 'Total value must be greater than zero'],
      ),
    )
  })

  it('is judged again at closing: a draft holds nothing back', async () => {
    const { closed, receipt, close, update, one } = await bank()
    const invoice = await closed('invoice')
    const draft = Number(at(await receipt({ [invoice]: 2.92 }, { status: 0 }), 'data.documentId'))
    expect(await one('invoice', invoice)).toMatchObject({ reconciledValue: 0 })
    await receipt({ [invoice]: 2.92 })
    expect(await close('receipt', draft)).toEqual(refused([...open]))
    expect(await one('receipt', draft)).toMatchObject({ status: 0, number: null })
    expect(await update('receipt', { documentId: draft, notes: 'x' })).toMatchObject({ errors: [] })
    expect(await update('receipt', { documentId: draft, totalValue: 1 })).toMatchObject({ data: null })
  })

  it('takes credits off what it pays', async () => {
    const { closed, credit, receipt, one } = await bank()
    const [first, second] = [await closed('invoice'), await closed('invoice')]
    await receipt({ [first]: 2.92 })
    const note = Number(at(await credit(first, 2.92), 'data.documentId'))
    expect(await one('creditNote', note)).toMatchObject({
      reconciledValue: 0,
      remainingReconciledValue: 2.92,
    })
    const changes = { totalValue: 1.92, payments: [] }
    const relatedWith = [
      { relatedDocumentId: second, value: 2.92 },
      { relatedDocumentId: note, value: 1 },
    ]
    expect(await receipt({}, { ...changes, relatedWith })).toMatchObject({ errors: [] })
    expect(await one('creditNote', note)).toMatchObject({ remainingReconciledValue: 1.92 })
    expect(await one('invoice', second)).toMatchObject({ remainingReconciledValue: 0 })
  })
})

describe('payments', () => {
  it('of a draft may come to anything; a closed document wants its total', async () => {
    const { made, close, create, update, sale, paid } = await bank()
    const documentId = await made('invoiceReceipt', sale({ payments: [paid(3)] }))
    expect(await close('invoiceReceipt', documentId)).toEqual(unpaid)
    expect(await create('invoiceReceipt', sale({ payments: [paid(2.91)], status: 1 }))).toEqual(unpaid)
    expect(await create('simplifiedInvoice', sale({ payments: [paid(2.91)], status: 1 }))).toEqual(unpaid)
    expect(await create('proFormaInvoice', sale({ payments: [paid(2.91)], status: 1 }))).toEqual(unpaid)
    const payments = [paid(2), paid(0.92)]
    expect(await update('invoiceReceipt', { documentId, payments, status: 1 })).toMatchObject({
      errors: [],
      data: { reconciledValue: 2.92, remainingReconciledValue: 0 },
    })
  })

  it('may be off by less than a cent, as amounts of other currencies are', async () => {
    const { create, sale, paid } = await bank()
    expect(await create('invoiceReceipt', sale({ payments: [paid(2.9249)], status: 1 }))).toMatchObject({
      errors: [],
    })
  })

  it('of drafts too where the account wants it', async () => {
    const { create, sale, paid } = await bank({ paymentsMatch: 'always' })
    expect(await create('invoiceReceipt', sale({ payments: [paid(3)] }))).toEqual(unpaid)
  })

  it.each([
    [
      'an unknown method',
      { paymentMethodId: 4 },
      ['paymentMethodId', 'The payment method provided does not exist for this company'],
    ],
    ['no method', { paymentMethodId: null }, ['paymentMethodId', 'Payment method is required']],
    ['a negative value', { value: -1 }, ['value', 'Payment value must not be negative']],
  ] as [string, Fields, [string, string]][])('are refused with %s', async (_name, change, problem) => {
    const { create, sale, paid } = await bank()
    expect(await create('invoiceReceipt', sale({ payments: [{ ...paid(2.92), ...change }] }))).toEqual(
      refused(problem),
    )
  })

  it('are no part of a plain invoice', async () => {
    const { create, sale, paid } = await bank()
    expect(at(await create('invoice', sale({ payments: [paid(1)] })), 'errors.0.message')).toContain(
      'Field "payments" is not defined by type "InvoiceInsert".',
    )
  })

  it('take the date of the document and the name of their method', async () => {
    const { made, one, sale, paid } = await bank()
    const documentId = await made('invoiceReceipt', sale({ payments: [paid(2.92)] }))
    const fields = 'payments { date value notes paymentMethodName paymentMethod { name } }'
    expect(await one('invoiceReceipt', documentId, fields)).toEqual({
      payments: [
        {
          date: '2026-03-02T10:00:00.000Z',
          value: 2.92,
          notes: '',
          paymentMethodName: 'Numerário',
          paymentMethod: { name: 'Numerário' },
        },
      ],
    })
  })
})

describe('a credit note', () => {
  it('settles an open invoice, and is then used up', async () => {
    const { closed, credit, receipt, one } = await bank()
    const invoice = await closed('invoice')
    expect(await credit(invoice, 2.92)).toMatchObject({
      errors: [],
      data: { totalValue: 2.92, reconciledValue: 2.92, remainingReconciledValue: 0, number: 1 },
    })
    expect(await one('invoice', invoice)).toMatchObject({ remainingReconciledValue: 0 })
    expect(await receipt({ [invoice]: 0.01 })).toEqual(refused([...open]))
  })

  it('takes back what was paid, also by the document itself, but not twice', async () => {
    const { closed, credit, receipt, paid } = await bank()
    const invoice = await closed('invoice')
    await receipt({ [invoice]: 2.92 })
    const self = await closed('invoiceReceipt', { payments: [paid(2.92)] })
    for (const documentId of [invoice, self]) {
      expect(await credit(documentId, 2.92)).toMatchObject({
        errors: [],
        data: { remainingReconciledValue: 2.92 },
      })
      expect(await credit(documentId, 0.01)).toEqual(refused([...open]))
    }
  })

  it('takes back lines of its origin, and no more than is left of them', async () => {
    const { closed, credit, firstLine, back, line, ids } = await bank()
    const invoice = await closed('invoice', { products: [line({ qty: 3 })] })
    const origin = await firstLine(invoice)
    const tooMuch = refused(['qty', 'Quantity is greater than what is left of the related line'])
    expect(await credit(invoice, 5.84, { products: [back(invoice, origin, { qty: 2 })] })).toMatchObject({
      errors: [],
    })
    expect(await credit(invoice, 2.91, { products: [back(invoice, origin, { qty: 2 })] })).toEqual(tooMuch)
    expect(await credit(invoice, 2.91, { products: [back(invoice, origin), back(invoice, origin)] })).toEqual(
      tooMuch,
    )
    const lost = refused(['relatedDocumentProductId', 'The related line provided does not exist'])
    expect(await credit(invoice, 2.91, { products: [back(invoice, 4)] })).toEqual(lost)
    expect(await credit(invoice, 2.91, { products: [back(ids.taxId, origin)] })).toEqual(lost)
    expect(await credit(invoice, 2.91, { products: [back(invoice, origin)] })).toMatchObject({ errors: [] })
  })

  it.each([
    ['an order', 'purchaseOrder', 'Documents of this type cannot be related'],
    ['an offer', 'estimate', 'Documents of this type cannot be related'],
  ])('is refused over %s', async (_name, code, msg) => {
    const { closed, credit } = await bank()
    expect(await credit(await closed(code), 1)).toEqual(refused(['relatedWith', msg]))
  })

  it('is refused over a draft, and over nothing', async () => {
    const { made, credit } = await bank()
    const draft = await made('invoice')
    expect(await credit(draft, 1)).toEqual(refused(['relatedWith', 'Related documents have to be closed']))
    expect(await credit(draft, 1, { relatedWith: [] })).toEqual(
      refused(['relatedWith', 'A related document is required']),
    )
  })

  it('is paid back by a payment return', async () => {
    const { closed, credit, receipt, create, one, paid, ids } = await bank()
    const invoice = await closed('invoice')
    await receipt({ [invoice]: 2.92 })
    const note = Number(at(await credit(invoice, 2.92), 'data.documentId'))
    const data = {
      documentSetId: ids.documentSetId,
      customerId: ids.customerId,
      date: '2026-03-02',
      status: 1,
      totalValue: 2.92,
      payments: [paid(2.92)],
    }
    const over = (relatedDocumentId: number) => ({
      ...data,
      relatedWith: [{ relatedDocumentId, value: 2.92 }],
    })
    expect(await create('paymentReturn', over(invoice))).toEqual(
      refused(['relatedWith', 'Documents of this type cannot be related']),
    )
    expect(await create('paymentReturn', over(note))).toMatchObject({ errors: [] })
    expect(await one('creditNote', note)).toMatchObject({ remainingReconciledValue: 0 })
    expect(await create('paymentReturn', over(note))).toEqual(refused([...open]))
  })
})

describe('an invoice', () => {
  it('uses up the order it is made from, and a guide for it leaves it open', async () => {
    const { closed, create, one, sale, line, paid } = await bank()
    const order = await closed('purchaseOrder')
    const origin = at(await one('purchaseOrder', order), 'products.0.documentProductId')
    const products = [line({ relatedDocumentId: order, relatedDocumentProductId: origin })]
    const relatedWith = [{ relatedDocumentId: order, value: 2.92 }]
    const made = await create('invoice', sale({ status: 1, products, relatedWith }))
    expect(made).toMatchObject({ errors: [], data: { remainingReconciledValue: 2.92 } })
    expect(await one('purchaseOrder', order)).toMatchObject({ remainingReconciledValue: 0 })
    expect(await create('invoice', sale({ relatedWith }))).toEqual(refused([...open]))
    const invoice = Number(at(made, 'data.documentId'))
    const self = await closed('invoiceReceipt', { payments: [paid(2.92)] })
    for (const relatedDocumentId of [invoice, self]) {
      await closed('billsOfLading', {
        deliveryLoadDate: '2026-03-02 11:00:00',
        relatedWith: [{ relatedDocumentId, value: 2.92 }],
      })
    }
    expect(await one('invoice', invoice)).toMatchObject({ remainingReconciledValue: 2.92 })
  })
})
