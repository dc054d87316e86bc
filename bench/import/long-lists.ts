import type { PtEmulator } from 'moloni-sdk/testing'
import * as z from 'zod'

/** A page that was asked for. */
export interface AskedPage {
  readonly list: string
  readonly page: number
}

export interface LongLists {
  fetch(request: Request): Promise<Response>
  /** Pages of the lists so far, in their order. */
  readonly asked: readonly AskedPage[]
}

const PAGE = 50
const IDS = { customers: 'customer_id', products: 'product_id' } as const

const order = z.object({ offset: z.number() })
const counted = z.object({ count: z.coerce.number() })
const rows = z.array(z.record(z.string(), z.unknown()))

/**
 * The emulated Moloni with customer and product lists as long as wanted: the rows of its own first page, over and over, each
 * time under other ids and numbers. It holds none of them, so that its own size does not matter. Where its own list is
 * empty, as when nothing was changed since, so is the long one.
 */
export function longLists(emulator: PtEmulator, length: number): LongLists {
  const samples = new Map<string, z.infer<typeof rows>>()
  const asked: AskedPage[] = []

  async function pageOf(list: keyof typeof IDS, request: Request): Promise<Response> {
    const { offset } = order.parse(await request.clone().json())
    const answer = await emulator.fetch(request)
    if (!answer.ok) return answer
    asked.push({ list, page: offset / PAGE })
    const own = rows.parse(await answer.json())
    if (offset === 0 && own.length === 0) return Response.json([])
    const sample = samples.get(list) ?? own
    samples.set(list, sample)
    const count = Math.max(0, Math.min(PAGE, length - offset))
    return Response.json(Array.from({ length: count }, (_, i) => copy(list, sample, offset + i)))
  }

  return {
    asked,
    async fetch(request) {
      const [list, method] = new URL(request.url).pathname.split('/').slice(-3).filter(Boolean)
      if (list !== 'customers' && list !== 'products') return emulator.fetch(request)
      if (method === 'getAll' || method === 'getModifiedSince') return pageOf(list, request)
      const answer = await emulator.fetch(request)
      if ((method !== 'count' && method !== 'countModifiedSince') || !answer.ok) return answer
      const { count } = counted.parse(await answer.json())
      return Response.json({ count: count > 0 ? length : 0 })
    },
  }
}

function copy(list: keyof typeof IDS, sample: z.infer<typeof rows>, index: number): object {
  const row = sample[index % sample.length]
  const id = 1_000_000 + index
  return list === 'customers'
    ? { ...row, [IDS[list]]: id, number: `C${id}`, vat: '' }
    : { ...row, [IDS[list]]: id, reference: `P${id}` }
}
