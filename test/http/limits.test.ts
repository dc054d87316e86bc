import { describe, expect, it, vi } from 'vitest'
import { createTransport, type Fetch } from '../../src/http/index.ts'
import { fakeClock } from '../support/fake-clock.ts'

const url = new URL('https://app.out-smart.com/openapi/8/relations/?token=very-secret-token')
const read = { label: 'relations.list', method: 'GET', url, retry: 'read' } as const

/** Answers in parts of ten bytes. */
function setup(body: string) {
  const sent: Request[] = []
  let cancelled = false
  const fetch: Fetch = async (request) => {
    sent.push(request)
    const bytes = new TextEncoder().encode(body)
    let at = 0
    return new Response(
      new ReadableStream({
        pull(controller) {
          if (at >= bytes.length) return controller.close()
          controller.enqueue(bytes.slice(at, at + 10))
          at += 10
        },
        cancel() {
          cancelled = true
        },
      }),
    )
  }
  const clock = fakeClock()
  const transport = createTransport({ fetch, clock, budget: false, timeout: 1_000 })
  return { transport, clock, sent, wasCancelled: () => cancelled }
}

describe('an answer with a limit', () => {
  it('of exactly that size is read, however its parts are cut', async () => {
    const body = JSON.stringify(['é'.repeat(30), '😀'])
    const bytes = new TextEncoder().encode(body).length
    const { transport } = setup(body)
    expect((await transport.send({ ...read, limit: { bytes } })).data).toEqual(['é'.repeat(30), '😀'])
  })

  it('that is larger is left there, is shown from its beginning, and is not asked for again', async () => {
    const { transport, sent, wasCancelled } = setup(JSON.stringify({ ids: '0123456789'.repeat(100) }))
    const seen: string[] = []
    const limit = { bytes: 25, onTooLarge: (beginning: string) => seen.push(beginning) }
    await expect(transport.send({ ...read, limit })).rejects.toMatchObject({
      name: 'ContractError',
      code: 'answer_too_large',
      message: expect.stringContaining('25 bytes'),
    })
    expect(seen).toEqual(['{"ids":"01234567890123456'])
    expect(sent).toHaveLength(1)
    expect(wasCancelled()).toBe(true)
  })
})

it('a call may have more time than the transport gives', async () => {
  const clock = fakeClock()
  const fetch: Fetch = () => clock.sleep(1_500, undefined, 'limit').then(() => new Response('[]'))
  const transport = createTransport({ fetch, clock, budget: false, timeout: 1_000, retry: false })
  const patient = transport.send({ ...read, timeout: 2_000 })
  const hurried = transport.send(read).catch((error: unknown) => error)
  await vi.waitFor(() => expect(clock.sleeping).toBe(4))
  await clock.advance(1_500)
  expect((await patient).data).toEqual([])
  expect(await hurried).toMatchObject({ name: 'TimeoutError', timeoutMs: 1_000 })
})
