import { describe, expect, it } from 'vitest'
import type { PtEmulatorOptions } from '../../src/testing/index.ts'
import { type Answer, customer, furnish, id, invoice, line, rig } from './support.ts'

async function office(options: PtEmulatorOptions = {}, start?: string) {
  const world = await rig(options, start)
  const ids = await furnish(world)
  const insert = (changes: Record<string, unknown> = {}, group = 'invoices') =>
    world.call(`${group}/insert`, invoice(ids, changes))
  const draft = async (changes: Record<string, unknown> = {}, group = 'invoices') =>
    id(await insert(changes, group), 'document_id')
  const one = async (document_id: number) => Object(await world.call('invoices/getOne', { document_id }))
  const close = (document_id: number, changes: object = {}) =>
    world.call('invoices/update', { document_id, status: 1, ...changes })
  return { ...world, ids, insert, draft, one, close }
}

describe('a draft', () => {
  it('has number -1 and a snapshot of its customer', async () => {
    const { draft, one, ids } = await office()
    expect(await one(await draft())).toMatchObject({
      number: -1,
      status: 0,
      entity_name: customer.name,
      entity_vat: customer.vat,
      entity_country: 'Portugal',
      date: '2026-03-02T00:00:00+0000',
      expiration_date: '2026-04-01T00:00:00+0100',
      rsa_hash: '',
      products: [{ product_id: ids.product_id, reference: 'T-20', unit_short_name: 'Uni.', order: 1 }],
    })
  })

  it('changes in parts', async () => {
    const { draft, one, call, ids } = await office()
    const document_id = await draft({ our_reference: 'OT-1', notes: 'a' })
    await call('invoices/update', { document_id, notes: 'b', products: [line(ids, { qty: 2 })] })
    expect(await one(document_id)).toMatchObject({
      our_reference: 'OT-1',
      notes: 'b',
      gross_value: 4.74,
      status: 0,
    })
  })

  it('can be deleted', async () => {
    const { draft, call, company } = await office()
    expect(await call('invoices/delete', { document_id: await draft() })).toEqual({ valid: 1 })
    expect(company.documents).toEqual([])
  })

  it('is not touched by an update that is refused', async () => {
    const { draft, call, one, close, ids } = await office()
    const document_id = await draft()
    const before = await one(document_id)
    expect(await call('invoices/update', { document_id, notes: 'x', customer_id: 1 })).toEqual([
      '2 customer_id 1 0',
    ])
    await draft({ date: '2026-03-05', status: 1 })
    expect(await close(document_id, { notes: 'x', products: [line(ids, { qty: 9 })] })).toEqual([
      '12 date >= 2026-03-05',
    ])
    expect(await one(document_id)).toEqual(before)
  })

  it.each([
    ['no lines', { products: undefined }, ['1 products']],
    ['an empty list of lines', { products: [] }, ['1 products']],
    ['an unknown customer', { customer_id: 1 }, ['2 customer_id 1 0']],
    ['no customer', { customer_id: 0 }, ['2 customer_id 1 0']],
    ['an unknown series', { document_set_id: 1 }, ['2 document_set_id 1 0']],
    ['no date', { date: '' }, ['1 date']],
    ['no due date', { expiration_date: undefined }, ['1 expiration_date']],
    ['a discount over 100', { financial_discount: 101 }, ['2 financial_discount 0   0 100']],
    ['an unknown status', { status: 2 }, ['5 status [0,1]']],
  ])('is refused with %s', async (_name, change, problems) => {
    const { insert, company } = await office()
    expect(await insert(change)).toEqual(problems)
    expect(company.documents).toEqual([])
  })

  it.each([
    ['a free-text line', { product_id: undefined }, '1 products[0][product_id]'],
    ['an unknown product', { product_id: 1 }, '2 products[0][product_id] 1 0'],
    ['no quantity', { qty: 0 }, '2 products[0][qty] 0 0'],
    ['no name', { name: '' }, '1 products[0][name]'],
    ['no tax and no reason', { taxes: [] }, '1 products[0][exemption_reason]'],
    ['an unknown tax', { taxes: [{ tax_id: 1, value: 23 }] }, '2 products[0][taxes][0][tax_id] 1 0'],
  ])('is refused with a line of %s', async (_name, change, problem) => {
    const { insert, ids } = await office()
    expect(await insert({ products: [line(ids, change)] })).toEqual([problem])
  })

  it('is refused with free text in place of a legal reason', async () => {
    const { insert, ids } = await office()
    expect(await insert({ products: [line(ids, { taxes: [], exemption_reason: 'isento' })] })).toEqual([
      expect.stringMatching(/^5 products\[0\]\[exemption_reason\] \["M01"/),
    ])
  })

  it.each([
    ['required', {}, false],
    ['required', { value: 0 }, false],
    ['optional', {}, true],
    ['zeroAllowed', { value: 0 }, true],
  ] as const)('with tax values %s and a row of %j', async (taxValue, row, fine) => {
    const { insert, ids } = await office({ taxValue })
    const answer = await insert({ products: [line(ids, { taxes: [{ tax_id: ids.tax_id, ...row }] })] })
    if (fine) expect(answer).toMatchObject({ valid: 1 })
    else expect(answer).toEqual(['2 products[0][taxes][0][value] 0 0'])
  })

  it('taxes at the stored rate, whatever was sent', async () => {
    const { draft, one, ids } = await office()
    const taxes = [{ tax_id: ids.tax_id, value: 6, order: 1, cumulative: 0 }]
    expect(await one(await draft({ products: [line(ids, { price: 100, taxes })] }))).toMatchObject({
      taxes_value: 23,
    })
  })
})

describe('closing', () => {
  it('numbers per series and type', async () => {
    const { draft, close, one, call, ids } = await office()
    const first = await draft()
    const second = await draft()
    expect(await close(second)).toEqual({ valid: 1, document_id: second })
    await close(first)
    const other = id(await call('documentSets/insert', { name: 'B' }), 'document_set_id')
    await call('documentSets/ATInsertCode', { document_set_id: other, document_type_id: 1 })
    const third = await draft({ document_set_id: other, status: 1 })
    const estimate = id(await call('estimates/insert', invoice(ids, { status: 1 })), 'document_id')
    expect((await one(second)).number).toBe(1)
    expect((await one(first)).number).toBe(2)
    expect((await one(third)).number).toBe(1)
    expect(await call('estimates/getOne', { document_id: estimate })).toMatchObject({ number: 1 })
  })

  it('signs, and e-mails when asked', async () => {
    const { draft, close, one, company } = await office()
    const document_id = await draft()
    await close(document_id, { send_email: [{ email: 'a@example.com', name: 'A' }] })
    expect(await one(document_id)).toMatchObject({
      status: 1,
      hash_control: 1,
      atcud: expect.stringMatching(/-1$/),
    })
    expect(company.emails).toMatchObject([{ document_id, email: 'a@example.com' }])
  })

  it('keeps the dates of a series in order: at insert and at closing', async () => {
    const { draft, insert, close } = await office()
    const early = await draft({ date: '2026-02-27' })
    await draft({ date: '2026-03-01', status: 1 })
    expect(await insert({ date: '2026-02-28' })).toEqual(['12 date >= 2026-03-01'])
    expect(await close(early)).toEqual(['12 date >= 2026-03-01'])
    expect(await close(early, { date: '2026-03-01' })).toEqual({ valid: 1, document_id: early })
    expect(await insert({ date: '2026-03-01', status: 1 })).toMatchObject({ valid: 1 })
  })

  it('makes a document immutable', async () => {
    const { draft, call } = await office()
    const document_id = await draft({ status: 1 })
    expect(await call('invoices/update', { document_id, notes: 'x' })).toEqual({ valid: 0 })
    expect(await call('invoices/delete', { document_id })).toEqual({ valid: 0 })
  })

  it('needs a series that was communicated for the type', async () => {
    const { draft, close, call } = await office()
    const other = id(await call('documentSets/insert', { name: 'B' }), 'document_set_id')
    const document_id = await draft({ document_set_id: other })
    expect(await close(document_id)).toEqual(['1 document_set_wsat_id'])
    await call('documentSets/ATInsertCode', { document_set_id: other, document_type_id: 3 })
    expect(await close(document_id)).toEqual(['1 document_set_wsat_id'])
    await call('documentSets/ATInsertCode', { document_set_id: other, document_type_id: 1 })
    expect(await close(document_id)).toMatchObject({ valid: 1 })
  })

  it('wants the final consumer identified above a total', async () => {
    const { insert, ids, company } = await office()
    const customer_id = company.customers[0]?.customer_id
    const dear = { customer_id, status: 1, products: [line(ids, { price: 1_000 })] }
    expect(await insert(dear)).toEqual(['16 customer_id'])
    expect(await insert({ ...dear, products: [line(ids, { price: 800 })] })).toMatchObject({ valid: 1 })
    expect(await insert({ ...dear, status: 0 })).toMatchObject({ valid: 1 })
  })
})

describe('families', () => {
  it('do not see each other, but documents/* sees all', async () => {
    const { draft, call, ids } = await office()
    const document_id = await draft()
    expect(await call('estimates/getOne', { document_id })).toEqual([])
    expect(await call('estimates/getAll')).toEqual([])
    expect(await call('estimates/update', { ...invoice(ids), document_id })).toEqual({ valid: 0 })
    expect(await call('documents/getOne', { document_id })).toMatchObject({ document_id })
    expect(await call('documents/count')).toEqual({ count: '1' })
  })
})

describe('association', () => {
  async function ordered() {
    const world = await office()
    const source = await world.draft({ status: 1 }, 'estimates')
    const associated_documents = [{ associated_id: source, value: 2.92 }]
    const read = async (): Promise<Answer> => world.call('documents/getOne', { document_id: source })
    return { ...world, source, associated_documents, read }
  }

  it('shows on both sides, and uses the source up at closing', async () => {
    const { draft, close, one, read, source, associated_documents, call } = await ordered()
    const document_id = await draft({ associated_documents })
    expect(await read()).toMatchObject({
      reconciled_value: 0,
      reverse_associated_documents: [{ document_id }],
    })
    await close(document_id)
    expect(await read()).toMatchObject({ reconciled_value: 2.92, net_value: 2.92 })
    expect(await one(document_id)).toMatchObject({ associated_documents })
    expect(await call('invoices/getAll')).toMatchObject([
      { associated_documents: [{ associated_id: source }] },
    ])
  })

  it.each([
    ['an unknown document', (_source: number) => 1],
    ['more than is left', (source: number) => source],
  ])('is refused with %s', async (_name, pick) => {
    const { insert, source } = await ordered()
    const associated_documents = [{ associated_id: pick(source), value: 3 }]
    expect(await insert({ associated_documents })).toEqual(['10 associated_documents[0][associated_id]'])
  })

  it('is refused with a draft, with the wrong type, and with what is used up', async () => {
    const { insert, draft, associated_documents } = await ordered()
    const associate = async (associated_id: number) =>
      insert({ associated_documents: [{ associated_id, value: 1 }] })
    const refusal = ['10 associated_documents[0][associated_id]']
    expect(await associate(await draft({}, 'estimates'))).toEqual(refusal)
    expect(await associate(await draft({ status: 1 }))).toEqual(refusal)
    await draft({ status: 1, associated_documents })
    const [{ associated_id } = { associated_id: 0 }] = associated_documents
    expect(await insert({ associated_documents: [{ associated_id, value: 0 }] })).toEqual(refusal)
  })

  it('keeps the source from being annulled, and is released with its document', async () => {
    const { draft, call, read, source, associated_documents } = await ordered()
    const document_id = await draft({ status: 1, associated_documents })
    expect(await call('documents/documentCancel', { document_id: source })).toMatchObject({ valid: 0 })
    expect(await call('documents/documentCancel', { document_id })).toMatchObject({ valid: 1 })
    expect(await read()).toMatchObject({ reconciled_value: 0 })
    expect(await call('documents/documentCancel', { document_id: source })).toMatchObject({ valid: 1 })
  })
})

describe('taking back', () => {
  it('annuls a closed document, which stays listed', async () => {
    const { draft, call, one } = await office()
    const document_id = await draft({ status: 1 })
    expect(await call('documents/documentCancel', { document_id, observation: 'erro' })).toMatchObject({
      valid: 1,
    })
    expect(await one(document_id)).toMatchObject({ status: 2, number: 1 })
    expect(await call('invoices/getAll', { status: 2 })).toHaveLength(1)
    expect(await call('documents/documentCancel', { document_id })).toMatchObject({ valid: 0 })
  })

  it('makes it a draft again', async () => {
    const { draft, call, one } = await office()
    const document_id = await draft({ status: 1 })
    expect(await call('documents/documentDraft', { document_id })).toMatchObject({ valid: 1 })
    expect(await one(document_id)).toMatchObject({ status: 0, number: -1 })
  })

  it('does neither with drafts, nor annul what the tax authority knows', async () => {
    const { draft, call, company } = await office()
    const document_id = await draft()
    expect(await call('documents/documentCancel', { document_id })).toMatchObject({
      valid: 0,
      message: expect.any(String),
    })
    expect(await call('documents/documentDraft', { document_id })).toMatchObject({ valid: 0 })
    const sent = await draft({ status: 1 })
    Object.assign(company.documents.find((row) => row.document_id === sent) ?? {}, { transport_code: 'AT1' })
    expect(await call('documents/documentCancel', { document_id: sent })).toMatchObject({ valid: 0 })
  })
})

describe('the PDF', () => {
  it('is behind a page and needs its cookie', async () => {
    const { draft, call, emulator } = await office()
    const document_id = await draft({ status: 1 })
    const { url } = Object(await call('documents/getPDFLink', { document_id }))
    expect(url).toMatch(/^https:\/\/www\.moloni\.pt\/downloads\/\?h=[0-9a-f]+$/)
    const page = await emulator.fetch(new Request(url))
    const html = await page.text()
    expect(html).toContain('<html')
    const link = /href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const file = new URL(link, url)
    const bare = await emulator.fetch(new Request(file))
    expect(await bare.text()).toContain('<html')
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
    const pdf = await emulator.fetch(new Request(file, { headers: { cookie } }))
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect((await pdf.text()).startsWith('%PDF')).toBe(true)
  })

  it('is not there for drafts and unknown documents', async () => {
    const { draft, call } = await office()
    expect(await call('documents/getPDFLink', { document_id: await draft() })).toEqual({ valid: 0 })
    expect(await call('documents/getPDFLink', { document_id: 1 })).toEqual({ valid: 0 })
  })
})

describe('what is left to credit', () => {
  it('is every line while nothing was taken up', async () => {
    const { draft, call, ids } = await office()
    const document_id = await draft({ status: 1, products: [line(ids, { qty: 3 })] })
    expect(await call('documents/getUnrelatedProducts', { document_id })).toMatchObject([
      { qty: 3, product_id: ids.product_id },
    ])
    expect(await call('documents/getUnrelatedProducts', { document_id: 1 })).toEqual([])
  })
})
