import { describe, expect, it } from 'vitest'
import { office } from './office.ts'
import { id, line } from './support.ts'

const used = ['10 associated_documents[0][associated_id]']
const unbalanced = ['Database error - try again later']

describe('a receipt', () => {
  it('settles invoices in part and then in full, with zeros but for its total', async () => {
    const { closed, receipt, one } = await office()
    const invoice = await closed('invoices')
    const first = id(await receipt(1, { [invoice]: 1 }), 'document_id')
    expect(await one(invoice)).toMatchObject({ net_value: 2.92, reconciled_value: 1 })
    expect(await receipt(1.92, { [invoice]: 1.92 })).toMatchObject({ valid: 1 })
    expect(await one(invoice)).toMatchObject({ reconciled_value: 2.92 })
    expect(await one(first)).toMatchObject({
      net_value: 1,
      gross_value: 0,
      taxes_value: 0,
      products: [],
      number: 1,
    })
  })

  it('is refused over more than is open, and over what is settled', async () => {
    const { closed, receipt } = await office()
    const invoice = await closed('invoices')
    expect(await receipt(3, { [invoice]: 3 })).toEqual(used)
    await receipt(2.92, { [invoice]: 2.92 })
    expect(await receipt(0.01, { [invoice]: 0.01 })).toEqual(used)
  })

  it('is refused over one invoice twice, when the two come to more than is open', async () => {
    const { closed, insert } = await office()
    const associated_id = await closed('invoices')
    const associated_documents = [
      { associated_id, value: 2 },
      { associated_id, value: 2 },
    ]
    expect(await insert('receipts', { net_value: 4, associated_documents })).toEqual([
      '10 associated_documents[1][associated_id]',
    ])
  })

  it.each([
    ['nothing', (_a: number) => [], ['1 associated_documents']],
    [
      'no value',
      (associated_id: number) => [{ associated_id, value: 0 }],
      ['2 associated_documents[0][value] 0 0'],
    ],
    ['an estimate', (_a: number, associated_id: number) => [{ associated_id, value: 1 }], used],
  ])('is refused over %s', async (_name, associations, problems) => {
    const { closed, insert } = await office()
    const associated_documents = associations(await closed('invoices'), await closed('estimates'))
    expect(await insert('receipts', { net_value: 1, associated_documents })).toEqual(problems)
  })

  it('is judged again at closing: a draft holds nothing back', async () => {
    const { closed, receipt, call, one } = await office()
    const invoice = await closed('invoices')
    const draft = id(await receipt(2.92, { [invoice]: 2.92 }, { status: 0 }), 'document_id')
    expect(await one(invoice)).toMatchObject({ reconciled_value: 0 })
    await receipt(2.92, { [invoice]: 2.92 })
    expect(await call('receipts/update', { document_id: draft, status: 1 })).toEqual(used)
    expect(await one(draft)).toMatchObject({ status: 0, number: -1 })
  })

  it('wants its total to be what it settles', async () => {
    const { closed, receipt } = await office()
    const invoice = await closed('invoices')
    expect(await receipt(2, { [invoice]: 2.92 })).toEqual(unbalanced)
    expect(await receipt(0, { [invoice]: 2.92 })).toEqual(['2 net_value 0 0'])
  })

  it('gives the invoice back when it is annulled', async () => {
    const { closed, receipt, call, one } = await office()
    const invoice = await closed('invoices')
    const document_id = id(await receipt(2.92, { [invoice]: 2.92 }), 'document_id')
    expect(await call('documents/documentCancel', { document_id })).toMatchObject({ valid: 1 })
    expect(await one(invoice)).toMatchObject({ reconciled_value: 0, reverse_associated_documents: [] })
  })

  it('keeps the invoice used as a draft that keeps its conciliations, but not twice', async () => {
    const { closed, receipt, call, one } = await office()
    const invoice = await closed('invoices')
    const document_id = id(await receipt(2, { [invoice]: 2 }), 'document_id')
    await call('documents/documentDraft', { document_id, keep_conciliations: 1 })
    expect(await one(invoice)).toMatchObject({ reconciled_value: 2 })
    expect(await call('receipts/update', { document_id, status: 1 })).toMatchObject({ valid: 1 })
    expect(await one(invoice)).toMatchObject({ reconciled_value: 2 })
    await call('documents/documentDraft', { document_id })
    expect(await one(invoice)).toMatchObject({ reconciled_value: 0 })
  })
})

describe('a credit note', () => {
  it('holds its whole total while unused, and nothing after a receipt used it', async () => {
    const { closed, credit, receipt, one, ids } = await office()
    const invoice = await closed('invoices', { products: [line(ids, { qty: 2 })] })
    const note = id(await credit(invoice, 0), 'document_id')
    expect(await one(note)).toMatchObject({ net_value: 2.92, reconciled_value: 2.92 })
    expect(await receipt(2.91, { [invoice]: 5.83, [note]: 2.92 })).toMatchObject({ valid: 1 })
    expect(await one(note)).toMatchObject({ reconciled_value: 0 })
    expect(await one(invoice)).toMatchObject({ reconciled_value: 5.83 })
    expect(await receipt(1, { [note]: 1 })).toEqual(used)
  })

  it('settles an open invoice by its value, and is then no credit any more', async () => {
    const { closed, credit, receipt, one } = await office()
    const [invoice, other] = [await closed('invoices'), await closed('invoices')]
    const note = id(await credit(invoice, 2.92), 'document_id')
    expect(await one(invoice)).toMatchObject({ reconciled_value: 2.92 })
    expect(await receipt(1.92, { [other]: 2.92, [note]: 1 })).toEqual([expect.stringMatching(/^10 /)])
  })

  it.each(['invoiceReceipts', 'simplifiedInvoices'])(
    'takes no value from %s, which are paid',
    async (group) => {
      const { closed, credit } = await office()
      const source = await closed(group)
      expect(await credit(source, 2.92)).toEqual(used)
      expect(await credit(source, 0)).toMatchObject({ valid: 1 })
    },
  )

  it('corrects lines of its source, and no more than is left of them', async () => {
    const { closed, credit, correcting, call, ids } = await office()
    const source = await closed('invoices', { products: [line(ids, { qty: 3 })] })
    const first = await correcting(source)
    expect(await credit(source, 0, { products: [line(ids)] })).toEqual(['1 products[0][related_id]'])
    expect(await credit(source, 0, { products: [line(ids, { related_id: 1 })] })).toEqual([
      '10 products[0][related_id]',
    ])
    await credit(source, 0, { products: [{ ...first, qty: 2 }] })
    expect(await call('documents/getUnrelatedProducts', { document_id: source })).toMatchObject([{ qty: 1 }])
    expect(await credit(source, 0, { products: [{ ...first, qty: 2 }] })).toEqual([
      '10 products[0][related_id]',
    ])
    await credit(source, 0, { products: [{ ...first, qty: 1 }] })
    expect(await call('documents/getUnrelatedProducts', { document_id: source })).toEqual([])
  })

  it('does not count its own lines while it is a draft', async () => {
    const { closed, credit, correcting, call } = await office()
    const source = await closed('invoices')
    const products = [await correcting(source)]
    const document_id = id(await credit(source, 0, { status: 0 }), 'document_id')
    expect(await call('creditNotes/update', { document_id, products, status: 1 })).toMatchObject({ valid: 1 })
    expect(await credit(source, 0, { products })).toEqual(['10 products[0][related_id]'])
  })

  it('is paid out by a payment return', async () => {
    const { closed, credit, insert, one } = await office()
    const note = id(await credit(await closed('invoiceReceipts'), 0), 'document_id')
    const associated_documents = [{ associated_id: note, value: 2.92 }]
    const params = { status: 1, alternate_address_id: 0, associated_documents }
    expect(await insert('paymentReturns', { ...params, net_value: 1 })).toEqual(unbalanced)
    expect(await insert('paymentReturns', { ...params, net_value: 2.92 })).toMatchObject({ valid: 1 })
    expect(await one(note)).toMatchObject({ reconciled_value: 0 })
  })

  it('shows its rappel in lists, sent as an object or as a list', async () => {
    const { closed, credit, call } = await office()
    const rappel = { date_start: '2026-01-01', date_end: '2026-01-31', notes: 'janeiro' }
    const shown = {
      date_start: '2026-01-01T00:00:00+0000',
      date_end: '2026-01-31T00:00:00+0000',
      notes: 'janeiro',
    }
    await credit(await closed('invoices'), 0, { rappel })
    await credit(await closed('invoices'), 0, { rappel: [rappel] })
    expect(await call('creditNotes/getAll')).toMatchObject([{ rappel: shown }, { rappel: shown }])
    expect(await credit(await closed('invoices'), 0, { rappel: { date_start: 'janeiro' } })).toEqual([
      '9 rappel[date_start]',
    ])
  })
})

describe('payments', () => {
  it('are one for the total with the first method when none is sent', async () => {
    const { closed, one, company } = await office()
    const [method] = company.paymentMethods
    expect(await one(await closed('invoiceReceipts'))).toMatchObject({
      payments: [
        { payment_method_id: method?.payment_method_id, payment_method_name: method?.name, value: 2.92 },
      ],
    })
    expect(await one(await closed('invoices'))).toMatchObject({ payments: [] })
  })

  it('must add up to the total', async () => {
    const { insert, company, one } = await office()
    const pay = (value: number) => ({
      payment_method_id: company.paymentMethods[1]?.payment_method_id,
      date: '2026-03-02 10:00:00',
      value,
      notes: '',
    })
    expect(await insert('invoiceReceipts', { payments: [pay(2.91)] })).toEqual(unbalanced)
    const document_id = id(await insert('invoiceReceipts', { payments: [pay(2), pay(0.92)] }), 'document_id')
    expect(await one(document_id)).toMatchObject({ payments: [{ date: '2026-03-02T10:00:00+0000' }, {}] })
  })

  it('follow the total of a draft only when they were not sent', async () => {
    const { insert, call, one, ids, company } = await office()
    const payment_method_id = company.paymentMethods[0]?.payment_method_id
    const free = id(await insert('invoiceReceipts'), 'document_id')
    const products = [line(ids, { qty: 2 })]
    await call('invoiceReceipts/update', { document_id: free, products })
    expect(await one(free)).toMatchObject({ net_value: 5.83, payments: [{ value: 5.83 }] })
    const payments = [{ payment_method_id, date: '2026-03-02', value: 2.92 }]
    const fixed = id(await insert('invoiceReceipts', { payments }), 'document_id')
    expect(await call('invoiceReceipts/update', { document_id: fixed, products })).toEqual(unbalanced)
    expect(await one(fixed)).toMatchObject({ net_value: 2.92 })
  })
})

describe('what customers owe', () => {
  it('is listed by date and by customer until it is settled', async () => {
    const { closed, receipt, call, ids, clock } = await office({ accessTokenSeconds: 1e7 })
    const [late, paid] = [await closed('invoices'), await closed('invoices')]
    await closed('invoiceReceipts')
    await receipt(2.92, { [paid]: 2.92 })
    clock.advance(40 * 86_400_000)
    expect(await call('SalesPending/getAllByDate', { clients: [ids.customer_id] })).toMatchObject({
      total: 1,
      documents: [{ document_id: late }],
      summary: { num_documents: 1, pending: 2.92, delayed: 2.92 },
    })
    expect(await call('SalesPending/getAllByClient')).toMatchObject({
      customers: [{ customer_id: ids.customer_id, documents: [{ document_id: late }] }],
    })
    expect(await call('SalesPending/getAllByDate', { clients: [1] })).toMatchObject({ total: 0 })
    expect(await call('SalesPending/getAllByDate', { clients: ['x'] })).toEqual(['2 clients 1 0'])
  })
})
