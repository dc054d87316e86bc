import type { EmulatorClock } from './clock.ts'
import type { Fault, When } from './faults.ts'
import { hang, race } from './signals.ts'

/** How a request is carried out under planned trouble. */
export interface Work {
  readonly faults: readonly Fault[]
  readonly clock: EmulatorClock
  readonly signal: AbortSignal
  /** Has the effect and gives the answer. */
  effect(): Response | Promise<Response>
  /** Lets the effect land later, whatever becomes of the client; resolves with its answer. */
  defer(ms: number): Promise<Response>
}

/** Carries a request out: trouble before the effect, the effect, trouble after it. A cut connection rejects. */
export async function underTrouble(work: Work): Promise<Response> {
  const early = await trouble(work, 'before')
  if (early) return early
  const late = work.faults.find((fault) => fault.kind === 'late')
  const response = late ? await deferred(work, late) : await work.effect()
  const instead = await trouble(work, 'after')
  if (instead) return instead
  return work.faults.some((fault) => fault.kind === 'stall') ? stalled(response, work.signal) : response
}

async function deferred(
  work: Work,
  { ms, answer = 'wait' }: Extract<Fault, { kind: 'late' }>,
): Promise<Response> {
  const landing = work.defer(ms)
  if (answer === 'wait') return race(landing, work.signal)
  landing.catch(() => undefined)
  return answer === 'cut' ? cut() : hang(work.signal)
}

async function trouble({ faults, clock, signal }: Work, when: When): Promise<Response | undefined> {
  for (const fault of faults) {
    if (!('when' in fault ? (fault.when ?? 'before') === when : when === 'before')) continue
    if (fault.kind === 'latency') await race(clock.sleep(fault.ms, signal), signal)
    if (fault.kind === 'status') return statusAnswer(fault)
    if (fault.kind === 'html') return htmlAnswer(fault.status ?? 200)
    if (fault.kind === 'hang') return hang(signal)
    if (fault.kind === 'cut') cut()
  }
  return undefined
}

function cut(): never {
  throw new TypeError('fetch failed')
}

function statusAnswer({ status, retryAfter }: Extract<Fault, { kind: 'status' }>): Response {
  const headers = new Headers({ 'content-type': 'application/json' })
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter))
  return new Response(JSON.stringify({ error: `status_${status}` }), { status, headers })
}

function htmlAnswer(status: number): Response {
  const text = '<!DOCTYPE html><html><head><title>Manutenção</title></head><body>Voltamos já.</body></html>'
  return new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

/** The headers and half of the body; the rest never comes. */
async function stalled(response: Response, signal: AbortSignal): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer())
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(whole.slice(0, Math.ceil(whole.length / 2)))
      signal.addEventListener('abort', () => controller.error(signal.reason), { once: true })
    },
  })
  return new Response(body, { status: response.status, headers: response.headers })
}
