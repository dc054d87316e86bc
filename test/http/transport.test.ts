import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { ContractError } from '../../src/errors/index.ts'
import {
  createTransport,
  type Fetch,
  type ResponseInfo,
  type TransportOptions,
} from '../../src/http/index.ts'
import type { Logger } from '../../src/internal/logger.ts'
import { fakeClock } from '../support/fake-clock.ts'

const url = new URL('https://api.moloni.pt/v1/customers/getAll/?access_token=very-secret-token')
const read = { label: 'customers/getAll', method: 'POST', url, retry: 'read' } as const
const write = { ...read, label: 'invoices/insert', retry: 'never' } as const

type Step = () => Response | Promise<Response>
const answer =
  (status: number, body = '{}', headers: Record<string, string> = {}): Step =>
  () =>
    new Response(body, { status, headers })
const cut: Step = () => Promise.reject(new TypeError(`fetch failed for ${url}`))

/** Plays the steps one after the other; the last one again and again. */
function setup(steps: Step[], options: TransportOptions = {}) {
  const clock = fakeClock()
  clock.auto = true
  const sent: Request[] = []
  const fetch: Fetch = async (request) => {
    sent.push(request)
    const step = steps[Math.min(sent.length, steps.length) - 1]
    if (!step) throw new Error('no step')
    return step()
  }
  const random = { next: () => 0.5, token: () => 'x' }
  const transport = createTransport({ fetch, clock, random, budget: false, ...options })
  return { transport, clock, sent }
}

describe('a read', () => {
  it.each([
    ['408', answer(408)],
    ['429', answer(429)],
    ['500', answer(500)],
    ['503', answer(503, 'no json')],
    ['a cut connection', cut],
    ['a web page', answer(200, '<html><title>Manutenção</title></html>')],
  ])('is repeated after %s', async (_what, trouble) => {
    const { transport, sent } = setup([trouble, trouble, answer(200, '[1]')])
    expect((await transport.send(read)).data).toEqual([1])
    expect(sent).toHaveLength(3)
  })

  it.each([400, 401, 403, 404, 422])('is not repeated after %i: its caller judges it', async (status) => {
    const { transport, sent } = setup([answer(status, '{"error":"x"}')])
    expect(await transport.send(read)).toMatchObject({ status, data: { error: 'x' } })
    expect(sent).toHaveLength(1)
  })

  it('gives up after three repeats with the last error', async () => {
    const { transport, sent } = setup([answer(500), answer(500), answer(500), answer(502)])
    await expect(transport.send(read)).rejects.toMatchObject({
      name: 'HttpError',
      code: 'http_502',
      retryable: true,
    })
    expect(sent).toHaveLength(4)
  })

  it('pauses a random share of a doubling time', async () => {
    const { transport, clock } = setup([answer(500), answer(500), answer(500), answer(200)])
    const start = clock.now()
    await transport.send(read)
    expect(clock.now() - start).toBe(250 + 500 + 1000)
  })

  it.each([
    ['seconds', '7', 7000],
    ['a date', 'Mon, 02 Mar 2026 09:00:20 GMT', 20_000],
  ])('waits as long as Retry-After asks, in %s', async (_what, header, pause) => {
    const { transport, clock } = setup([answer(429, '{}', { 'retry-after': header }), answer(200)])
    const start = clock.now()
    await transport.send(read)
    expect(clock.now() - start).toBe(pause)
  })

  it('does not wait for an absurd Retry-After', async () => {
    const { transport, clock, sent } = setup([answer(429, '{}', { 'retry-after': '3600' })])
    const start = clock.now()
    await expect(transport.send(read)).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterMs: 3_600_000,
    })
    expect([clock.now(), sent.length]).toEqual([start, 1])
  })

  it('is sent once when repeats are switched off', async () => {
    const { transport, sent } = setup([answer(500)], { retry: false })
    await expect(transport.send(read)).rejects.toMatchObject({ code: 'http_500' })
    expect(sent).toHaveLength(1)
  })
})

describe('a call that must not be repeated', () => {
  it.each([
    ['500', answer(500), 'http_500'],
    ['408', answer(408), 'http_408'],
    ['429', answer(429), 'rate_limited'],
    ['a cut connection', cut, 'network'],
    ['a web page', answer(200, '<html>'), 'not_json'],
    ['an empty answer', answer(200, ''), 'not_json'],
    ['a redirect', answer(302, '', { location: 'https://elsewhere.example/' }), 'http_302'],
  ])('is sent once even after %s', async (_what, trouble, code) => {
    const { transport, sent } = setup([trouble])
    await expect(transport.send(write)).rejects.toMatchObject({ code })
    expect(sent).toHaveLength(1)
  })
})

describe('an answer whose content is trouble', () => {
  const troubleIn = ({ data }: { data: unknown }) =>
    Array.isArray(data) ? new ContractError('The server is in trouble.', 'server_error') : undefined

  it('repeats a read, and the answer after it counts', async () => {
    const { transport, sent } = setup([answer(200, '[]'), answer(200, '[]'), answer(200, '{"a":1}')])
    expect((await transport.send({ ...read, troubleIn })).data).toEqual({ a: 1 })
    expect(sent).toHaveLength(3)
  })

  it('ends a call that must not be repeated, and hooks see its code', async () => {
    const seen: ResponseInfo[] = []
    const { transport, sent } = setup([answer(200, '[]')], {
      hooks: { onResponse: (info) => seen.push(info) },
    })
    await expect(transport.send({ ...write, troubleIn })).rejects.toMatchObject({ code: 'server_error' })
    expect(sent).toHaveLength(1)
    expect(seen).toMatchObject([{ status: 200, errorCode: 'server_error' }])
  })

  it('is not repeated when another try is not worth it', async () => {
    const { transport, sent } = setup([answer(200, '[]')])
    const refused = () => new ContractError('Another shape.', 'unexpected_answer')
    await expect(transport.send({ ...read, troubleIn: refused })).rejects.toMatchObject({
      code: 'unexpected_answer',
    })
    expect(sent).toHaveLength(1)
  })
})

describe('headers and forms', () => {
  /** What `look` sees of each request; the first one fails. */
  function looking<T>(look: (request: Request) => Promise<T>) {
    const seen: T[] = []
    const fetch: Fetch = async (request) => {
      seen.push(await look(request))
      return new Response('{}', { status: seen.length === 1 ? 500 : 200 })
    }
    return { seen, transport: setup([], { fetch }).transport }
  }

  it('are sent as given, the type of the body beside them', async () => {
    const { seen, transport } = looking(async (request) => [...request.headers, await request.text()])
    const body = { contentType: 'application/json', text: '{"a":1}' }
    await transport.send({ ...read, headers: { authorization: 'Bearer x' }, body })
    const sent = [['authorization', 'Bearer x'], ['content-type', 'application/json'], '{"a":1}']
    expect(seen).toEqual([sent, sent])
  })

  it('hold files, each try anew', async () => {
    const { seen, transport } = looking(async (request) => (await request.formData()).get('0'))
    const body = new FormData()
    body.append('0', new Blob(['abc'], { type: 'image/png' }), 'a.png')
    await transport.send({ ...read, body })
    const file = { name: 'a.png', type: 'image/png', size: 3 }
    expect(seen).toMatchObject([file, file])
  })
})

describe('time', () => {
  const never = () => new Promise<Response>(() => {})

  it('runs out when there is no answer at all', async () => {
    const { transport, clock } = setup([never], { timeout: 5000 })
    const sending = expect(transport.send(write)).rejects.toMatchObject({
      name: 'TimeoutError',
      timeoutMs: 5000,
    })
    await vi.waitUntil(() => clock.sleeping === 1)
    await clock.advance(5000)
    await sending
  })

  it('runs out when there are headers and half a body', async () => {
    let readOn = false
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(new TextEncoder().encode('[1,')),
      pull: () => {
        readOn = true
      },
    })
    const { transport, clock } = setup([() => new Response(body)], { timeout: 5000 })
    const sending = expect(transport.send(write)).rejects.toMatchObject({
      name: 'TimeoutError',
      timeoutMs: 5000,
    })
    await vi.waitUntil(() => readOn)
    await clock.advance(5000)
    await sending
  })

  it('runs out for each try anew', async () => {
    const { transport, clock, sent } = setup([never, answer(200, '[2]')], { timeout: 5000 })
    const sending = transport.send(read)
    await vi.waitUntil(() => clock.sleeping === 1)
    await clock.advance(5000)
    expect((await sending).data).toEqual([2])
    expect(sent).toHaveLength(2)
  })

  it('leaves no timer behind', async () => {
    const { transport, clock } = setup([answer(200)])
    await transport.send(write)
    expect(clock.sleeping).toBe(0)
  })
})

describe('an abort', () => {
  it.each([
    ['an error', new Error('enough')],
    ['any value', 'enough'],
    ['nothing given', undefined],
  ])('ends the call with the reason of the caller: %s', async (_what, reason) => {
    const { transport, sent } = setup([() => new Promise(() => {})])
    const abort = new AbortController()
    const sending = transport.send({ ...read, signal: abort.signal })
    await vi.waitUntil(() => sent.length === 1)
    abort.abort(reason)
    await expect(sending).rejects.toBe(abort.signal.reason)
  })

  it('ends the pause before a repeat', async () => {
    const { transport, clock, sent } = setup([answer(500)])
    clock.auto = false
    const abort = new AbortController()
    const sending = transport.send({ ...read, signal: abort.signal })
    await vi.waitUntil(() => clock.sleeping === 1 && sent.length === 1)
    abort.abort('enough')
    await expect(sending).rejects.toBe('enough')
    expect(sent).toHaveLength(1)
  })

  it('takes a waiting call out of the queue', async () => {
    const { transport, sent } = setup([() => new Promise(() => {})], { budget: { concurrency: 1 } })
    const first = new AbortController()
    const second = new AbortController()
    const running = transport.send({ ...read, signal: first.signal })
    const waiting = transport.send({ ...read, signal: second.signal })
    second.abort('enough')
    await expect(waiting).rejects.toBe('enough')
    expect(sent).toHaveLength(1)
    first.abort('done')
    await expect(running).rejects.toBe('done')
  })

  it('before the call sends nothing', async () => {
    const { transport, sent } = setup([answer(200)])
    await expect(transport.send({ ...write, signal: AbortSignal.abort('enough') })).rejects.toBe('enough')
    expect(sent).toHaveLength(0)
  })
})

describe('the budget', () => {
  it('keeps to its number of requests at the same time', async () => {
    let running = 0
    let most = 0
    const step: Step = async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      return new Response('{}')
    }
    const { transport } = setup([step], { budget: { concurrency: 3, perSecond: 1000 } })
    await Promise.all(Array.from({ length: 20 }, () => transport.send(read)))
    expect(most).toBe(3)
  })

  it('starts no more requests in a second than allowed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
    try {
      const { transport, sent } = setup([answer(200)], { budget: { concurrency: 10, perSecond: 4 } })
      const all = Promise.all(Array.from({ length: 10 }, () => transport.send(read)))
      await vi.advanceTimersByTimeAsync(999)
      expect(sent).toHaveLength(4)
      await vi.advanceTimersByTimeAsync(1000)
      expect(sent).toHaveLength(8)
      await vi.advanceTimersByTimeAsync(1000)
      await all
    } finally {
      vi.useRealTimers()
    }
  })

  it.each([[{ concurrency: 0 }], [{ perSecond: 0.5 }], [{ concurrency: Number.NaN }]])(
    'refuses %o',
    (budget) => {
      expect(() => createTransport({ budget })).toThrowError(
        expect.objectContaining({ code: 'invalid_option' }),
      )
    },
  )

  it.each([[{ retries: -1 }], [{ baseMs: 1.5 }]])('refuses retries such as %o', (retry) => {
    expect(() => createTransport({ retry })).toThrowError(expect.objectContaining({ code: 'invalid_option' }))
  })
})

describe('hooks', () => {
  it('see each try, with the time of the server and no address', async () => {
    const seen: ResponseInfo[] = []
    const { transport } = setup([answer(500), answer(200, '{}', { date: 'Mon, 02 Mar 2026 09:00:00 GMT' })], {
      hooks: { onResponse: (info) => seen.push(info) },
    })
    await transport.send(read)
    expect(seen).toMatchObject([
      { label: 'customers/getAll', method: 'POST', attempt: 1, status: 500, errorCode: 'http_500' },
      { attempt: 2, status: 200, serverDate: Date.UTC(2026, 2, 2, 9) },
    ])
  })

  it('cannot break a call by throwing', async () => {
    const bad = () => {
      throw new Error('hook')
    }
    const { transport } = setup([answer(200, '[]')], { hooks: { onRequest: bad, onResponse: bad } })
    expect((await transport.send(write)).data).toEqual([])
  })
})

describe('secrets', () => {
  const secret = 'very-secret-token'
  const leaky: Record<string, Step> = {
    'a rejection that repeats the address': cut,
    'a page whose title repeats the token': answer(
      200,
      `<title>Error for access_token=${secret} at ${url}</title>`,
    ),
    'a server error': answer(500, secret),
    'too many requests': answer(429, secret),
    'an error with the token as its name': () => {
      const error = new Error(secret)
      error.name = secret
      throw error
    },
  }

  it.each(Object.keys(leaky))('stay out of errors, hooks and log lines after %s', async (what) => {
    const lines: unknown[] = []
    const log = (...line: unknown[]) => void lines.push(line)
    const logger: Logger = { debug: log, info: log, warn: log, error: log }
    const step = leaky[what]
    if (!step) throw new Error(what)
    const hooks = { onRequest: log, onResponse: log }
    const { transport } = setup([step], { logger, hooks })
    const error: unknown = await transport.send({ ...read, secrets: [secret] }).catch((caught) => caught)
    const shown = [
      inspect(error, { depth: 20, showHidden: true }),
      JSON.stringify(error),
      String(error),
      inspect(lines, { depth: 20, showHidden: true }),
    ].join('\n')
    expect(error).toBeInstanceOf(Error)
    expect(lines.length).toBeGreaterThan(3)
    expect(shown).not.toContain(secret)
    expect(shown).not.toContain('https://')
  })
})
