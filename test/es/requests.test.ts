import { describe, expect, it } from 'vitest'
import { createEsClient } from '../../src/es/index.ts'
import { all, answer, customer, loosely, page, record, root, scripted } from './support.ts'

describe('a request', () => {
  it.each([
    [{}, 'https://api.moloni.es/v1'],
    [{ platform: 'on' as const }, 'https://api.molonion.pt/v1'],
    [{ baseUrl: 'http://127.0.0.1:4000/whatever' }, 'http://127.0.0.1:4000/v1'],
  ])('with %o goes to %s, the token in a header', async (options, url) => {
    const { es, sent } = scripted([record('customer', customer(5))], options)
    await es.customers.get(5)
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ method: 'POST', url, variables: { companyId: 7, customerId: 5 } })
    expect(sent[0]?.headers).toMatchObject({
      authorization: 'Bearer the-token',
      'content-type': 'application/json',
    })
  })

  it('declares and passes what is sent, and nothing else', async () => {
    const { es, sent } = scripted([record('customer', customer(5))])
    await es.customers.get(5)
    await es.customers.get(5, { defaultLanguageId: 2 })
    expect(sent[0]?.query).toMatch(
      /^query customer\(\$companyId: Int!, \$customerId: Int!\) \{ customer\(companyId: \$companyId, customerId: \$customerId\) \{ errors \{ field msg \} data \{ customerId number /,
    )
    expect(sent[1]?.query).toContain('$options: CustomerOptionsSingle')
    expect(sent[1]?.variables).toEqual({ companyId: 7, customerId: 5, options: { defaultLanguageId: 2 } })
  })

  it('without arguments has no variables', async () => {
    const { es, sent } = scripted([record('me', { userCompanies: [] })])
    await es.me()
    expect(JSON.parse(sent[0]?.text ?? '')).toEqual({
      query: 'query me { me { errors { field msg } data { userCompanies { company { companyId name } } } } }',
    })
  })

  it('leaves out what is undefined and keeps what is null', async () => {
    const { es, sent } = scripted([record('customerUpdate', customer(5))])
    await es.customers.update({ customerId: 5, vat: null, name: undefined, discount: 0 })
    expect(sent[0]?.variables).toEqual({ companyId: 7, data: { customerId: 5, vat: null, discount: 0 } })
    expect(sent[0]?.query).toMatch(/^mutation customerUpdate\(\$companyId: Int!, \$data: CustomerUpdate!\)/)
  })

  it('takes 45 seconds unless told otherwise', async () => {
    const { es, clock } = scripted([() => new Promise<Response>(() => {})], { retry: false })
    clock.auto = false
    const pending = expect(es.me()).rejects.toMatchObject({ code: 'timeout', timeoutMs: 45_000 })
    await new Promise((resolve) => setImmediate(resolve))
    await clock.advance(45_000)
    await pending
  })
})

describe('the company', () => {
  it('named by a call wins over that of the client', async () => {
    const { es, sent } = scripted([page('taxes', [])])
    await all(es.taxes.list({ companyId: 99 }))
    expect(sent[0]?.variables.companyId).toBe(99)
  })

  it('is not sent where none is taken', async () => {
    const { es, sent } = scripted([
      record('country', { countryId: 70, iso3166_1: 'ES', title: null, language: null }),
    ])
    await es.countries.get(70)
    expect(sent[0]?.variables).toEqual({ countryId: 70 })
  })

  it('asked for itself is the one that is named', async () => {
    const { es, sent } = scripted([record('company', null)])
    await expect(es.companies.get(12)).rejects.toMatchObject({ code: 'not_found' })
    expect(sent[0]?.variables).toEqual({ companyId: 12 })
  })

  it('must be known', async () => {
    const { es, sent } = scripted([page('taxes', [])], { companyId: undefined })
    await expect(es.customers.get(1)).rejects.toMatchObject({ name: 'UsageError', code: 'company_missing' })
    await expect(all(es.taxes.list())).rejects.toMatchObject({ code: 'company_missing' })
    await expect(es.hooks.delete('a')).rejects.toMatchObject({ code: 'company_missing' })
    expect(sent).toHaveLength(0)
  })
})

describe('options are checked before anything is sent', () => {
  const { es, sent } = scripted([page('x', [])])

  it.each([
    ['customers', 'list', [{ filtre: [] }], 'filtre'],
    ['customers', 'list', [{ limit: 5 }], 'limit'],
    ['customers', 'list', [{ includeVariants: true }], 'includeVariants'],
    ['customers', 'get', [1, { filter: [] }], 'filter'],
    ['countries', 'list', [{ companyId: 5 }], 'companyId'],
    ['companies', 'get', [5, { companyId: 6 }], 'companyId'],
    ['products', 'get', [1, { defaultLanguageId: 2 }], 'defaultLanguageId'],
    ['invoices', 'getPdf', [1, { select: {} }], 'select'],
    ['invoiceReceipts', 'mailsHistory', [1, { search: {} }], 'search'],
  ] as const)('%s.%s%j: there is no %s', async (group, method, args, named) => {
    const call = async () => {
      const made: unknown = loosely(es[group], method, ...args)
      return made instanceof Promise ? made : all(Object(made))
    }
    await expect(call()).rejects.toMatchObject({
      name: 'UsageError',
      code: 'invalid_option',
      message: expect.stringContaining(named),
    })
    expect(sent).toHaveLength(0)
  })
})

describe('arguments are checked before anything is sent', () => {
  const { es, sent } = scripted([page('x', [])])

  it.each([
    ['customers', 'get', [], 'customerId is missing'],
    ['customers', 'get', [null], 'customerId is missing'],
    ['customers', 'create', [], 'data is missing'],
    ['invoices', 'sendMail', [], 'documents, mailData'],
    ['invoices', 'sendMail', [{ documents: [1], mail: {} }], 'mail'],
    ['hooks', 'delete', [[]], 'id'],
    ['hooks', 'delete', [undefined], 'id'],
    ['hooks', 'delete', [['']], 'id'],
    ['customers', 'create', [{ name: Number.NaN }], 'data.name'],
    ['customers', 'create', [{ sepaDate: new Date(0) }], 'data.sepaDate'],
    ['customers', 'create', [{ taxes: [{ taxId: 1n }] }], 'data.taxes.0.taxId'],
    ['customers', 'create', [{ name: () => 'x' }], 'data.name'],
    ['customers', 'create', [{ copies: new Map() }], 'data.copies'],
    ['customers', 'get', [Number.POSITIVE_INFINITY], 'customerId'],
  ] as const)('%s.%s: %s', async (group, method, args, named) => {
    await expect(loosely(es[group], method, ...args)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'invalid_params',
      message: expect.stringContaining(named),
    })
    expect(sent).toHaveLength(0)
  })

  it('values are not repeated in the message', async () => {
    const data = { administratorPwd: { secret: Symbol('hunter2') } }
    const error: unknown = await Promise.resolve(loosely(es.companies, 'signUp', data)).catch(
      (caught) => caught,
    )
    expect(JSON.stringify(error)).toContain('administratorPwd')
    expect(JSON.stringify(error)).not.toContain('hunter2')
  })
})

describe('filters', () => {
  it('become texts, single ones too', async () => {
    const { es, sent } = scripted([page('products', [])])
    await all(
      es.products.list({
        filter: [
          { field: 'visible', comparison: 'in', value: [0, 1] },
          { field: 'reference', comparison: 'in', value: ['a"b', 'c'] },
          { field: 'hasStock', comparison: 'eq', value: true },
          { field: 'price', comparison: 'gt', value: 2.5 },
          { field: 'parentId', comparison: 'eq', value: null },
          { field: 'updatedAt', comparison: 'gte', value: '2026-03-01' },
        ],
        search: { field: 'ALL', value: 'cable' },
        order: { field: 'name', sort: 'ASC' },
        includeVariants: true,
        defaultLanguageId: 2,
      }),
    )
    await all(es.products.list({ filter: { field: 'visible', comparison: 'eq', value: false } }))
    expect(sent[0]?.variables.options).toEqual({
      filter: [
        { field: 'visible', comparison: 'in', value: '[0,1]' },
        { field: 'reference', comparison: 'in', value: '["a\\"b","c"]' },
        { field: 'hasStock', comparison: 'eq', value: '1' },
        { field: 'price', comparison: 'gt', value: '2.5' },
        { field: 'parentId', comparison: 'eq', value: null },
        { field: 'updatedAt', comparison: 'gte', value: '2026-03-01' },
      ],
      search: { field: 'ALL', value: 'cable' },
      order: [{ field: 'name', sort: 'ASC' }],
      includeVariants: true,
      defaultLanguageId: 2,
      pagination: { page: 1, qty: 50 },
    })
    expect(sent[1]?.variables.options).toMatchObject({ filter: [{ value: '0' }] })
  })

  it.each([
    ['a list for one value', { field: 'vat', comparison: 'eq', value: ['1'] }],
    ['one value for a list', { field: 'vat', comparison: 'in', value: '1' }],
    ['null for a list', { field: 'vat', comparison: 'notIn', value: null }],
    ['nothing', { field: 'vat', comparison: 'eq', value: undefined }],
    ['a date', { field: 'updatedAt', comparison: 'gt', value: new Date(0) }],
    ['not a number', { field: 'discount', comparison: 'gt', value: Number.NaN }],
    ['a list in a list', { field: 'vat', comparison: 'in', value: [['1']] }],
  ])('with %s are refused', async (_what, filter) => {
    const { es, sent } = scripted([page('customers', [])])
    await expect(all(Object(loosely(es.customers, 'list', { filter })))).rejects.toMatchObject({
      code: 'invalid_params',
    })
    expect(sent).toHaveLength(0)
  })

  it('find the next number of a kind', async () => {
    const { es, sent } = scripted([record('customerNextNumber', 'C12')])
    const filter = { field: 'number', comparison: 'like', value: 'C%' } as const
    expect(await es.customers.nextNumber({ filter })).toBe('C12')
    expect(sent[0]?.variables).toEqual({ companyId: 7, options: { filter: [filter] } })
  })
})

describe('what was seen on Moloni ON only', () => {
  const calls = (es: ReturnType<typeof scripted>['es']) => [
    () => es.customers.delete(1),
    () => all(es.companies.list()),
    () => all(es.documents.list()),
    () => es.invoiceReceipts.get(1),
    () => all(es.invoiceReceipts.list()),
    () => es.invoices.nullify({ documentId: 1 }),
    () => es.hooks.modelOperations(),
  ]

  it('is not sent to Moloni Spain', async () => {
    const { es, sent } = scripted([page('x', [])])
    for (const call of calls(es)) {
      await expect(call()).rejects.toMatchObject({
        name: 'UsageError',
        code: 'not_proven_on_es',
        hint: expect.stringMatching(/es\.probe.*extras/),
      })
    }
    expect(sent).toHaveLength(0)
  })

  it('is sent where the account is known to have it, and nothing more', async () => {
    const { es, sent } = scripted([page('invoiceReceipts', [])], { extras: ['invoiceReceipts'] })
    await all(es.invoiceReceipts.list())
    await expect(es.invoiceReceipts.get(1)).rejects.toMatchObject({ code: 'not_proven_on_es' })
    expect(sent).toHaveLength(1)
  })

  it('is sent to Moloni ON', async () => {
    const { es, sent } = scripted([root('invoiceReceiptGetPDF', true)], { platform: 'on' })
    expect(await es.invoiceReceipts.getPdf(1)).toBe(true)
    expect(sent).toHaveLength(1)
  })
})

describe('wrong options', () => {
  it.each([
    [{ token: '' }, 'missing_option'],
    [{ companyId: 0 }, 'invalid_option'],
    [{ companyId: 1.5 }, 'invalid_option'],
    [{ baseUrl: 'moloni' }, 'invalid_option'],
    [{ timeout: 0 }, 'invalid_option'],
    [{ budget: { perSecond: 0 } }, 'invalid_option'],
    [{ retry: { retries: -1 } }, 'invalid_option'],
  ] as const)('%o', (wrong, code) => {
    expect(() => createEsClient({ token: 'x', ...wrong })).toThrowError(
      expect.objectContaining({ name: 'UsageError', code }),
    )
  })

  it.each([[{}], [{ token: null }], [{ token: 'x', platform: 'pt' }], [{ token: 'x', companyID: 5 }]])(
    'in plain JavaScript: %o',
    (wrong) => {
      expect(() => Reflect.apply(createEsClient, undefined, [wrong])).toThrowError(
        expect.objectContaining({ name: 'UsageError' }),
      )
    },
  )
})

describe('several clients', () => {
  it('share nothing', async () => {
    const [one, two] = [
      scripted([answer('{}', 404)]),
      scripted([answer('{}', 404)], { companyId: 8, token: 'other' }),
    ]
    await Promise.allSettled([one.es.customers.get(1), two.es.customers.get(1)])
    expect([one.sent.length, two.sent.length]).toEqual([1, 1])
    expect(two.sent[0]).toMatchObject({
      headers: { authorization: 'Bearer other' },
      variables: { companyId: 8 },
    })
  })
})
