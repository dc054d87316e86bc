import { describe, expect, it } from 'vitest'
import { backToDraft, cancelDocument, closeDocument } from '../../../src/pt/index.ts'
import { changes, invoice, office } from './support.ts'

const recipients = [{ email: 'a@example.com', name: 'A', msg: 'Obrigado' }]

describe('closeDocument', () => {
  it('closes a draft of the expected amount and e-mails it', async () => {
    const parts = await office()
    const { pt, sale, emulator, company } = parts
    const { document_id } = await pt.invoices.insert(sale.fields)
    const { net_value } = await pt.invoices.getOne({ document_id })
    const closed = await closeDocument(pt, {
      group: 'invoices',
      document_id,
      net_value,
      send_email: recipients,
    })
    expect(closed).toMatchObject({ document_id, status: 1 })
    expect(closed.number).toBeGreaterThan(0)
    expect(emulator.state.companies[company.company_id]?.emails).toMatchObject([
      { document_id, email: 'a@example.com' },
    ])
  })

  it('sends the associations of the draft again', async () => {
    const parts = await office()
    const { pt, sale, emulator } = parts
    const order = await pt.purchaseOrder.insert({ ...orderOf(sale.fields), status: 1 })
    const source = await pt.purchaseOrder.getOne({ document_id: order.document_id })
    const associated_documents = [{ associated_id: source.document_id, value: source.net_value }]
    const { document_id } = await pt.invoices.insert({ ...sale.fields, associated_documents })
    const closed = await closeDocument(pt, { group: 'invoices', document_id })
    expect(closed.associated_documents).toEqual(associated_documents)
    const closing = emulator.requests.find(({ path }) => path === 'invoices/update')
    expect(closing?.params).toMatchObject({ associated_documents })
    const used = await pt.purchaseOrder.getOne({ document_id: source.document_id })
    expect(used.reconciled_value).toBe(source.net_value)
  })

  it('leaves a draft of another amount alone', async () => {
    const { pt, sale, emulator } = await office()
    const { document_id } = await pt.invoices.insert(sale.fields)
    const { net_value } = await pt.invoices.getOne({ document_id })
    await expect(
      closeDocument(pt, { group: 'invoices', document_id, net_value: net_value + 0.01 }),
    ).rejects.toMatchObject({ name: 'UsageError', code: 'amount_differs' })
    expect(changes(emulator)).toEqual(['invoices/insert'])
  })

  it('answers a closed one as it is, and sends nothing', async () => {
    const parts = await office()
    const { document_id } = await invoice(parts)
    const again = await closeDocument(parts.pt, { group: 'invoices', document_id, send_email: recipients })
    expect(again).toMatchObject({ document_id, status: 1 })
    expect(changes(parts.emulator)).toEqual(['invoices/insert'])
  })

  it('refuses an annulled one', async () => {
    const parts = await office()
    const { document_id } = await invoice(parts)
    await cancelDocument(parts.pt, { document_id })
    await expect(closeDocument(parts.pt, { group: 'invoices', document_id })).rejects.toMatchObject({
      name: 'RefusedError',
    })
  })

  it('does not take a document of another kind', async () => {
    const parts = await office()
    const { document_id } = await parts.pt.invoices.insert(parts.sale.fields)
    await expect(closeDocument(parts.pt, { group: 'estimates', document_id })).rejects.toMatchObject({
      name: 'NotFoundError',
    })
  })

  it('says what Moloni has against it', async () => {
    const parts = await office()
    const { pt, sale } = parts
    const { document_id } = await pt.invoices.insert({ ...sale.fields, date: '2026-03-01' })
    await invoice(parts)
    await expect(closeDocument(pt, { group: 'invoices', document_id })).rejects.toMatchObject({
      name: 'ValidationError',
      fields: [{ rule: 12, code: 'date_order', path: 'date' }],
    })
  })
})

describe('cancelDocument', () => {
  it('annuls a closed document once', async () => {
    const parts = await office()
    const { document_id } = await invoice(parts)
    const annulled = await cancelDocument(parts.pt, { document_id, observation: 'Engano' })
    expect(annulled).toMatchObject({ document_id, status: 2 })
    await expect(cancelDocument(parts.pt, { document_id })).resolves.toMatchObject({ status: 2 })
    expect(changes(parts.emulator)).toEqual(['invoices/insert', 'documents/documentCancel'])
  })

  it('says why a draft cannot be annulled', async () => {
    const { pt, sale } = await office()
    const { document_id } = await pt.invoices.insert(sale.fields)
    await expect(cancelDocument(pt, { document_id })).rejects.toMatchObject({
      name: 'RefusedError',
      message: expect.stringMatching(/Moloni says: ".+"/),
    })
  })

  it('notices when Moloni says yes and nothing happened', async () => {
    const parts = await office()
    const { document_id } = await invoice(parts)
    const documents = { ...parts.pt.documents, documentCancel: async () => ({ valid: 1 }) }
    await expect(cancelDocument({ documents }, { document_id })).rejects.toMatchObject({
      name: 'ContractError',
      paths: ['status'],
    })
  })
})

describe('backToDraft', () => {
  it('reopens a closed document, and leaves a draft alone', async () => {
    const parts = await office()
    const { document_id } = await invoice(parts)
    const draft = await backToDraft(parts.pt, { document_id, keep_conciliations: 1 })
    expect(draft).toMatchObject({ document_id, status: 0, number: -1 })
    await backToDraft(parts.pt, { document_id })
    expect(changes(parts.emulator)).toEqual(['invoices/insert', 'documents/documentDraft'])
  })

  it('does not reopen an annulled one', async () => {
    const parts = await office()
    const { document_id } = await invoice(parts)
    await cancelDocument(parts.pt, { document_id })
    await expect(backToDraft(parts.pt, { document_id })).rejects.toMatchObject({ name: 'RefusedError' })
  })
})

/** The fields of an order: as of a sale, without a term. */
function orderOf<T extends { expiration_date: string }>({ expiration_date: _, ...fields }: T) {
  return fields
}
