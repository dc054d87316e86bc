import { holds, same, throws } from './claims.ts'
import type { Checks } from './store-bench.ts'

/** Reads and writes. */
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
    await a.write([put('k', 'third')])
    same((await get('k', b))?.value, 'third', 'the same the other way round')
  },

  async 'records come in the order asked, with undefined for what is not there'({ a, put, collection }) {
    await a.write([put('x', 1), put('y', 2)])
    const found = await a.read(collection, ['y', 'nothing', 'x'])
    same(
      found.map((record) => record?.value ?? null),
      [2, null, 1],
      'the values',
    )
    const twice = await a.read(collection, ['x', 'x'])
    same(
      twice.map((record) => record?.value ?? null),
      [1, 1],
      'the values of a key that is asked twice',
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
    await a.write([put('k', undefined)])
    same((await a.read(other, ['k']))[0]?.value, 2, 'the second collection after a delete in the first')
    const shouted = collection.toUpperCase()
    same((await a.read(shouted, ['k'])).length, 1, 'records of a collection that nobody wrote')
    same((await a.scan(shouted, { by: 'key', limit: 10 })).records, [], 'its scan')
  },

  async '"any" writes and deletes whatever is there'({ a, b, put, get }) {
    same(await a.write([put('k', 1)]), [true], 'a write where there is nothing')
    same(await b.write([put('k', 2, { index: 'i' })]), [true], 'a write where there is a record')
    same((await get('k'))?.value, 2, 'the value')
    same(await a.write([put('k', undefined)]), [true], 'a delete')
    same(await a.write([put('k', undefined)]), [true], 'a delete of what is not there')
    same(await get('k'), undefined, 'what is there afterwards')
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
    const second = (await get('k'))?.version ?? Number.NaN
    holds(second !== first, 'a write changes the version')
    same(
      await a.write([put('k', undefined, { expected: second })]),
      [true],
      'a delete by the version that is there',
    )
    same(await get('k', b), undefined, 'what is deleted')
  },

  async 'a version from before a delete does not hold for what came after it'({ a, b, put, get }) {
    for (let round = 0; round < 3; round++) {
      await a.write([put('k', 'same')])
      const before = (await get('k'))?.version ?? Number.NaN
      await b.write([put('k', undefined)])
      await b.write([put('k', 'same', { expected: 'absent' })])
      same(await a.write([put('k', 'late', { expected: before })]), [false], 'a write by the old version')
      same((await get('k'))?.value, 'same', 'the value')
      await a.write([put('k', undefined)])
    }
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
}
