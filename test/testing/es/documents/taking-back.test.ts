import { describe, expect, it } from 'vitest'
import { at } from '../support.ts'
import { office, refused } from './office.ts'

async function desk(options: Parameters<typeof office>[0] = { platform: 'on' }) {
  const world = await office(options)
  const act = (code: string, verb: string) => async (documentId: number, nullifiedReason?: string) => {
    const [declared, given] =
      verb === 'Nullify' ? [', $nullifiedReason: String', ', nullifiedReason: $nullifiedReason'] : ['', '']
    const answer = await world.call(
      `mutation ($companyId: Int!, $documentId: Int!${declared}) { ${code}${verb}(companyId: $companyId, documentId: $documentId${given}) { errors { field msg } data { documentId status nullified number hash } } }`,
      { documentId, nullifiedReason },
    )
    return at(answer, `data.${code}${verb}`)
  }
  return { ...world, act, nullify: act('invoice', 'Nullify') }
}

describe('nullifying', () => {
  it('voids a closed document, which keeps its number', async () => {
    const { closed, nullify, one } = await desk()
    const documentId = await closed('invoice')
    expect(await nullify(documentId, 'Wrong customer')).toMatchObject({
      errors: [],
      data: { status: 1, nullified: true, number: 1 },
    })
    expect(await nullify(documentId, 'Again')).toEqual(refused(['*', 'The document is nullified']))
    expect(await one('invoice', await closed('invoice'))).toMatchObject({ number: 2 })
  })

  it('wants a reason from companies of Portugal only', async () => {
    const on = await desk()
    const documentId = await on.closed('invoice')
    const refusal = refused(['nullifiedReason', 'Nullified reason is required'])
    expect(await on.nullify(documentId)).toEqual(refusal)
    expect(await on.nullify(documentId, ' ')).toEqual(refusal)
    const es = await desk({ operations: 'all' })
    expect(await es.nullify(await es.closed('invoice'))).toMatchObject({ data: { nullified: true } })
  })

  it('is refused for drafts and unknown documents', async () => {
    const { made, nullify } = await desk()
    expect(await nullify(await made('invoice'), 'x')).toEqual(
      refused(['*', 'Only closed documents can be nullified']),
    )
    expect(await nullify(4, 'x')).toEqual(
      refused(['documentId', 'The document provided does not exist for this company']),
    )
  })

  it('is refused for a paid invoice before its receipt', async () => {
    const { closed, nullify, receipt, act, one } = await desk()
    const documentId = await closed('invoice')
    const paid = Number(at(await receipt({ [documentId]: 2.92 }), 'data.documentId'))
    expect(await one('invoice', documentId, 'nullifiable')).toEqual({ nullifiable: false })
    expect(await nullify(documentId, 'x')).toEqual(
      refused(['*', 'Document is in use as a payment in other document']),
    )
    expect(await act('receipt', 'Nullify')(paid, 'x')).toMatchObject({ errors: [] })
    expect(await one('invoice', documentId)).toMatchObject({ reconciledValue: 0 })
    expect(await one('invoice', documentId, 'nullifiable')).toEqual({ nullifiable: true })
    expect(await nullify(documentId, 'x')).toMatchObject({ data: { nullified: true } })
  })

  it('lets nobody pay the document', async () => {
    const { closed, nullify, receipt } = await desk()
    const documentId = await closed('invoice')
    await nullify(documentId, 'x')
    expect(await receipt({ [documentId]: 1 })).toEqual(
      refused(['relatedWith', 'Related documents have to be closed']),
    )
  })
})

describe('a closed document', () => {
  it('goes back to draft where its kind may, with its number', async () => {
    const { closed, act, update } = await desk()
    const documentId = await closed('estimate')
    expect(await act('estimate', 'Draftable')(documentId)).toMatchObject({ errors: [], data: { status: 0 } })
    expect(await update('estimate', { documentId, notes: 'x', status: 1 })).toMatchObject({
      errors: [],
      data: { number: 1, status: 1, notes: 'x' },
    })
  })

  it('holds no days back once it is a draft', async () => {
    const { closed, act } = await desk()
    const documentId = await closed('estimate', { date: '2026-03-05', expirationDate: '2026-03-05' })
    await act('estimate', 'Draftable')(documentId)
    await closed('estimate')
  })

  it('stays closed where it is signed or void', async () => {
    const { closed, made, act, sale, create } = await desk()
    const back = act('estimate', 'Draftable')
    expect(await act('invoice', 'Draftable')(await closed('invoice'))).toEqual(
      refused(['*', 'Documents of this type cannot be a draft again']),
    )
    expect(await back(await made('estimate'))).toEqual(refused(['*', 'The document is not closed']))
    const documentId = await closed('estimate')
    await act('estimate', 'Nullify')(documentId, 'x')
    expect(await back(documentId)).toEqual(refused(['*', 'The document is nullified']))
    expect(
      await create('invoice', sale({ relatedWith: [{ relatedDocumentId: documentId, value: 1 }] })),
    ).toEqual(refused(['relatedWith', 'Related documents have to be closed']))
  })

  it('stays closed where others were made from it, which voiding does not hold up', async () => {
    const { closed, act, one } = await desk()
    const estimate = await closed('estimate')
    const relatedWith = [{ relatedDocumentId: estimate, value: 2.92 }]
    const invoice = await closed('invoice', { relatedWith })
    expect(await act('estimate', 'Draftable')(estimate)).toEqual(
      refused(['*', 'Other documents were made from the document']),
    )
    expect(await act('estimate', 'Nullify')(estimate, 'x')).toMatchObject({ errors: [] })
    expect(await one('estimate', estimate)).toMatchObject({ reconciledValue: 2.92 })
    await act('invoice', 'Nullify')(invoice, 'x')
    expect(await one('estimate', estimate)).toMatchObject({ reconciledValue: 0 })
  })

  it('loses its number as a draft that moves to another set', async () => {
    const { closed, act, update, call, companyId } = await desk()
    const documentId = await closed('estimate')
    await act('estimate', 'Draftable')(documentId)
    const set = await call(
      'mutation ($companyId: Int!) { documentSetCreate(companyId: $companyId, data: { name: "B" }) { data { documentSetId } } }',
      { companyId },
    )
    const documentSetId = at(set, 'data.documentSetCreate.data.documentSetId')
    expect(await update('estimate', { documentId, documentSetId })).toMatchObject({ data: { number: null } })
    expect(await update('estimate', { documentId, status: 1 })).toMatchObject({ data: { number: 1 } })
  })
})
