import { holds, same } from './claims.ts'
import type { Checks } from './store-bench.ts'

/** What databases like to read in their own way. */
const VALUES = [
  null,
  false,
  true,
  0,
  '',
  [],
  {},
  -2.5,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 53 + 2,
  1e21,
  5e-324,
  'null',
  '0123',
  '2026-03-02T09:00:00Z',
  'it\'s; -- "quoted" \\ `$1` ? :name %s {{x}}',
  'line\r\nbreak\ttab',
  'zero\u0000byte',
  'é €  ﷺ 😀 e\u0301',
  '\u2028\ufeff\uffff',
  { '': 1, ' ': 2, 'a.b': 3, $set: 4, 10: 5, 9: 6 },
  [[[[[]]], { deep: { deeper: { deepest: [null] } } }]],
]

/** Values come back as the JSON they were. */
export const valueChecks: Checks = {
  async 'every kind of value comes back as it was, empty ones too'({ a, b, put, collection }) {
    const keys = VALUES.map((_, i) => `k${i}`)
    same(
      await a.write(VALUES.map((value, i) => put(`k${i}`, value, { expected: 'absent' }))),
      VALUES.map(() => true),
      'the answers',
    )
    const records = await b.read(collection, keys)
    VALUES.forEach((value, i) => {
      holds(records[i] !== undefined, `the value ${brief(value)} is a record`)
      same(records[i]?.value, value, `the value ${brief(value)}`)
    })
    const scanned = await a.scan(collection, { by: 'key', limit: 100 })
    same(scanned.records.length, VALUES.length, 'records in a scan')
    for (const { key, value } of scanned.records) {
      same(value, VALUES[Number(key.slice(1))], `the value ${brief(value)} of a scan`)
    }
  },

  async 'half a surrogate pair does not change what is beside it'({ a, put, get }) {
    const broken = { text: 'before \ud83d after', more: '\udc00', kept: 'é' }
    await a.write([put('k', broken), put('other', 'é')])
    const value = Object((await get('k'))?.value)
    same(value.kept, 'é', 'the field beside it')
    const replaced = '\ufffd'
    holds(
      value.text === broken.text || value.text === `before ${replaced} after`,
      'half a surrogate pair is kept or replaced, and the rest of its text is kept',
    )
    same((await get('other'))?.value, 'é', 'the record beside it')
  },

  async 'a field called __proto__ is a field'({ a, put, get }) {
    const value = JSON.parse('{"__proto__": {"admin": true}, "own": 1}')
    await a.write([put('k', value)])
    const read = Object((await get('k'))?.value)
    holds(read.admin === undefined, 'a stored value does not change the prototype of what is read')
    same(read.own, 1, 'the field beside it')
  },

  async 'a field that is undefined is left out'({ a, put, get }) {
    await a.write([put('k', { here: 1, not: undefined })])
    const read = Object((await get('k'))?.value)
    holds(!Object.hasOwn(read, 'not'), 'an undefined field is not kept')
  },
}

const brief = (value: unknown) => JSON.stringify(value).slice(0, 40)
