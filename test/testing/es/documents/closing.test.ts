import { describe, expect, it } from 'vitest'
import { at } from '../support.ts'
import { office, refused } from './office.ts'

describe('closing', () => {
  it('numbers by set, kind and year', async () => {
    const { made, close, closed, one, sale, call, companyId } = await office({ operations: 'all' })
    const [first, second] = [await made('invoice'), await made('invoice')]
    expect(await close('invoice', second)).toMatchObject({ errors: [], data: { status: 1, number: 1 } })
    expect(await close('invoice', first)).toMatchObject({ data: { number: 2 } })
    const set = await call(
      'mutation ($companyId: Int!) { documentSetCreate(companyId: $companyId, data: { name: "B" }) { data { documentSetId } } }',
      { companyId },
    )
    const documentSetId = at(set, 'data.documentSetCreate.data.documentSetId')
    expect(await one('invoice', await closed('invoice', { documentSetId }))).toMatchObject({
      number: 1,
      documentSetName: 'B',
    })
    expect(await one('estimate', await closed('estimate'))).toMatchObject({ number: 1 })
    const next = { date: '2027-01-04', expirationDate: '2027-01-04', status: 1 }
    expect(await one('invoice', await made('invoice', sale(next)))).toMatchObject({ number: 1, year: 2027 })
  })

  it('may come with the creation', async () => {
    const { create, sale } = await office()
    expect(await create('invoice', sale({ status: 1 }))).toMatchObject({
      errors: [],
      data: { status: 1, number: 1 },
    })
  })

  it('locks the document', async () => {
    const { closed, update, close, one } = await office()
    const documentId = await closed('invoice')
    const locked = refused(['*', 'Closed documents cannot be changed'])
    expect(await update('invoice', { documentId, notes: 'x' })).toEqual(locked)
    expect(await update('invoice', { documentId, status: 0 })).toEqual(locked)
    expect(await close('invoice', documentId)).toEqual(locked)
    expect(await one('invoice', documentId)).toMatchObject({ notes: '', status: 1, number: 1 })
  })

  it('signs on ON, where the kind is signed, and never on ES', async () => {
    const signed = async (platform: 'es' | 'on', code: string) => {
      const { closed, one } = await office({ platform })
      return at(await one(code, await closed(code)), 'hash')
    }
    expect(await signed('on', 'invoice')).toMatch(/^[0-9a-f]{40}$/)
    expect(await signed('on', 'estimate')).toBeNull()
    expect(await signed('es', 'invoice')).toBeNull()
  })

  it('keeps the days of a set in order', async () => {
    const { made, closed, close, one, update, sale } = await office()
    const early = await made('invoice', sale({ date: '2026-03-01 23:59:59', notes: 'a' }))
    await closed('invoice')
    const late = refused(['date', 'The date is earlier than that of the last closed document of this set'])
    expect(await close('invoice', early)).toEqual(late)
    expect(await update('invoice', { documentId: early, notes: 'b', status: 1 })).toEqual(late)
    expect(await one('invoice', early)).toMatchObject({ status: 0, number: null, notes: 'a' })
    expect(
      await update('invoice', { documentId: early, date: '2026-03-02 00:00:00', status: 1 }),
    ).toMatchObject({ errors: [], data: { number: 2 } })
    await closed('estimate', { date: '2026-03-01' })
  })

  it('refuses to create a closed document out of order, and makes none', async () => {
    const { closed, create, sale, company } = await office()
    await closed('invoice')
    expect(await create('invoice', sale({ date: '2026-02-01', status: 1 }))).toEqual(
      refused(['date', 'The date is earlier than that of the last closed document of this set']),
    )
    expect(company.documents).toHaveLength(1)
  })

  it('lets days come in any order where the account does', async () => {
    const { closed, one } = await office({ chronological: false })
    await closed('invoice')
    expect(await one('invoice', await closed('invoice', { date: '2026-02-01' }))).toMatchObject({ number: 2 })
  })

  it('leaves no gap where a refused one would have been', async () => {
    const { made, close, closed, update, one } = await office()
    const documentId = await made('invoice')
    await update('invoice', { documentId, customerId: 4, status: 1 })
    expect(await one('invoice', await closed('invoice'))).toMatchObject({ number: 1 })
    expect(await close('invoice', documentId)).toMatchObject({ data: { number: 2 } })
  })
})

describe('the next number', () => {
  it('is that of the set and the kind, by either operation', async () => {
    const { closed, call, ids } = await office({ platform: 'on' })
    await closed('invoice')
    const query = `query ($companyId: Int!, $documentSetId: Int!) {
      invoiceNextNumber(companyId: $companyId, documentSetId: $documentSetId) { errors { field msg } data { number name } }
      documentNextNumber(companyId: $companyId, documentSetId: $documentSetId, apiCode: estimate) { data { number } }
    }`
    expect(await call(query, { documentSetId: ids.documentSetId })).toEqual({
      data: {
        invoiceNextNumber: { errors: [], data: { number: 2, name: 'A' } },
        documentNextNumber: { data: { number: 1 } },
      },
    })
    expect(at(await call(query, { documentSetId: 4 }), 'data.invoiceNextNumber')).toEqual(
      refused(['documentSetId', 'The document set provided does not exist for this company']),
    )
  })
})

describe('deleting', () => {
  const remove = (code: string) =>
    `mutation ($companyId: Int!, $ids: [Int!]!) { ${code}Delete(companyId: $companyId, documentId: $ids) { status deletedCount elementsCount errors { msg } } }`

  it('takes drafts of its kind, and skips the rest without a word', async () => {
    const { made, closed, call, company } = await office({ platform: 'on' })
    const [draft, other, kept] = [await made('invoice'), await made('estimate'), await closed('invoice')]
    expect(await call(remove('invoice'), { ids: [draft, other, kept, 4] })).toEqual({
      data: { invoiceDelete: { status: true, deletedCount: 1, elementsCount: 1, errors: [] } },
    })
    expect(await call(remove('invoice'), { ids: [kept] })).toEqual({
      data: { invoiceDelete: { status: false, deletedCount: 0, elementsCount: 1, errors: [] } },
    })
    expect(company.documents.map(({ documentId }) => documentId)).toEqual([other, kept])
  })

  it('takes documents of any kind', async () => {
    const { made, closed, call } = await office({ platform: 'on' })
    const ids = [await made('invoice'), await made('estimate'), await closed('estimate')]
    expect(at(await call(remove('document'), { ids }), 'data.documentDelete')).toMatchObject({
      deletedCount: 2,
      elementsCount: 1,
    })
  })

  it('is not known on ES', async () => {
    const { call } = await office()
    expect(at(await call(remove('invoice'), { ids: [1] }), 'errors.0.extensions.code')).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    )
  })
})

describe('many at once', () => {
  it('are made one by one: what is wrong with one keeps none of the others back', async () => {
    const { call, sale } = await office({ platform: 'on' })
    const answer = await call(
      'mutation ($companyId: Int!, $data: InvoiceBulkInsert!) { invoiceBulkCreate(companyId: $companyId, data: $data) { errors { field msg } data { number } } }',
      { data: { documents: [sale({ status: 1 }), sale({ customerId: 4 }), sale({ status: 1 })] } },
    )
    expect(at(answer, 'data.invoiceBulkCreate')).toEqual([
      { errors: [], data: { number: 1 } },
      refused(['customerId', 'The customer provided does not exist for this company']),
      { errors: [], data: { number: 2 } },
    ])
  })
})
