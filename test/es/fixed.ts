import { expect } from 'vitest'
import type { DocumentFiles, DocumentMails } from '../../src/es/index.ts'
import type { office } from './office.ts'
import { all } from './support.ts'

type Office = Awaited<ReturnType<typeof office>>

/** Makes, finds, changes, closes, prints and mails a document of every kind of Moloni Spain. */
export async function fixed({ es, sale, clock }: Office, paymentMethodId: number): Promise<void> {
  const payments = [{ paymentMethodId, date: '2026-03-02', value: 0.01 }]
  const load = { deliveryLoadDate: '2026-03-02 10:00:00', deliveryMethodId: await deliveryMethod(es) }

  const invoice = await es.invoices.create({ ...sale, ourReference: 'key-1' })
  expect(invoice).toMatchObject({
    status: 0,
    number: null,
    ourReference: 'key-1',
    grossValue: expect.any(Number),
  })
  expect(invoice.products).toHaveLength(2)
  const filter = { field: 'ourReference', comparison: 'eq', value: 'key-1' } as const
  expect(await all(es.invoices.list({ filter }))).toEqual([invoice])
  const { documentId } = invoice
  expect(await es.invoices.update({ documentId, status: 1 })).toMatchObject({ status: 1, number: 1 })
  expect(await es.invoices.get(documentId)).toMatchObject({ status: 1, ourReference: 'key-1' })
  await expect(es.invoices.update({ documentId, notes: 'late' })).rejects.toMatchObject({
    name: expect.stringMatching(/RefusedError|ValidationError/),
  })
  expect(await es.documents.get(documentId)).toMatchObject({
    documentId,
    documentType: { apiCode: 'invoice' },
  })
  await printed(es.invoices, documentId, clock)
  await mailed(es.invoices, documentId)

  const { documentSetId, customerId, date } = sale
  const head = { documentSetId, customerId, date }
  const totalValue = invoice.totalValue ?? 0
  const receipt = await es.receipts.create({
    ...head,
    relatedWith: [{ relatedDocumentId: documentId, value: totalValue }],
    payments: [{ paymentMethodId, date: '2026-03-02', value: totalValue }],
    totalValue,
  })
  await es.receipts.update({ documentId: receipt.documentId, status: 1 })
  expect(await es.receipts.get(receipt.documentId)).toMatchObject({ status: 1, totalValue })
  expect(await all(es.receipts.list())).toHaveLength(1)
  await printed(es.receipts, receipt.documentId, clock)
  await mailed(es.receipts, receipt.documentId)

  const wrong = await es.invoices.create({ ...sale, status: 1 })
  const note = await es.creditNotes.create({
    ...head,
    relatedWith: [{ relatedDocumentId: wrong.documentId, value: wrong.totalValue ?? 0 }],
    products: sale.products.map((line, index) => ({
      ...line,
      relatedDocumentId: wrong.documentId,
      relatedDocumentProductId: wrong.products[index]?.documentProductId,
    })),
    status: 1,
  })
  expect(await es.creditNotes.get(note.documentId)).toMatchObject({ documentId: note.documentId })
  expect(await all(es.creditNotes.list())).toHaveLength(1)
  await printed(es.creditNotes, note.documentId, clock)

  for (const group of [es.purchaseOrders, es.estimates]) {
    const draft = await group.create(sale)
    await group.update({ documentId: draft.documentId, status: 1 })
    expect(await group.get(draft.documentId)).toMatchObject({ status: 1 })
    await printed(group, draft.documentId, clock)
    await mailed(group, draft.documentId)
  }
  expect(await all(es.purchaseOrders.list())).toHaveLength(1)
  expect(await all(es.estimates.list())).toHaveLength(1)
  for (const group of [es.proFormaInvoices, es.simplifiedInvoices]) {
    const draft = await group.create(sale)
    const paid = payments.map((payment) => ({ ...payment, value: draft.totalValue ?? 0 }))
    await group.update({ documentId: draft.documentId, payments: paid, status: 1 })
    expect(await group.get(draft.documentId)).toMatchObject({ status: 1 })
    await printed(group, draft.documentId, clock)
    await mailed(group, draft.documentId)
  }
  expect(await all(es.proFormaInvoices.list())).toHaveLength(1)
  expect(await all(es.simplifiedInvoices.list())).toHaveLength(1)
  const goods = await es.billsOfLading.create({ ...sale, ...load })
  await es.billsOfLading.update({ documentId: goods.documentId, status: 1 })
  expect(await es.billsOfLading.get(goods.documentId)).toMatchObject({ status: 1 })
  await printed(es.billsOfLading, goods.documentId, clock)
  await mailed(es.billsOfLading, goods.documentId)
}

async function deliveryMethod(es: Office['es']): Promise<number> {
  const [method] = await all(es.deliveryMethods.list())
  return method?.deliveryMethodId ?? 0
}

export async function printed(
  group: DocumentFiles,
  documentId: number,
  clock: Office['clock'],
): Promise<void> {
  expect(await group.getPdf(documentId)).toBe(true)
  await expect(group.getPdfToken(documentId)).rejects.toMatchObject({ code: 'not_ready' })
  await clock.advance(10_000)
  expect(await group.getPdfToken(documentId)).toMatchObject({ path: expect.stringMatching(/\.pdf$/) })
}

export async function mailed(group: DocumentMails, documentId: number): Promise<void> {
  const mailData = { to: [{ name: 'Ana', email: 'ana@example.com' }], message: '', attachment: true }
  expect(await group.sendMail({ documents: [documentId], mailData })).toBe(true)
}
