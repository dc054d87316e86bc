import type { EmulatorClock } from '../../http/clock.ts'
import type { JsonObject } from '../../http/json.ts'
import { text } from '../operation.ts'
import type { EsState, Row } from '../state.ts'
import type { HookEvent } from './events.ts'
import type { HookPairs } from './pairs.ts'

/** How hooks behave. All optional. */
export interface EsHookOptions {
  /** Sends the deliveries; default the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>
  /**
   * Operations that may be asked for, by model; default on `es` only `Product` with `create`, `update` and
   * `stockChanged`, on `on` everything. Other pairs are refused by `hookCreate`.
   */
  pairs?: HookPairs
  /** Milliseconds from the change to the delivery; default 0. */
  delayMs?: number
  /** How often each delivery is sent; default 1. */
  copies?: number
  /** Loses the deliveries for which it answers true. */
  drop?: (delivery: HookDelivery) => boolean
}

/** One delivery. */
export interface HookDelivery {
  hookId: string
  /** Where it goes. */
  url: string
  /** `model`, `operation`, and the id under the model's name, for example `productId`. */
  body: JsonObject
  /** When the change was made, milliseconds since 1970. */
  at: number
  /** HTTP status of the receiver; 0 while there is none, when it was lost, or when nobody answered. */
  status: number
}

/** What became of the hooks. */
export interface EsHooks {
  /** Every delivery so far, in the order of the changes. */
  readonly deliveries: readonly HookDelivery[]
  /** Resolves when no delivery is under way. With a delay, the clock has to move. */
  settled(): Promise<void>
}

export interface HookSender {
  readonly hooks: EsHooks
  fire(event: HookEvent): void
}

export function createHooks(state: EsState, clock: EmulatorClock, options: EsHookOptions): HookSender {
  const { delayMs = 0, copies = 1, drop = () => false } = options
  const send = options.fetch ?? ((request) => fetch(request))
  const deliveries: HookDelivery[] = []
  const underWay = new Set<Promise<void>>()

  function start(hook: Row, event: HookEvent): void {
    const delivery: HookDelivery = {
      hookId: text(hook, 'hookId'),
      url: text(hook, 'url'),
      body: bodyOf(event),
      at: clock.now(),
      status: 0,
    }
    deliveries.push(delivery)
    if (drop(delivery)) return
    const way = deliver(delivery).finally(() => underWay.delete(way))
    underWay.add(way)
  }

  /** Later than the change in any case; a receiver that is not there is nobody's trouble. */
  async function deliver(delivery: HookDelivery): Promise<void> {
    await (delayMs > 0 ? clock.sleep(delayMs) : Promise.resolve())
    const headers = { 'content-type': 'application/json' }
    try {
      const request = new Request(delivery.url, {
        method: 'POST',
        headers,
        body: JSON.stringify(delivery.body),
      })
      const response = await send(request)
      delivery.status = response.status
      await response.body?.cancel()
    } catch {
      delivery.status = 0
    }
  }

  return {
    fire(event) {
      const hooks = state.companies[event.companyId]?.hooks ?? []
      for (const hook of hooks) {
        if (hook.model !== event.model || hook.operation !== event.operation) continue
        for (let copy = 0; copy < copies; copy += 1) start(hook, event)
      }
    },
    hooks: {
      deliveries,
      async settled() {
        while (underWay.size > 0) await Promise.all(underWay)
      },
    },
  }
}

function bodyOf({ model, operation, id }: HookEvent): JsonObject {
  return { model, operation, [`${model.slice(0, 1).toLowerCase()}${model.slice(1)}Id`]: id }
}
