import { serve } from 'moloni-sdk/testing'

type Answer = (request: Request) => Promise<Response>

/** The public address of a host, where webhooks arrive. */
export interface Door {
  readonly url: string
  /** Hands every request to this from now on. */
  answer: Answer
  close(): Promise<void>
}

/** Opens it on a port of the loopback, over real HTTP. */
export async function openDoor(): Promise<Door> {
  const closed: Answer = async () => new Response(null, { status: 503 })
  const door = { answer: closed }
  const { url, close } = await serve({ fetch: (request) => door.answer(request) })
  return Object.assign(door, { url: `${url}/moloni`, close })
}
