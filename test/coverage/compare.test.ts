import { describe, expect, it } from 'vitest'
import { beyond, compare } from '../../scripts/coverage/pt/compare.ts'
import type { DescribedFields } from '../../scripts/coverage/pt/reference.ts'
import { type AnyEndpoint, company, rows } from '../../src/pt/endpoint.ts'
import { anything, array, input, int, lazy, nullable, num, row, text } from '../../src/pt/schema.ts'

const thing = lazy(() =>
  row(
    { thing_id: int, name: text },
    {
      price: num,
      parts: array(row({ part_id: int })),
      owner: row({ name: text }),
      note: nullable(text),
      blob: anything,
    },
  ),
)
const getAll: AnyEndpoint = rows(thing, { parent_id: int }, { ...company, lines: array(input({ qty: num })) })
const tables = { things: { getAll } }

/** What is missing when the reference describes the method so. */
function missing(params: DescribedFields, answer: DescribedFields) {
  const [compared] = compare([{ group: 'things', method: 'getAll', params, answer }], tables)
  return compared
}

describe('the comparison with the reference', () => {
  it('finds nothing where all is named as the reference does', () => {
    const compared = missing(
      { parent_id: { type: 'int' }, lines: { type: 'array', fields: { qty: { type: 'float' } } } },
      {
        thing_id: { type: 'int' },
        owner: { type: 'object', fields: { name: { type: 'string' } } },
        note: { type: 'string', nullable: true },
      },
    )
    expect(compared).toMatchObject({ there: true, missing: [], typedParams: true, typedAnswer: true })
    expect(compared?.unknown).toEqual(['blob'])
  })

  it.each<[string, DescribedFields, DescribedFields]>([
    ['param mode', { mode: { type: 'string' } }, {}],
    ['param parent_id (not string)', { parent_id: { type: 'string' } }, {}],
    ['param lines.price', { lines: { type: 'array', fields: { price: { type: 'float' } } } }, {}],
    [
      'param lines.qty (not int)',
      { lines: { type: 'array', fields: { qty: { type: 'int', enum: ['a'] } } } },
      {},
    ],
    ['field colour', {}, { colour: { type: 'string' } }],
    ['field name (not int)', {}, { name: { type: 'int' } }],
    ['field thing_id (not float)', {}, { thing_id: { type: 'float' } }],
    ['field price (null)', {}, { price: { type: 'float', nullable: true } }],
    ['field blob (no type)', {}, { blob: { type: 'string' } }],
    ['field thing_id (not an object)', {}, { thing_id: { type: 'object' } }],
    ['field owner (not a list)', {}, { owner: { type: 'array', fields: {} } }],
    ['field parts.name', {}, { parts: { type: 'array', fields: { name: { type: 'string' } } } }],
    ['field owner.vat', {}, { owner: { type: 'object', fields: { vat: { type: 'string' } } } }],
  ])('finds %s', (what, params, answer) => {
    expect(missing(params, answer)?.missing).toEqual([
      what.replace('parts (not an object)', 'thing_id (not an object)'),
    ])
  })

  it('finds a method that is not there, and one that the reference does not have', () => {
    const reference = [{ group: 'things', method: 'getOne', params: {}, answer: {} }]
    expect(compare(reference, tables)).toMatchObject([{ there: false, missing: ['the method'] }])
    expect(beyond(reference, tables)).toEqual(['things/getAll'])
  })

  it('asks for no type where the reference has none', () => {
    expect(missing({}, { blob: { type: 'unknown' } })?.missing).toEqual([])
  })
})
