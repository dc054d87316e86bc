import { describe, expect, it } from 'vitest'
import { at } from '../support.ts'
import { type Fields, office } from './office.ts'

/** Names a refusal by its problems. */
function refusal(...problems: [field: string, msg: string][]) {
  return expect.objectContaining({ problems: problems.map(([field, msg]) => ({ field, msg })) })
}

function thrown(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

describe('a person', () => {
  it('changes, closes and deletes drafts', async () => {
    const { made, one, emulator, company, clock } = await office()
    const { documents } = emulator.person
    const documentId = await made('invoice')
    await clock.advance(60_000)
    documents.change(documentId, { notes: 'By hand' })
    documents.close(documentId)
    expect(await one('invoice', documentId, 'notes status number updatedAt lastModified')).toEqual({
      notes: 'By hand',
      status: 1,
      number: 1,
      updatedAt: '2026-03-02T09:01:00.000Z',
      lastModified: '2026-03-02T09:01:00.000Z',
    })
    const other = await made('estimate')
    expect(documents.remove(documentId)).toBe(false)
    expect(documents.remove(other)).toBe(true)
    expect(company.documents).toHaveLength(1)
  })

  it('copies a document into a draft of today, with its references', async () => {
    const { closed, close, one, emulator, clock } = await office({}, '2026-03-02T23:30:00Z')
    const documentId = await closed('invoice', { ourReference: 'OT-1', expirationDate: '2026-03-12' })
    await clock.advance(50 * 60_000)
    const copy = emulator.person.documents.copy(documentId)
    const lines = 'products { documentProductId } expirationDate'
    expect(await one('invoice', copy.documentId)).toMatchObject({
      status: 0,
      number: null,
      ourReference: 'OT-1',
      date: '2026-03-03T00:20:00.000Z',
      totalValue: 2.87,
    })
    expect(await one('invoice', copy.documentId, lines)).toEqual({
      products: [{ documentProductId: copy.products[0]?.documentProductId }],
      expirationDate: '2026-03-13',
    })
    expect(await close('invoice', copy.documentId)).toMatchObject({ errors: [], data: { number: 2 } })
    expect(at(await one('invoice', documentId, lines), 'products.0.documentProductId')).not.toBe(
      copy.products[0]?.documentProductId,
    )
  })

  it('copies a receipt without paying twice', async () => {
    const { closed, receipt, one, emulator } = await office()
    const invoice = await closed('invoice')
    const paid = Number(at(await receipt({ [invoice]: 2 }), 'data.documentId'))
    const copy = emulator.person.documents.copy(paid)
    expect(await one('invoice', invoice)).toMatchObject({ reconciledValue: 2 })
    expect(thrown(() => emulator.person.documents.close(copy.documentId))).toEqual(
      refusal(['relatedWith', 'The related value is greater than what is open of the document']),
    )
  })

  it('nullifies, and takes back to draft', async () => {
    const { closed, one, emulator } = await office({ platform: 'on' })
    const { documents } = emulator.person
    const [invoice, estimate] = [await closed('invoice'), await closed('estimate')]
    expect(thrown(() => documents.nullify(invoice))).toEqual(
      refusal(['nullifiedReason', 'Nullified reason is required']),
    )
    documents.nullify(invoice, 'Twice')
    expect(documents.backToDraft(estimate)).toMatchObject({ status: 0 })
    expect(await one('invoice', invoice)).toMatchObject({ nullified: true })
  })

  it('is held to the same rules', async () => {
    const { closed, emulator } = await office()
    const documentId = await closed('invoice')
    expect(thrown(() => emulator.person.documents.change(documentId, { notes: 'x' }))).toEqual(
      refusal(['*', 'Closed documents cannot be changed']),
    )
    expect(thrown(() => emulator.person.documents.close(4))).toEqual(
      new RangeError('There is no document 4.'),
    )
  })

  it('may also be a test that changes the state', async () => {
    const { made, one, company } = await office()
    const documentId = await made('invoice')
    const row = company.documents[0]
    if (row) Object.assign(row, { ourReference: 'Moved', totalValue: 3 })
    expect(await one('invoice', documentId)).toMatchObject({ ourReference: 'Moved', totalValue: 3 })
  })
})

describe('hooks of documents', () => {
  async function hooked() {
    const bodies: Fields[] = []
    const fetch = async (request: Request) => {
      bodies.push(Object(await request.json()))
      return new Response('{}')
    }
    const world = await office({ platform: 'on', hooks: { fetch } })
    for (const operation of ['create', 'update', 'delete', 'pdfStartGenerating', 'pdfGenerated']) {
      await world.call(
        'mutation ($companyId: Int!, $data: HookInsert!) { hookCreate(companyId: $companyId, data: $data) { errors { msg } } }',
        { data: { model: 'Document', operation, url: 'https://example.com/hook' } },
      )
    }
    const heard = async () => {
      await world.emulator.hooks.settled()
      return bodies.splice(0).map(({ operation, documentId }) => [operation, documentId])
    }
    return { ...world, heard }
  }

  it('tell of every change, of what it pays too, and of nothing that was refused', async () => {
    const { made, close, create, receipt, heard, emulator, sale } = await hooked()
    const documentId = await made('invoice')
    await close('invoice', documentId)
    await create('invoice', sale({ customerId: 4 }))
    const paid = at(await receipt({ [documentId]: 1 }), 'data.documentId')
    expect(await heard()).toEqual([
      ['create', documentId],
      ['update', documentId],
      ['update', documentId],
      ['create', paid],
    ])
    const draft = emulator.person.documents.copy(documentId)
    emulator.person.documents.remove(draft.documentId)
    expect(await heard()).toEqual([
      ['create', draft.documentId],
      ['delete', draft.documentId],
    ])
  })

  it('tell when a PDF is begun and when it is there, once', async () => {
    const { closed, call, heard, clock } = await hooked()
    const documentId = await closed('invoice')
    await heard()
    const ask = () =>
      call(
        'mutation ($companyId: Int!, $documentId: Int!) { invoiceGetPDF(companyId: $companyId, documentId: $documentId) }',
        { documentId },
      )
    await ask()
    await ask()
    expect(await heard()).toEqual([['pdfStartGenerating', documentId]])
    await clock.advance(3_000)
    expect(await heard()).toEqual([['pdfGenerated', documentId]])
  })
})
