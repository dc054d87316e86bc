import { describe, expect, it } from 'vitest'
import { documentGroups } from '../../src/testing/pt/documents/types.ts'
import { fullWorld, makeDocument } from './full-world.ts'
import { office } from './office.ts'
import { id, invoice, line, list } from './support.ts'

const makeable = documentGroups.filter(({ takes }) => takes)

describe('every document group', () => {
  it('closes a document, shows it in its own lists, numbers it and adds it up', async () => {
    const world = await fullWorld()
    const { call, documents } = world
    for (const { group, receipt, typeId } of makeable) {
      const row = Object(await call('documents/getOne', { document_id: documents[group] }))
      const listed = list(await call(`${group}/getAll`))
      expect(listed.map(({ document_id }) => document_id)).toContain(documents[group])
      expect(await call(`${group}/getOne`, { document_id: documents[group] })).toMatchObject({
        document_id: documents[group],
      })
      expect(row).toMatchObject({ status: 1, document_type: { document_type_id: typeId } })
      expect(row.number).toBeGreaterThan(0)
      if (!receipt) expect(netOf(row)).toBe(Math.round(row.net_value * 100))
    }
  })

  it.each(makeable.filter(({ receipt, corrects }) => !receipt && !corrects).map(({ group }) => group))(
    'takes %s through both encodings of a body',
    async (group) => {
      const { send, ids, call } = await office()
      const body = new URLSearchParams()
      const supplier_id = id(await call('suppliers/insert', supplierFields), 'supplier_id')
      const params = {
        company_id: 240_211,
        ...invoice(ids),
        document_type_id: 15,
        supplier_id,
        your_reference: 'Ç & 7',
      }
      put(body, '', { ...params, delivery_datetime: '2026-03-03 09:00:00' })
      const answer: unknown = await (await send(`${group}/insert`, { body })).json()
      expect(await call('documents/getOne', { document_id: id(answer, 'document_id') })).toMatchObject({
        your_reference: 'Ç & 7',
        net_value: 2.92,
        products: [{ qty: 1, taxes: [{ tax_id: ids.tax_id }] }],
      })
    },
  )

  it('refuses to be made without what it requires', async () => {
    const { call } = await office()
    for (const { group, takes = '' } of makeable) {
      const required = takes.split(' ').flatMap((word) => (/^\w+!$/.test(word) ? [word.slice(0, -1)] : []))
      const answer = await call(`${group}/insert`, {})
      for (const field of ['date', 'document_set_id', ...required]) {
        expect(answer, group).toContain(`1 ${field}`)
      }
    }
  })

  it('does not see the documents of another group', async () => {
    const { call, documents } = await fullWorld()
    for (const { group } of documentGroups) {
      const other = group === 'invoices' ? documents.receipts : documents.invoices
      expect(await call(`${group}/getOne`, { document_id: other }), group).toEqual([])
    }
  })

  it('goes back to a draft, but for goods on the road', async () => {
    const world = await fullWorld()
    for (const type of makeable) {
      const document_id = await makeDocument(world, type)
      const answer = await world.call('documents/documentDraft', { document_id })
      expect(answer, type.group).toMatchObject({ valid: type.transport ? 0 : 1, message: expect.any(String) })
    }
  })
})

function netOf(row: Record<string, number>): number {
  const cents = (name: string) => Math.round(Number(row[name]) * 100)
  return (
    cents('gross_value') -
    cents('comercial_discount_value') -
    cents('financial_discount_value') +
    cents('taxes_value') -
    cents('deduction_value')
  )
}

const supplierFields = {
  vat: '509442013',
  number: 'F1',
  name: 'Tubos do Norte',
  language_id: 1,
  address: 'Rua 1',
  city: 'Braga',
  country_id: 1,
  maturity_date_id: 0,
  qty_copies_document: 1,
  payment_method_id: 0,
}

/** Fields as PHP nests them. */
function put(body: URLSearchParams, name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    body.append(name, String(value))
    return
  }
  for (const [key, inner] of Object.entries(value)) put(body, name === '' ? key : `${name}[${key}]`, inner)
}

describe('a conversion', () => {
  it('uses an order up, in parts', async () => {
    const { closed, one, insert, ids } = await office()
    const order = await closed('purchaseOrder', { products: [line(ids, { qty: 2 })] })
    const bill = (value: number) =>
      insert('invoices', { status: 1, associated_documents: [{ associated_id: order, value }] })
    await bill(2.92)
    expect(await one(order)).toMatchObject({ net_value: 5.83, reconciled_value: 2.92 })
    await bill(2.91)
    expect(await one(order)).toMatchObject({ reconciled_value: 5.83 })
    expect(await bill(0.01)).toEqual(['10 associated_documents[0][associated_id]'])
  })

  it('leaves an invoice open when its goods go out with a guide', async () => {
    const { closed, one, call } = await office()
    const source = await closed('invoices')
    const guide = await closed('billsOfLading', {
      associated_documents: [{ associated_id: source, value: 2.92 }],
    })
    expect(await one(source)).toMatchObject({
      reconciled_value: 0,
      reverse_associated_documents: [{ document_id: guide }],
    })
    expect(await call('documents/documentCancel', { document_id: source })).toMatchObject({ valid: 0 })
  })
})

describe('documents with suppliers', () => {
  it('carry the supplier, also where the page says customer', async () => {
    const { insert, one, supplier, ids } = await office()
    const supplier_id = await supplier()
    const order = id(await insert('supplierPurchaseOrder', { supplier_id, status: 1 }), 'document_id')
    const bill = {
      document_type_id: 8,
      supplier_id,
      status: 1,
      associated_documents: [{ associated_id: order, value: 2.92 }],
    }
    const billed = id(await insert('supplierInvoices', bill), 'document_id')
    const net_value = 2.92
    const associated_documents = [{ associated_id: billed, value: net_value }]
    const paid = {
      customer_id: supplier_id,
      alternate_address_id: 0,
      net_value,
      associated_documents,
      status: 1,
    }
    const receipt = id(await insert('supplierReceipts', paid), 'document_id')
    for (const document_id of [order, billed, receipt]) {
      expect(await one(document_id)).toMatchObject({ entity_name: 'Tubos do Norte', status: 1 })
    }
    expect(await one(billed)).toMatchObject({ reconciled_value: 2.92, document_type_id: 8 })
    expect(await insert('receipts', { net_value, associated_documents })).toEqual([
      expect.stringMatching(/^10 /),
    ])
    expect(await insert('invoices', { customer_id: supplier_id })).toEqual(['2 customer_id 1 0'])
    expect(ids.customer_id).not.toBe(supplier_id)
  })

  it('need no code of the tax authority for their series', async () => {
    const { insert, supplier, call } = await office()
    const supplier_id = await supplier()
    const document_set_id = id(await call('documentSets/insert', { name: 'B' }), 'document_set_id')
    const more = { supplier_id, document_set_id, status: 1 }
    expect(await insert('supplierDebitNotes', more)).toMatchObject({ valid: 1 })
    expect(await insert('estimates', more)).toEqual(['1 document_set_wsat_id'])
  })
})

describe('goods on the road', () => {
  const places = { delivery_departure_address: 'Rua A', delivery_destination_address: 'Rua B' }

  it('get a transport code by hand, once, and are then not annulled', async () => {
    const { closed, call, one } = await office()
    const document_id = await closed('waybills')
    const code = { document_id, transport_code: 'AT-9' }
    expect(await call('billsOfLading/setTransportCode', code)).toEqual({ valid: 0 })
    expect(await call('waybills/setTransportCode', code)).toEqual({ valid: 1 })
    expect(await call('waybills/setTransportCode', code)).toEqual({ valid: 0 })
    expect(await one(document_id)).toMatchObject({ transport_code: 'AT-9' })
    expect(await call('documents/documentCancel', { document_id })).toMatchObject({ valid: 0 })
  })

  it('get it at closing where the company communicates by itself', async () => {
    const { closed, one, company } = await office()
    company.automaticCommunication = true
    const document_id = await closed('deliveryNotes', places)
    expect(await one(document_id)).toMatchObject({ transport_code: expect.stringMatching(/^[0-9A-F]{11}$/) })
  })

  it.each([
    ['after they left', { ...places, delivery_datetime: '2026-03-01 09:00' }],
    ['from nowhere', { ...places, delivery_departure_address: '' }],
  ])('cannot be communicated %s', async (_name, changes) => {
    const { insert, company } = await office()
    company.automaticCommunication = true
    expect(await insert('billsOfLading', { status: 1, ...changes })).toEqual(['11 delivery_datetime'])
    expect(company.documents).toEqual([])
  })

  it('want a Portuguese postal code in Portugal', async () => {
    const { insert } = await office()
    const spanish = { delivery_destination_country: 70, delivery_destination_zip_code: '36202' }
    expect(await insert('billsOfLading', spanish)).toMatchObject({ valid: 1 })
    expect(await insert('billsOfLading', { ...spanish, delivery_destination_country: 1 })).toEqual([
      '7 delivery_destination_zip_code',
    ])
  })

  it('are not taken back while the tax authority has not answered', async () => {
    const { closed, call, company } = await office()
    const document_id = await closed('invoices')
    Object.assign(company.documents[0] ?? {}, { pending_communication: true })
    expect(await call('documents/documentCancel', { document_id })).toMatchObject({ valid: 0 })
    expect(await call('documents/documentDraft', { document_id })).toMatchObject({ valid: 0 })
  })
})

describe('a simplified invoice', () => {
  it('has a ceiling, judged at closing', async () => {
    const { insert, ids } = await office({ simplifiedCeiling: 100 })
    const dear = { products: [line(ids, { price: 100 })] }
    expect(await insert('simplifiedInvoices', dear)).toMatchObject({ valid: 1 })
    expect(await insert('simplifiedInvoices', { ...dear, status: 1 })).toEqual(['17 net_value'])
    expect(await insert('invoiceReceipts', { ...dear, status: 1 })).toMatchObject({ valid: 1 })
  })
})

describe('numbering', () => {
  it('starts where the tax authority was told', async () => {
    const { closed, one, call } = await office()
    const document_set_id = id(await call('documentSets/insert', { name: 'B' }), 'document_set_id')
    await call('documentSets/ATInsertCode', { document_set_id, document_type_id: 1, initial_num: 41 })
    expect(await one(await closed('invoices', { document_set_id }))).toMatchObject({ number: 41 })
    expect(await one(await closed('invoices', { document_set_id }))).toMatchObject({ number: 42 })
  })

  it('is told for all types at once only where the company communicates by itself', async () => {
    const { call, company, insert } = await office()
    const document_set_id = id(await call('documentSets/insert', { name: 'B' }), 'document_set_id')
    const bulk = (sets: unknown) => call('documentSets/ATInsertCodeBulk', { document_set_id: sets })
    expect(await bulk([document_set_id])).toEqual({ valid: 0 })
    company.automaticCommunication = true
    expect(await bulk([document_set_id, 1])).toEqual({ valid: 0 })
    expect(await bulk([])).toEqual(['1 document_set_id'])
    expect(await bulk([document_set_id])).toEqual({ valid: 1 })
    expect(await insert('debitNotes', { document_set_id })).toEqual(expect.any(Array))
    expect(await insert('estimates', { document_set_id, status: 1 })).toMatchObject({ valid: 1 })
  })
})
