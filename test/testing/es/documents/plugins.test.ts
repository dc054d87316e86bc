import { describe, expect, it } from 'vitest'
import { serve } from '../../../../src/testing/index.ts'
import { at } from '../support.ts'
import { type Fields, office } from './office.ts'

/** A shop that sells as plug-ins do: texts of its own, over a real port, with `variables` it does not declare. */
async function shop(options: Parameters<typeof office>[0] = {}) {
  const world = await office(options)
  const { url, close } = await serve(world.emulator)
  const send = async (query: string, variables: Fields) => {
    const response = await fetch(`${url}/v1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `bearer ${world.token}` },
      body: JSON.stringify({ query, variables: { companyId: world.companyId, ...variables } }),
    })
    return response.json()
  }
  return { ...world, url, stop: close, send }
}

const create = (
  code: string,
  type: string,
) => `mutation ${code}Create($companyId: Int!,$data: ${type}Insert!,$options: ${type}MutateOptions)
  { ${code}Create(companyId: $companyId,data: $data,options: $options)
    { errors { field msg } data { documentId number totalValue currencyExchangeTotalValue documentTotal documentSetName products { productId documentProductId } } } }`

const update = (code: string, type: string) => `mutation ${code}Update($companyId: Int!,$data: ${type}Update!)
  { ${code}Update(companyId: $companyId,data: $data) { errors { field msg } data { documentId status } } }`

describe('a plug-in', () => {
  it('sells: draft, totals compared, closed, PDF polled and fetched, e-mail', async () => {
    const { send, sale, line, stop, url, clock, company } = await shop()
    const order = sale({
      fiscalZone: 'ES',
      ourReference: '#1042',
      yourReference: '#1042',
      notes: 'a<br>b',
      status: 0,
      products: [
        line({
          ordering: 0,
          qty: 2,
          price: 50,
          discount: 0,
          summary: '',
          exemptionReason: '',
          warehouseId: 0,
        }),
      ],
    })
    const draft = await send(create('invoice', 'Invoice'), { data: order })
    expect(at(draft, 'data.invoiceCreate')).toMatchObject({
      errors: [],
      data: { totalValue: 121, currencyExchangeTotalValue: 0, documentTotal: 121 },
    })
    const documentId = at(draft, 'data.invoiceCreate.data.documentId')
    const closing = await send(update('invoice', 'Invoice'), { data: { documentId, status: 1 } })
    expect(at(closing, 'data.invoiceUpdate')).toEqual({ errors: [], data: { documentId, status: 1 } })
    expect(
      await send(
        'mutation invoiceGetPDF($companyId: Int!,$documentId: Int!) { invoiceGetPDF(companyId: $companyId,documentId: $documentId) }',
        { documentId },
      ),
    ).toEqual({ data: { invoiceGetPDF: true } })
    const token =
      'query invoiceGetPDFToken($documentId: Int!) { invoiceGetPDFToken(documentId: $documentId) { data { token filename path } errors { field msg } } }'
    let polled = await send(token, { documentId })
    let tries = 0
    while (at(polled, 'data.invoiceGetPDFToken.data') === null) {
      expect(at(polled, 'data.invoiceGetPDFToken.errors.0.msg')).toMatch(/not ready/)
      tries += 1
      await clock.advance(2_000)
      polled = await send(token, { documentId })
    }
    expect(tries).toBe(2)
    const { path, token: jwt } = Object(at(polled, 'data.invoiceGetPDFToken.data'))
    expect(await (await fetch(`${url}${path}?jwt=${jwt}`)).text()).toMatch(/^%PDF-1\./)
    const mailed = await send(
      'mutation invoiceSendMail($companyId: Int!,$documents: [Int]!,$mailData: MailData) { invoiceSendMail(companyId: $companyId,documents: $documents,mailData: $mailData) }',
      {
        documents: [documentId],
        mailData: { to: { name: 'Ana Gil', email: 'ana@example.com' }, message: '', attachment: true },
      },
    )
    expect(mailed).toEqual({ data: { invoiceSendMail: true } })
    expect(company.mails).toHaveLength(1)
    await stop()
  })

  it('sends goods, bills them, and is paid', async () => {
    const { send, sale, stop, ids, company } = await shop()
    const goods = sale({
      deliveryMethodId: company.deliveryMethods[0]?.deliveryMethodId,
      deliveryLoadDate: '2026-03-02 10:00:00',
      deliveryLoadAddress: 'Calle del Turia 14',
      deliveryLoadCity: 'Valencia',
      deliveryLoadZipCode: '46007',
      deliveryLoadCountryId: 70,
      status: 0,
    })
    const guide = await send(create('billsOfLading', 'BillsOfLading'), { data: goods })
    const guideId = at(guide, 'data.billsOfLadingCreate.data.documentId')
    const value = at(guide, 'data.billsOfLadingCreate.data.totalValue')
    await send(update('billsOfLading', 'BillsOfLading'), { data: { documentId: guideId, status: 1 } })
    const [line] = Object(goods.products)
    const products = [
      {
        ...line,
        relatedDocumentId: guideId,
        relatedDocumentProductId: at(guide, 'data.billsOfLadingCreate.data.products.0.documentProductId'),
      },
    ]
    const relatedWith = [{ relatedDocumentId: guideId, value }]
    const bill = await send(create('invoice', 'Invoice'), { data: sale({ products, relatedWith }) })
    const billId = at(bill, 'data.invoiceCreate.data.documentId')
    await send(update('invoice', 'Invoice'), { data: { documentId: billId, status: 1 } })
    const total = at(bill, 'data.invoiceCreate.data.totalValue')
    const paid = await send(create('receipt', 'Receipt'), {
      data: {
        fiscalZone: 'ES',
        customerId: ids.customerId,
        documentSetId: ids.documentSetId,
        date: '2026-03-02T11:00:00+01:00',
        notes: '',
        status: 0,
        payments: [
          {
            paymentMethodId: ids.paymentMethodId,
            date: '2026-03-02 10:00:00',
            paymentMethodName: 'Efectivo',
            value: total,
          },
        ],
        relatedWith: [{ relatedDocumentId: billId, value: total }],
        totalValue: total,
      },
    })
    const receiptId = at(paid, 'data.receiptCreate.data.documentId')
    expect(at(paid, 'data.receiptCreate')).toMatchObject({
      errors: [],
      data: { totalValue: total, products: [] },
    })
    await send(update('receipt', 'Receipt'), { data: { documentId: receiptId, status: 1 } })
    expect(
      await send(
        'query ($companyId: Int!,$documentId: Int!) { invoice(companyId: $companyId,documentId: $documentId) { data { remainingReconciledValue relatedWith { document { __typename } } relatedIn { document { __typename } } } } }',
        { documentId: billId },
      ),
    ).toMatchObject({
      data: {
        invoice: {
          data: {
            remainingReconciledValue: 0,
            relatedWith: [{ document: { __typename: 'BillsOfLadingRead' } }],
            relatedIn: [{ document: { __typename: 'ReceiptRead' } }],
          },
        },
      },
    })
    await stop()
  })

  it('sells in another currency: prices divided by the rate, totals compared in dollars', async () => {
    const { send, sale, line, stop } = await shop()
    const rate = 1.0832
    const data = sale({
      currencyExchangeId: 2,
      currencyExchangeExchange: rate,
      products: [line({ price: 100 / rate })],
    })
    const draft = await send(create('invoice', 'Invoice'), { data })
    expect(at(draft, 'data.invoiceCreate')).toMatchObject({
      errors: [],
      data: { totalValue: 111.71, currencyExchangeTotalValue: 121 },
    })
    await stop()
  })

  it('does not close what it cannot match', async () => {
    const { send, sale, ids, stop, one } = await shop()
    const payments = [{ paymentMethodId: ids.paymentMethodId, date: '2026-03-02 10:00:00', value: 2.86 }]
    const draft = await send(create('simplifiedInvoice', 'SimplifiedInvoice'), { data: sale({ payments }) })
    const documentId = Number(at(draft, 'data.simplifiedInvoiceCreate.data.documentId'))
    expect(at(draft, 'data.simplifiedInvoiceCreate.data.totalValue')).toBe(2.87)
    const closing = await send(update('simplifiedInvoice', 'SimplifiedInvoice'), {
      data: { documentId, status: 1 },
    })
    expect(at(closing, 'data.simplifiedInvoiceUpdate')).toEqual({
      errors: [{ field: 'payments', msg: 'The payments do not match the total of the document' }],
      data: null,
    })
    expect(await one('simplifiedInvoice', documentId)).toMatchObject({ status: 0, number: null })
    await stop()
  })

  it('cannot make invoice-receipts on ES, nor delete', async () => {
    const { send, sale, stop } = await shop()
    for (const query of [
      create('invoiceReceipt', 'InvoiceReceipt'),
      'mutation ($companyId: Int!) { invoiceDelete(companyId: $companyId, documentId: [1]) { status } }',
    ]) {
      expect(at(await send(query, { data: sale() }), 'errors.0.extensions.code')).toBe(
        'GRAPHQL_VALIDATION_FAILED',
      )
    }
    await stop()
  })

  it('works on from a saved state, PDFs in the making included', async () => {
    const { closed, call, emulator, clock, ids, sale } = await shop()
    const documentId = await closed('invoice')
    await call(
      'mutation ($companyId: Int!, $documentId: Int!) { invoiceGetPDF(companyId: $companyId, documentId: $documentId) }',
      { documentId },
    )
    const state = JSON.parse(JSON.stringify(emulator.state))
    await clock.advance(3_000)
    const later = await office({ state, clock })
    expect(at(await later.one('invoice', documentId), 'pdfExport')).toMatch(/\.pdf$/)
    const again = await later.create('invoice', { ...sale(), customerId: ids.customerId, status: 1 })
    expect(again).toMatchObject({ errors: [], data: { number: 2 } })
  })
})
