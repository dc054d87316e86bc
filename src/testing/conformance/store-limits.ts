import { holds, same, throws } from './claims.ts'
import type { Checks } from './store-bench.ts'

/** Texts, sizes and ownership. */
export const limitChecks: Checks = {
  async 'keys that differ in case or blanks are different'({ a, put, get }) {
    const keys = ['key', 'KEY', 'key ', ' key', 'key  ']
    same(
      await a.write(keys.map((key) => put(key, key, { expected: 'absent' }))),
      keys.map(() => true),
      'the answers',
    )
    for (const key of keys) same((await get(key))?.value, key, `the record under "${key}"`)
  },

  async 'keys and indexes of 200 characters count to the last one'({ a, put, get }) {
    const long = 'x'.repeat(199)
    same(
      await a.write([put(`${long}a`, 1, { index: `${long}a` }), put(`${long}b`, 2, { index: `${long}b` })]),
      [true, true],
      'two keys that differ in the last character',
    )
    same((await get(`${long}a`))?.value, 1, 'the first')
    same((await get(`${long}b`))?.index, `${long}b`, 'the index of the second')
  },

  async 'other texts are refused as keys and indexes'({ a, put }) {
    for (const text of ['', 'x'.repeat(201), 'é', 'line\nbreak', '\u0000', '😀']) {
      await throws(() => a.write([put(text, 1)]), `the key ${JSON.stringify(text).slice(0, 20)}`)
      await throws(
        () => a.write([put('k', 1, { index: text })]),
        `the index ${JSON.stringify(text).slice(0, 20)}`,
      )
    }
  },

  async 'values up to 1 MB are kept whole'({ a, b, put, get }) {
    for (const text of ['x'.repeat(999_900), 'é'.repeat(499_900), `${'y'.repeat(70_000)}end`]) {
      same(await a.write([put('k', { text })]), [true], 'the write')
      const { value } = (await get('k', b)) ?? {}
      holds(
        JSON.stringify(value) === JSON.stringify({ text }),
        `a value of ${text.length} characters comes back cut`,
      )
    }
  },

  async 'a larger value is refused or kept whole, never cut'({ a, put, get }) {
    for (const text of ['x'.repeat(1_100_000), 'é'.repeat(600_000)]) {
      const kept = await a.write([put('k', text)]).catch(() => undefined)
      const value = (await get('k'))?.value
      holds(kept ? value === text : value === undefined, `a value of ${text.length} characters is cut`)
      if (kept) await a.write([put('k', undefined)])
    }
  },

  async 'what is read or written belongs to the caller'({ a, put, get, collection }) {
    const value = { list: [1] }
    await a.write([put('k', value)])
    value.list.push(2)
    same((await get('k'))?.value, { list: [1] }, 'the value after the writer changed its own')
    for (const read of [await get('k'), (await a.scan(collection, { by: 'key', limit: 1 })).records[0]]) {
      Object.assign(read ?? {}, { key: 'changed', value: 'changed' })
      same((await get('k'))?.value, { list: [1] }, 'the value after a reader changed its own')
    }
  },

  async 'one call takes many keys'({ a, b, put, sweep, collection }) {
    const keys = Array.from({ length: 700 }, (_, i) => `k${String(i).padStart(4, '0')}`)
    same(
      (await a.write(keys.map((key) => put(key, key)))).filter(Boolean).length,
      700,
      'changes that were applied',
    )
    same(
      (await b.read(collection, keys)).map((record) => record?.value ?? null),
      keys,
      'the values',
    )
    same(await sweep({ by: 'key', limit: 300 }), keys, 'the keys')
  },
}
