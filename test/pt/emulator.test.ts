import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createPtClient, type PtClient, type PtClientOptions } from '../../src/pt/index.ts'
import { createPtEmulator, mswHandlers, seedInstaller, serve } from '../../src/testing/index.ts'
import { loggedIn } from '../oauth/support.ts'
import { fakeClock } from '../support/fake-clock.ts'

/** A logged-in client on an emulated installer; the returned clock stands still. */
async function installer(options: Partial<PtClientOptions> = {}) {
  const parts = await loggedIn()
  const company = seedInstaller(parts.emulator, { customers: 137, products: 60 })
  const client = (own: Partial<PtClientOptions> = {}) =>
    createPtClient({ token: parts.tokens, companyId: company.company_id, budget: false, ...options, ...own })
  return { ...parts, company, client }
}

async function draft(pt: PtClient) {
  const [set] = await pt.documentSets.getAll()
  const [customer] = await pt.customers.getAll({ qty: 1 })
  const [product] = await pt.products.getModifiedSince({ lastmodified: '2000-01-01', qty: 1 })
  const taxes = await pt.taxes.getAll({ fiscal_zone: 'PT' })
  const tax = taxes.find(({ value }) => value === 23)
  return {
    date: '2026-03-02',
    expiration_date: '2026-04-01',
    document_set_id: set?.document_set_id ?? 0,
    customer_id: customer?.customer_id ?? 0,
    our_reference: 'OBRA-1',
    products: [
      {
        product_id: product?.product_id ?? 0,
        name: product?.name ?? '',
        qty: 3,
        price: 2.37,
        taxes: [{ tax_id: tax?.tax_id ?? 0, value: tax?.value ?? 0, order: 1, cumulative: 0 }],
      },
    ],
  }
}

describe('on the real host names, any other request being an error', () => {
  let server: ReturnType<typeof setupServer> | undefined
  const on = async (options: Partial<PtClientOptions> = {}) => {
    const parts = await installer(options)
    server = setupServer(...mswHandlers(parts.emulator))
    server.listen({ onUnhandledRequest: 'error' })
    return { ...parts, pt: parts.client() }
  }
  afterEach(() => server?.close())

  it.each([['json'], ['form']] as const)(
    'an invoice is drafted, found, changed, closed and then fixed (%s)',
    async (body) => {
      const { pt } = await on({ body, strict: true })
      const fields = await draft(pt)
      const { document_id } = await pt.invoices.insert(fields)
      const [found, ...others] = await pt.documents.getAll({ our_reference: 'OBRA-1' })
      expect(others).toEqual([])
      expect(found).toMatchObject({
        document_id,
        number: -1,
        status: 0,
        net_value: 8.75,
        our_reference: 'OBRA-1',
      })

      await pt.invoices.update({ document_id, notes: 'Obrigado' })
      await pt.invoices.update({ document_id, status: 1 })
      const closed = await pt.invoices.getOne({ document_id })
      expect(closed).toMatchObject({ status: 1, net_value: 8.75, notes: 'Obrigado' })
      expect(closed.number).toBeGreaterThan(0)
      expect(closed.products).toHaveLength(1)

      await expect(pt.invoices.update({ document_id, notes: 'x' })).rejects.toMatchObject({
        name: 'RefusedError',
      })
      await expect(pt.invoices.delete({ document_id })).rejects.toMatchObject({ name: 'RefusedError' })
    },
  )

  it('refusals come back as coded errors', async () => {
    const { pt } = await on()
    const fields = await draft(pt)
    await expect(pt.invoices.insert({ ...fields, products: [] })).rejects.toMatchObject({
      name: 'ValidationError',
      fields: [{ path: 'products', code: 'required' }],
    })
    await expect(pt.invoices.getOne({ document_id: 987_654 })).rejects.toMatchObject({
      name: 'NotFoundError',
    })
    await expect(pt.customers.delete({ customer_id: 987_654 })).rejects.toMatchObject({
      name: 'RefusedError',
    })
    const [taken] = await pt.customers.getAll({ qty: 1 })
    const copy = {
      language_id: 1,
      address: 'Rua',
      city: 'Braga',
      country_id: 1,
      maturity_date_id: 0,
      payment_method_id: 0,
    }
    const zeros = { salesman_id: 0, payment_day: 0, discount: 0, credit_limit: 0, delivery_method_id: 0 }
    const again = { ...copy, ...zeros, name: 'Outro', vat: '999999990', number: taken?.number ?? '' }
    await expect(pt.customers.insert(again)).rejects.toMatchObject({
      fields: [{ path: 'number', code: 'unique' }],
    })
  })

  it('a list holds every row once, and counts agree', async () => {
    const { pt, company } = await on({ strict: true })
    const ids: number[] = []
    for await (const { customer_id } of pt.customers.list()) ids.push(customer_id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(company.customers.length)
    expect(await pt.customers.count()).toBe(ids.length)
  })

  it('products of all categories come through modifiedSince', async () => {
    const { pt, company } = await on({ strict: true })
    const ids = new Set<number>()
    for await (const { product_id } of pt.products.modifiedSince(new Date(0))) ids.add(product_id)
    expect(ids.size).toBe(company.products.length)
    expect(await pt.products.countModifiedSince({ lastmodified: '1970-01-01' })).toBe(ids.size)
  })

  it('every table is read without drift', async () => {
    const { pt } = await on({ strict: true })
    const since = { lastmodified: '2000-01-01' }
    const read = await Promise.all([
      pt.companies.getAll(),
      pt.users.getAll(),
      pt.measurementUnits.getAll(),
      pt.taxes.getModifiedSince(since),
      pt.taxExemptions.getAll(),
      pt.documentSets.getAll(),
      pt.paymentMethods.getAll(),
      pt.maturityDates.getAll(),
      pt.deliveryMethods.getAll(),
      pt.countries.getAll(),
      pt.languages.getAll(),
      pt.fiscalZones.getAll({ country_id: 1 }),
      pt.warehouses.getAll(),
      pt.productCategories.getAll({ parent_id: 0 }),
      pt.documents.getAllDocumentTypes({ language_id: 1 }),
    ])
    for (const rows of read) expect(rows.length).toBeGreaterThan(0)
    expect((await pt.users.getMe()).name).toMatch(/./)
    expect((await pt.companies.getOne()).company_id).toBeGreaterThan(0)
    expect(await pt.salesmen.getAll()).toBeInstanceOf(Array)
  })

  it('a creation whose answer is lost is sent once', async () => {
    const { pt, emulator } = await on()
    const fields = await draft(pt)
    emulator.faults.plan({ on: 'invoices/insert', fault: { kind: 'cut', when: 'after' } })
    await expect(pt.invoices.insert(fields)).rejects.toMatchObject({ code: 'network' })
    expect(await pt.documents.getAll({ our_reference: 'OBRA-1' })).toHaveLength(1)
    expect(emulator.requests.filter(({ path }) => path === 'invoices/insert')).toHaveLength(1)
  })
})

describe('over a real connection', () => {
  let served: Awaited<ReturnType<typeof serve>> | undefined
  let parts: Awaited<ReturnType<typeof installer>> | undefined
  beforeAll(async () => {
    parts = await installer()
    served = await serve(parts.emulator)
  })
  afterAll(() => served?.close())
  const on = (own: Partial<PtClientOptions> = {}) => {
    if (!parts || !served) throw new Error('not served')
    return {
      pt: parts.client({ baseUrl: served.url, retry: { baseMs: 1 }, ...own }),
      emulator: parts.emulator,
    }
  }

  it.each([
    ['a cut connection', { kind: 'cut' }],
    ['a 503', { kind: 'status', status: 503 }],
    ['too many requests', { kind: 'status', status: 429, retryAfter: 0 }],
    ['a web page', { kind: 'html' }],
  ] as const)('a read survives %s', async (_what, fault) => {
    const { pt, emulator } = on()
    emulator.faults.plan({ on: 'companies/getAll', fault, times: 2 })
    expect(await pt.companies.getAll()).not.toHaveLength(0)
    expect(emulator.faults.pending).toEqual([])
  })

  it.each([
    ['no answer', { kind: 'hang' }],
    ['half an answer', { kind: 'stall' }],
  ] as const)('the time limit ends %s', async (_what, fault) => {
    const { pt, emulator } = on({ timeout: 100, retry: false })
    emulator.faults.plan({ on: 'companies/getAll', fault })
    await expect(pt.companies.getAll()).rejects.toMatchObject({ name: 'TimeoutError', code: 'timeout' })
  })

  it('an abort ends a call at once', async () => {
    const { pt, emulator } = on()
    emulator.faults.plan({ on: 'companies/getAll', fault: { kind: 'hang' } })
    const abort = new AbortController()
    const calling = pt.companies.getAll({}, { signal: abort.signal })
    abort.abort('enough')
    await expect(calling).rejects.toBe('enough')
    emulator.faults.clear()
  })

  it('the budget of the client is kept', async () => {
    const { pt } = on({ budget: { concurrency: 1, perSecond: 1000 } })
    expect(await Promise.all([pt.countries.getAll(), pt.languages.getAll(), pt.users.getAll()])).toHaveLength(
      3,
    )
  })
})

describe('the time of the server', () => {
  it('reaches the hooks', async () => {
    const clock = fakeClock('2026-03-02T09:00:00.400Z')
    const emulator = createPtEmulator({ clock })
    const dates: (number | undefined)[] = []
    const pt = createPtClient({
      token: 'nobody',
      fetch: (request) => emulator.fetch(request),
      hooks: { onResponse: ({ serverDate }) => dates.push(serverDate) },
    })
    await expect(pt.companies.getAll()).rejects.toMatchObject({ code: 'access_refused' })
    expect(dates).toEqual([Date.parse('2026-03-02T09:00:00Z')])
  })
})
