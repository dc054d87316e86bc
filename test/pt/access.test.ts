import { describe, expect, it } from 'vitest'
import { createPtClient } from '../../src/pt/index.ts'
import { loggedIn } from '../oauth/support.ts'
import { answer, scripted } from './support.ts'

const refusal = (error: string, status = 401) =>
  answer({ error, error_description: 'Words of Moloni' }, status)

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

describe('a refused access token', () => {
  it.each([
    ['401', refusal('invalid_token')],
    ['400', refusal('expired_token', 400)],
    ['403', refusal('invalid_grant', 403)],
    ['200', refusal('invalid_request', 200)],
    ['401 without a reason', answer('Unauthorized', 401)],
  ])('with %s is replaced and the call sent once more, a creation too', async (_what, first) => {
    const token = numbered()
    const { pt, sent } = scripted([first, answer({ valid: 1, customer_id: 3 })], { token })
    await pt.customers.update({ ...fields, customer_id: 3 })
    expect(sent.map(({ url }) => url.searchParams.get('access_token'))).toEqual(['token-1', 'token-2'])
    expect(sent[1]?.text).toBe(sent[0]?.text)
    expect(token.rejected).toEqual([undefined, 'token-1'])
  })

  it('twice is an AuthError, and the new token is not replaced for every further call', async () => {
    const token = numbered()
    const { pt, sent } = scripted([refusal('invalid_token')], { token })
    for (let call = 0; call < 5; call++) {
      await expect(pt.customers.getAll()).rejects.toMatchObject({ name: 'AuthError', code: 'access_refused' })
    }
    expect(sent).toHaveLength(2 + 4)
    expect(token.rejected.filter(Boolean)).toEqual(['token-1'])
  })

  it.each([['access_denied'], ['insufficient_scope'], ['unauthorized_client']])(
    'is not what %s means: nothing is replaced',
    async (error) => {
      const token = numbered()
      const { pt, sent } = scripted([refusal(error, 403)], { token })
      await expect(pt.customers.getAll()).rejects.toMatchObject({
        code: 'access_refused',
        message: expect.stringContaining('Words of Moloni'),
      })
      expect(sent).toHaveLength(1)
    },
  )

  it('that is fixed ends the call', async () => {
    const { pt, sent } = scripted([refusal('invalid_token')])
    await expect(pt.customers.getAll()).rejects.toMatchObject({ name: 'AuthError', code: 'access_refused' })
    expect(sent).toHaveLength(1)
  })

  it('is not what an aborted call waits for', async () => {
    const { pt, sent } = scripted([answer([])], { token: numbered() })
    await expect(pt.customers.getAll({}, { signal: AbortSignal.abort('enough') })).rejects.toBe('enough')
    expect(sent).toHaveLength(0)
  })
})

describe('with a token source on the emulator', () => {
  it('a token that dies early costs one grant for all calls', async () => {
    const { tokens, emulator, clock, grants } = await loggedIn()
    const pt = createPtClient({
      token: tokens,
      fetch: (request) => emulator.fetch(request),
      clock,
      budget: false,
    })
    emulator.faults.plan({ on: 'companies/getAll', fault: { kind: 'expire' } })
    const answers = await Promise.all(Array.from({ length: 10 }, () => pt.companies.getAll()))
    expect(answers.every((companies) => companies.length > 0)).toBe(true)
    expect(grants()).toBe(1)
  })

  it('a company of somebody else is refused without a storm of grants', async () => {
    const { tokens, emulator, clock, grants } = await loggedIn()
    const fetch = (request: Request) => emulator.fetch(request)
    const pt = createPtClient({ token: tokens, companyId: 424242, fetch, clock, budget: false })
    for (let call = 0; call < 4; call++) {
      await expect(pt.customers.getAll()).rejects.toMatchObject({
        name: expect.stringMatching(/AuthError|HttpError/),
      })
    }
    expect(grants()).toBeLessThanOrEqual(1)
  })
})

const fields = {
  vat: '1',
  number: '1',
  name: 'x',
  language_id: 1,
  address: 'x',
  city: 'x',
  country_id: 1,
  maturity_date_id: 0,
  payment_method_id: 0,
}
