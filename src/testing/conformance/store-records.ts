import type { Store } from '../../store/index.ts'
import { holds, same, throws } from './claims.ts'
import type { Checks } from './store-bench.ts'

/** Reads, writes and races. */
export const recordChecks: Checks = {
  async 'a record reads as it was written, through both handles at once'({ a, b, put, get }) {
    const value = {
      text: 'é €😀"\\\n',
      none: null,
      list: [1, -2.5, true, {}],
      most: Number.MAX_SAFE_INTEGER,
      '': '',
    }
    same(await a.write([put('k', value, { index: 'i' })]), [true], 'a first write is applied')
    for (const store of [a, b]) {
      const record = await get('k', store)
      same(record?.value, value, 'the value')
      same(record?.index, 'i', 'the index')
      same(record?.key, 'k', 'the key')
      holds(typeof record?.version === 'number', 'a record has a version')
    }
    await b.write([put('k', 'second')])
    same((await get('k', a))?.value, 'second', 'a read after a write through the other handle')
  },

  async 'records come in the order asked, with undefined for what is not there'({ a, put, collection }) {
    await a.write([put('x', 1), put('y', 2)])
    const found = await a.read(collection, ['y', 'nothing', 'x'])
    same(
      found.map((record) => record?.value ?? null),
      [2, null, 1],
      'the values',
    )
    same(await a.read(collection, []), [], 'a read of no keys')
    same(await a.write([]), [], 'a write of no changes')
  },

  async 'collections are apart'({ a, put, get, collection }) {
    const other = `${collection}x`
    await a.write([put('k', 1), put('k', 2, { collection: other })])
    same((await get('k'))?.value, 1, 'the first collection')
    same((await a.read(other, ['k']))[0]?.value, 2, 'the second collection')
    same((await a.scan(collection, { by: 'key', limit: 10 })).records.length, 1, 'records in a scan')
  },

  async '"absent" is refused where there is a record'({ a, b, put, get }) {
    same(await a.write([put('k', 1, { expected: 'absent' })]), [true], 'the first')
    same(await b.write([put('k', 2, { expected: 'absent' })]), [false], 'the second')
    same((await get('k'))?.value, 1, 'the value')
  },

  async 'a version must be the one that is there'({ a, b, put, get }) {
    await a.write([put('k', 1)])
    const first = (await get('k'))?.version ?? Number.NaN
    same(await b.write([put('k', 2, { expected: first })]), [true], 'the version that is there')
    same(await a.write([put('k', 3, { expected: first })]), [false], 'a version of the past')
    same(
      await a.write([put('k', undefined, { expected: first })]),
      [false],
      'a delete by a version of the past',
    )
    same(await a.write([put('none', 1, { expected: first })]), [false], 'a version where there is no record')
    same((await get('k'))?.value, 2, 'the value')
  },

  async 'a version never comes again, not even after a delete'({ a, b, put, get }) {
    const versions = new Set<number>()
    for (let round = 0; round < 6; round++) {
      for (const store of [a, b]) {
        await store.write([put('k', 'same')])
        versions.add((await get('k'))?.version ?? Number.NaN)
      }
      same(await a.write([put('k', undefined)]), [true], 'a delete')
      same(await get('k', b), undefined, 'what is deleted')
    }
    same(versions.size, 12, 'different versions of 12 writes')
  },

  async 'each change of a write stands alone and has its own answer'({ a, put, get }) {
    await a.write([put('there', 1)])
    const answers = await a.write([
      put('new', 1, { expected: 'absent' }),
      put('there', 2, { expected: 'absent' }),
      put('there2', 3),
    ])
    same(answers, [true, false, true], 'the answers')
    same((await get('new'))?.value, 1, 'the first change')
    same((await get('there'))?.value, 1, 'the refused change')
    same((await get('there2'))?.value, 3, 'the change after the refused one')
  },

  async 'a key that occurs twice in one write is refused, and nothing is written'({
    a,
    put,
    get,
    collection,
  }) {
    await throws(() => a.write([put('k', 1), put('other', 1), put('k', 2)]), 'a key twice')
    same([await get('k'), await get('other')], [undefined, undefined], 'what is there afterwards')
    same(
      await a.write([put('k', 1), put('k', 2, { collection: `${collection}x` })]),
      [true, true],
      'two collections',
    )
  },

  async 'of many that create a record at once, one wins'({ a, b, put, get }) {
    for (let round = 0; round < 5; round++) {
      const key = `k${round}`
      const outcomes = await Promise.all(
        Array.from({ length: 16 }, (_, i) => (i % 2 ? a : b).write([put(key, i, { expected: 'absent' })])),
      )
      const winners = outcomes.flatMap(([won], i) => (won ? [i] : []))
      same(winners.length, 1, 'winners')
      same((await get(key))?.value, winners[0], 'the value of the winner')
    }
  },

  async 'no update is lost'({ a, b, put, get }) {
    await a.write([put('count', 0)])
    const add = async (store: Store) => {
      for (let tries = 0; tries < 500; tries++) {
        const record = await get('count', store)
        const next = Number(record?.value) + 1
        const [done] = await store.write([put('count', next, { expected: record?.version ?? 'absent' })])
        if (done) return
      }
    }
    await Promise.all(Array.from({ length: 20 }, (_, i) => add(i % 2 ? a : b)))
    same((await get('count'))?.value, 20, 'the sum of 20 additions')
  },
}
