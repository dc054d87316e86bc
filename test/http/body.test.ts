import { describe, expect, it } from 'vitest'
import { encodeBody } from '../../src/http/index.ts'

const lines = {
  status: 0,
  notes: null,
  active: true,
  hidden: false,
  left_out: undefined,
  none: [],
  products: [
    { product_id: 7, name: 'Água & sal', taxes: [{ tax_id: 3, value: 23 }, { tax_id: 4 }] },
    { product_id: 8, name: 'x', taxes: [] },
  ],
}

const form = (fields: Record<string, unknown>) => [...new URLSearchParams(encodeBody('form', fields)?.text)]
const json = (fields: Record<string, unknown>) => JSON.parse(encodeBody('json', fields)?.text ?? 'null')

describe('a form body', () => {
  it('nests rows the way PHP reads them', () => {
    expect(form(lines)).toEqual([
      ['status', '0'],
      ['notes', ''],
      ['active', '1'],
      ['hidden', '0'],
      ['products[0][product_id]', '7'],
      ['products[0][name]', 'Água & sal'],
      ['products[0][taxes][0][tax_id]', '3'],
      ['products[0][taxes][0][value]', '23'],
      ['products[0][taxes][1][tax_id]', '4'],
      ['products[1][product_id]', '8'],
      ['products[1][name]', 'x'],
    ])
  })
})

describe('a JSON body', () => {
  it('holds the same fields as the form', () => {
    expect(json(lines)).toEqual({
      status: 0,
      notes: '',
      active: 1,
      hidden: 0,
      products: [
        { product_id: 7, name: 'Água & sal', taxes: [{ tax_id: 3, value: 23 }, { tax_id: 4 }] },
        { product_id: 8, name: 'x' },
      ],
    })
  })
})

describe('any body', () => {
  it.each(['json', 'form'] as const)('is none at all without fields (%s)', (style) => {
    expect(encodeBody(style, { a: undefined, b: [], c: {} })).toBeUndefined()
  })

  it.each([
    ['a date', new Date(0)],
    ['not a number', Number.NaN],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
  ])('refuses %s and names the place', (_what, value) => {
    expect(() => encodeBody('json', { products: [{ price: value }] })).toThrowError(
      expect.objectContaining({
        code: 'invalid_params',
        message: expect.stringContaining('products[0].price'),
      }),
    )
  })

  it('keeps places in a list where undefined ones are left out', () => {
    expect(json({ ids: [1, undefined, 2] })).toEqual({ ids: [1, 2] })
  })
})
