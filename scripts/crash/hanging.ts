import type { FakeClock } from '../../test/support/fake-clock.ts'

type Send = (request: Request) => Promise<Response>

/** Turns of the event loop after which a request that has not ended is taken for hanging. */
const TURNS = 40
const STEP = 5_000
const LONGEST = 600_000

/**
 * Lets the time pass while a request or its body hangs, so that whoever waits for it gives up. The body is read here:
 * one that never ends counts as a request that never ends.
 */
export function breakable(send: Send, clock: FakeClock): Send {
  return async (request) => {
    let ended = false
    const answer = whole(send, request).finally(() => {
      ended = true
    })
    answer.catch(() => undefined)
    for (let turn = 0; !ended && turn < TURNS; turn++) await nextTurn()
    for (let waited = 0; !ended && waited < LONGEST; waited += STEP) {
      await clock.advance(STEP)
      for (let turn = 0; !ended && turn < TURNS; turn++) await nextTurn()
    }
    return answer
  }
}

async function whole(send: Send, request: Request): Promise<Response> {
  const response = await send(request)
  const body = await response.arrayBuffer()
  return new Response(body, { status: response.status, headers: response.headers })
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))
