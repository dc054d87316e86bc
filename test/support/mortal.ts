import type { Host, Store } from '../../src/sync/index.ts'

/** A process that dies at a numbered point: from then on nothing it does has an effect, and nothing answers. */
export interface Mortal {
  /** Effects and looks so far. */
  readonly points: number
  /** Resolves when the process has died. */
  readonly died: Promise<void>
  store(store: Store): Store
  workOrders(source: NonNullable<Host['workOrders']>): NonNullable<Host['workOrders']>
  fetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch
}

/** @param at the point to die at; @param moment before the effect of that point, or after it */
export function mortal(at: number, moment: 'before' | 'after'): Mortal {
  let points = 0
  let dead = false
  let announce: () => void = () => {}
  const died = new Promise<void>((resolve) => {
    announce = resolve
  })
  // A dead process runs no catch and no finally: it stops in the middle.
  const never = () => new Promise<never>(() => {})
  const die = () => {
    dead = true
    announce()
    return never()
  }

  async function point<T>(effect: () => Promise<T>): Promise<T> {
    if (dead) return never()
    const mine = ++points
    if (mine === at && moment === 'before') return die()
    const result = await effect()
    if (dead) return never()
    return mine === at ? die() : result
  }

  return {
    get points() {
      return points
    },
    died,
    store: (store) => ({
      read: (...args) => point(() => store.read(...args)),
      write: (...args) => point(() => store.write(...args)),
      scan: (...args) => point(() => store.scan(...args)),
    }),
    workOrders: (source) => ({
      completed: (query) => source.completed(query),
      acknowledge: (...args) => point(() => source.acknowledge(...args)),
      reject: (...args) => point(async () => source.reject?.(...args)),
    }),
    fetch: (fetch) => (input, init) => point(() => fetch(input, init)),
  }
}
