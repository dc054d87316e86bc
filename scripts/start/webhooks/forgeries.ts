import type { EsRow } from 'moloni-sdk/testing'
import { product } from './changes.ts'
import { type Listening, quiet } from './listening.ts'

/** A notification that Moloni did not send. */
export interface Forgery {
  readonly what: string
  request(): Request
}

/** What anybody may send who knows where the host listens, and what may come of trouble on the way. */
export function forgeries({ telling, door }: Listening): Forgery[] {
  const { companyId } = telling.company
  const ours = addressOf(telling.company.hooks)
  const body = JSON.stringify({ model: 'Product', operation: 'delete', productId: 1 })
  const post = (url: string, sent: string) => () => new Request(url, { method: 'POST', body: sent })
  return [
    { what: 'forged, a guessed secret', request: post(`${door.url}/${'0'.repeat(64)}`, body) },
    { what: 'forged, the number of the company', request: post(`${door.url}/${companyId}`, body) },
    { what: 'forged, no secret', request: post(door.url, body) },
    { what: 'forged, not a POST', request: () => new Request(ours) },
    { what: 'forged, not JSON', request: post(ours, '{"model":') },
    { what: 'forged, of nothing', request: post(ours, '{}') },
    { what: 'forged, a very long one', request: post(ours, JSON.stringify({ text: 'x'.repeat(50_000) })) },
  ]
}

/** Under the right address too, a deletion is believed only when the record cannot be read any more. */
export async function forgedDeletion(listening: Listening, index: number): Promise<void> {
  const { telling, office, progress } = listening
  const { productId, reference } = product(listening, index)
  const body = JSON.stringify({ model: 'Product', operation: 'delete', productId: Number(productId) })
  await fetch(addressOf(telling.company.hooks), { method: 'POST', body })
  await quiet(listening)
  if (!office.material(`${reference}`)) throw new Error('A forged deletion took a product from the host.')
  progress.say(`  a deletion of product ${reference} that never was: read again, and still at the host`)
}

function addressOf(hooks: readonly EsRow[]): string {
  const [first] = hooks
  if (!first) throw new Error('The engine has made no webhooks.')
  return `${first.url}`
}
