import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createEsClient, type EsClientOptions } from '../../src/es/index.ts'
import { loggedInEs } from '../oauth/es-support.ts'
import { all, answer, customer, loosely, page, root, type Sent, scripted } from './support.ts'

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => customer(from + index))

const pagination = ({ variables }: Sent) =>
  z.object({ pagination: z.object({ page: z.number(), qty: z.number() }) }).parse(variables.options)
    .pagination

/** Serves so many customers by pages; cuts pages at `most`. */
function serving(total: number, options: Partial<EsClientOptions> = {}, most = 1000) {
  const step = (request: Sent) => {
    const asked = pagination(request)
    const qty = Math.min(asked.qty, most)
    const data = rows((asked.page - 1) * qty, Math.min(total, asked.page * qty))
    const value = { errors: [], data, options: { pagination: { page: asked.page, qty, count: total } } }
    return new Response(JSON.stringify({ data: { customers: value } }))
  }
  return scripted([step], options)
}

const ids = (list: readonly { customerId: number }[]) => list.map(({ customerId }) => customerId)

describe('a list', () => {
  it.each([
    [0, 1],
    [49, 1],
    [50, 1],
    [51, 2],
    [120, 3],
  ])('of %i rows takes %i requests', async (total, requests) => {
    const { es, sent } = serving(total)
    expect(ids(await all(es.customers.list()))).toEqual(ids(rows(0, total)))
    expect(sent.map(pagination)).toEqual(
      Array.from({ length: requests }, (_, index) => ({ page: index + 1, qty: 50 })),
    )
  })

  it.each([[1], [7], [1000]])('may have pages of %i rows', async (pageSize) => {
    const { es, sent } = serving(20)
    expect(await all(es.customers.list({ pageSize }))).toHaveLength(20)
    expect(sent).toHaveLength(Math.ceil(20 / pageSize))
  })

  it('whose pages the server cuts is read to the end all the same', async () => {
    const { es, sent } = serving(120, {}, 30)
    expect(ids(await all(es.customers.list({ pageSize: 100 })))).toEqual(ids(rows(0, 120)))
    expect(sent).toHaveLength(4)
  })

  it('fetches a page only when it is needed', async () => {
    const { es, sent } = serving(500)
    for await (const { customerId } of es.customers.list()) if (customerId === 60) break
    expect(sent).toHaveLength(2)
  })

  it('can be gone through twice', async () => {
    const { es } = serving(3)
    const list = es.customers.list()
    expect(await all(list)).toEqual(await all(list))
  })

  it('ends with the error that came in the middle', async () => {
    const refused = root('customers', { errors: [{ field: '*', msg: 'Expired subscription.' }], data: null })
    const { es } = scripted([page('customers', rows(0, 50), { count: 80 }), refused])
    const seen: number[] = []
    const going = (async () => {
      for await (const { customerId } of es.customers.list()) seen.push(customerId)
    })()
    await expect(going).rejects.toMatchObject({ code: 'access_refused' })
    expect(seen).toHaveLength(50)
  })

  it('ends with an error beside its rows', async () => {
    const value = {
      errors: [{ field: 'filter', msg: 'Invalid' }],
      data: rows(0, 2),
      options: { pagination: { page: 1, qty: 50, count: 2 } },
    }
    const { es } = scripted([root('customers', value)])
    await expect(all(es.customers.list())).rejects.toMatchObject({ name: 'ValidationError' })
  })

  it('repeats a page that met trouble, and goes on', async () => {
    const { es } = scripted([
      page('customers', rows(0, 50), { count: 60 }),
      answer('{}', 500),
      page('customers', rows(50, 60), { page: 2, count: 60 }),
    ])
    expect(await all(es.customers.list())).toHaveLength(60)
  })

  it('that gives the same rows again is an error', async () => {
    const step = (request: Sent) =>
      page('customers', rows(0, 50), { page: pagination(request).page, count: 200 })(request)
    const { es, sent } = scripted([step])
    await expect(all(es.customers.list())).rejects.toMatchObject({
      name: 'ContractError',
      code: 'repeated_page',
    })
    expect(sent).toHaveLength(2)
  })

  it('of equal rows without their ids is none of that', async () => {
    const select = z.object({ city: z.string() })
    const same = Array.from({ length: 50 }, () => ({ city: 'València' }))
    const step = (request: Sent) =>
      page('customers', same, { page: pagination(request).page, count: 100 })(request)
    expect(await all(scripted([step]).es.customers.list({ select }))).toHaveLength(100)
  })

  it('that ignores the page is an error', async () => {
    const { es } = scripted([page('customers', rows(0, 50), { count: 200 })])
    await expect(all(es.customers.list())).rejects.toMatchObject({
      code: 'unexpected_answer',
      paths: ['options.pagination'],
    })
  })

  it.each([
    ['too few rows', 10, 20],
    ['too many rows', 20, 10],
    ['rows and a count of none', 5, 0],
    ['none and a count', 0, 5],
    ['a short page before the last', 30, 90],
  ])('whose count does not add up is an error: %s', async (_what, length, count) => {
    const { es, sent } = scripted([page('customers', rows(0, length), { count })])
    await expect(all(es.customers.list())).rejects.toMatchObject({
      name: 'ContractError',
      code: 'count_mismatch',
    })
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['no place', { errors: [], data: [] }],
    ['a place of null', { errors: [], data: [], options: { pagination: null } }],
    [
      'a count of text',
      { errors: [], data: [], options: { pagination: { page: 1, qty: 50, count: 'many' } } },
    ],
    ['a negative count', { errors: [], data: [], options: { pagination: { page: 1, qty: 50, count: -1 } } }],
    ['pages of nothing', { errors: [], data: [], options: { pagination: { page: 1, qty: 0, count: 5 } } }],
    ['no rows', { errors: [], data: null, options: { pagination: { page: 1, qty: 50, count: 0 } } }],
    ['one row', { errors: [], data: customer(1), options: { pagination: { page: 1, qty: 50, count: 1 } } }],
  ])('that answers %s is an error', async (_what, value) => {
    const { es } = scripted([root('customers', value)])
    await expect(all(es.customers.list())).rejects.toMatchObject({ code: 'unexpected_answer' })
  })

  it('that does not end is an error', async () => {
    const { es, sent } = serving(1_000_000)
    await expect(all(es.customers.list({ maxPages: 3 }))).rejects.toMatchObject({ code: 'too_many_pages' })
    expect(sent).toHaveLength(3)
  })

  it('of exactly as many pages as allowed is none', async () => {
    expect(await all(serving(150).es.customers.list({ maxPages: 3 }))).toHaveLength(150)
  })

  it('may grow and shrink while it is read', async () => {
    const { es } = scripted([
      page('customers', rows(0, 50), { count: 70 }),
      page('customers', rows(50, 90), { page: 2, count: 90 }),
    ])
    expect(await all(es.customers.list())).toHaveLength(90)
    const shrinking = scripted([
      page('customers', rows(0, 50), { count: 70 }),
      page('customers', [], { page: 2, count: 40 }),
    ])
    expect(await all(shrinking.es.customers.list())).toHaveLength(50)
  })

  it('stops at an abort', async () => {
    const { es, sent } = serving(500)
    const abort = new AbortController()
    const going = (async () => {
      for await (const { customerId } of es.customers.list({ signal: abort.signal })) {
        if (customerId === 49) abort.abort('enough')
      }
    })()
    await expect(going).rejects.toBe('enough')
    expect(sent).toHaveLength(1)
  })

  it.each([
    [{ pageSize: 0 }],
    [{ pageSize: 1001 }],
    [{ pageSize: 2.5 }],
    [{ maxPages: 0 }],
    [{ maxPages: Number.NaN }],
    [{ pageSize: '50' }],
  ])('does not take %o', (options) => {
    const { es } = serving(1)
    expect(() => loosely(es.customers, 'list', options)).toThrowError(
      expect.objectContaining({ code: 'invalid_option' }),
    )
  })
})

describe('pages', () => {
  it('tell where they are', async () => {
    const pages = await all(serving(120).es.customers.list().pages())
    expect(pages.map(({ rows, ...rest }) => [rows.length, rest])).toEqual([
      [50, { badRows: [], page: 1, pageSize: 50, rawLength: 50, count: 120, last: false }],
      [50, { badRows: [], page: 2, pageSize: 50, rawLength: 50, count: 120, last: false }],
      [20, { badRows: [], page: 3, pageSize: 50, rawLength: 20, count: 120, last: true }],
    ])
  })

  it('go on from a place', async () => {
    const { es, sent } = serving(120)
    expect(await all(es.customers.list().pages({ page: 3 }))).toHaveLength(1)
    expect(sent.map(pagination)).toEqual([{ page: 3, qty: 50 }])
  })

  it('after the end are one without rows', async () => {
    expect(await all(serving(20).es.customers.list().pages({ page: 4 }))).toMatchObject([
      { rows: [], last: true },
    ])
  })

  it.each([[0], [-1], [0.5], [Number.NaN]])('do not start at %d', async (first) => {
    await expect(all(serving(1).es.customers.list().pages({ page: first }))).rejects.toMatchObject({
      code: 'invalid_option',
    })
  })

  it('are judged by what was sent, not by what could be read', async () => {
    const first = rows(0, 50).map((one, index) => (index < 30 ? { ...one, name: {} } : one))
    const { es, sent } = scripted([
      page('customers', first, { count: 55 }),
      page('customers', rows(50, 55), { page: 2, count: 55 }),
    ])
    const pages = await all(es.customers.list().pages())
    expect(pages.map(({ rows, badRows, last }) => [rows.length, badRows.length, last])).toEqual([
      [20, 30, false],
      [5, 0, true],
    ])
    expect(pages[0]?.badRows[3]).toMatchObject({ index: 3, id: 3, error: { paths: ['[3].name'] } })
    expect(sent).toHaveLength(2)
  })

  it('with bad rows are an error for the plain list, unless a hook takes them', async () => {
    const broken = page('customers', [customer(1), { ...customer(2), name: {} }, null])
    await expect(all(scripted([broken]).es.customers.list())).rejects.toMatchObject({
      code: 'unexpected_answer',
      paths: ['[1].name', '[2]'],
    })
    const told: unknown[] = []
    const { es } = scripted([broken], { hooks: { onBadRow: ({ id, label }) => told.push([label, id]) } })
    expect(await all(es.customers.list())).toHaveLength(1)
    expect(told).toEqual([
      ['customers', 2],
      ['customers', undefined],
    ])
  })
})

describe('a list without pages', () => {
  const entries = (data: unknown) => root('hookModelOperations', { errors: [], data })

  it('is answered at once', async () => {
    const data = [{ model: 'Product', name: null, operations: [{ operation: 'create', name: null }] }]
    const { es, sent } = scripted([entries(data)], { platform: 'on' })
    expect(await es.hooks.modelOperations()).toEqual(data)
    expect(sent[0]?.query).not.toContain('pagination')
  })

  it.each([
    ['null', null, []],
    ['a bad row', [{ model: 5, name: {}, operations: [] }], ['[0].name']],
  ])('that holds %s is an error', async (_what, data, paths) => {
    const { es } = scripted([entries(data)], { platform: 'on' })
    await expect(es.hooks.modelOperations()).rejects.toMatchObject({
      code: 'unexpected_answer',
      paths: paths.length > 0 ? paths : ['data'],
    })
  })
})

describe('on the emulator', () => {
  it('every page size gives the same rows', async () => {
    const { tokens, fetch, clock, emulator } = await loggedInEs()
    const companyId = Number(Object.keys(emulator.state.companies)[0])
    const es = createEsClient({ token: tokens, companyId, fetch, clock, budget: false, strict: true })
    const found = await Promise.all(
      [1, 7, 50, 1000].map((pageSize) => all(es.countries.list({ pageSize, defaultLanguageId: 2 }))),
    )
    expect(found[0]?.length).toBeGreaterThan(1)
    for (const rows of found) expect(rows).toEqual(found[0])
  })
})
