import { holds, same } from './claims.ts'
import type { Checks } from './store-bench.ts'

/** Bytewise order is not the order of any language: capitals before small letters, `_` between them. */
const KEYS = [
  ' k',
  '!',
  '%',
  '-',
  '/a',
  '0',
  '10',
  '9',
  'A',
  'Z',
  '\\',
  '_',
  'a',
  'a b',
  'a-b',
  'aB',
  'ab',
  'b',
  '~',
]

/** Orders, prefixes and pages. */
export const scanChecks: Checks = {
  async 'a scan by key is in the order of bytes, forward and back'({ a, b, put, sweep }) {
    await a.write([...KEYS].reverse().map((key) => put(key, key)))
    for (const limit of [1, 2, 3, 100]) {
      same(await sweep({ by: 'key', limit }, b), KEYS, `the keys in pages of ${limit}`)
      same(
        await sweep({ by: 'key', limit, reverse: true }),
        [...KEYS].reverse(),
        `backwards in pages of ${limit}`,
      )
    }
  },

  async 'every printable character is itself, in keys, indexes and prefixes'({ a, put, get, sweep }) {
    const characters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
    await a.write([...characters].reverse().map((it) => put(`${it}${it}`, it, { index: `i${it}` })))
    const keys = characters.map((it) => `${it}${it}`)
    same(await sweep({ by: 'key', limit: 40 }), keys, 'the keys')
    same(await sweep({ by: 'index', prefix: 'i', limit: 40 }), keys, 'the keys by index')
    for (const it of characters) {
      same((await get(`${it}${it}`))?.value, it, `the record under "${it}${it}"`)
      same(await sweep({ by: 'key', prefix: it, limit: 2 }), [`${it}${it}`], `keys that begin with "${it}"`)
      same(
        await sweep({ by: 'index', prefix: `i${it}`, limit: 2, reverse: true }),
        [`${it}${it}`],
        `indexes that begin with "i${it}"`,
      )
    }
  },

  async 'a prefix is plain text'({ a, put, sweep }) {
    const keys = ['a%b', 'a_b', 'aXb', 'A%b', 'a\\b', 'a']
    await a.write(keys.map((key) => put(key, 1, { index: key })))
    for (const by of ['key', 'index'] as const) {
      same(await sweep({ by, prefix: 'a%', limit: 2 }), ['a%b'], `${by}s that begin with a%`)
      same(await sweep({ by, prefix: 'a_', limit: 2 }), ['a_b'], `${by}s that begin with a_`)
      same(await sweep({ by, prefix: 'a\\', limit: 2 }), ['a\\b'], `${by}s that begin with a\\`)
      same((await sweep({ by, prefix: 'a', limit: 2 })).length, 5, `${by}s that begin with a`)
      same(await sweep({ by, prefix: 'zz', limit: 2 }), [], `${by}s that begin with zz`)
    }
  },

  async 'a scan by index is in the order of index, then key, over every edge of a page'({ a, put, sweep }) {
    const rows: [string, string][] = [
      ['z', 'a'],
      ['a', 'a!'],
      ['c', 'a!'],
      ['k1', 'same'],
      ['k2', 'same'],
      ['k3', 'same'],
      ['k4', 'same'],
      ['A', 'same '],
    ]
    await a.write([...rows].reverse().map(([key, index]) => put(key, key, { index })))
    await a.write([put('none', 'has no index')])
    const expected = rows.map(([key]) => key)
    for (const limit of [1, 2, 3, 5, 100]) {
      same(await sweep({ by: 'index', limit }), expected, `the keys in pages of ${limit}`)
      same(
        await sweep({ by: 'index', limit, reverse: true }),
        [...expected].reverse(),
        `backwards in pages of ${limit}`,
      )
      same(
        await sweep({ by: 'index', prefix: 'same', limit }),
        expected.slice(3),
        `one prefix in pages of ${limit}`,
      )
    }
  },

  async 'an index is replaced by each write and removed if absent'({ a, put, get, sweep }) {
    await a.write([put('k', 1, { index: 'one' })])
    await a.write([put('k', 2, { index: 'two' })])
    same(await sweep({ by: 'index', prefix: 'one', limit: 10 }), [], 'records under the old index')
    same(await sweep({ by: 'index', prefix: 'two', limit: 10 }), ['k'], 'records under the index')
    await a.write([put('k', 3)])
    same(await sweep({ by: 'index', limit: 10 }), [], 'records under an index')
    same((await get('k'))?.index, undefined, 'the index')
    await a.write([put('k', 4, { index: 'three' })])
    await a.write([put('k', undefined)])
    same(await sweep({ by: 'index', limit: 10 }), [], 'records under an index after a delete')
  },

  async 'a page of one prefix goes on within it, forward and back'({ a, b, put, sweep }) {
    const rows = ['a1', 'b1', 'b2', 'b3', 'b4', 'b5', 'c1'].map((key) => put(key, 1, { index: `i${key[0]}` }))
    await a.write(rows)
    const found = ['b1', 'b2', 'b3', 'b4', 'b5']
    for (const [by, prefix] of [
      ['key', 'b'],
      ['index', 'ib'],
    ] as const) {
      for (const limit of [1, 2, 5]) {
        same(await sweep({ by, prefix, limit }, b), found, `${by}s in pages of ${limit}`)
        same(
          await sweep({ by, prefix, limit, reverse: true }, b),
          [...found].reverse(),
          `${by}s backwards in pages of ${limit}`,
        )
      }
    }
  },

  async 'a page ends where it should, and the last one says so'({ a, put, collection }) {
    same((await a.scan(collection, { by: 'key', limit: 5 })).next, undefined, 'the next of an empty scan')
    await a.write(['1', '2', '3'].map((key) => put(key, key)))
    const page = await a.scan(collection, { by: 'key', limit: 2 })
    same(
      page.records.map(({ key }) => key),
      ['1', '2'],
      'the first page',
    )
    holds(typeof page.next === 'string', 'a page before the last one has a next')
  },

  async 'records that are written during a sweep do not end or repeat it'({ a, b, put, collection }) {
    for (const by of ['key', 'index'] as const) {
      const row = (i: number) => put(`k${i}`, i, { index: `i${i}` })
      await a.write([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(row))
      const first = await a.scan(collection, { by, limit: 4 })
      const rest = async () => {
        const after = first.next === undefined ? {} : { after: first.next }
        const { records } = await a.scan(collection, { by, limit: 100, ...after })
        return records.map(({ key }) => key)
      }
      const gone = [0, 1, 3, 5].map((i) => put(`k${i}`, undefined))
      await b.write([...gone, put('k4', 'again', { index: 'i4' })])
      same(await rest(), ['k4', 'k6', 'k7', 'k8', 'k9'], `the ${by}s after k3, when some are gone`)
      await b.write([0, 1, 11, 12, 13, 3].map(row))
      same(await rest(), ['k4', 'k6', 'k7', 'k8', 'k9'], `the ${by}s after k3, when some came before it`)
      await b.write([11, 12, 13].map((i) => put(`k${i}`, undefined)))
    }
  },
}
