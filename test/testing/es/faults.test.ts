import { describe, expect, it } from 'vitest'
import type { EsEmulatorOptions, Fault } from '../../../src/testing/index.ts'
import { at, bases, rig } from './support.ts'

const create = `mutation customerCreate($companyId: Int!, $data: CustomerInsert!) {
  customerCreate(companyId: $companyId, data: $data) { errors { field msg } data { customerId } } }`
const list = `query customers($companyId: Int!, $options: CustomerOptions) {
  customers(companyId: $companyId, options: $options) { errors { field msg } data { number } options { pagination { count } } } }`
const data = { number: '7', name: 'Ana', countryId: 70, languageId: 2 }

async function world(options: EsEmulatorOptions = {}) {
  const made = await rig(options)
  const plan = (on: string | RegExp, fault: Fault | Fault[], more: { nth?: number; times?: number } = {}) =>
    made.emulator.faults.plan({ on, fault, ...more })
  const add = (init?: RequestInit) => made.send(create, { data }, init)
  const numbers = () => made.company.customers.map(({ number }) => number)
  const signal = new AbortController()
  const init = {
    headers: { 'content-type': 'application/json', authorization: `Bearer ${made.token}` },
    signal: signal.signal,
  }
  return { ...made, plan, add, numbers, abort: () => signal.abort(), init }
}

describe('trouble by the name of the root operation', () => {
  it('is a status, a page or a cut line, before the effect or after it', async () => {
    const { plan, add, numbers, raw, init } = await world()
    plan('customerCreate', { kind: 'status', status: 503, retryAfter: 7 })
    plan('customerCreate', { kind: 'cut' }, { nth: 2 })
    const response = await raw('', {
      method: 'POST',
      ...init,
      body: JSON.stringify({ query: create, variables: { data } }),
    })
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '7'])
    await expect(add()).rejects.toThrow('fetch failed')
    expect(numbers()).toEqual(['1'])
    plan('customerCreate', { kind: 'cut', when: 'after' })
    await expect(add()).rejects.toThrow('fetch failed')
    expect(numbers()).toEqual(['1', '7'])
    plan(/^customers?$/, { kind: 'html', status: 200 })
    await expect(add()).resolves.toMatchObject({ status: 200 })
    await expect(rawList()).resolves.toContain('<!DOCTYPE html>')

    async function rawList() {
      const body = JSON.stringify({ query: list, variables: { companyId: 8317 } })
      return (await raw('', { method: 'POST', ...init, body })).text()
    }
  })

  it('waits for its turn, and hits nothing else', async () => {
    const { plan, add, call, emulator } = await world()
    plan('customerUpdate', { kind: 'cut' })
    plan('*', { kind: 'status', status: 429 }, { nth: 2 })
    expect((await add()).status).toBe(200)
    await call('{ me { data { name } } }').catch(() => undefined)
    expect(emulator.requests.at(-1)?.status).toBe(429)
    expect(emulator.faults.pending).toHaveLength(1)
  })

  it('hits grants and pages of the login', async () => {
    const { plan, emulator } = await world()
    plan('grant', { kind: 'status', status: 500 })
    plan('authorize', { kind: 'html', status: 502 })
    const grant = await emulator.fetch(new Request(`${bases.es}/auth/grant`, { method: 'POST', body: 'a=1' }))
    expect(grant.status).toBe(500)
    const page = await emulator.fetch(new Request(`${bases.es}/auth/authorize`))
    expect(page.status).toBe(502)
  })

  it('hangs and stalls until the client gives up', async () => {
    const { plan, add, numbers, abort, init, raw } = await world()
    plan('customerCreate', { kind: 'stall' })
    const body = JSON.stringify({ query: create, variables: { companyId: 8317, data } })
    const stalled = await raw('', { method: 'POST', ...init, body })
    expect(numbers()).toEqual(['1', '7'])
    const reading = stalled.text()
    plan('customerCreate', { kind: 'hang' })
    const hanging = add(init)
    abort()
    await expect(reading).rejects.toThrow()
    await expect(hanging).rejects.toThrow()
    expect(numbers()).toEqual(['1', '7'])
  })

  it('takes the token for expired', async () => {
    const { plan, add } = await world()
    plan('customerCreate', { kind: 'expire' })
    expect((await add()).status).toBe(401)
    expect((await add()).status).toBe(401)
  })
})

describe('an effect that comes late', () => {
  it('comes after the client gave up', async () => {
    const { plan, add, numbers, clock, emulator } = await world()
    plan('customerCreate', { kind: 'late', ms: 30_000, answer: 'cut' })
    await expect(add()).rejects.toThrow('fetch failed')
    expect(numbers()).toEqual(['1'])
    expect(emulator.state.late).toHaveLength(1)
    await clock.advance(30_000)
    expect(numbers()).toEqual(['1', '7'])
    expect(emulator.state.late).toEqual([])
  })

  it('answers whoever waits, by the rules of its time', async () => {
    const { plan, add, clock, emulator } = await world()
    plan('customerCreate', { kind: 'late', ms: 30_000 })
    const waiting = add()
    await new Promise((resolve) => setImmediate(resolve))
    emulator.person.create('customers', data)
    await clock.advance(30_000)
    expect(at((await waiting).body, 'data.customerCreate.errors')).toEqual([
      { field: 'number', msg: 'A customer with that number already exists for your company' },
    ])
  })

  it('comes in an emulator that goes on from the saved state', async () => {
    const { plan, add, emulator, clock } = await world()
    plan('customerCreate', { kind: 'late', ms: 30_000, answer: 'cut' })
    await expect(add()).rejects.toThrow()
    const saved = JSON.parse(JSON.stringify(emulator.state))
    const next = await rig({ state: saved }, '2026-03-02T09:00:29Z')
    expect(next.company.customers).toHaveLength(1)
    await next.clock.advance(1000)
    expect(at(await next.call(list), 'data.customers.options.pagination.count')).toBe(2)
    expect(clock.now()).toBeLessThan(next.clock.now())
  })

  it('renews a login too', async () => {
    const { plan, emulator, clock, raw } = await world()
    const { clientId: apiClientId, clientSecret } = emulator.credentials
    const refreshToken = emulator.state.auth.refreshTokens[0]?.token ?? ''
    plan('grant', { kind: 'late', ms: 5000, answer: 'cut' })
    const body = new URLSearchParams({ grantType: 'refresh_token', apiClientId, clientSecret, refreshToken })
    await expect(raw('/auth/grant', { method: 'POST', body })).rejects.toThrow()
    await clock.advance(5000)
    expect(emulator.state.auth.refreshTokens).toHaveLength(2)
  })
})

describe('lists', () => {
  it('do not show what lags, but single reads do', async () => {
    const { plan, add, call, clock } = await world()
    plan('customerCreate', { kind: 'lag', ms: 10_000 })
    const customerId = at((await add()).body, 'data.customerCreate.data.customerId')
    expect(at(await call(list), 'data.customers.options.pagination.count')).toBe(1)
    const one =
      'query($companyId: Int!, $customerId: Int!) { customer(companyId: $companyId, customerId: $customerId) { data { name } } }'
    expect(at(await call(one, { customerId }), 'data.customer.data.name')).toBe('Ana')
    await clock.advance(10_000)
    expect(at(await call(list), 'data.customers.options.pagination.count')).toBe(2)
  })

  it('ignore their filter, or refuse it', async () => {
    const { plan, add, call } = await world()
    await add()
    const options = { filter: { field: 'number', comparison: 'eq', value: '7' } }
    plan('customers', { kind: 'ignoreFilter' })
    plan('customers', { kind: 'refuseFilter' }, { nth: 2 })
    expect(at(await call(list, { options }), 'data.customers.options.pagination.count')).toBe(2)
    expect(at(await call(list, { options }), 'data.customers')).toMatchObject({
      errors: [{ field: 'filter', msg: 'Invalid filter field number' }],
      data: null,
    })
    plan('customers', { kind: 'refuseFilter' })
    expect(at(await call(list), 'data.customers.errors')).toEqual([])
    expect(at(await call(list, { options }), 'data.customers.options.pagination.count')).toBe(1)
  })
})

it('a request that was given up does not begin', async () => {
  const { add, numbers, abort, init } = await world()
  abort()
  await expect(add(init)).rejects.toThrow()
  expect(numbers()).toEqual(['1'])
})
