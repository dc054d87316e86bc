import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EngineEvent, Store, SyncEngine } from '../../src/sync/index.ts'
import { connected, openWorld, REDIRECT, type World } from '../support/engine.ts'
import { requestsTo } from '../support/moloni-rows.ts'

const MINUTE = 60_000
const DAY = 86_400_000

let world: World
let engine: SyncEngine
let events: EngineEvent[]
beforeEach(() => {
  world = openWorld({ customers: 12, products: 8 })
  events = []
  engine = world.engine({ on: (event) => events.push(event) })
})
afterEach(() => world.close())

/** Begins a login and lets the page approve it; answers where the person comes back to. */
async function visit(options: { connectionId?: string } = {}) {
  const start = await engine.connect({ platform: 'pt', ...options })
  const page = await fetch(start.authorizeUrl, { redirect: 'manual' })
  return { ...start, callback: page.headers.get('location') ?? '' }
}
const without = (callback: string, name: string) => {
  const url = new URL(callback)
  url.searchParams.delete(name)
  return url
}

describe('connect', () => {
  test.each([
    ['a platform without an application', { platform: 'es' }, 'platform_not_configured'],
    ['an unknown platform', { platform: 'xx' }, 'invalid_option'],
    ['no platform', {}, 'invalid_option'],
    ['an id that is no id', { platform: 'pt', connectionId: 'a/b' }, 'invalid_option'],
    ['an empty id', { platform: 'pt', connectionId: '' }, 'invalid_option'],
    ['an id that is too long', { platform: 'pt', connectionId: 'x'.repeat(65) }, 'invalid_option'],
    [
      'wrong settings',
      { platform: 'pt', connectionId: 'w', settings: { exports: { kind: 'poem' } } },
      'invalid_settings',
    ],
  ])('refuses %s and stores nothing', async (_name, options, code) => {
    // Callers without types make such mistakes.
    await expect(engine.connect(options as never)).rejects.toMatchObject({ name: 'UsageError', code })
    expect((await world.store.scan('connection', { by: 'key', limit: 10 })).records).toEqual([])
  })

  test('refuses the id of a connection of another tenant', async () => {
    await engine.connect({ platform: 'pt', connectionId: 'one', tenant: 'a' })
    await expect(engine.connect({ platform: 'pt', connectionId: 'one', tenant: 'b' })).rejects.toMatchObject({
      code: 'connection_taken',
    })
  })

  test('keeps the state of the login by its hash only, and forgets old attempts', async () => {
    const { authorizeUrl } = await engine.connect({ platform: 'pt' })
    const state = authorizeUrl.searchParams.get('state') ?? ''
    expect(state.length).toBeGreaterThanOrEqual(32)
    const attempts = async () => (await world.store.scan('login', { by: 'key', limit: 100 })).records
    expect(JSON.stringify(await attempts())).not.toContain(state)
    for (let more = 0; more < 5; more++) {
      await world.clock.advance(11 * MINUTE)
      await engine.connect({ platform: 'pt' })
    }
    expect(await attempts()).toHaveLength(1)
  })
})

describe('calls on a connection that is not there', () => {
  const calls: [string, (id: string) => unknown][] = [
    ['sync', (id) => engine.sync(id)],
    ['preview', (id) => engine.preview(id)],
    ['companies', (id) => engine.companies(id)],
    ['selectCompany', (id) => engine.selectCompany(id, 1)],
    ['settings', (id) => engine.settings(id)],
    ['updateSettings', (id) => engine.updateSettings(id, {})],
    ['health', (id) => engine.health(id)],
    ['problems', (id) => engine.problems(id)],
    ['disconnect', (id) => engine.disconnect(id)],
  ]
  test.each(calls)('%s says so and what to do', async (_name, call) => {
    await expect(call('nobody')).rejects.toMatchObject({
      code: 'unknown_connection',
      hint: expect.stringMatching(/\w/),
    })
  })

  test.each(calls.filter(([name]) => /sync|preview|problems/.test(name)))(
    '%s without a company says what comes first',
    async (_name, call) => {
      const { connectionId, callback } = await visit()
      await expect(call(connectionId)).rejects.toMatchObject({
        code: 'company_missing',
        hint: 'Log in first.',
      })
      await engine.completeLogin(callback)
      await expect(call(connectionId)).rejects.toMatchObject({
        code: 'company_missing',
        hint: expect.stringContaining('selectCompany'),
      })
    },
  )
})

describe('completeLogin', () => {
  test('moves the connection from login to company to active', async () => {
    const { connectionId, callback } = await visit()
    expect((await engine.health(connectionId)).connection.state).toBe('login')
    expect(await engine.completeLogin(callback)).toMatchObject({ connectionId, state: 'company' })
    expect(await engine.selectCompany(connectionId, world.company.company_id)).toMatchObject({
      state: 'active',
    })
  })

  test.each([
    ['no query', `${REDIRECT}`],
    ['no code', `${REDIRECT}?state=x`],
    ['an empty code', `${REDIRECT}?code=&state=x`],
    ['two codes', `${REDIRECT}?code=a&code=b&state=x`],
    ['two states', `${REDIRECT}?code=a&state=x&state=y`],
    ['an empty state', `${REDIRECT}?code=a&state=`],
    ['nothing', ''],
    ['a text', 'hello there'],
  ])('refuses an address with %s, and the login goes on afterwards', async (_name, address) => {
    const { callback } = await visit()
    await expect(engine.completeLogin(address)).rejects.toMatchObject({ code: 'callback_malformed' })
    expect(await engine.completeLogin(callback)).toMatchObject({ state: 'company' })
  })

  test('a login that the person refuses is said so', async () => {
    const { callback } = await visit()
    const denied = `${REDIRECT}?error=access_denied&state=${new URL(callback).searchParams.get('state')}`
    await expect(engine.completeLogin(denied)).rejects.toMatchObject({
      code: 'login_denied',
      needsLogin: true,
    })
    expect(requestsTo(world, 'grant')).toHaveLength(0)
  })

  test('a state that was never given out is refused without a request', async () => {
    await visit()
    const forged = `${REDIRECT}?code=abc&state=${'0'.repeat(48)}`
    await expect(engine.completeLogin(forged)).rejects.toMatchObject({ code: 'state_mismatch' })
    expect(requestsTo(world, 'grant')).toHaveLength(0)
  })

  test('a callback counts once', async () => {
    const { callback } = await visit()
    await engine.completeLogin(callback)
    await expect(engine.completeLogin(callback)).rejects.toMatchObject({ code: 'state_mismatch' })
    expect(requestsTo(world, 'grant')).toHaveLength(1)
  })

  test('a callback that comes twice at the same time counts once', async () => {
    const { callback } = await visit()
    // All of them have read the attempt before the first one uses it up.
    let readers = 0
    const store: Store = {
      ...world.store,
      async read(collection, keys) {
        const records = await world.store.read(collection, keys)
        if (collection === 'login') {
          readers += 1
          while (readers < 4) await new Promise((resolve) => setImmediate(resolve))
        }
        return records
      },
    }
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map(() => world.engine({ store }).completeLogin(callback)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(requestsTo(world, 'grant')).toHaveLength(1)
  })

  test('a login that took longer than ten minutes is refused', async () => {
    const { callback } = await visit()
    await world.clock.advance(10 * MINUTE)
    await expect(engine.completeLogin(callback)).rejects.toMatchObject({ code: 'state_mismatch' })
    const inTime = await visit()
    await world.clock.advance(4 * MINUTE)
    expect(await engine.completeLogin(inTime.callback)).toMatchObject({ state: 'company' })
  })

  test('the state of another connection is refused', async () => {
    const mine = await visit({ connectionId: 'mine' })
    await visit({ connectionId: 'other' })
    await expect(engine.completeLogin(mine.callback, { connectionId: 'other' })).rejects.toMatchObject({
      code: 'state_mismatch',
    })
    expect((await engine.health('other')).login.state).toBe('none')
  })

  test('a callback without a state is refused, unless the host knows whose it is', async () => {
    const { connectionId, callback } = await visit()
    const bare = without(callback, 'state')
    await expect(engine.completeLogin(bare)).rejects.toMatchObject({ code: 'state_mismatch' })
    await expect(engine.completeLogin(bare, { connectionId: 'nobody' })).rejects.toMatchObject({
      code: 'unknown_connection',
    })
    expect(await engine.completeLogin(bare, { connectionId })).toMatchObject({
      connectionId,
      state: 'company',
    })
    await expect(engine.completeLogin(bare, { connectionId })).rejects.toMatchObject({
      code: 'state_mismatch',
    })
  })

  test.each([
    ['refused', { kind: 'status', status: 400 } as const],
    ['answered by a broken server', { kind: 'status', status: 500 } as const],
    ['cut', { kind: 'cut' } as const],
    ['never answered', { kind: 'hang' } as const],
  ])('a grant that is %s is asked once, uses the attempt up, and says what to do', async (name, fault) => {
    const { connectionId, callback } = await visit()
    world.emulator.faults.plan({ on: 'grant', times: Infinity, fault })
    const outcome = engine.completeLogin(callback).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (name === 'never answered') {
      while (requestsTo(world, 'grant').length === 0) await new Promise((resolve) => setImmediate(resolve))
      await world.clock.advance(5 * MINUTE)
    }
    const error = await outcome
    expect(error).toMatchObject({
      name: expect.stringMatching(/Error$/),
      hint: expect.stringMatching(/log ?in|login/i),
    })
    expect(requestsTo(world, 'grant')).toHaveLength(1)
    world.emulator.faults.clear()
    await expect(engine.completeLogin(callback)).rejects.toMatchObject({ code: 'state_mismatch' })
    expect((await engine.health(connectionId)).connection.state).toBe('login')
    const again = await visit({ connectionId })
    expect(await engine.completeLogin(again.callback)).toMatchObject({ connectionId, state: 'company' })
  })
})

describe('companies', () => {
  test('the demonstration company is marked, comes last and is never chosen by itself', async () => {
    const { connectionId, callback } = await visit()
    expect(await engine.completeLogin(callback)).not.toHaveProperty('companyId')
    const companies = await engine.companies(connectionId)
    expect(companies.at(-1)).toMatchObject({ companyId: '5', demonstration: true })
    expect(companies[0]).toMatchObject({ companyId: String(world.company.company_id), demonstration: false })
  })

  test.each([123, '123', '', 'abc', Number.NaN])('an unknown company (%j) is refused', async (company) => {
    const { connectionId, callback } = await visit()
    await engine.completeLogin(callback)
    await expect(engine.selectCompany(connectionId, company)).rejects.toMatchObject({
      code: 'unknown_company',
    })
    expect((await engine.health(connectionId)).connection.state).toBe('company')
  })

  test('the company can be changed until the first run, and not afterwards', async () => {
    const { id } = await connected(world, {}, engine)
    await engine.selectCompany(id, 5)
    await engine.selectCompany(id, world.company.company_id)
    await engine.sync(id)
    await expect(engine.selectCompany(id, 5)).rejects.toMatchObject({
      name: 'ConflictError',
      code: 'company_fixed',
    })
    expect(await engine.selectCompany(id, world.company.company_id)).toMatchObject({ state: 'active' })
  })

  test('a connection without a login cannot choose', async () => {
    const { connectionId } = await visit()
    await expect(engine.companies(connectionId)).rejects.toMatchObject({
      code: 'needs_login',
      needsLogin: true,
    })
    await expect(engine.selectCompany(connectionId, 5)).rejects.toMatchObject({ code: 'needs_login' })
  })
})

describe('when the login lapses', () => {
  test('a refused refresh makes the connection wait for a person: state, event, health, and one failed run', async () => {
    const { id } = await connected(world, {}, engine)
    await engine.sync(id)
    await world.clock.advance(20 * DAY)
    const report = await engine.sync(id)
    expect(report.outcome).toBe('failed')
    expect(report.errors).toHaveLength(1)
    expect(report.errors[0]).toMatchObject({ code: 'needs_login' })
    const health = await engine.health(id)
    expect(health.connection.state).toBe('needsLogin')
    expect(health.login.state).toBe('needsLogin')
    expect(health.warnings.map(({ code }) => code)).toContain('needs_login')
    expect(events.filter(({ type }) => type === 'needsLogin')).toEqual([
      { type: 'needsLogin', connectionId: id },
    ])
    await engine.sync(id)
    expect(events.filter(({ type }) => type === 'needsLogin')).toHaveLength(1)
  })

  test('logging in again keeps company, settings, links and cursors', async () => {
    const { id } = await connected(world, { imports: { employees: { enabled: false } } }, engine)
    await engine.sync(id)
    await world.clock.advance(20 * DAY)
    await engine.sync(id)
    const again = await visit({ connectionId: id })
    expect(await engine.completeLogin(again.callback)).toMatchObject({
      connectionId: id,
      state: 'active',
      companyId: String(world.company.company_id),
    })
    expect((await engine.settings(id)).imports.employees.enabled).toBe(false)
    expect(await engine.sync(id)).toMatchObject({ outcome: 'complete', changes: 0 })
  })

  test('a login again may bring settings, which are laid over the others', async () => {
    const { id } = await connected(world, { imports: { employees: { enabled: false } } }, engine)
    await engine.connect({ platform: 'pt', connectionId: id, settings: { imports: { overlapMs: 1 } } })
    expect((await engine.settings(id)).imports).toMatchObject({ overlapMs: 1, employees: { enabled: false } })
  })

  test.each([
    ['a time-out', { kind: 'hang' } as const],
    ['a cut connection', { kind: 'cut' } as const],
    ['a broken server', { kind: 'status', status: 500 } as const],
    ['too many requests', { kind: 'status', status: 429 } as const],
  ])('%s in the refresh is no lost login: the next run goes on', async (name, fault) => {
    const { id } = await connected(world, {}, engine)
    await world.clock.advance(2 * 3_600_000)
    world.emulator.faults.plan({ on: 'grant', times: Infinity, fault })
    const asked = () => world.emulator.requests.filter(({ path }) => path === 'grant').length
    const before = asked()
    const run = engine.sync(id)
    // A time-out lets time pass, and then the next part may ask again.
    if (name === 'a time-out') await nudge(run)
    else await run.then(() => expect(asked()).toBe(before + 1))
    const report = await run
    expect(report.errors.length).toBeGreaterThan(0)
    expect(report.errors.map(({ code }) => code)).not.toContain('needs_login')
    expect((await engine.health(id)).connection.state).toBe('active')
    expect(events.filter(({ type }) => type === 'needsLogin')).toEqual([])
    world.emulator.faults.clear()
    await world.clock.advance(15 * 60_000)
    expect(await engine.sync(id)).toMatchObject({ outcome: 'complete' })
  })

  test('when Moloni rotated and the answer was lost, a person is asked, and health says so', async () => {
    const { id } = await connected(world, {}, engine)
    await world.clock.advance(2 * 3_600_000)
    world.emulator.faults.plan({ on: 'grant', fault: { kind: 'cut', when: 'after' } })
    await engine.sync(id)
    await world.clock.advance(15 * 60_000)
    const report = await engine.sync(id)
    expect(report.errors.map(({ code }) => code)).toContain('needs_login')
    const { connection, login, warnings } = await engine.health(id)
    expect(connection.state).toBe('needsLogin')
    expect(login).toMatchObject({ state: 'needsLogin', reason: 'invalid_grant' })
    expect(warnings.find(({ code }) => code === 'needs_login')?.message).toMatch(/log in again/i)
  })

  test('a part that does not get through is no lost login, and health says so', async () => {
    const { id } = await connected(world, {}, engine)
    await engine.sync(id)
    world.emulator.faults.plan({
      on: 'customers/getModifiedSince',
      times: Infinity,
      fault: { kind: 'status', status: 503 },
    })
    await world.clock.advance(1_000)
    expect(await engine.sync(id)).toMatchObject({ outcome: 'partial' })
    const { warnings } = await engine.health(id)
    expect(warnings.map(({ code }) => code)).toEqual(['last_run_partial'])
  })

  test('five days and one day before it, the host is told', async () => {
    const { id } = await connected(world, {}, engine)
    await engine.sync(id)
    expect(events.some(({ type }) => type === 'loginLapses')).toBe(false)
    const [row] = world.emulator.state.oauth.refreshTokens
    expect(row).toBeDefined()
    // The access token still works, so nothing refreshes the login.
    for (const token of world.emulator.state.oauth.accessTokens) token.expires += 30 * DAY
    const stored = await world.store.read('tokens', [id])
    const [record] = stored
    const value = JSON.parse(JSON.stringify(record?.value))
    value.tokens.accessExpiresAt += 30 * DAY
    await world.store.write([{ collection: 'tokens', key: id, expected: 'any', value }])
    await world.clock.advance(9.5 * DAY)
    await engine.sync(id)
    await world.clock.advance(4 * DAY)
    await engine.sync(id)
    const days = events.flatMap((event) => (event.type === 'loginLapses' ? [event.days] : []))
    expect(days).toEqual([4, 0])
    expect((await engine.health(id)).warnings.map(({ code }) => code)).toContain('login_lapses')
  })
})

/** Moves the time until something has ended. */
async function nudge(work: Promise<unknown>) {
  let done = false
  work.finally(() => {
    done = true
  })
  while (!done) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    await world.clock.advance(30_000)
  }
}

describe('disconnect', () => {
  test('forgets the login, keeps links and settings, and a login brings everything back', async () => {
    const { id } = await connected(world, { imports: { employees: { enabled: false } } }, engine)
    await engine.sync(id)
    await engine.disconnect(id)
    expect(await world.store.read('tokens', [id])).toEqual([undefined])
    const { connection, login } = await engine.health(id)
    expect(connection.state).toBe('login')
    expect(login.state).toBe('none')
    const mark = world.emulator.requests.length
    expect(await engine.sync(id)).toMatchObject({ outcome: 'failed', errors: [{ code: 'needs_login' }] })
    expect(world.emulator.requests.length).toBe(mark)

    const again = await visit({ connectionId: id })
    await engine.completeLogin(again.callback)
    expect(await engine.sync(id)).toMatchObject({ outcome: 'complete', changes: 0 })
    expect((await engine.settings(id)).imports.employees.enabled).toBe(false)
  })

  test('twice is as good as once', async () => {
    const { id } = await connected(world, {}, engine)
    await engine.disconnect(id)
    await engine.disconnect(id)
    expect((await engine.health(id)).connection.state).toBe('login')
  })

  test('a connection that was disconnected stays so when a run fails on it', async () => {
    const { id } = await connected(world, {}, engine)
    await engine.disconnect(id)
    await engine.sync(id)
    expect((await engine.health(id)).connection.state).toBe('login')
    expect(events.filter(({ type }) => type === 'needsLogin')).toEqual([])
  })
})
