import { describe, expect, it } from 'vitest'
import type { Fault, PtEmulatorOptions } from '../../src/testing/index.ts'
import { company_id, customer, furnish, invoice, list, rig } from './support.ts'

async function troubled(options: PtEmulatorOptions = {}) {
  const world = await rig(options)
  const ids = await furnish(world)
  const plan = (fault: Fault | Fault[], on: string | RegExp = 'invoices/insert') =>
    world.emulator.faults.plan({ on, fault })
  const insert = (signal?: AbortSignal) =>
    world.send('invoices/insert', {
      query: { json: 'true' },
      body: JSON.stringify({ company_id, ...invoice(ids, { our_reference: 'OT-1' }) }),
      ...(signal ? { signal } : {}),
    })
  const found = async () => list(await world.call('documents/getAll', { our_reference: 'OT-1' })).length
  const made = () => world.company.documents.length
  return { ...world, ids, plan, insert, found, made }
}

/** Lets everything that waits on promises go on. */
const tick = () => new Promise((resolve) => setImmediate(resolve))

describe('planning', () => {
  it('hits the nth matching requests, as often as told', async () => {
    const { emulator, send } = await troubled()
    emulator.faults.plan({ on: /getAll$/, nth: 2, times: 2, fault: { kind: 'status', status: 503 } })
    const statuses = []
    for (let call = 0; call < 5; call++) statuses.push((await send('companies/getAll')).status)
    expect(statuses).toEqual([200, 503, 503, 200, 200])
  })

  it('shows what is pending and forgets it', async () => {
    const { emulator, send } = await troubled()
    emulator.faults.plan({ on: '*', times: Number.POSITIVE_INFINITY, fault: { kind: 'status', status: 500 } })
    expect(emulator.faults.pending).toHaveLength(1)
    expect((await send('companies/getAll')).status).toBe(500)
    expect(emulator.faults.pending).toHaveLength(1)
    emulator.faults.clear()
    expect(emulator.faults.pending).toEqual([])
    expect((await send('companies/getAll')).status).toBe(200)
  })

  it('takes several faults for one request', async () => {
    const { plan, insert, clock, made } = await troubled()
    plan([
      { kind: 'latency', ms: 100 },
      { kind: 'cut', when: 'after' },
    ])
    const pending = insert()
    await tick()
    expect(made()).toBe(0)
    const outcome = expect(pending).rejects.toThrow(TypeError)
    await clock.advance(100)
    await outcome
    expect(made()).toBe(1)
  })

  it('spares other methods', async () => {
    const { plan, send } = await troubled()
    plan({ kind: 'status', status: 500 })
    expect((await send('companies/getAll')).status).toBe(200)
  })
})

describe('status', () => {
  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('500 %s the effect', async (when, documents) => {
    const { plan, insert, made, found } = await troubled()
    plan({ kind: 'status', status: 500, when })
    expect((await insert()).status).toBe(500)
    expect(made()).toBe(documents)
    expect(await found()).toBe(documents)
  })

  it('429 with and without Retry-After', async () => {
    const { plan, insert, made } = await troubled()
    plan({ kind: 'status', status: 429, retryAfter: 7 })
    plan({ kind: 'status', status: 429 })
    expect((await insert()).headers.get('retry-after')).toBe('7')
    const second = await insert()
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, null])
    expect(made()).toBe(0)
  })

  it('on a grant', async () => {
    const { plan, grant, emulator } = await troubled()
    const { username = '', password = '' } = emulator.credentials.users[0] ?? {}
    const before = emulator.state.oauth.refreshTokens.length
    plan({ kind: 'status', status: 500, when: 'after' }, 'grant')
    const params = { grant_type: 'password', username, password }
    expect((await grant(params)).status).toBe(500)
    expect(emulator.state.oauth.refreshTokens).toHaveLength(before + 1)
    expect((await grant(params)).status).toBe(200)
  })
})

describe('cut', () => {
  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('%s the effect', async (when, documents) => {
    const { plan, insert, found, emulator } = await troubled()
    plan({ kind: 'cut', when })
    await expect(insert()).rejects.toThrow(TypeError)
    expect(emulator.requests.at(-1)).toMatchObject({ path: 'invoices/insert', status: 0 })
    expect(await found()).toBe(documents)
  })
})

describe('html', () => {
  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('%s the effect', async (when, documents) => {
    const { plan, insert, made } = await troubled()
    plan({ kind: 'html', when })
    const response = await insert()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain('<title>')
    expect(made()).toBe(documents)
  })

  it('with a status of trouble', async () => {
    const { plan, insert } = await troubled()
    plan({ kind: 'html', status: 502 })
    expect((await insert()).status).toBe(502)
  })
})

describe('waiting', () => {
  it('passes on the emulated clock', async () => {
    const { plan, insert, clock } = await troubled()
    plan({ kind: 'latency', ms: 5_000 })
    let answered = false
    const pending = insert().then((response) => {
      answered = true
      return response
    })
    await tick()
    await clock.advance(4_999)
    expect(answered).toBe(false)
    await clock.advance(1)
    expect((await pending).status).toBe(200)
  })

  it('ends when the client gives up, with its reason and without the effect', async () => {
    const { plan, insert, clock, made } = await troubled()
    plan({ kind: 'latency', ms: 5_000 })
    const controller = new AbortController()
    const pending = insert(controller.signal)
    const outcome = expect(pending).rejects.toThrow('enough')
    controller.abort(new Error('enough'))
    await outcome
    await clock.advance(10_000)
    expect(made()).toBe(0)
  })

  it('never ends on a hang, until the client gives up', async () => {
    const { plan, insert, made } = await troubled()
    plan({ kind: 'hang', when: 'after' })
    const controller = new AbortController()
    const outcome = expect(insert(controller.signal)).rejects.toMatchObject({ name: 'AbortError' })
    await tick()
    controller.abort()
    await outcome
    expect(made()).toBe(1)
  })

  it('can come in the middle of a body', async () => {
    const { plan, insert, made } = await troubled()
    plan({ kind: 'stall' })
    const controller = new AbortController()
    const response = await insert(controller.signal)
    const body = expect(response.text()).rejects.toMatchObject({ name: 'AbortError' })
    controller.abort()
    await body
    expect(made()).toBe(1)
  })

  it('is over at once for a client that has given up before', async () => {
    const { insert, made } = await troubled()
    await expect(insert(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
    expect(made()).toBe(0)
  })
})

describe('a late effect', () => {
  it('lands after the client gave up', async () => {
    const { plan, insert, clock, found } = await troubled()
    plan({ kind: 'late', ms: 60_000 })
    const controller = new AbortController()
    const outcome = expect(insert(controller.signal)).rejects.toMatchObject({ name: 'AbortError' })
    await tick()
    controller.abort()
    await outcome
    expect(await found()).toBe(0)
    await clock.advance(59_999)
    expect(await found()).toBe(0)
    await clock.advance(1)
    expect(await found()).toBe(1)
  })

  it('lands after the connection was cut', async () => {
    const { plan, insert, clock, made } = await troubled()
    plan({ kind: 'late', ms: 1_000, answer: 'cut' })
    await expect(insert()).rejects.toThrow(TypeError)
    expect(made()).toBe(0)
    await clock.advance(1_000)
    expect(made()).toBe(1)
  })

  it('is answered to a client that waits', async () => {
    const { plan, insert, clock } = await troubled()
    plan({ kind: 'late', ms: 1_000 })
    const pending = insert()
    await tick()
    await clock.advance(1_000)
    expect(await (await pending).json()).toMatchObject({ valid: 1 })
  })

  it('is judged when it lands', async () => {
    const { plan, insert, clock, call, made } = await troubled()
    plan({ kind: 'late', ms: 1_000, answer: 'cut' })
    await expect(insert()).rejects.toThrow(TypeError)
    await call('customers/delete', {
      customer_id: list(await call('customers/getByNumber', { number: '1001' }))[0]?.customer_id,
    })
    await clock.advance(1_000)
    expect(made()).toBe(0)
  })

  it('is not had by a call that was not let in', async () => {
    const { plan, send, emulator } = await troubled()
    plan({ kind: 'late', ms: 1_000 })
    expect((await send('invoices/insert', { token: 'nonsense' })).status).toBe(401)
    expect(emulator.state.late).toEqual([])
  })

  it('may be a grant', async () => {
    const { plan, grant, emulator, clock } = await troubled()
    const { username = '', password = '' } = emulator.credentials.users[0] ?? {}
    const before = emulator.state.oauth.refreshTokens.length
    plan({ kind: 'late', ms: 1_000, answer: 'cut' }, 'grant')
    await expect(grant({ grant_type: 'password', username, password })).rejects.toThrow(TypeError)
    expect(emulator.state.oauth.refreshTokens).toHaveLength(before)
    await clock.advance(1_000)
    expect(emulator.state.oauth.refreshTokens).toHaveLength(before + 1)
  })
})

describe('lag', () => {
  it('hides a new record from lists and searches, not from its own id', async () => {
    const { plan, insert, call, clock, found } = await troubled()
    plan({ kind: 'lag', ms: 30_000 })
    const { document_id } = Object(await (await insert()).json())
    expect(await found()).toBe(0)
    expect(await call('documents/count')).toEqual({ count: '0' })
    expect(await call('documents/getOne', { our_reference: 'OT-1' })).toEqual([])
    expect(await call('invoices/getOne', { document_id })).toMatchObject({ document_id })
    await clock.advance(30_000)
    expect(await found()).toBe(1)
  })

  it('works for entities', async () => {
    const { plan, call, clock } = await troubled()
    plan({ kind: 'lag', ms: 30_000 }, 'customers/insert')
    await call('customers/insert', { ...customer, number: '2002' })
    expect(await call('customers/getByNumber', { number: '2002' })).toEqual([])
    await clock.advance(30_000)
    expect(await call('customers/getByNumber', { number: '2002' })).toHaveLength(1)
  })
})

describe('a late effect with a lag', () => {
  it('is shown that much after it landed', async () => {
    const { plan, insert, clock, found, made } = await troubled()
    plan([
      { kind: 'late', ms: 1_000, answer: 'cut' },
      { kind: 'lag', ms: 2_000 },
    ])
    await expect(insert()).rejects.toThrow(TypeError)
    await clock.advance(2_999)
    expect([made(), await found()]).toEqual([1, 0])
    await clock.advance(1)
    expect(await found()).toBe(1)
  })
})

describe('tokens and filters', () => {
  it('an access token ends in the middle, and stays ended', async () => {
    const { plan, insert, made } = await troubled()
    plan({ kind: 'expire' })
    expect(await (await insert()).json()).toMatchObject({ error: 'expired_token' })
    expect((await insert()).status).toBe(401)
    expect(made()).toBe(0)
  })

  it('a list ignores its filters', async () => {
    const { plan, insert, call } = await troubled()
    await insert()
    plan({ kind: 'ignoreFilter' }, 'documents/getAll')
    expect(await call('documents/getAll', { our_reference: 'something else' })).toHaveLength(1)
    expect(await call('documents/getAll', { our_reference: 'something else' })).toEqual([])
  })

  it('a list refuses its filters', async () => {
    const { plan, call } = await troubled()
    plan({ kind: 'refuseFilter' }, 'documents/getAll')
    expect(await call('documents/getAll', { our_reference: 'x', qty: 5 })).toEqual(['5 our_reference []'])
  })
})
