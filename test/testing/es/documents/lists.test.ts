import { describe, expect, it } from 'vitest'
import { at } from '../support.ts'
import { type Fields, office } from './office.ts'

async function archive(options: Parameters<typeof office>[0] = { platform: 'on' }) {
  const world = await office(options)
  const list = async (name: string, options: Fields = {}, fields = 'documentId') => {
    const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1, -1)}Options`
    const answer = await world.call(
      `query ($companyId: Int!, $options: ${type}) { ${name}(companyId: $companyId, options: $options) { errors { field msg } data { ${fields} } options { pagination { page qty count } } } }`,
      { options },
    )
    return at(answer, `data.${name}`) ?? answer
  }
  const ids = async (name: string, options: Fields = {}) => {
    const data = at(await list(name, options), 'data')
    return Array.isArray(data) ? data.map((row) => at(row, 'documentId')) : data
  }
  return { ...world, known: world.ids, list, ids }
}

const where = (field: string, comparison: string, value: string | null) => ({ field, comparison, value })

describe('a list of documents', () => {
  it('holds one kind, and is found by reference, status and set', async () => {
    const { made, closed, sale, ids } = await archive()
    const first = await made('invoice', sale({ ourReference: 'OT-1', yourReference: '#7' }))
    const second = await closed('invoice', { ourReference: 'OT-12' })
    await made('estimate', sale({ ourReference: 'OT-1' }))
    expect(await ids('invoices')).toEqual([first, second])
    expect(await ids('invoices', { filter: where('ourReference', 'eq', 'ot-1') })).toEqual([first])
    expect(await ids('invoices', { filter: where('ourReference', 'like', 'OT-1%') })).toEqual([first, second])
    expect(await ids('invoices', { filter: where('status', 'eq', '1') })).toEqual([second])
    expect(await ids('invoices', { filter: where('number', 'eq', null) })).toEqual([first])
    expect(
      await ids('invoices', { filter: [where('status', 'in', '[0, 1]'), where('nullified', 'eq', '0')] }),
    ).toEqual([first, second])
    expect(await ids('invoices', { search: { field: 'yourReference', value: '#7' } })).toEqual([first])
    expect(await ids('invoices', { search: { field: 'ALL', value: 'nogal' } })).toEqual([first, second])
  })

  it('is found by what is worked out, and sorted by it', async () => {
    const { made, closed, receipt, line, ids } = await archive()
    const [first, second] = [
      await closed('invoice'),
      await closed('invoice', { products: [line({ qty: 2 })] }),
    ]
    await receipt({ [first]: 2.92 })
    const draft = await made('invoice')
    expect(await ids('invoices', { filter: where('remainingReconciledValue', 'gt', '0') })).toEqual([
      second,
      draft,
    ])
    expect(await ids('invoices', { filter: where('deletable', 'eq', '1') })).toEqual([draft])
    expect(await ids('invoices', { order: { field: 'totalValue', sort: 'ASC' } })).toEqual([
      first,
      draft,
      second,
    ])
    expect(await ids('invoices', { filter: where('pdfExport', 'eq', null) })).toHaveLength(3)
  })

  it('comes in pages', async () => {
    const { made, list } = await archive()
    const documentIds = [await made('invoice'), await made('invoice'), await made('invoice')]
    expect(await list('invoices', { pagination: { page: 2, qty: 2 } })).toEqual({
      errors: [],
      data: [{ documentId: documentIds[2] }],
      options: { pagination: { page: 2, qty: 2, count: 3 } },
    })
  })

  it('finds what was changed since', async () => {
    const { made, update, clock, ids } = await archive()
    const [first] = [await made('invoice'), await made('invoice')]
    await clock.advance(60_000)
    await update('invoice', { documentId: first, notes: 'x' })
    const since = where('updatedAt', 'gte', '2026-03-02 09:00:30')
    expect(await ids('invoices', { filter: since })).toEqual([first])
  })
})

describe('documents of every kind', () => {
  it('are of their own types', async () => {
    const { made, closed, receipt, list } = await archive()
    const invoice = await closed('invoice')
    await made('estimate')
    await receipt({ [invoice]: 1 })
    const fields =
      '__typename totalValue entityName documentType { apiCode title } ... on InvoiceRead { products { name } } ... on ReceiptRead { payments { value } }'
    expect(at(await list('documents', { defaultLanguageId: 2 }, fields), 'data')).toMatchObject([
      {
        __typename: 'InvoiceRead',
        documentType: { apiCode: 'invoice', title: 'Invoice' },
        products: [{ name: 'Termostato' }],
      },
      { __typename: 'EstimateRead', documentType: { apiCode: 'estimate', title: 'Estimate' } },
      { __typename: 'ReceiptRead', totalValue: 1, payments: [{ value: 1 }] },
    ])
  })

  it('are found one by one, whatever their kind, also on ES', async () => {
    const { made, call } = await office()
    const documentId = await made('estimate')
    const query =
      'query document($companyId: Int!,$documentId: Int!,$options: DocumentOptionsSingle) { document(companyId: $companyId,documentId: $documentId,options: $options) { errors { field msg } data { __typename documentId documentType { apiCode title } } } }'
    expect(at(await call(query, { documentId, options: { defaultLanguageId: 2 } }), 'data.document')).toEqual(
      {
        errors: [],
        data: {
          __typename: 'EstimateRead',
          documentId,
          documentType: { apiCode: 'estimate', title: 'Presupuesto' },
        },
      },
    )
    expect(at(await call(query, { documentId: 4 }), 'data.document')).toEqual({
      errors: [{ field: 'documentId', msg: 'The document provided does not exist for this company' }],
      data: null,
    })
  })

  it('are listed by customer, by product, and by what they may lead to', async () => {
    const { made, closed, receipt, call, known } = await archive()
    const { customerId, otherCustomerId, productId } = known
    const paid = await closed('invoice')
    await receipt({ [paid]: 2.92 })
    const open = await closed('invoice')
    await made('invoice')
    const theirs = await closed('invoice', { customerId: otherCustomerId })
    const answer = await call(
      `query ($companyId: Int!, $customerId: Int!, $productId: Int!) {
        getCustomerRelatedDocuments(companyId: $companyId, customerId: $customerId) { data { documentId } }
        productDocuments(companyId: $companyId, productId: $productId) { data { __typename } }
        documentRelatable(companyId: $companyId, apiCode: receipt, entityId: $customerId) { data { documentId } }
        getPossibleDocuments(companyId: $companyId, type: 2) { data { documentId number remainingReconciledValue } }
      }`,
      { customerId, productId },
    )
    expect(at(answer, 'data.getCustomerRelatedDocuments.data')).toHaveLength(4)
    expect(at(answer, 'data.productDocuments.data')).toHaveLength(4)
    expect(at(answer, 'data.documentRelatable.data')).toEqual([{ documentId: open }])
    expect(at(answer, 'data.getPossibleDocuments.data')).toEqual([
      { documentId: open, number: '2', remainingReconciledValue: 2.92 },
      { documentId: theirs, number: '3', remainingReconciledValue: 2.92 },
    ])
  })

  it('have types that lead to each other', async () => {
    const { call } = await archive()
    const answer = await call(
      '{ documentTypes { data { documentTypeId apiCode apiCodePlural isSelfPaid stockMultiplier canConvertTo { apiCode } } options { pagination { count } } } documentType(documentTypeId: 27) { data { apiCode } } }',
    )
    expect(at(answer, 'data.documentType.data')).toEqual({ apiCode: 'invoiceReceipt' })
    expect(at(answer, 'data.documentTypes.options.pagination.count')).toBe(30)
    const data = at(answer, 'data.documentTypes.data')
    expect(data).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ documentTypeId: 1, apiCode: 'invoice', stockMultiplier: -1 }),
        expect.objectContaining({
          documentTypeId: 3,
          apiCode: 'creditNote',
          canConvertTo: [{ apiCode: 'receipt' }, { apiCode: 'paymentReturn' }, { apiCode: 'settlementNote' }],
        }),
        expect.objectContaining({ apiCode: 'billsOfLading', apiCodePlural: 'billsOfLadings' }),
      ]),
    )
  })

  it('leave a trail', async () => {
    const { made, update, call } = await archive()
    const documentId = await made('invoice')
    await update('invoice', { documentId, notes: 'x' })
    const answer = await call(
      'query ($companyId: Int!, $relatedId: Int) { invoiceLogs(companyId: $companyId, options: { relatedId: $relatedId }) { data { operation username } } documentsLogs(companyId: $companyId) { data { relatedId } } estimateLogs(companyId: $companyId) { data { logId } } }',
      { relatedId: documentId },
    )
    expect(answer).toEqual({
      data: {
        invoiceLogs: {
          data: [
            { operation: 'update', username: 'Rita Moreira' },
            { operation: 'create', username: 'Rita Moreira' },
          ],
        },
        documentsLogs: { data: [{ relatedId: String(documentId) }, { relatedId: String(documentId) }] },
        estimateLogs: { data: [] },
      },
    })
  })
})

describe('trouble', () => {
  it('hides a new document from lists for a while, not from its id', async () => {
    const { made, one, clock, ids, emulator } = await archive()
    emulator.faults.plan({ on: 'invoiceCreate', fault: { kind: 'lag', ms: 5_000 } })
    const documentId = await made('invoice')
    expect(await ids('invoices')).toEqual([])
    expect(await ids('documents')).toEqual([])
    expect(await one('invoice', documentId, 'documentId')).toEqual({ documentId })
    await clock.advance(5_000)
    expect(await ids('invoices')).toEqual([documentId])
  })

  it('takes a filter for none, or refuses it', async () => {
    const { made, list, ids, emulator } = await archive()
    const documentId = await made('invoice')
    const filter = where('ourReference', 'eq', 'OT-1')
    emulator.faults.plan({ on: 'invoices', fault: { kind: 'ignoreFilter' } })
    expect(await ids('invoices', { filter })).toEqual([documentId])
    emulator.faults.plan({ on: 'invoices', fault: { kind: 'refuseFilter' } })
    expect(await list('invoices', { filter })).toMatchObject({
      errors: [{ field: 'filter', msg: 'Invalid filter field ourReference' }],
      data: null,
    })
    expect(await ids('invoices', { filter })).toEqual([])
  })

  it('closes a document after the client gave up', async () => {
    const { made, close, one, clock, emulator } = await archive()
    const documentId = await made('invoice')
    emulator.faults.plan({ on: 'invoiceUpdate', fault: { kind: 'late', ms: 4_000, answer: 'cut' } })
    await expect(close('invoice', documentId)).rejects.toThrow('fetch failed')
    expect(await one('invoice', documentId)).toMatchObject({ status: 0 })
    await clock.advance(4_000)
    expect(await one('invoice', documentId)).toMatchObject({ status: 1, number: 1 })
  })

  it('makes a document and cuts the answer', async () => {
    const { create, sale, ids, emulator } = await archive()
    emulator.faults.plan({ on: 'invoiceCreate', fault: { kind: 'cut', when: 'after' } })
    await expect(create('invoice', sale())).rejects.toThrow('fetch failed')
    expect(await ids('invoices')).toHaveLength(1)
  })
})
