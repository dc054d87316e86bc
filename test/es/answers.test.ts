import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { mayHaveTakenEffect } from '../../src/errors/index.ts'
import type { Drift } from '../../src/es/index.ts'
import { all, answer, customer, failure, page, record, root, scripted, topLevel } from './support.ts'

const broken = [{ field: 'vat', msg: 'Invalid VAT inserted' }]
const change = { customerId: 5, name: 'x' }

describe('one record', () => {
  it('is the data of its envelope', async () => {
    const { es } = scripted([record('customer', customer(5))])
    expect(await es.customers.get(5)).toEqual(customer(5))
  })

  it.each([
    ['null', { errors: [], data: null }],
    ['absent', { errors: [] }],
  ])('that is %s does not exist', async (_what, value) => {
    const { es, sent } = scripted([root('customer', value)])
    await expect(es.customers.get(5)).rejects.toMatchObject({ name: 'NotFoundError', code: 'not_found' })
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['a list', { errors: [], data: [customer(5)] }],
    ['text', { errors: [], data: 'x' }],
    ['no envelope', customer(5)],
    ['null', null],
    ['true', true],
    ['another record', { errors: [], data: { productId: 5 } }],
    ['a record without its id', { errors: [], data: customer(0, { customerId: null }) }],
    ['a record with words for an id', { errors: [], data: customer(0, { customerId: 'abc' }) }],
    ['a field of another type', { errors: [], data: customer(5, { discount: true }) }],
    ['a missing field', { errors: [], data: { ...customer(5), name: undefined } }],
  ])('that comes as %s is a ContractError', async (_what, value) => {
    const { es, sent } = scripted([root('customer', value)])
    await expect(es.customers.get(5)).rejects.toMatchObject({
      name: expect.stringMatching(/ContractError|NotFoundError/),
    })
    expect(sent).toHaveLength(1)
  })

  it('of a change that answers none is a ContractError: nobody knows what happened', async () => {
    const { es, sent } = scripted([record('customerUpdate', null)])
    const error = await failure(es.customers.update(change))
    expect(error).toMatchObject({ name: 'ContractError', code: 'unexpected_answer', paths: ['data'] })
    expect(mayHaveTakenEffect(error)).toBe(true)
    expect(sent).toHaveLength(1)
  })

  it('names the places that differ', async () => {
    const { es } = scripted([record('customer', customer(5, { country: { countryId: 'x', iso3166_1: 1 } }))])
    await expect(es.customers.get(5)).rejects.toMatchObject({
      paths: ['data.country.countryId', 'data.country.title'],
    })
  })
})

describe('errors in an envelope', () => {
  it('are an error of a read, data beside them or not', async () => {
    for (const data of [null, customer(5)]) {
      const { es, sent } = scripted([record('customer', data, broken)])
      await expect(es.customers.get(5)).rejects.toMatchObject({ name: 'ValidationError' })
      expect(sent).toHaveLength(1)
    }
  })

  it('without data are a refusal of a change: nothing was done', async () => {
    const { es, sent } = scripted([record('customerCreate', null, broken)])
    const error = await failure(es.customers.create({ number: '1', name: 'x', countryId: 70, languageId: 2 }))
    expect(error).toMatchObject({ name: 'ValidationError', fields: [{ path: 'vat', code: 'tax_number' }] })
    expect(mayHaveTakenEffect(error)).toBe(false)
    expect(sent).toHaveLength(1)
  })

  it('beside the data of a change leave open what was done', async () => {
    const { es, sent } = scripted([record('customerUpdate', customer(5), broken)])
    const error = await failure(es.customers.update(change))
    expect(error).toMatchObject({
      name: 'OutcomeUnknownError',
      code: 'outcome_unknown',
      cause: { name: 'ValidationError', code: 'validation' },
    })
    expect(mayHaveTakenEffect(error)).toBe(true)
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['no list', { field: 'vat', msg: 'Invalid VAT inserted' }],
    ['text', 'went wrong'],
    ['true', true],
    ['null in a list', [null]],
    ['without a message', [{ field: 'vat' }]],
  ])('that are %s are errors all the same', async (_what, errors) => {
    const { es } = scripted([record('customer', customer(5), errors)])
    await expect(es.customers.get(5)).rejects.toMatchObject({ name: 'ValidationError' })
  })

  it.each([[[]], [null], [undefined]])('%j are none', async (errors) => {
    const { es } = scripted([root('customer', { errors, data: customer(5) })])
    expect(await es.customers.get(5)).toMatchObject({ customerId: 5 })
  })

  it('are not looked for where a record has a field of that name', async () => {
    const select = z.object({ customerId: z.int() })
    const { es } = scripted([record('customer', { customerId: 5, errors: broken })])
    expect(await es.customers.get(5, { select })).toEqual({ customerId: 5 })
  })
})

describe('bare values', () => {
  it('true is done, false is refused, anything else is not understood', async () => {
    expect(await scripted([root('invoiceGetPDF', true)]).es.invoices.getPdf(5)).toBe(true)
    const refused = scripted([root('invoiceGetPDF', false)])
    await expect(refused.es.invoices.getPdf(5)).rejects.toMatchObject({
      name: 'RefusedError',
      code: 'refused',
    })
    for (const value of [null, 1, 'true', {}, []]) {
      const { es, sent } = scripted([root('invoiceGetPDF', value)])
      await expect(es.invoices.getPdf(5)).rejects.toMatchObject({ code: 'unexpected_answer' })
      expect(sent).toHaveLength(1)
    }
  })

  it('false is an answer to a question', async () => {
    const { es } = scripted([root('getFreeVAT', false)])
    expect(await es.companies.freeVat('B1')).toBe(false)
    await expect(scripted([root('getFreeVAT', null)]).es.companies.freeVat('B1')).rejects.toMatchObject({
      code: 'unexpected_answer',
    })
  })

  it.each([
    ['12', '12'],
    [12, '12'],
    ['', ''],
    [null, ''],
  ])('a next number %j is %j', async (data, text) => {
    expect(await scripted([record('customerNextNumber', data)]).es.customers.nextNumber()).toBe(text)
  })

  it.each([[{}], [[]], [true]])('a next number %j is none', async (data) => {
    const { es } = scripted([record('customerNextNumber', data)])
    await expect(es.customers.nextNumber()).rejects.toMatchObject({ code: 'unexpected_answer' })
  })

  it('fields without an envelope are a record, null is none', async () => {
    const value = { fiscalZone: 'ES', fiscalZoneModes: null }
    const { es } = scripted([root('fiscalZoneTaxSettings', value)])
    expect(await es.fiscalZones.taxSettings('ES')).toEqual({ fiscalZone: 'ES', fiscalZoneModes: [] })
    const none = scripted([root('fiscalZoneTaxSettings', null)])
    await expect(none.es.fiscalZones.taxSettings('XX')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('several records at once', () => {
  it('are answered one by one', async () => {
    const select = z.object({ documentId: z.int() })
    const value = [
      { errors: [], data: { documentId: 1 } },
      {
        errors: [{ field: 'customerId', msg: 'The customer provided does not exist for this company' }],
        data: null,
      },
      { errors: [], data: null },
    ]
    const { es, sent } = scripted([root('invoiceReceiptBulkCreate', value)], { platform: 'on' })
    expect(await es.invoiceReceipts.bulkCreate({ documents: [] }, { select })).toMatchObject([
      { row: { documentId: 1 } },
      { error: { name: 'ValidationError', fields: [{ path: 'customerId', code: 'unknown_record' }] } },
      { error: { name: 'ContractError' } },
    ])
    expect(sent).toHaveLength(1)
  })
})

describe('errors above the operations', () => {
  const create = (es: ReturnType<typeof scripted>['es']) =>
    es.taxes.create({
      name: 'IVA',
      value: 21,
      type: 1,
      fiscalZone: 'ES',
      countryId: 70,
      fiscalZoneFinanceType: 1,
    })

  it.each([
    [400, 'GRAPHQL_VALIDATION_FAILED', 'ContractError', 'schema_differs'],
    [200, 'GRAPHQL_VALIDATION_FAILED', 'ContractError', 'schema_differs'],
    [400, 'GRAPHQL_PARSE_FAILED', 'ContractError', 'schema_differs'],
    [400, 'BAD_REQUEST', 'ContractError', 'schema_differs'],
    [400, 'BAD_USER_INPUT', 'UsageError', 'invalid_params'],
    [200, 'BAD_USER_INPUT', 'UsageError', 'invalid_params'],
  ])('%i %s: the document was not run', async (status, code, name, own) => {
    const { es, sent } = scripted([topLevel(code, 'Cannot query field "x" on type "TaxRead".', {}, status)])
    const error = await failure(create(es))
    expect(error).toMatchObject({
      name,
      code: own,
      message: expect.stringContaining('Cannot query field "x"'),
    })
    expect(mayHaveTakenEffect(error)).toBe(false)
    await expect(es.taxes.get(1)).rejects.toMatchObject({ code: own })
    expect(sent).toHaveLength(2)
  })

  it.each([
    ['an error of the server', { code: 'INTERNAL_SERVER_ERROR', more: { path: ['taxCreate'], data: null } }],
    ['one that has a place', { code: 'BAD_USER_INPUT', more: { path: ['taxCreate'] } }],
    ['one of an unknown kind', { code: 'SOMETHING', more: {} }],
    ['one without a kind', { code: undefined, more: {} }],
  ])('%s leaves open what a change did, and is not repeated', async (_what, { code, more }) => {
    const body = { errors: [{ message: 'boom', extensions: { code }, ...more }], data: null }
    const { es, sent } = scripted([answer(body)])
    const error = await failure(create(es))
    expect(error).toMatchObject({ name: 'ContractError', code: 'server_error' })
    expect(mayHaveTakenEffect(error)).toBe(true)
    expect(sent).toHaveLength(1)
  })

  it('are errors beside data too', async () => {
    const body = {
      errors: [
        { message: 'boom', path: ['tax', 'data', 'country'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
      ],
      data: { tax: { errors: [], data: null } },
    }
    const { es } = scripted([answer(body)], { retry: false })
    await expect(es.taxes.get(1)).rejects.toMatchObject({ code: 'server_error' })
  })

  it('of the server are repeated for a read', async () => {
    const trouble = topLevel('INTERNAL_SERVER_ERROR', 'boom', { path: ['me'] })
    const { es, sent } = scripted([trouble, trouble, record('me', { userCompanies: [] })])
    expect(await es.me()).toEqual({ userCompanies: [] })
    expect(sent).toHaveLength(3)
  })

  it.each([
    ['no list', { errors: 'boom' }],
    ['an empty object', { errors: [{}] }],
    ['null', { errors: [null] }],
  ])('that are %s are errors all the same', async (_what, body) => {
    const { es } = scripted(
      [answer({ ...body, data: { me: { errors: [], data: { userCompanies: [] } } } })],
      {
        retry: false,
      },
    )
    await expect(es.me()).rejects.toMatchObject({ code: 'server_error' })
  })

  it.each([
    ['no data', {}],
    ['data of null', { data: null }],
    ['a list', []],
    ['data in a list', { data: [] }],
    ['no root field', { data: {} }],
    ['another root field', { data: { you: { errors: [], data: {} } } }],
    ['null', null],
    ['text', '"ok"'],
  ])('are not there, but neither is the answer: %s', async (_what, body) => {
    const { es, sent } = scripted([answer(body)])
    await expect(es.me()).rejects.toMatchObject({ name: 'ContractError', code: 'unexpected_answer' })
    expect(sent).toHaveLength(1)
  })
})

describe('a change is sent once after', () => {
  it.each([
    ['a 500', answer('{}', 500), 'http_500', true],
    ['a 503 with data', answer({ data: {} }, 503), 'http_503', true],
    ['a 429', answer('{}', 429), 'rate_limited', false],
    ['a web page', answer('<html><title>Manteniment</title></html>'), 'not_json', true],
    ['nothing', answer(''), 'not_json', true],
    ['a cut connection', () => Promise.reject(new Error('cut')), 'network', true],
    ['a 404', answer('{}', 404), 'http_404', false],
    ['a redirect', answer('', 302), 'http_302', false],
  ] as const)('%s', async (_what, step, code, open) => {
    const { es, sent } = scripted([step])
    const error = await failure(es.invoices.update({ documentId: 1, status: 1 }))
    expect(error).toMatchObject({ code })
    expect(mayHaveTakenEffect(error)).toBe(open)
    expect(sent).toHaveLength(1)
  })
})

describe('a read is repeated after', () => {
  it.each([
    ['a 500', answer('{}', 500)],
    ['a 429', answer('{}', 429, { 'retry-after': '2' })],
    ['a web page', answer('<html>')],
    ['a cut connection', () => Promise.reject(new Error('cut'))],
  ] as const)('%s', async (_what, step) => {
    const { es, sent } = scripted([step, step, record('me', { userCompanies: [] })])
    await es.me()
    expect(sent).toHaveLength(3)
  })

  it.each([
    ['a refusal', record('customer', null, broken)],
    ['an answer of another shape', record('customer', 5)],
    ['a 404', answer('{}', 404)],
    ['a document that does not fit', topLevel('GRAPHQL_VALIDATION_FAILED', 'no', {}, 400)],
  ])('but not after %s', async (_what, step) => {
    const { es, sent } = scripted([step])
    await expect(es.customers.get(5)).rejects.toThrow()
    expect(sent).toHaveLength(1)
  })
})

describe('drift', () => {
  const odd = customer(5, {
    name: null,
    number: 17,
    discount: '2.50',
    isDefault: 1,
    language: { languageId: '1', name: 'x', iso3166: null },
  })
  const places = [
    'isDefault (number)',
    'discount (string)',
    'language.languageId (string)',
    'name (empty)',
    'number (number)',
  ]

  it('is read, reported with its places, and changes nothing else', async () => {
    const seen: Drift[] = []
    const { es } = scripted([record('customer', odd)], { hooks: { onDrift: (drift) => seen.push(drift) } })
    expect(await es.customers.get(5)).toMatchObject({
      name: null,
      number: '17',
      discount: 2.5,
      isDefault: true,
      language: { languageId: 1 },
    })
    expect(seen.map(({ label, paths }) => [label, [...paths].sort()])).toEqual([['customer', places.sort()]])
  })

  it('is an error in strict mode, of a row the row’s own', async () => {
    await expect(
      scripted([record('customer', odd)], { strict: true }).es.customers.get(5),
    ).rejects.toMatchObject({ name: 'ContractError', code: 'drift' })
    const { es } = scripted([page('customers', [customer(1), odd])], { strict: true })
    const [only] = await all(es.customers.list().pages())
    expect(only?.rows).toHaveLength(1)
    expect(only?.badRows).toMatchObject([{ index: 1, id: 5, error: { code: 'drift' } }])
  })

  it('is none where the reference shows it, or the select is the caller’s', async () => {
    const { es } = scripted([record('customer', customer(5))], { strict: true })
    expect(await es.customers.get(5)).toEqual(customer(5))
    const select = z.object({ name: z.union([z.number(), z.string()]) })
    expect(
      await scripted([record('customer', { name: 'x' })], { strict: true }).es.customers.get(5, { select }),
    ).toEqual({ name: 'x' })
  })

  it('a hook that throws is ignored', async () => {
    const { es } = scripted([record('customer', odd)], {
      hooks: {
        onDrift() {
          throw new Error('no')
        },
      },
    })
    expect(await es.customers.get(5)).toMatchObject({ customerId: 5 })
  })
})
