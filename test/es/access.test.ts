import { describe, expect, it } from 'vitest'
import { createEsClient } from '../../src/es/index.ts'
import { loggedInEs } from '../oauth/es-support.ts'
import { answer, customer, record, scripted, topLevel } from './support.ts'

const unauthenticated = (status = 401) => topLevel('UNAUTHENTICATED', 'Not authenticated', {}, status)

/** A source that hands out numbered tokens and remembers what it was told. */
function numbered() {
  const rejected: (string | undefined)[] = []
  let number = 1
  return {
    rejected,
    async get(request: { rejected?: string | undefined } = {}) {
      rejected.push(request.rejected)
      if (request.rejected === `token-${number}`) number++
      return `token-${number}`
    },
  }
}

const data = { customerId: 3, name: 'x' }

describe('a refused access token', () => {
  it.each([
    ['401', unauthenticated()],
    ['200', unauthenticated(200)],
    ['401 without a reason', answer('Unauthorized', 401)],
    ['401 and other errors', topLevel('SOMETHING', 'no', {}, 401)],
  ])('with %s is replaced and the call sent once more, a change too', async (_what, first) => {
    const token = numbered()
    const { es, sent } = scripted([first, record('customerUpdate', customer(3))], { token })
    await es.customers.update(data)
    expect(sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
    expect(sent[1]?.text).toBe(sent[0]?.text)
    expect(token.rejected).toEqual([undefined, 'token-1'])
  })

  it('twice is an AuthError, and the new token is not replaced for every further call', async () => {
    const token = numbered()
    const { es, sent } = scripted([unauthenticated()], { token })
    for (let call = 0; call < 5; call++) {
      await expect(es.me()).rejects.toMatchObject({ name: 'AuthError', code: 'access_refused' })
    }
    expect(sent).toHaveLength(2 + 4)
    expect(token.rejected.filter(Boolean)).toEqual(['token-1'])
  })

  it.each([
    ['403', answer('{}', 403)],
    ['a FORBIDDEN', topLevel('FORBIDDEN', 'Words of Moloni')],
    ['a 403 with a reason', topLevel('SOMETHING', 'Words of Moloni', {}, 403)],
  ])('is not what %s means: nothing is replaced', async (_what, step) => {
    const token = numbered()
    const { es, sent } = scripted([step], { token })
    await expect(es.customers.update(data)).rejects.toMatchObject({ code: 'access_refused' })
    expect(sent).toHaveLength(1)
  })

  it('that is fixed ends the call', async () => {
    const { es, sent } = scripted([unauthenticated()])
    await expect(es.me()).rejects.toMatchObject({ name: 'AuthError', code: 'access_refused' })
    expect(sent).toHaveLength(1)
  })

  it('is not what an aborted call waits for', async () => {
    const { es, sent } = scripted([record('me', {})], { token: numbered() })
    await expect(es.me({ signal: AbortSignal.abort('enough') })).rejects.toBe('enough')
    expect(sent).toHaveLength(0)
  })
})

describe('on the emulator', () => {
  it('a token that dies early costs one grant for all calls', async () => {
    const { tokens, emulator, fetch, clock, grants } = await loggedInEs()
    const es = createEsClient({ token: tokens, fetch, clock, budget: false })
    emulator.faults.plan({ on: 'me', fault: { kind: 'expire' } })
    const answers = await Promise.all(Array.from({ length: 10 }, () => es.me()))
    expect(answers.every(({ userCompanies }) => userCompanies.length > 0)).toBe(true)
    expect(grants()).toBe(1)
  })

  it('a company of somebody else is refused without a grant', async () => {
    const { tokens, fetch, clock, grants } = await loggedInEs()
    const es = createEsClient({ token: tokens, companyId: 424242, fetch, clock, budget: false })
    await expect(es.customers.get(1)).rejects.toMatchObject({ name: 'AuthError', code: 'access_refused' })
    expect(grants()).toBe(0)
  })

  it('an API key of Moloni ON is a token that never changes', async () => {
    const { emulator, fetch, clock } = await loggedInEs({ platform: 'on' })
    const key = emulator.credentials.apiKeys[0]?.key ?? ''
    expect(key).toMatch(/^apik:/)
    const es = createEsClient({ token: key, platform: 'on', fetch, clock, budget: false })
    expect((await es.me()).userCompanies.length).toBeGreaterThan(0)
    const dead = createEsClient({ token: `${key}0`, platform: 'on', fetch, clock, budget: false })
    await expect(dead.me()).rejects.toMatchObject({ code: 'access_refused' })
  })
})
