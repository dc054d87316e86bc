import { expect, test } from 'vitest'
import { styles } from './client.ts'
import { atWork, company_id, invoice } from './office.ts'
import { at, numberAt, rowsOf } from './reading.ts'

async function billed() {
  const place = await atWork(styles.plugin)
  const { post, ids } = place
  const document_id = numberAt(await post('invoices/insert', { ...invoice(ids), status: 1 }), 'document_id')
  const { customer_id, document_set_id } = ids
  const head = { company_id, customer_id, document_set_id, date: '2026-03-03' }
  return {
    ...place,
    head,
    document_id,
    one: (id: number) => post('documents/getOne', { company_id, document_id: id }),
  }
}

test('a receipt for an invoice uses it up', async () => {
  const { post, head, document_id, ids, one } = await billed()
  const inserted = await post('receipts/insert', {
    ...head,
    net_value: 8.75,
    associated_documents: [{ associated_id: document_id, value: 8.75 }],
    payments: [
      { payment_method_id: ids.payment_method_id, date: '2026-03-03 10:00:00', value: 8.75, notes: '' },
    ],
    status: 1,
  })
  const receipt = numberAt(inserted, 'document_id')
  expect(await one(receipt)).toMatchObject({
    gross_value: 0,
    taxes_value: 0,
    net_value: 8.75,
    number: 1,
    expiration_date: null,
    payments: [{ value: 8.75, payment_method_id: ids.payment_method_id }],
    associated_documents: [{ associated_id: document_id, value: 8.75 }],
  })
  expect(await one(document_id)).toMatchObject({
    reconciled_value: 8.75,
    reverse_associated_documents: [{ document_id: receipt }],
  })
  const again = {
    ...head,
    net_value: 8.75,
    associated_documents: [{ associated_id: document_id, value: 8.75 }],
  }
  expect(JSON.stringify(await post('receipts/insert', again))).toMatch(/^\["10 associated_documents/)
})

test('a receipt without payments gets one, with the wrong sum it is a database error', async () => {
  const { post, head, document_id, ids, one } = await billed()
  const associated_documents = [{ associated_id: document_id, value: 5 }]
  const payment = {
    payment_method_id: ids.payment_method_id,
    date: '2026-03-03 10:00:00',
    value: 4.99,
    notes: '',
  }
  const odd = await post('receipts/insert', {
    ...head,
    net_value: 5,
    associated_documents,
    payments: [payment],
  })
  expect(odd).toEqual([expect.stringContaining('Database error')])
  const receipt = await post('receipts/insert', { ...head, net_value: 5, associated_documents, status: 1 })
  expect(await one(numberAt(receipt, 'document_id'))).toMatchObject({ payments: [{ value: 5 }] })
  expect(await one(document_id)).toMatchObject({ reconciled_value: 5 })
  expect(await post('receipts/insert', { ...head, net_value: 0, associated_documents })).toEqual([
    expect.stringMatching(/^2 net_value 0 0/),
  ])
})

test('a draft cannot be settled', async () => {
  const { post, head, ids } = await billed()
  const draft = numberAt(await post('invoices/insert', invoice(ids)), 'document_id')
  const associated_documents = [{ associated_id: draft, value: 8.75 }]
  const answer = await post('receipts/insert', { ...head, net_value: 8.75, associated_documents })
  expect(answer).toEqual([expect.stringMatching(/^10 associated_documents\[0]/)])
})

test('a credit note takes what is left of an invoice, line by line', async () => {
  const { post, head, document_id, ids, one } = await billed()
  const open = await post('documents/getUnrelatedProducts', { company_id, document_id })
  expect(open).toMatchObject([{ product_id: ids.product_id, qty: 3 }])
  const line = {
    ...(at(invoice(ids), 'products', 0) as object),
    related_id: numberAt(open, 0, 'document_product_id'),
  }
  const credit = (qty: number, value: number) =>
    post('creditNotes/insert', {
      ...head,
      associated_documents: [{ associated_id: document_id, value }],
      products: [{ ...line, qty }],
      status: 1,
    })
  const note = numberAt(await credit(1, 2.92), 'document_id')
  expect(await one(note)).toMatchObject({
    net_value: 2.92,
    document_type: { saft_code: 'NC' },
    products: [{ qty: 1 }],
  })
  expect(await post('documents/getUnrelatedProducts', { company_id, document_id })).toMatchObject([
    { qty: 2 },
  ])
  expect(await credit(3, 8.75)).toContainEqual(expect.stringMatching(/^10 products\[0]/))
})

test('an order becomes an invoice: associated on both sides, used up, and not twice', async () => {
  const { post, ids, one } = await billed()
  const order = numberAt(await post('purchaseOrder/insert', { ...invoice(ids), status: 1 }), 'document_id')
  const line = numberAt(await one(order), 'products', 0, 'document_product_id')
  const convert = () =>
    post('invoices/insert', {
      ...invoice(ids),
      associated_documents: [{ associated_id: order, value: 8.75 }],
      products: invoice(ids).products.map((row) => ({ ...row, origin_id: order, related_id: line })),
      status: 1,
    })
  const made = numberAt(await convert(), 'document_id')
  expect(await one(order)).toMatchObject({
    reconciled_value: 8.75,
    reverse_associated_documents: [{ document_id: made }],
  })
  expect(await one(made)).toMatchObject({
    associated_documents: [{ associated_id: order, value: 8.75 }],
    reconciled_value: 0,
  })
  const listed = rowsOf(await post('invoices/getAll', { company_id, document_id: made }))
  expect(at(listed, 0, 'associated_documents')).toEqual([{ associated_id: order }])
  expect(await convert()).toEqual([expect.stringMatching(/^10 associated_documents\[0]/)])
})

test('what was invoiced is annulled only when nothing came of it', async () => {
  const { post, ids, document_id, one } = await billed()
  const order = numberAt(await post('purchaseOrder/insert', { ...invoice(ids), status: 1 }), 'document_id')
  await post('invoices/insert', {
    ...invoice(ids),
    associated_documents: [{ associated_id: order, value: 8.75 }],
  })
  const cancel = (id: number) =>
    post('documents/documentCancel', { company_id, document_id: id, observation: 'x' })
  expect(await cancel(order)).toEqual({ valid: 0, message: expect.any(String) })
  expect(await cancel(document_id)).toEqual({ valid: 1, message: expect.any(String) })
  expect(await one(document_id)).toMatchObject({ status: 2, number: 1 })
  expect(await cancel(document_id)).toMatchObject({ valid: 0 })
})

test('what was paid at once is credited with an associated value of zero', async () => {
  const { post, head, ids, one } = await billed()
  const paid = numberAt(await post('invoiceReceipts/insert', { ...invoice(ids), status: 1 }), 'document_id')
  expect(await one(paid)).toMatchObject({ payments: [{ value: 8.75 }] })
  const open = await post('documents/getUnrelatedProducts', { company_id, document_id: paid })
  const related_id = numberAt(open, 0, 'document_product_id')
  const note = await post('creditNotes/insert', {
    ...head,
    associated_documents: [{ associated_id: paid, value: 0 }],
    products: invoice(ids).products.map((line) => ({ ...line, related_id })),
    status: 1,
  })
  expect(await one(numberAt(note, 'document_id'))).toMatchObject({ net_value: 8.75, reconciled_value: 8.75 })
})

test('a credit counts against what a receipt settles, and is used up by it', async () => {
  const { post, head, document_id, ids, one } = await billed()
  const open = await post('documents/getUnrelatedProducts', { company_id, document_id })
  const related_id = numberAt(open, 0, 'document_product_id')
  const other = numberAt(await post('invoices/insert', { ...invoice(ids), status: 1 }), 'document_id')
  const note = numberAt(
    await post('creditNotes/insert', {
      ...head,
      associated_documents: [{ associated_id: document_id, value: 0 }],
      products: invoice(ids).products.map((line) => ({ ...line, qty: 1, related_id })),
      status: 1,
    }),
    'document_id',
  )
  expect(await one(note)).toMatchObject({ net_value: 2.92, reconciled_value: 2.92 })
  const receipt = await post('receipts/insert', {
    ...head,
    net_value: 5.83,
    associated_documents: [
      { associated_id: other, value: 8.75 },
      { associated_id: note, value: 2.92 },
    ],
    status: 1,
  })
  expect(receipt).toMatchObject({ valid: 1 })
  expect(await one(other)).toMatchObject({ reconciled_value: 8.75 })
  expect(await one(note)).toMatchObject({ reconciled_value: 0 })
})
