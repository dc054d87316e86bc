import { describe, expect, test } from 'vitest'
import { styles } from './client.ts'
import { atWork, company_id, customer, invoice } from './office.ts'
import { at, numberAt, rowsOf } from './reading.ts'

describe.each(Object.entries(styles))('an order becomes an invoice, in the style of %s', (_name, style) => {
  test('draft, read again, compared, closed and mailed', async () => {
    const { post, ids, emulator } = await atWork(style)
    const order = numberAt(await post('purchaseOrder/insert', { ...invoice(ids), status: 1 }), 'document_id')
    const associated_documents = [{ associated_id: order, value: 8.75 }]

    const inserted = await post('invoices/insert', { ...invoice(ids), status: 0, associated_documents })
    expect(inserted).toMatchObject({ valid: 1 })
    const document_id = numberAt(inserted, 'document_id')
    const draft = await post('invoices/getOne', { company_id, document_id })
    expect(draft).toMatchObject({
      number: -1,
      status: 0,
      gross_value: 7.11,
      taxes_value: 1.64,
      net_value: 8.75,
    })

    const closed = await post('invoices/update', {
      company_id,
      document_id,
      status: 1,
      associated_documents,
      net_value: numberAt(draft, 'net_value'),
      send_email: [{ email: 'loja@example.com', name: 'Loja', msg: '' }],
    })
    expect(closed).toMatchObject({ valid: 1 })

    expect(await post('invoices/getOne', { company_id, document_id })).toMatchObject({
      number: 1,
      status: 1,
      net_value: 8.75,
      our_reference: 'ENC-77',
      associated_documents,
      products: [{ qty: 3, price: 2.37 }],
    })
    expect(await post('purchaseOrder/getOne', { company_id, document_id: order })).toMatchObject({
      reconciled_value: 8.75,
      reverse_associated_documents: [{ document_id }],
    })
    const mails = emulator.state.companies[company_id]?.emails ?? []
    expect(mails).toMatchObject([{ document_id, email: 'loja@example.com' }])
  })

  test('what is closed can be neither changed nor deleted', async () => {
    const { post, ids } = await atWork(style)
    const document_id = numberAt(await post('invoices/insert', { ...invoice(ids), status: 1 }), 'document_id')
    expect(await post('invoices/update', { company_id, document_id, notes: 'x' })).toEqual({ valid: 0 })
    expect(await post('invoices/delete', { company_id, document_id })).toEqual({ valid: 0 })
    expect(await post('customers/delete', { company_id, customer_id: ids.customer_id })).toEqual({ valid: 0 })
  })

  test('mistakes come as lists with status 200, top level first, then rows', async () => {
    const { post, send, ids } = await atWork(style)
    const response = await send('customers/insert', customer('1002', { name: '', email: 'x' }))
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual(['1 name', '3 email'])

    const { products, ...empty } = invoice(ids)
    expect(await post('invoices/insert', empty)).toEqual(['1 products'])
    expect(await post('invoices/insert', { ...invoice(ids), customer_id: 999_999_999 })).toEqual([
      '2 customer_id 1 0',
    ])
    const bare = products.map((row) => ({ ...row, taxes: [] }))
    const both = { ...invoice(ids), products: bare, date: 'ontem' }
    expect(await post('invoices/insert', both)).toEqual(['9 date'])
    expect(rowsOf(await post('invoices/insert', { ...both, date: '2026-03-02' })).map(String)).toEqual([
      expect.stringMatching(/^1 products\[0].*exemption_reason/),
    ])
  })

  test('with human_errors the same mistakes have a sentence', async () => {
    const { post } = await atWork(style)
    const answer = await post('customers/insert', customer('1002', { email: 'x' }), { human_errors: 'true' })
    expect(answer).toEqual([{ code: '3 email', description: "Field 'email' must be a valid email address" }])
  })

  test('a taken customer number is refused, a missing customer is an empty list', async () => {
    const { post } = await atWork(style)
    expect(await post('customers/insert', customer('1001'))).toEqual(['4 number'])
    expect(await post('customers/getOne', { company_id, customer_id: 999_999_999 })).toEqual([])
    expect(await post('customers/getByVat', { company_id, vat: '123' })).toEqual([])
    const next = at(await post('customers/getNextNumber', { company_id }), 'number')
    expect(typeof next).toBe('string')
    expect(await post('customers/insert', customer(String(next)))).toMatchObject({ valid: 1 })
  })
})
