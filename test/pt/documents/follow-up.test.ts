import { describe, expect, it } from 'vitest'
import { creditNoteFor, receiptFor, relatedDocuments, sendByEmail } from '../../../src/pt/index.ts'
import { changes, invoice, office } from './support.ts'

const date = '2026-03-05'

describe('creditNoteFor', () => {
  it('credits the whole of an invoice', async () => {
    const parts = await office()
    const { pt } = parts
    const source = await invoice(parts)
    const note = await creditNoteFor(pt, { document_id: source.document_id, date, notes: 'Engano' })
    expect(note).toMatchObject({ status: 0, net_value: source.net_value, notes: 'Engano' })
    expect(note.associated_documents).toEqual([
      { associated_id: source.document_id, value: source.net_value },
    ])
    expect(note.products).toHaveLength(2)
  })

  it('credits a part of one line, to the cent that Moloni makes it', async () => {
    const parts = await office()
    const { pt } = parts
    const source = await invoice(parts)
    const document_product_id = source.products?.[0]?.document_product_id ?? 0
    const lines = [{ document_product_id, qty: 1 }]
    const note = await creditNoteFor(pt, { document_id: source.document_id, date, lines })
    expect(note.net_value).toBe(2.92)
    expect(note.associated_documents).toEqual([{ associated_id: source.document_id, value: 2.92 }])
    await pt.creditNotes.update({ document_id: note.document_id, status: 1 })
    const credited = await pt.invoices.getOne({ document_id: source.document_id })
    expect(credited.reverse_associated_documents).toEqual([{ document_id: note.document_id }])
  })

  it('takes nothing from a document that paid itself', async () => {
    const { pt, sale } = await office()
    const { document_id } = await pt.invoiceReceipts.insert({ ...sale.fields, status: 1 })
    const note = await creditNoteFor(pt, { document_id, date })
    expect(note.net_value).toBeGreaterThan(0)
    expect(note.associated_documents).toEqual([{ associated_id: document_id, value: 0 }])
  })

  it('takes nothing from an invoice that is paid', async () => {
    const parts = await office()
    const { document_id } = await invoice(parts)
    await receiptFor(parts.pt, { documents: [document_id], date, status: 1 })
    const note = await creditNoteFor(parts.pt, { document_id, date })
    expect(note.associated_documents).toEqual([{ associated_id: document_id, value: 0 }])
  })

  it('is refused when more is credited than is left', async () => {
    const parts = await office()
    const { document_id } = await invoice(parts)
    const first = await creditNoteFor(parts.pt, { document_id, date })
    await parts.pt.creditNotes.update({ document_id: first.document_id, status: 1 })
    await expect(creditNoteFor(parts.pt, { document_id, date })).rejects.toMatchObject({
      name: 'ValidationError',
      fields: expect.arrayContaining([
        expect.objectContaining({ code: 'associated_document', path: 'products[0].related_id' }),
      ]),
    })
  })

  it.each([
    ['a draft', 'document_not_closed', {}],
    ['a line that is not there', 'unknown_line', { status: 1, lines: [{ document_product_id: 1, qty: 1 }] }],
  ])('makes nothing of %s', async (_, code, { status = 0, lines = undefined }: Trial) => {
    const { pt, sale, emulator } = await office()
    const { document_id } = await pt.invoices.insert({ ...sale.fields, status })
    await expect(creditNoteFor(pt, { document_id, date, lines })).rejects.toMatchObject({ code })
    expect(changes(emulator)).toEqual(['invoices/insert'])
  })
})

interface Trial {
  status?: number
  lines?: { document_product_id: number; qty: number }[] | undefined
}

describe('receiptFor', () => {
  it('pays several invoices at once', async () => {
    const parts = await office()
    const [one, two] = [await invoice(parts), await invoice(parts)]
    const receipt = await receiptFor(parts.pt, {
      documents: [one.document_id, two.document_id],
      date,
      status: 1,
    })
    expect(receipt).toMatchObject({ status: 1, net_value: one.net_value * 2 })
    expect(receipt.payments).toHaveLength(1)
    const paid = await parts.pt.invoices.getOne({ document_id: one.document_id })
    expect(paid.reconciled_value).toBe(one.net_value)
  })

  it('pays a part, then the rest', async () => {
    const parts = await office()
    const { document_id, net_value } = await invoice(parts)
    await receiptFor(parts.pt, { documents: [{ document_id, value: 0.1 }], date, status: 1 })
    const rest = await receiptFor(parts.pt, { documents: [document_id], date, status: 1 })
    expect(rest.net_value).toBe(Number((net_value - 0.1).toFixed(2)))
    await expect(receiptFor(parts.pt, { documents: [document_id], date })).rejects.toMatchObject({
      code: 'nothing_open',
    })
  })

  it('sets a credit note against an invoice', async () => {
    const parts = await office()
    const { pt, sale } = parts
    const sold = await pt.invoiceReceipts.insert({
      ...sale.fields,
      products: sale.fields.products.slice(0, 1),
      status: 1,
    })
    const draft = await creditNoteFor(pt, { document_id: sold.document_id, date })
    await pt.creditNotes.update({ document_id: draft.document_id, status: 1 })
    const owed = await invoice(parts, { date })
    const receipt = await receiptFor(pt, {
      documents: [owed.document_id, draft.document_id],
      date,
      status: 1,
    })
    expect(receipt.net_value).toBe(Number((owed.net_value - draft.net_value).toFixed(2)))
    const used = await pt.creditNotes.getOne({ document_id: draft.document_id })
    expect(used.reconciled_value).toBe(0)
  })

  it('takes payments that add up, and no others', async () => {
    const parts = await office()
    const { document_id, net_value } = await invoice(parts)
    const [method] = await parts.pt.paymentMethods.getAll()
    const pay = (value: number) => [
      { payment_method_id: method?.payment_method_id ?? 0, date: '2026-03-05 10:00:00', value },
    ]
    const documents = [document_id]
    await expect(
      receiptFor(parts.pt, { documents, date, payments: pay(net_value - 0.01) }),
    ).rejects.toMatchObject({ code: 'amount_differs' })
    const receipt = await receiptFor(parts.pt, { documents, date, payments: pay(net_value) })
    expect(receipt).toMatchObject({ status: 0, net_value })
  })

  it('makes nothing of drafts, of several customers, of nothing', async () => {
    const parts = await office()
    const { pt, sale, emulator } = parts
    const draft = await pt.invoices.insert(sale.fields)
    const one = await invoice(parts)
    const other = await invoice(parts, { customer_id: sale.otherCustomer })
    const sent = changes(emulator)
    const attempt = (documents: number[]) => receiptFor(pt, { documents, date })
    await expect(attempt([draft.document_id])).rejects.toMatchObject({ code: 'document_not_closed' })
    await expect(attempt([one.document_id, other.document_id])).rejects.toMatchObject({
      code: 'several_customers',
    })
    await expect(attempt([])).rejects.toMatchObject({ code: 'invalid_params' })
    await expect(attempt([987_654])).rejects.toMatchObject({ name: 'NotFoundError' })
    expect(changes(emulator)).toEqual(sent)
  })
})

describe('relatedDocuments', () => {
  it('are those before and after', async () => {
    const parts = await office()
    const { document_id } = await invoice(parts)
    const receipt = await receiptFor(parts.pt, { documents: [document_id], date, status: 1 })
    const ofInvoice = await relatedDocuments(parts.pt, { document_id })
    expect(ofInvoice.sources).toEqual([])
    expect(ofInvoice.derived).toMatchObject([{ document_id: receipt.document_id }])
    const ofReceipt = await relatedDocuments(parts.pt, { document_id: receipt.document_id })
    expect(ofReceipt).toMatchObject({ sources: [{ document_id }], derived: [] })
  })

  it('of no document are an error', async () => {
    const { pt } = await office()
    await expect(relatedDocuments(pt, { document_id: 987_654 })).rejects.toMatchObject({
      name: 'NotFoundError',
    })
  })
})

describe('sendByEmail', () => {
  const send_email = [{ email: 'a@example.com', name: 'A' }]

  it('mails a closed invoice', async () => {
    const parts = await office()
    const { document_id } = await invoice(parts)
    await sendByEmail(parts.pt, { group: 'invoices', document_id, send_email })
    const { emails } = parts.emulator.state.companies[parts.company.company_id] ?? {}
    expect(emails).toMatchObject([{ document_id, email: 'a@example.com' }])
  })

  it('does not mail a draft', async () => {
    const { pt, sale, emulator } = await office()
    const { document_id } = await pt.invoices.insert(sale.fields)
    await expect(sendByEmail(pt, { group: 'invoices', document_id, send_email })).rejects.toMatchObject({
      code: 'document_not_closed',
    })
    expect(changes(emulator)).toEqual(['invoices/insert'])
  })

  it('passes on that Moloni does not want to', async () => {
    const { pt, sale } = await office()
    const { document_id } = await pt.invoiceReceipts.insert({ ...sale.fields, status: 1 })
    await expect(
      sendByEmail(pt, { group: 'invoiceReceipts', document_id, send_email }),
    ).rejects.toMatchObject({ name: 'RefusedError' })
  })
})
