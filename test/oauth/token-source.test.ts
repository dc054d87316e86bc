import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { sha256 } from '../../src/internal/hash.ts'
import { createTokenSource, staticToken, type TokenSource } from '../../src/oauth/index.ts'
import { type Change, memoryStore, type Store } from '../../src/store/index.ts'
import { loggedIn, logIn } from './support.ts'

const HOUR = 3_600_000
/** A grant takes its time, so that the others meet it on its way. */
const slow = { kind: 'latency', ms: 1000 } as const
const tokensOf = async (store: Store) =>
  JSON.parse(JSON.stringify((await store.read('tokens', ['one']))[0]?.value))
const ten = (source: TokenSource) => Promise.all(Array.from({ length: 10 }, () => source.get()))

describe('a fresh token', () => {
  it('is used without a grant', async () => {
    const { tokens, grants } = await loggedIn()
    expect(new Set(await ten(tokens)).size).toBe(1)
    expect(grants()).toBe(0)
  })

  it('is refreshed a minute before its end', async () => {
    const { tokens, clock, grants } = await loggedIn()
    const first = await tokens.get()
    await clock.advance(HOUR - 61_000)
    expect(await tokens.get()).toBe(first)
    await clock.advance(2000)
    expect(await tokens.get()).not.toBe(first)
    expect(grants()).toBe(1)
  })

  it('that Moloni refused is refreshed, unless another one is there already', async () => {
    const { tokens, grants } = await loggedIn()
    const refused = await tokens.get()
    const renewed = await tokens.get({ rejected: refused })
    expect(renewed).not.toBe(refused)
    expect(await tokens.get({ rejected: refused })).toBe(renewed)
    expect(grants()).toBe(1)
  })
})

describe('an expired token', () => {
  it('causes one grant for ten parallel calls', async () => {
    const { tokens, clock, emulator, grants } = await loggedIn()
    await clock.advance(HOUR)
    emulator.faults.plan({ on: 'grant', fault: slow, times: 10 })
    const all = ten(tokens)
    await untilDone(all, clock)
    expect(new Set(await all).size).toBe(1)
    expect(grants()).toBe(1)
  })

  it('is asked for once within a process, not by watching the store', async () => {
    const { tokens, clock, emulator, grants } = await loggedIn()
    await clock.advance(HOUR)
    emulator.faults.plan({ on: 'grant', fault: slow })
    const all = ten(tokens)
    await vi.waitUntil(() => grants() === 1)
    for (let turn = 0; turn < 100; turn++) await clock.advance(0)
    const deadlineAndLatency = 2
    expect(clock.sleeping).toBe(deadlineAndLatency)
    await untilDone(all, clock)
    await all
  })

  it('causes one grant for two sources on one store', async () => {
    const { source, clock, emulator, grants } = await loggedIn()
    const [a, b] = [source(), source()]
    await clock.advance(HOUR)
    emulator.faults.plan({ on: 'grant', fault: slow, times: 10 })
    const all = Promise.all([ten(a), ten(b)])
    await untilDone(all, clock)
    expect(new Set((await all).flat()).size).toBe(1)
    expect(grants()).toBe(1)
  })

  it('is refreshed again and again with the token of the time before', async () => {
    const { tokens, clock, grants } = await loggedIn()
    for (let hour = 0; hour < 5; hour++) {
      await clock.advance(HOUR)
      await tokens.get()
    }
    expect(grants()).toBe(5)
  })

  it('is stored before anybody uses its successor', async () => {
    const { clock, emulator, oauth } = await loggedIn()
    const order: string[] = []
    const inner = memoryStore()
    const store: Store = {
      ...inner,
      async write(changes) {
        order.push(JSON.stringify(changes).includes('claim') ? 'claim' : 'pair')
        return inner.write(changes)
      },
    }
    const tokens = createTokenSource({ oauth, store, key: 'one', clock })
    const row = emulator.state.oauth.refreshTokens.at(-1)
    await tokens.save({
      accessToken: 'old',
      refreshToken: row?.token ?? '',
      accessExpiresAt: 0,
      refreshExpiresAt: clock.now() + HOUR,
    })
    order.length = 0
    await tokens.get().then(() => order.push('used'))
    expect(order).toEqual(['claim', 'pair', 'used'])
  })
})

describe('trouble in the refresh is not a rejected login', () => {
  it.each([
    ['a 500', { kind: 'status', status: 500 }, 'http_500'],
    ['a 429', { kind: 'status', status: 429 }, 'rate_limited'],
    ['a cut connection', { kind: 'cut' }, 'network'],
    ['a web page', { kind: 'html' }, 'not_json'],
  ] as const)('%s: one request, the login is untouched', async (_what, fault, code) => {
    const { tokens, clock, emulator, store, grants } = await loggedIn()
    const before = await tokensOf(store)
    await clock.advance(HOUR)
    emulator.faults.plan({ on: 'grant', fault })
    await expect(tokens.get()).rejects.toMatchObject({ code })
    expect(grants()).toBe(1)
    expect(await tokensOf(store)).toEqual(before)
    expect((await tokens.status()).state).toBe('ok')
    await expect(tokens.get()).rejects.toMatchObject({ code })
    expect(grants()).toBe(1)
    await clock.advance(5_000)
    await tokens.get()
    expect(grants()).toBe(2)
  })

  it('a pair that lives shorter than the margin is used, not asked for again and again', async () => {
    const { tokens, grants } = await loggedIn({ accessTokenSeconds: 60 })
    await expect(tokens.get()).resolves.toMatch(/^[0-9a-f]{40}$/)
    expect(grants()).toBe(1)
  })

  it('pauses longer each time, and as long as the server asks', async () => {
    const { tokens, clock, emulator, grants } = await loggedIn()
    await clock.advance(HOUR)
    emulator.faults.plan({ on: 'grant', times: 2, fault: { kind: 'status', status: 503 } })
    emulator.faults.plan({ on: 'grant', fault: { kind: 'status', status: 429, retryAfter: 60 } })
    for (const pause of [5_000, 10_000, 60_000]) {
      const before = grants()
      await expect(tokens.get()).rejects.toThrow()
      await clock.advance(pause - 1)
      await expect(tokens.get()).rejects.toThrow()
      expect(grants()).toBe(before + 1)
      await clock.advance(1)
    }
    await tokens.get()
    expect(grants()).toBe(4)
  })

  it('a time-out: one request, the login is untouched', async () => {
    const { tokens, clock, emulator, store, grants } = await loggedIn()
    const before = await tokensOf(store)
    await clock.advance(HOUR)
    emulator.faults.plan({ on: 'grant', fault: { kind: 'hang' } })
    const getting = expect(tokens.get()).rejects.toMatchObject({ code: 'timeout', retryable: true })
    await vi.waitUntil(() => clock.sleeping > 0)
    await clock.advance(30_000)
    await getting
    expect(grants()).toBe(1)
    expect(await tokensOf(store)).toEqual(before)
  })

  it('a wrong client secret is an error of its own, not a lapsed login', async () => {
    const { tokens, clock, emulator } = await loggedIn()
    await clock.advance(HOUR)
    emulator.credentials.clientSecret = 'changed'
    await expect(tokens.get()).rejects.toMatchObject({
      name: 'AuthError',
      code: 'invalid_client',
      needsLogin: false,
    })
    expect((await tokens.status()).state).toBe('ok')
  })
})

describe('a login that lapsed', () => {
  it('is marked when Moloni had rotated and the answer was lost, naming the judged token', async () => {
    const { tokens, clock, emulator, store, grants } = await loggedIn()
    const { refreshToken } = (await tokensOf(store)).tokens
    await clock.advance(HOUR)
    emulator.faults.plan({ on: 'grant', fault: { kind: 'cut', when: 'after' } })
    await expect(tokens.get()).rejects.toMatchObject({ code: 'network' })
    await clock.advance(5_000)
    await expect(tokens.get()).rejects.toMatchObject({ code: 'needs_login', needsLogin: true })
    expect((await tokensOf(store)).needsLogin).toEqual({
      judged: await sha256(refreshToken),
      at: clock.now(),
      reason: 'invalid_grant',
    })
    expect(await tokens.status()).toMatchObject({ state: 'needsLogin', reason: 'invalid_grant' })
    await expect(tokens.get()).rejects.toMatchObject({ code: 'needs_login' })
    expect(grants()).toBe(2)
  })

  it('is over after a new login', async () => {
    const { tokens, clock, oauth, emulator } = await loggedIn()
    await clock.advance(20 * 24 * HOUR)
    expect(await tokens.status()).toMatchObject({ state: 'needsLogin', reason: 'expired' })
    await expect(tokens.get()).rejects.toMatchObject({ code: 'needs_login' })
    await tokens.save(await logIn(oauth, (request) => emulator.fetch(request)))
    expect(await tokens.get()).toMatch(/./)
    expect((await tokens.status()).state).toBe('ok')
  })

  it('never was: without tokens a person has to log in', async () => {
    const { source } = await loggedIn()
    const empty = source({ key: 'two' })
    expect(await empty.status()).toEqual({ state: 'none' })
    await expect(empty.get()).rejects.toMatchObject({ code: 'needs_login', needsLogin: true })
  })

  it('is forgotten by clear', async () => {
    const { tokens, source } = await loggedIn()
    await tokens.clear()
    expect(await tokens.status()).toEqual({ state: 'none' })
    await expect(source().get()).rejects.toMatchObject({ code: 'needs_login' })
  })
})

describe('races', () => {
  it('a refused loser adopts the pair of the winner', async () => {
    const { source, clock, store, oauth } = await loggedIn()
    await clock.advance(HOUR)
    const { refreshToken } = (await tokensOf(store)).tokens
    // Another process whose claim was lost refreshes and stores while ours is on its way.
    const slow = source({
      oauth: {
        ...oauth,
        async refresh(token) {
          const pair = await oauth.refresh(refreshToken)
          await source().save(pair)
          return oauth.refresh(token)
        },
      },
    })
    const token = await slow.get()
    expect(token).toBe((await tokensOf(store)).tokens.accessToken)
    expect((await slow.status()).state).toBe('ok')
  })

  it('a refusal is not believed while another process is at work', async () => {
    const { source, clock, store, oauth } = await loggedIn()
    await clock.advance(HOUR)
    const gate = () => {
      let open = () => {}
      const passed = new Promise<void>((resolve) => {
        open = resolve
      })
      return { passed, open: () => open() }
    }
    const [late, answer] = [gate(), gate()]
    const claimer = async () => (await tokensOf(store)).claim?.owner
    const a = source({
      oauth: { ...oauth, refresh: (token) => late.passed.then(() => oauth.refresh(token)) },
    })
    const b = source({
      oauth: {
        ...oauth,
        refresh: (token) => oauth.refresh(token).then((pair) => answer.passed.then(() => pair)),
      },
    })
    const first = a.get()
    await vi.waitUntil(claimer)
    const owner = await claimer()
    await clock.advance(60_001)
    const second = b.get()
    await vi.waitUntil(async () => (await claimer()) !== owner)
    late.open()
    for (let turn = 0; turn < 100; turn++) await clock.advance(10)
    expect(await tokensOf(store)).not.toHaveProperty('needsLogin')
    answer.open()
    await untilDone(first, clock)
    expect(await first).toBe(await second)
  })

  it('a success wins over a needs-login mark', async () => {
    const { source, clock, store, oauth } = await loggedIn()
    await clock.advance(HOUR)
    const source1 = source({
      oauth: {
        ...oauth,
        async refresh(token) {
          const pair = await oauth.refresh(token)
          const [record] = await store.read('tokens', ['one'])
          const mark = { judged: await sha256(token), at: 0, reason: 'invalid_grant' }
          const { claim: _claim, ...value } = JSON.parse(JSON.stringify(record?.value))
          await store.write([
            { collection: 'tokens', key: 'one', expected: 'any', value: { ...value, needsLogin: mark } },
          ])
          return pair
        },
      },
    })
    const token = await source1.get()
    expect(await tokensOf(store)).toMatchObject({ tokens: { accessToken: token } })
    expect((await source1.status()).state).toBe('ok')
  })

  it('a claim left by a dead process runs out and another takes over', async () => {
    const { source, clock, oauth, store, grants } = await loggedIn()
    await clock.advance(HOUR)
    const dead = source({ oauth: { ...oauth, refresh: () => new Promise(() => {}) } })
    void dead.get()
    await vi.waitUntil(async () => (await tokensOf(store)).claim)
    const getting = source().get()
    for (let second = 0; second < 59; second++) await clock.advance(1000)
    expect(grants()).toBe(0)
    await untilDone(getting, clock)
    await getting
    expect(grants()).toBe(1)
  })

  it('an abort ends one wait and not the flight of the others', async () => {
    const { tokens, clock, emulator, grants } = await loggedIn()
    await clock.advance(HOUR)
    emulator.faults.plan({ on: 'grant', fault: slow })
    const abort = new AbortController()
    const leaving = tokens.get({ signal: abort.signal })
    const staying = tokens.get()
    abort.abort('enough')
    await expect(leaving).rejects.toBe('enough')
    await untilDone(staying, clock)
    expect(await staying).toMatch(/./)
    expect(grants()).toBe(1)
  })

  it('tenants never mix', async () => {
    const { source, tokens, oauth, emulator, clock } = await loggedIn()
    const other = source({ key: 'two' })
    await other.save(await logIn(oauth, (request) => emulator.fetch(request)))
    await clock.advance(HOUR)
    const [one, two] = await Promise.all([tokens.get(), other.get()])
    expect(one).not.toBe(two)
    expect(await tokens.get()).toBe(one)
    expect(await other.get()).toBe(two)
  })
})

describe('a store in trouble', () => {
  /** Fails the writes that match, before or after they took effect. */
  function troubled(
    inner: Store,
    when: 'before' | 'after',
    matches: (change: Change) => boolean,
    times = 1,
  ): Store {
    let left = times
    return {
      ...inner,
      async write(changes) {
        if (left === 0 || !changes.some(matches)) return inner.write(changes)
        left--
        if (when === 'after') await inner.write(changes)
        throw new Error('the store is down')
      },
    }
  }
  const pair = (change: Change) => !JSON.stringify(change.value).includes('claim')
  const claim = (change: Change) => JSON.stringify(change.value).includes('claim')

  it('keeps a pair that could not be stored and stores it at the next call', async () => {
    const { source, clock, store, grants } = await loggedIn()
    await clock.advance(HOUR)
    const tokens = source({ store: troubled(store, 'before', pair) })
    await expect(tokens.get()).rejects.toThrow('the store is down')
    const token = await tokens.get()
    expect((await tokensOf(store)).tokens.accessToken).toBe(token)
    expect(grants()).toBe(1)
  })

  it.each([
    ['pair', pair],
    ['claim', claim],
  ])('recognises its own %s after a lost answer', async (_what, matches) => {
    const { source, clock, store, grants } = await loggedIn()
    await clock.advance(HOUR)
    const token = await source({ store: troubled(store, 'after', matches) }).get()
    expect((await tokensOf(store)).tokens.accessToken).toBe(token)
    expect(grants()).toBe(1)
  })

  it('refuses a record of a later version', async () => {
    const { tokens, store } = await loggedIn()
    await store.write([{ collection: 'tokens', key: 'one', expected: 'any', value: { format: 2 } }])
    await expect(tokens.get()).rejects.toMatchObject({ code: 'unreadable_record' })
  })
})

describe('secrets', () => {
  it('stay out of the errors of a refused refresh', async () => {
    const { tokens, clock, emulator, store } = await loggedIn()
    const { accessToken, refreshToken } = (await tokensOf(store)).tokens
    await clock.advance(20 * 24 * HOUR)
    const error: unknown = await tokens.get().catch((caught) => caught)
    const shown = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error)
    for (const secret of [accessToken, refreshToken, emulator.credentials.clientSecret]) {
      expect(shown).not.toContain(secret)
    }
    expect(shown).toContain('needs_login')
  })
})

describe('a fixed token', () => {
  it('is given until Moloni refuses it', async () => {
    const token = staticToken('abc')
    expect(await token.get()).toBe('abc')
    await expect(token.get({ rejected: 'abc' })).rejects.toMatchObject({ code: 'access_refused' })
  })

  it.each([[''], ['  ']])('must be text: %j', (value) => {
    expect(() => staticToken(value)).toThrowError(expect.objectContaining({ code: 'missing_option' }))
  })
})

/** Moves the time in small steps until the work is done. */
async function untilDone(work: Promise<unknown>, clock: { advance(ms: number): Promise<void> }) {
  let done = false
  const end = () => {
    done = true
  }
  work.then(end, end)
  for (let step = 0; step < 2000 && !done; step++) await clock.advance(100)
}
