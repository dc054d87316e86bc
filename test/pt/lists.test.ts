import { describe, expect, it } from 'vitest'
import type { PtClientOptions } from '../../src/pt/index.ts'
import { answer, type Sent, scripted } from './support.ts'

const row = (id: number) => ({ customer_id: id, number: `${id}`, name: `Cliente ${id}`, vat: '' })
const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => row(from + index))

/** Serves so many customers by qty and offset. */
function serving(total: number, options: Partial<PtClientOptions> = {}) {
  const page = ({ text }: Sent) => {
    const { qty, offset } = JSON.parse(text)
    return new Response(JSON.stringify(rows(offset, Math.min(total, offset + qty))))
  }
  return scripted([page], options)
}

const asked = (sent: readonly Sent[]) => sent.map(({ text }) => JSON.parse(text))

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const result: T[] = []
  for await (const item of items) result.push(item)
  return result
}

describe('a list', () => {
  it.each([
    [0, 1],
    [49, 1],
    [50, 2],
    [120, 3],
  ])('of %i rows takes %i requests', async (total, requests) => {
    const { pt, sent } = serving(total)
    const found = await all(pt.customers.list())
    expect(found.map(({ customer_id }) => customer_id)).toEqual(
      rows(0, total).map(({ customer_id }) => customer_id),
    )
    expect(sent).toHaveLength(requests)
    expect(asked(sent).every(({ qty }) => qty === 50)).toBe(true)
  })

  it('sends its filter with each page', async () => {
    const { pt, sent } = serving(60)
    await all(pt.documents.list({ company_id: 3, our_reference: 'x', status: 1 })).catch(() => {})
    await all(pt.customers.list({ company_id: 3 }))
    expect(asked(sent).slice(1)).toEqual([
      { company_id: 3, qty: 50, offset: 0 },
      { company_id: 3, qty: 50, offset: 50 },
    ])
    expect(asked(sent)[0]).toMatchObject({ our_reference: 'x', status: 1 })
  })

  it('fetches a page only when it is needed', async () => {
    const { pt, sent } = serving(500)
    for await (const { customer_id } of pt.customers.list()) if (customer_id === 60) break
    expect(sent).toHaveLength(2)
  })

  it('can be gone through twice', async () => {
    const { pt } = serving(3)
    const list = pt.customers.list()
    expect(await all(list)).toEqual(await all(list))
  })

  it('of an endpoint without pages is one request', async () => {
    const units = Array.from({ length: 60 }, (_, index) => ({ unit_id: index, name: 'Hora' }))
    const { pt, sent } = scripted([answer(units)])
    expect(await all(pt.measurementUnits.list())).toHaveLength(60)
    expect(asked(sent)).toEqual([{ company_id: 7 }])
  })

  it('ends with the error that came in the middle', async () => {
    const { pt } = scripted([answer(rows(0, 50)), answer(['2 company_id 1 0'])])
    const seen: number[] = []
    const going = (async () => {
      for await (const { customer_id } of pt.customers.list()) seen.push(customer_id)
    })()
    await expect(going).rejects.toMatchObject({ code: 'validation' })
    expect(seen).toHaveLength(50)
  })

  it('repeats a page that met trouble, and goes on', async () => {
    const { pt } = scripted([answer(rows(0, 50)), answer('{}', 500), answer(rows(50, 60))])
    expect(await all(pt.customers.list())).toHaveLength(60)
  })

  it('that gives the same page again is an error', async () => {
    const { pt, sent } = scripted([answer(rows(0, 50))])
    await expect(all(pt.customers.list())).rejects.toMatchObject({
      name: 'ContractError',
      code: 'repeated_page',
    })
    expect(sent).toHaveLength(2)
  })

  it('that does not end is an error', async () => {
    const { pt, sent } = serving(1_000_000)
    await expect(all(pt.customers.list({}, { maxPages: 3 }))).rejects.toMatchObject({
      code: 'too_many_pages',
    })
    expect(sent).toHaveLength(3)
  })

  it('of exactly as many pages as allowed is none', async () => {
    const { pt } = serving(149)
    expect(await all(pt.customers.list({}, { maxPages: 3 }))).toHaveLength(149)
  })

  it('stops at an abort', async () => {
    const { pt, sent } = serving(500)
    const abort = new AbortController()
    const going = (async () => {
      for await (const { customer_id } of pt.customers.list({}, { signal: abort.signal })) {
        if (customer_id === 49) abort.abort('enough')
      }
    })()
    await expect(going).rejects.toBe('enough')
    expect(sent).toHaveLength(1)
  })

  it.each([[0], [1.5], [-1]])('does not take maxPages %d', (maxPages) => {
    const { pt } = serving(1)
    expect(() => pt.customers.list({}, { maxPages })).toThrowError(
      expect.objectContaining({ code: 'invalid_option' }),
    )
  })

  it('refuses a mistyped filter', async () => {
    const { pt, sent } = serving(1)
    const filter: object = { companyid: 3 }
    await expect(all(pt.customers.list(filter))).rejects.toMatchObject({ code: 'invalid_params' })
    expect(sent).toHaveLength(0)
  })
})

describe('pages', () => {
  it('tell where they are', async () => {
    const { pt } = serving(120)
    const pages = await all(pt.customers.list().pages())
    expect(pages.map(({ offset, rawLength, last }) => [offset, rawLength, last])).toEqual([
      [0, 50, false],
      [50, 50, false],
      [100, 20, true],
    ])
  })

  it('go on from a place', async () => {
    const { pt, sent } = serving(120)
    expect(await all(pt.customers.list().pages({ offset: 100 }))).toHaveLength(1)
    expect(asked(sent)).toEqual([{ company_id: 7, qty: 50, offset: 100 }])
  })

  it.each([[-1], [0.5], [Number.NaN]])('do not start at %d', async (offset) => {
    const { pt } = serving(1)
    await expect(all(pt.customers.list().pages({ offset }))).rejects.toMatchObject({ code: 'invalid_option' })
  })

  it('are judged by what was sent, not by what could be read', async () => {
    const first = rows(0, 50).map((one, index) => (index < 30 ? { ...one, name: {} } : one))
    const { pt, sent } = scripted([answer(first), answer(rows(50, 55))])
    const pages = await all(pt.customers.list().pages())
    expect(pages.map((page) => [page.rows.length, page.badRows.length, page.last])).toEqual([
      [20, 30, false],
      [5, 0, true],
    ])
    expect(pages[0]?.badRows[3]).toMatchObject({ index: 3, id: 3, error: { paths: ['[3].name'] } })
    expect(sent).toHaveLength(2)
  })

  it('with bad rows are an error for the plain list, unless a hook takes them', async () => {
    const broken = [row(1), { ...row(2), name: {} }]
    await expect(all(scripted([answer(broken)]).pt.customers.list())).rejects.toMatchObject({
      code: 'unexpected_answer',
      paths: ['[1].name'],
    })
    const told: unknown[] = []
    const { pt } = scripted([answer(broken)], { hooks: { onBadRow: ({ id }) => told.push(id) } })
    expect(await all(pt.customers.list())).toHaveLength(1)
    expect(told).toEqual([2])
  })
})

describe('modified since', () => {
  it.each([
    [new Date('2026-07-01T12:34:56.789Z'), '2026-07-01 12:34:56'],
    ['2026-07-01 15:00:00', '2026-07-01 15:00:00'],
    ['2026-07-01', '2026-07-01'],
  ])('%s is sent as %s', async (moment, sent) => {
    const client = scripted([answer([])])
    await all(client.pt.products.modifiedSince(moment, { company_id: 4 }))
    expect(asked(client.sent)).toEqual([{ company_id: 4, lastmodified: sent, qty: 50, offset: 0 }])
    expect(client.sent[0]?.url.pathname).toBe('/v1/products/getModifiedSince/')
  })

  it.each([[new Date('nonsense')], ['yesterday'], ['01/07/2026'], ['2026-07-01 3:00 PM']])(
    '%s is refused',
    async (moment) => {
      const { pt, sent } = scripted([answer([])])
      await expect((async () => all(pt.customers.modifiedSince(moment)))()).rejects.toMatchObject({
        code: 'invalid_params',
      })
      expect(sent).toHaveLength(0)
    },
  )
})
