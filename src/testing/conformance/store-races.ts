import type { Store } from '../../store/index.ts'
import { holds, same } from './claims.ts'
import type { Checks } from './store-bench.ts'

/** Two handles at the same time. */
export const raceChecks: Checks = {
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

  async 'of many that replace or delete the same version, one wins'({ a, b, put, get }) {
    for (let round = 0; round < 5; round++) {
      await a.write([put('k', 'first')])
      const expected = (await get('k'))?.version ?? Number.NaN
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, i) =>
          (i % 2 ? a : b).write([put('k', i % 3 ? i : undefined, { expected })]),
        ),
      )
      const winners = outcomes.flatMap(([won], i) => (won ? [i] : []))
      same(winners.length, 1, 'winners')
      const winner = winners[0] ?? 0
      same((await get('k'))?.value, winner % 3 ? winner : undefined, 'what the winner left')
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

  async 'writes of the same keys in another order do not stand in each other’s way'({
    a,
    b,
    put,
    collection,
  }) {
    const keys = Array.from({ length: 60 }, (_, i) => `k${String(i).padStart(2, '0')}`)
    await a.write(keys.map((key) => put(key, 'nobody')))
    for (let round = 0; round < 3; round++) {
      const before = await a.read(collection, keys)
      const expected = new Map(before.map((record) => [record?.key, record?.version ?? 0]))
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, writer) =>
          (writer % 2 ? a : b).write(
            turned(keys, writer).map((key) =>
              put(key, `${round}/${writer}`, { expected: expected.get(key) ?? 0 }),
            ),
          ),
        ),
      )
      const after = await b.read(collection, keys)
      keys.forEach((key, at) => {
        const winners = outcomes.flatMap((answers, writer) =>
          answers[turned(keys, writer).indexOf(key)] ? [writer] : [],
        )
        same(winners.length, 1, `winners of the key "${key}"`)
        same(after[at]?.value, `${round}/${winners[0]}`, `the value of the winner of the key "${key}"`)
      })
    }
  },

  async 'a write that throws leaves each of its changes whole or not at all'({ a, put, collection }) {
    await a.write([put('k1', 'old', { index: 'old' }), put('k2', 'old', { index: 'old' })])
    const keys = Array.from({ length: 300 }, (_, i) => `k${i}`)
    const changes = keys.map((key) => put(key, `new ${key}`, { index: `new ${key}` }))
    const refused = await a.write([...changes, put('é', 'refused')]).then(
      () => false,
      () => true,
    )
    holds(refused, 'a write with a key that cannot be is refused')
    const records = await a.read(collection, keys)
    records.forEach((record, i) => {
      if (!record || record.value === 'old') return
      same(record.value, `new ${keys[i]}`, `the value under "${keys[i]}"`)
      same(record.index, `new ${keys[i]}`, `the index of "${keys[i]}"`)
    })
    same(
      await a.write(changes),
      changes.map(() => true),
      'the answers when it is repeated',
    )
  },
}

/** The same keys from another one on, forward or back. */
function turned(keys: readonly string[], writer: number): string[] {
  const from = (writer * 7) % keys.length
  const order = [...keys.slice(from), ...keys.slice(0, from)]
  return writer % 3 ? order : order.reverse()
}
