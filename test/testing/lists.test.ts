import { describe, expect, it } from 'vitest'
import { seedInstaller } from '../../src/testing/index.ts'
import { customer, furnish, id, invoice, list, rig } from './support.ts'

async function seeded(options = {}) {
  const world = await rig(options)
  seedInstaller(world.emulator)
  return world
}

const ids = (answer: unknown, name = 'customer_id') => list(answer).map((row) => row[name])

describe('pages', () => {
  it('hold fifty rows, whatever more is asked', async () => {
    const { call } = await seeded()
    for (const qty of [undefined, 0, 50, 51, 500])
      expect(await call('customers/getAll', { qty })).toHaveLength(50)
    expect(await call('customers/getAll', { qty: 7 })).toHaveLength(7)
  })

  it('follow each other without gap or overlap and end short', async () => {
    const { call, company } = await seeded()
    const pages = await Promise.all([0, 50, 100, 150].map((offset) => call('customers/getAll', { offset })))
    expect(pages.map((page) => list(page).length)).toEqual([50, 50, 37, 0])
    expect(pages.flatMap((page) => ids(page))).toEqual(company.customers.map((row) => row.customer_id))
  })

  it('are no part of settings tables', async () => {
    const { call } = await seeded()
    expect(await call('measurementUnits/getAll', { qty: 1 })).not.toHaveLength(1)
  })

  it('do not come with a total: counts do, as text', async () => {
    const { call } = await seeded()
    expect(await call('customers/count')).toEqual({ count: '137' })
    expect(await call('customers/countByName', { name: 'zzz' })).toEqual({ count: '0' })
  })

  it('refuse text for a number', async () => {
    const { call } = await seeded()
    expect(await call('customers/getAll', { qty: 'all' })).toEqual(['2 qty 1'])
  })
})

describe('searches', () => {
  it('look anywhere in the field unless told exact', async () => {
    const { call, company } = await seeded()
    const vat = company.customers[1]?.vat
    const part = String(vat).slice(0, 4)
    expect(list(await call('customers/getByVat', { vat: part })).length).toBeGreaterThan(0)
    expect(await call('customers/getByVat', { vat: part, exact: 1 })).toEqual([])
    expect(await call('customers/getByVat', { vat, exact: 1 })).toMatchObject([{ vat }])
  })

  it('take wildcards', async () => {
    const { call } = await seeded()
    expect(await call('customers/getByNumber', { number: '000%' })).toHaveLength(9)
    expect(await call('customers/getByNumber', { number: '%.*%' })).toEqual([])
  })

  it('find the final consumer by its number', async () => {
    const { call } = await rig()
    expect(await call('customers/getByVat', { vat: '999999990' })).toMatchObject([
      { name: 'Consumidor Final' },
    ])
  })

  it('sort by a field', async () => {
    const { call } = await seeded()
    const params = { number: '00%', order_by_field: 'number', order_by_ordering: 'desc', qty: 2 }
    expect(list(await call('customers/getByNumber', params)).map((row) => row.number)).toEqual([
      '0099',
      '0098',
    ])
  })

  it('need something to look for', async () => {
    const { call } = await rig()
    expect(await call('customers/getBySearch', { search: '' })).toEqual(['1 search'])
  })
})

describe('modified since', () => {
  it('reads times without a zone in Lisbon, winter and summer', async () => {
    const { call } = await rig({}, '2026-07-01T12:00:00Z')
    await call('customers/insert', customer)
    const since = (lastmodified: string) => call('customers/countModifiedSince', { lastmodified })
    expect(await since('2026-07-01 13:00:00')).toEqual({ count: '1' })
    expect(await since('2026-07-01 13:00:01')).toEqual({ count: '0' })
    expect(await since('2026-07-01T12:00:00Z')).toEqual({ count: '1' })
    expect(await since('2026-07-01T12:00:01+0000')).toEqual({ count: '0' })
    expect(await since('2026-07-01')).toEqual({ count: '1' })
    expect(await since('2026-07-02')).toEqual({ count: '0' })
  })

  it('can read them in UTC', async () => {
    const { call } = await rig({ modifiedSinceZone: 'utc' }, '2026-07-01T12:00:00Z')
    await call('customers/insert', customer)
    expect(await call('customers/countModifiedSince', { lastmodified: '2026-07-01 12:00:01' })).toEqual({
      count: '0',
    })
  })

  it('needs a time', async () => {
    const { call } = await rig()
    expect(await call('customers/getModifiedSince')).toEqual(['1 lastmodified'])
    expect(await call('customers/getModifiedSince', { lastmodified: 'yesterday' })).toEqual([
      '9 lastmodified',
    ])
  })

  it('shows changed rows again, not deleted ones, page by page', async () => {
    const { call, company, clock } = await seeded()
    await clock.advance(1_000)
    const [, first, second] = company.customers.map((row) => row.customer_id)
    await call('customers/update', { ...customer, customer_id: first })
    await call('customers/update', { ...customer, customer_id: second, number: '1002' })
    await call('customers/delete', { customer_id: second })
    const since = { lastmodified: '2026-03-02 09:00:01' }
    expect(ids(await call('customers/getModifiedSince', since))).toEqual([first])
    expect(
      await call('customers/getModifiedSince', { lastmodified: '2000-01-01', offset: 100 }),
    ).toHaveLength(36)
  })

  it.each([
    ['modifiedDesc', 0],
    ['modifiedAsc', -1],
  ] as const)('moves a changed row in the order %s', async (entityOrder, place) => {
    const { call, company, clock } = await rig({ entityOrder })
    for (const number of ['1', '2', '3']) {
      await clock.advance(1_000)
      await call('customers/insert', { ...customer, number })
    }
    await clock.advance(1_000)
    const customer_id = company.customers.find((row) => row.number === '2')?.customer_id
    await call('customers/update', { ...customer, number: '2', customer_id })
    expect(list(await call('customers/getAll')).at(place)?.number).toBe('2')
  })
})

describe('document lists', () => {
  async function three() {
    const world = await rig()
    const furnished = await furnish(world)
    const insert = async (changes: object) =>
      id(await world.call('invoices/insert', { ...invoice(furnished), ...changes }), 'document_id')
    const old = await insert({ date: '2026-02-27', status: 1, our_reference: 'A', your_reference: 'x' })
    const closed = await insert({ status: 1, our_reference: 'B', your_reference: 'x' })
    const draft = await insert({ our_reference: 'C' })
    const find = async (filter: object, path = 'invoices/getAll') =>
      ids(await world.call(path, { ...filter }), 'document_id')
    return { ...world, furnished, old, closed, draft, find }
  }

  it('are newest first', async () => {
    const { find, old, closed, draft } = await three()
    expect(await find({})).toEqual([closed, draft, old])
  })

  it('filter by what they know', async () => {
    const { find, old, closed, draft, furnished } = await three()
    expect(await find({ date: '2026-02-27' })).toEqual([old])
    expect(await find({ our_reference: 'B' })).toEqual([closed])
    expect(await find({ your_reference: 'x' })).toEqual([closed, old])
    expect(await find({ status: 0 })).toEqual([draft])
    expect(await find({ number: 1 })).toEqual([old])
    expect(await find({ year: 2025 })).toEqual([])
    expect(
      await find({ customer_id: furnished.customer_id, document_set_id: furnished.document_set_id }),
    ).toHaveLength(3)
    expect(await find({ customer_id: 1 })).toEqual([])
    expect(await find({ document_id: draft }, 'documents/getAll')).toEqual([draft])
  })

  it('ignore what they do not know, and empty filters', async () => {
    const { find } = await three()
    expect(await find({ our_refrence: 'B' })).toHaveLength(3)
    expect(await find({ our_reference: '', customer_id: 0, date_from: '2026-03-01' })).toHaveLength(3)
  })

  it('refuse a filter of the wrong type', async () => {
    const { call } = await three()
    expect(await call('documents/getAll', { date: 'march' })).toEqual(['9 date'])
  })

  it('count and find one by the same filters', async () => {
    const { call, closed } = await three()
    expect(await call('documents/count', { your_reference: 'x' })).toEqual({ count: '2' })
    expect(await call('documents/getOne', { your_reference: 'x' })).toMatchObject({ document_id: closed })
    expect(await call('documents/getOne', { your_reference: 'y' })).toEqual([])
  })

  it('combine modified-since with filters', async () => {
    const { call, find, clock, closed, draft, old } = await three()
    await clock.advance(5_000)
    await call('invoices/update', { document_id: draft, notes: 'later' })
    const since = { lastmodified: '2026-03-02 09:00:05' }
    expect(await find(since, 'documents/getModifiedSince')).toEqual([draft])
    expect(await find({ ...since, our_reference: 'B' }, 'documents/getModifiedSince')).toEqual([])
    expect(await find({ lastmodified: '2026-03-01' }, 'documents/getModifiedSince')).toEqual([
      closed,
      draft,
      old,
    ])
  })
})
