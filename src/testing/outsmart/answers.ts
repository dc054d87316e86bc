import type { Json } from '../http/json.ts'

/** OutSmart refuses the request: HTTP 200 with a code. */
export class Refusal extends Error {
  readonly code: number
  readonly messages: readonly string[]

  constructor(code: number, ...messages: readonly string[]) {
    super(`refused with ${code}`)
    this.code = code
    this.messages = messages
  }
}

/** The envelope of every answer; failures come with HTTP 200 too. */
function envelope(code: number, messages: readonly string[], response: Json): Response {
  return new Response(JSON.stringify({ code, messages, response }), {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}

export function success(response: Json): Response {
  return envelope(200, [], response)
}

/** The answer of a refusal; anything else goes on. */
export function refused(error: unknown): Response {
  if (error instanceof Refusal) return envelope(error.code, error.messages, null)
  throw error
}
