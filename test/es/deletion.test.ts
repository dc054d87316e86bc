import { describe, expect, it } from 'vitest'
import { mayHaveTakenEffect } from '../../src/errors/index.ts'
import { office } from './office.ts'
import { answer, failure, page, record, root, scripted } from './support.ts'

const deleted = (field: string, deletedCount: unknown, errors: unknown = []) =>
  root(field, { status: true, deletedCount, elementsCount: 4, errors })
const there = (customerId: number) => record('customer', { customerId })
const gone = record('customer', null)
const on = { platform: 'on' as const }

describe('a deletion', () => {
  it('of everything that was named is done', async () => {
    const { es, sent } = scripted([deleted('customerDelete', 2)], on)
    expect(await es.customers.delete([1, 2, 2])).toEqual({ deletedCount: 2, elementsCount: 4 })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.variables).toEqual({ companyId: 7, customerId: [1, 2] })
    expect(sent[0]?.query).toContain('$customerId: [Int]!')
  })

  it('that left something out finds out what', async () => {
    const { es, sent } = scripted([deleted('customerDelete', 2), gone, there(2), gone], on)
    const error = await failure(es.customers.delete([1, 2, 3], { companyId: 9 }))
    expect(error).toMatchObject({ name: 'ConflictError', code: 'not_deleted' })
    expect(String(error)).toContain('did not delete 2, but 2 others')
    expect(mayHaveTakenEffect(error)).toBe(true)
    expect(sent.slice(1).map(({ variables }) => variables)).toEqual(
      [1, 2, 3].map((customerId) => ({ companyId: 9, customerId })),
    )
    expect(sent[1]?.query).toContain('data { customerId }')
  })

  it('of nothing is a refusal', async () => {
    const { es } = scripted([deleted('customerDelete', 0), there(1), there(2)], on)
    const error = await failure(es.customers.delete([1, 2]))
    expect(error).toMatchObject({ name: 'RefusedError', code: 'not_deleted' })
    expect(String(error)).toContain('did not delete 1, 2.')
    expect(mayHaveTakenEffect(error)).toBe(false)
  })

  it('of what was not there is done', async () => {
    const { es } = scripted([deleted('customerDelete', 0), gone], on)
    expect(await es.customers.delete(1)).toEqual({ deletedCount: 0, elementsCount: 4 })
  })

  it('whose outcome cannot be read again says how many', async () => {
    const { es } = scripted([deleted('customerDelete', 1), answer('{}', 500)], { ...on, retry: false })
    await expect(es.customers.delete([1, 2, 3])).rejects.toMatchObject({
      name: 'ConflictError',
      code: 'not_deleted',
      message: expect.stringContaining('2 of 3'),
      cause: { code: 'http_500' },
    })
  })

  it('that states errors is refused', async () => {
    const denied = [{ field: '*', msg: "You don't have permissions to execute this action." }]
    await expect(
      scripted([deleted('customerDelete', 0, denied)], on).es.customers.delete(1),
    ).rejects.toMatchObject({
      code: 'access_refused',
    })
    const { es } = scripted([deleted('customerDelete', 1, [{ field: '*', msg: 'No.' }])], on)
    await expect(es.customers.delete([1, 2])).rejects.toMatchObject({ name: 'OutcomeUnknownError' })
  })

  it.each([
    ['null', null],
    ['true', true],
    ['a list', []],
    ['no count', { status: true, errors: [] }],
    ['a count of text', { deletedCount: 'all', errors: [] }],
  ])('that answers %s is a ContractError', async (_what, value) => {
    const { es, sent } = scripted([root('customerDelete', value)], on)
    await expect(es.customers.delete(1)).rejects.toMatchObject({ code: 'unexpected_answer' })
    expect(sent).toHaveLength(1)
  })

  it('that is aborted while it looks again ends as its caller says', async () => {
    const ending = new AbortController()
    const aborting = () => {
      ending.abort('enough')
      return new Promise<Response>(() => {})
    }
    const { es } = scripted([deleted('customerDelete', 0), aborting], on)
    await expect(es.customers.delete(1, { signal: ending.signal })).rejects.toBe('enough')
  })

  it('of webhooks looks for them in the list, over all pages', async () => {
    const { es, sent } = scripted([
      deleted('hookDelete', 1),
      page('hooks', [{ hookId: 'x' }], { count: 2, qty: 1 }),
      page('hooks', [{ hookId: 'b' }], { count: 2, qty: 1, page: 2 }),
    ])
    await expect(es.hooks.delete(['a', 'b'])).rejects.toMatchObject({
      code: 'not_deleted',
      message: expect.stringContaining('did not delete b, but 1 others'),
    })
    expect(sent).toHaveLength(3)
  })
})

describe('on the emulator', () => {
  it('what is in use stays, and is named', async () => {
    const { es, sale } = await office({ platform: 'on' })
    await es.invoices.create({ ...sale, status: 1 })
    const spare = await es.customers.create({ number: 'Z1', name: 'Sobra', countryId: 1, languageId: 1 })
    await expect(es.customers.delete([sale.customerId, spare.customerId])).rejects.toMatchObject({
      code: 'not_deleted',
      message: expect.stringContaining(`did not delete ${sale.customerId}, but 1 others`),
    })
    await expect(es.customers.get(spare.customerId)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('drafts go, closed documents stay', async () => {
    const { es, sale } = await office({ platform: 'on' })
    const draft = await es.invoices.create(sale)
    const closed = await es.invoices.create({ ...sale, status: 1 })
    await expect(es.invoices.delete([draft.documentId, closed.documentId])).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(String(closed.documentId)),
    })
    await expect(es.invoices.get(draft.documentId)).rejects.toMatchObject({ code: 'not_found' })
  })
})
