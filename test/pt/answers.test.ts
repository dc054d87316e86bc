import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Drift, PtHooks } from '../../src/pt/index.ts'
import { answer, scripted } from './support.ts'

const customer = { customer_id: 1, number: '1', name: 'Ana', vat: '123456789' }
const product = { product_id: 1, name: 'Cabo', reference: 'C1', price: 2.5 }
const human = (code: string) => ({ code, description: 'A sentence' })

describe('a validation list at status 200', () => {
  it.each([
    ['1 name', { rule: 1, code: 'required', path: 'name', parameters: [] }],
    ['2 language_id 1 0', { rule: 2, code: 'number', path: 'language_id', parameters: ['1', '0'] }],
    ['3 email', { rule: 3, code: 'email', path: 'email' }],
    ['4 number', { rule: 4, code: 'unique', path: 'number' }],
    ['5 type [1, 2, 3]', { rule: 5, code: 'allowed_values', path: 'type', parameters: ['[1, 2, 3]'] }],
    ['6 website', { rule: 6, code: 'url' }],
    ['7 zip_code', { rule: 7, code: 'postal_code' }],
    ['8 vat', { rule: 8, code: 'tax_number' }],
    ['9 date', { rule: 9, code: 'date' }],
    [
      '10 associated_documents[0][associated_id]',
      { rule: 10, path: 'associated_documents[0].associated_id' },
    ],
    ['11 document_id', { rule: 11, code: 'not_communicable' }],
    [
      '12 date >= 2026-08-12',
      { rule: 12, code: 'date_order', path: 'date', parameters: ['>=', '2026-08-12'] },
    ],
    ['13 phone', { rule: 13, code: 'phone' }],
    ['14 taxes[0]', { rule: 14, code: 'tax_order', path: 'taxes[0]' }],
    ['15 products[1].taxes', { rule: 15, code: 'several_vat', path: 'products[1].taxes' }],
    ['16 customer_id', { rule: 16, code: 'customer_unidentified' }],
    ['17 x', { rule: 17, code: 'limit_reached' }],
    ['99 x', { rule: 99, code: 'unknown' }],
    ['Database error - try again later', { rule: 0, code: 'database', path: '' }],
  ])('%s is a field of a ValidationError, plain or human', async (entry, field) => {
    for (const body of [[entry], [human(entry)]]) {
      const { pt, sent } = scripted([answer(body)])
      await expect(pt.customers.delete({ customer_id: 1 })).rejects.toMatchObject({
        name: 'ValidationError',
        code: 'validation',
        fields: [field],
      })
      expect(sent).toHaveLength(1)
    }
  })

  it('is one whatever the endpoint answers otherwise', async () => {
    const { pt } = scripted([answer([human('2 category_id 1 0'), human('1 name')])])
    const calls = [
      pt.customers.getAll(),
      pt.customers.getOne({ customer_id: 1 }),
      pt.customers.count(),
      pt.documents.documentCancel({ document_id: 1 }),
      pt.call('customers/getAll'),
    ]
    for (const call of calls) {
      await expect(call).rejects.toMatchObject({
        name: 'ValidationError',
        fields: [{ rule: 2 }, { rule: 1 }],
      })
    }
  })

  it('says in words what is wrong', async () => {
    const { pt } = scripted([answer(['2 price 0 0 100', '12 date >= 2026-08-12'])])
    await expect(pt.customers.delete({ customer_id: 1 })).rejects.toThrow(
      'customers/delete was refused: price must be a number, greater than 0, less than 100; date must be >= 2026-08-12.',
    )
  })

  it('is not seen in rows that have a code of their own', async () => {
    const rows = [{ code: 'M01', name: 'Artigo 16.º', description: 'CIVA' }]
    expect(await scripted([answer(rows)]).pt.taxExemptions.getAll()).toEqual(rows)
    expect(await scripted([answer([])]).pt.taxExemptions.getAll()).toEqual([])
  })
})

describe('a change', () => {
  it.each([[0], ['0'], [false]])('is refused by valid %j', async (valid) => {
    const { pt, sent } = scripted([answer({ valid, message: 'Documento associado' })])
    await expect(pt.documents.documentCancel({ document_id: 1 })).rejects.toMatchObject({
      name: 'RefusedError',
      message: expect.stringContaining('Documento associado'),
    })
    expect(sent).toHaveLength(1)
  })

  it('may be wrapped in a list of one', async () => {
    const { pt } = scripted([answer([{ valid: 1, document_id: '77' }])])
    expect(await pt.invoices.update({ document_id: 77 })).toEqual({ valid: 1, document_id: 77 })
  })

  it.each([
    ['no id', { valid: 1 }],
    ['an empty list', []],
    ['null', null],
    ['true', true],
    ['text', '"ok"'],
    [
      'several',
      [
        { valid: 1, document_id: 1 },
        { valid: 1, document_id: 2 },
      ],
    ],
  ])('that answers %s is a ContractError: nobody knows what happened', async (_what, body) => {
    const { pt, sent } = scripted([answer(body)])
    await expect(pt.invoices.update({ document_id: 1 })).rejects.toMatchObject({ code: 'unexpected_answer' })
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['a 500', answer('{}', 500), 'http_500'],
    ['a 429', answer('{}', 429), 'rate_limited'],
    ['a web page', answer('<html>'), 'not_json'],
    ['a cut connection', () => Promise.reject(new Error('cut')), 'network'],
  ] as const)('is sent once after %s', async (_what, step, code) => {
    const { pt, sent } = scripted([step])
    await expect(pt.invoices.update({ document_id: 1 })).rejects.toMatchObject({ code })
    expect(sent).toHaveLength(1)
  })
})

describe('one record', () => {
  it('that does not exist is a NotFoundError', async () => {
    const { pt, sent } = scripted([answer([])])
    await expect(pt.invoices.getOne({ document_id: 5 })).rejects.toMatchObject({ code: 'not_found' })
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['a list', [customer]],
    ['null', null],
    ['text', '"x"'],
    ['another record', { product_id: 1 }],
  ])('that comes as %s is a ContractError', async (_what, body) => {
    const { pt } = scripted([answer(body)])
    await expect(pt.customers.getOne({ customer_id: 1 })).rejects.toMatchObject({ code: 'unexpected_answer' })
  })

  it('freeSlug may say no without being refused', async () => {
    expect(await scripted([answer({ valid: 0 })]).pt.companies.freeSlug({ slug: 'x' })).toEqual({ valid: 0 })
  })
})

describe('a count', () => {
  it.each([
    ['187383', 187383],
    [12, 12],
    ['0', 0],
  ])('%j is the number', async (count, number) => {
    expect(await scripted([answer({ count })]).pt.documents.count()).toBe(number)
  })

  it.each([[''], [' '], [null], [[]], [true], ['many'], [1.5], [undefined]])('%j is not', async (count) => {
    const { pt } = scripted([answer({ count })])
    await expect(pt.documents.count()).rejects.toMatchObject({ code: 'unexpected_answer', paths: ['count'] })
  })
})

describe('rows are read tolerantly', () => {
  const readOne = async (row: object) => (await scripted([answer([row])]).pt.customers.getAll())[0]

  it('numbers may be text and the other way round', async () => {
    const row = { ...customer, customer_id: '42', discount: '2.50', zip_code: 1000, number: 7 }
    expect(await readOne(row)).toMatchObject({
      customer_id: 42,
      discount: 2.5,
      zip_code: '1000',
      number: '7',
    })
  })

  it.each([[null], [''], [[]]])(
    '%j in place of a value or a related record is a missing one',
    async (empty) => {
      const read = await readOne({ ...customer, salesman: empty, discount: empty })
      expect([read?.salesman, read?.discount]).toEqual([undefined, undefined])
    },
  )

  it('empty text stays empty text', async () => {
    expect(await readOne({ ...customer, email: '' })).toMatchObject({ email: '' })
  })

  it('unknown keys are kept', async () => {
    expect(await readOne({ ...customer, novelty: { a: 1 } })).toMatchObject({ novelty: { a: 1 } })
  })

  it.each([
    ['a missing id', { ...customer, customer_id: undefined }, '[0].customer_id'],
    ['an id that is no number', { ...customer, customer_id: 'abc' }, '[0].customer_id'],
    ['a blank id', { ...customer, customer_id: ' ' }, '[0].customer_id'],
    ['a boolean', { ...customer, discount: true }, '[0].discount'],
    ['a wrong nested value', { ...customer, copies: [{ copies: {} }] }, '[0].copies[0].copies'],
    ['no object', 5, '[0]'],
  ])('%s makes the list an error that names the place', async (_what, row, path) => {
    const { pt } = scripted([answer([row])])
    await expect(pt.customers.getAll()).rejects.toMatchObject({ code: 'unexpected_answer', paths: [path] })
  })
})

describe('hooks and strictness', () => {
  it('bad rows are left out only when somebody is told', async () => {
    const told: unknown[] = []
    const hooks: PtHooks = {
      onBadRow: ({ label, index, id, error }) => told.push([label, index, id, error.code]),
    }
    const { pt } = scripted([answer([customer, { ...customer, customer_id: 2, name: null }, product])], {
      hooks,
    })
    expect(await pt.customers.getAll()).toEqual([customer])
    expect(told).toEqual([
      ['customers/getAll', 1, 2, 'unexpected_answer'],
      ['customers/getAll', 2, undefined, 'unexpected_answer'],
    ])
  })

  const strange = {
    ...customer,
    novelty: 1,
    discount: '',
    country: { country_id: 1, flag: 'x' },
    copies: [{ a: 1 }],
  }
  const places = ['[].novelty', '[].discount (empty)', '[].country.flag', '[].copies[].a']

  it('drift is reported with its places and changes nothing', async () => {
    const seen: Drift[] = []
    const { pt } = scripted([answer([strange])], { hooks: { onDrift: (drift) => seen.push(drift) } })
    expect(await pt.customers.getAll()).toHaveLength(1)
    expect(seen).toHaveLength(1)
    expect(seen[0]?.label).toBe('customers/getAll')
    expect([...(seen[0]?.paths ?? [])].sort()).toEqual([...places].sort())
  })

  it('drift is an error in strict mode', async () => {
    const { pt } = scripted([answer([strange])], { strict: true })
    await expect(pt.customers.getAll()).rejects.toMatchObject({ name: 'ContractError', code: 'drift' })
    await expect(
      scripted([answer({ count: 1, x: 2 })], { strict: true }).pt.customers.count(),
    ).rejects.toMatchObject({
      code: 'drift',
      paths: ['x'],
    })
  })

  it('what is documented is no drift', async () => {
    const plain = {
      ...customer,
      email: '',
      copies: [],
      qty_copies_document: null,
      country: { name: 'Portugal' },
    }
    const { pt } = scripted([answer([plain])], { strict: true })
    expect(await pt.customers.getAll()).toEqual([plain])
  })
})

describe('other statuses', () => {
  it.each([
    [404, '{}', 'http_404'],
    [403, 'Forbidden', 'http_403'],
    [400, '["1 name"]', 'validation'],
    [422, '{"valid":0}', 'refused'],
  ])('%i with %s is %s', async (status, body, code) => {
    const { pt, sent } = scripted([answer(body, status)])
    await expect(pt.customers.getAll()).rejects.toMatchObject({ code })
    expect(sent).toHaveLength(1)
  })
})

describe('secrets', () => {
  it('stay out of errors even where Moloni repeats them', async () => {
    const token = 'the-token'
    const bodies = [
      [`1 ${token}`],
      [human(`Database error ${token}`)],
      { valid: 0, message: `no ${token}` },
      { error: 'access_denied', error_description: `bad ${token}` },
      `<title>${token}</title>`,
    ]
    for (const body of bodies) {
      const { pt } = scripted([answer(body)])
      const error: unknown = await pt.customers.delete({ customer_id: 1 }).catch((caught) => caught)
      expect(error).toBeInstanceOf(Error)
      expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain(token)
    }
  })
})
