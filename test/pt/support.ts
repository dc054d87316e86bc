import { createPtClient, type PtClientOptions } from '../../src/pt/index.ts'
import { fakeClock } from '../support/fake-clock.ts'

export interface Sent {
  readonly method: string
  readonly url: URL
  readonly contentType: string | null
  readonly text: string
}

type Step = (request: Sent) => Response | Promise<Response>

/** Data as an answer; text is sent as it is. */
export function answer(body: unknown, status = 200): Step {
  return () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })
}

/** A client whose requests are answered by the steps in turn; the last one again and again. */
export function scripted(steps: readonly Step[], options: Partial<PtClientOptions> = {}) {
  const clock = fakeClock()
  clock.auto = true
  const sent: Sent[] = []
  const fetch = async (request: Request) => {
    const seen: Sent = {
      method: request.method,
      url: new URL(request.url),
      contentType: request.headers.get('content-type'),
      text: await request.text(),
    }
    sent.push(seen)
    const step = steps[Math.min(sent.length, steps.length) - 1]
    if (!step) throw new Error('nothing to answer')
    return step(seen)
  }
  const random = { next: () => 0.5, token: () => 'x' }
  const pt = createPtClient({
    token: 'the-token',
    companyId: 7,
    fetch,
    clock,
    random,
    budget: false,
    ...options,
  })
  return { pt, sent, clock }
}
