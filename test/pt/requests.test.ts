import { describe, expect, it } from 'vitest'
import { createPtClient, type PtClientOptions } from '../../src/pt/index.ts'
import { answer, scripted } from './support.ts'

const invoice = {
  date: '2026-03-02',
  expiration_date: '2026-04-02',
  document_set_id: 1,
  customer_id: 2,
  products: [{ product_id: 3, name: 'Cabo', qty: 2, price: 1.5, taxes: [{ tax_id: 4, value: 23 }] }],
}
const done = answer({ valid: 1, document_id: 9 })

describe('a request', () => {
  it('is a JSON body, announced as such, to the documented address', async () => {
    const { pt, sent } = scripted([done])
    expect(await pt.invoices.insert(invoice)).toEqual({ valid: 1, document_id: 9 })
    const [request] = sent
    expect(request?.url.href).toBe(
      'https://api.moloni.pt/v1/invoices/insert/?access_token=the-token&json=true&human_errors=true',
    )
    expect([request?.method, request?.contentType]).toEqual(['POST', 'application/json'])
    expect(JSON.parse(request?.text ?? '')).toEqual({ ...invoice, company_id: 7 })
  })

  it('may be a form, which is not announced', async () => {
    const { pt, sent } = scripted([done], { body: 'form', humanErrors: false, version: 'v2' })
    await pt.invoices.insert(invoice)
    expect(sent[0]?.url.href).toBe('https://api.moloni.pt/v2/invoices/insert/?access_token=the-token')
    expect(new URLSearchParams(sent[0]?.text).get('products[0][taxes][0][value]')).toBe('23')
  })

  it('without a field has no body and no content type', async () => {
    const { pt, sent } = scripted([answer([])])
    await pt.companies.getAll()
    expect([sent[0]?.text, sent[0]?.contentType, sent[0]?.url.searchParams.get('json')]).toEqual([
      '',
      null,
      null,
    ])
  })

  it('encodes a token that is not made for addresses', async () => {
    const { pt, sent } = scripted([answer([])], { token: 'a&b=c d' })
    await pt.countries.getAll()
    expect(sent[0]?.url.searchParams.get('access_token')).toBe('a&b=c d')
  })

  it('goes to another server by the same path', async () => {
    const { pt, sent } = scripted([answer([])], { baseUrl: 'http://127.0.0.1:4000/whatever' })
    await pt.countries.getAll()
    expect(sent[0]?.url.href).toMatch(/^http:\/\/127\.0\.0\.1:4000\/v1\/countries\/getAll\/\?/)
  })
})

describe('the company', () => {
  const body = (text: string | undefined) => JSON.parse(text || '{}')

  it('named by a call wins over that of the client', async () => {
    const { pt, sent } = scripted([answer([])])
    await pt.customers.getAll({ company_id: 99 })
    expect(body(sent[0]?.text)).toEqual({ company_id: 99 })
  })

  it('is not sent to endpoints that take none', async () => {
    const { pt, sent } = scripted([answer([])])
    await pt.fiscalZones.getAll({ country_id: 1 })
    expect(body(sent[0]?.text)).toEqual({ country_id: 1 })
  })

  it('must be known', async () => {
    const { pt, sent } = scripted([answer([])], { companyId: undefined })
    await expect(pt.customers.getAll()).rejects.toMatchObject({ name: 'UsageError', code: 'company_missing' })
    await expect(pt.call('customers/getAll')).rejects.toMatchObject({ code: 'company_missing' })
    expect(sent).toHaveLength(0)
  })
})

describe('parameters are checked before anything is sent', () => {
  const { pt, sent } = scripted([answer([])])
  /** As plain JavaScript would call it. */
  const loosely = (group: keyof typeof pt, method: string, ...args: unknown[]): Promise<unknown> =>
    Reflect.apply(Reflect.get(pt[group], method), undefined, args)

  it.each([
    ['a mistyped filter', 'customers', 'getByVat', { vat: '1', exat: 1 }, 'exat'],
    ['a filter of the wrong type', 'documents', 'getAll', { customer_id: 'all' }, 'customer_id'],
    ['not a number', 'documents', 'getAll', { year: Number.NaN }, 'year'],
    ['a missing filter', 'products', 'getAll', {}, 'category_id'],
    ['a date in another order', 'documents', 'getAll', { date: '02-03-2026' }, 'date'],
    [
      'a 12-hour clock',
      'customers',
      'getModifiedSince',
      { lastmodified: '2026-03-02 03:00 PM' },
      'lastmodified',
    ],
    ['what to delete', 'invoices', 'delete', {}, 'document_id'],
    ['an unknown field in a line', 'invoices', 'insert', { products: [{ prise: 1 }] }, 'products[0].prise'],
    [
      'a wrong type in a tax',
      'invoices',
      'insert',
      { products: [{ taxes: [{ tax_id: {} }] }] },
      'products[0].taxes[0].tax_id',
    ],
    ['a list in place of an object', 'customers', 'getAll', [], 'object'],
  ] as const)('%s is named', async (_what, group, method, params, named) => {
    await expect(loosely(group, method, params)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'invalid_params',
      message: expect.stringContaining(named),
    })
    expect(sent).toHaveLength(0)
  })

  it('but which fields a change needs is left to Moloni', async () => {
    const client = scripted([answer(['1 vat', '1 name'])])
    const partly: unknown = client.pt.customers.insert
    await expect(Reflect.apply(Object(partly), undefined, [{ number: '5' }])).rejects.toMatchObject({
      fields: [{ path: 'vat', code: 'required' }, { path: 'name' }],
    })
    expect(client.sent).toHaveLength(1)
  })

  it('values are not repeated in the message', async () => {
    const error: unknown = await loosely('users', 'signUp', { password: { hidden: 'hunter2' } }).catch(
      (caught) => caught,
    )
    expect(JSON.stringify(error)).toContain('password')
    expect(JSON.stringify(error)).not.toContain('hunter2')
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
    expect(() => createPtClient({ token: 'x', ...wrong })).toThrowError(
      expect.objectContaining({ name: 'UsageError', code }),
    )
  })

  it.each([[{}], [{ token: null }], [{ token: 'x', body: 'xml' }], [{ token: 'x', version: 'v9' }]])(
    'in plain JavaScript: %o',
    (wrong) => {
      const call = (options: unknown) => Reflect.apply(createPtClient, undefined, [options])
      expect(() => call(wrong)).toThrowError(expect.objectContaining({ name: 'UsageError' }))
    },
  )
})

describe('the escape hatch', () => {
  it('reaches endpoints that have no method, with the company', async () => {
    const { pt, sent } = scripted([answer([{ x: 1 }])])
    expect(await pt.call('vehicles/getAll', { qty: 5 })).toEqual([{ x: 1 }])
    expect(sent[0]?.url.pathname).toBe('/v1/vehicles/getAll/')
    expect(JSON.parse(sent[0]?.text ?? '')).toEqual({ company_id: 7, qty: 5 })
  })

  it.each([
    ['vehicles/getAll', undefined, 4],
    ['vehicles/countModifiedSince', undefined, 4],
    ['vehicles/insert', undefined, 1],
    ['vehicles/lookUp', undefined, 1],
    ['vehicles/lookUp', 'read', 4],
    ['companies/freeSlug', undefined, 4],
    ['invoices/insert', undefined, 1],
  ] as const)('%s (%s) is sent %i times when the server is in trouble', async (path, kind, times) => {
    const { pt, sent } = scripted([answer('{}', 503)])
    await expect(pt.call(path, {}, undefined, { kind })).rejects.toMatchObject({ code: 'http_503' })
    expect(sent).toHaveLength(times)
  })

  it.each([
    ['vehicles/insert', ['1 name'], 'validation'],
    ['vehicles/getAll', [{ code: '2 x 1 0', description: 'Field' }], 'validation'],
    ['vehicles/delete', { valid: 0 }, 'refused'],
    ['vehicles/insert', [], undefined],
    ['vehicles/getAll', [{ code: 'PT', description: 'Portugal', id: 1 }], undefined],
    ['companies/freeSlug', { valid: 0 }, undefined],
  ])('%s knows the refusals in %j', async (path, body, code) => {
    const calling = scripted([answer(body)]).pt.call(path)
    if (code) await expect(calling).rejects.toMatchObject({ code })
    else expect(await calling).toEqual(body)
  })

  it.each([
    [''],
    ['customers'],
    ['customers/getAll/x'],
    ['https://example.com/x'],
    ['../grant'],
    ['customers/get All'],
  ])('refuses the path %j', async (path) => {
    const { pt, sent } = scripted([answer([])])
    await expect(pt.call(path)).rejects.toMatchObject({ code: 'invalid_path' })
    expect(sent).toHaveLength(0)
  })
})

describe('several clients', () => {
  it('share nothing', async () => {
    const options: Partial<PtClientOptions> = { companyId: 8, token: 'other' }
    const [one, two] = [scripted([answer([])]), scripted([answer([])], options)]
    await Promise.all([one.pt.customers.getAll(), two.pt.customers.getAll()])
    expect([one.sent.length, two.sent.length]).toEqual([1, 1])
    expect(two.sent[0]?.url.searchParams.get('access_token')).toBe('other')
  })
})
