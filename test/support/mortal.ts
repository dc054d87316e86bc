import type { Clock } from '../../src/internal/clock.ts'
import type { Change, Store } from '../../src/store/index.ts'
import type { Host, Sink, WorkOrderSource } from '../../src/sync/index.ts'

/** Something that a process does to the world, or sees of it. Processes die at points. */
export interface Point {
  /** Counted from 1. */
  readonly number: number
  readonly what: 'read' | 'scan' | 'write' | 'host' | 'request'
  /** Collection, method of the host, or what the request is called. */
  name: string
  /** Changes of a write; 0 for everything else. */
  readonly changes: number
}

/** How a process ends, or stops for a while, at one of its points. */
export type Fate =
  /** Before the effect of the point, or after it but before anybody hears of it. */
  | { readonly at: number; readonly how: 'before' | 'after' }
  /** In the middle of a write: only some of its changes are there. */
  | { readonly at: number; readonly how: 'torn'; keeps(change: number): boolean }
  /** Before the effect, which is under way already and lands when {@link Mortal.land} is called. */
  | { readonly at: number; readonly how: 'late' }
  /** Frozen before the effect or after it, until {@link Mortal.thaw} is called. */
  | { readonly at: number; readonly how: 'frozenBefore' | 'frozenAfter' }

export interface MortalOptions {
  readonly fate?: Fate | undefined
  /** Called before each point; the process waits for it. What it answers is called when the effect of the point is over. */
  readonly turn?: ((point: Point) => Promise<(() => void) | undefined>) | undefined
  /** What a request is called. */
  readonly label?: ((request: Request) => Promise<string>) | undefined
}

/**
 * A process that can die at any of its points. A dead process runs no `catch`, no `finally` and no timer: it stops in
 * the middle, nothing that it does has an effect, and nothing answers.
 */
export interface Mortal {
  /** What it has done so far. */
  readonly points: readonly Point[]
  /** Resolves when its fate has come. */
  readonly stopped: Promise<'died' | 'frozen'>
  /** Lets the effect that was under way when it died happen. */
  land(): Promise<void>
  /** Lets a frozen process go on: what it was doing goes on first, or its timers, which have run out meanwhile. */
  thaw(first: 'effects' | 'timers'): Promise<void>
  store(store: Store): Store
  host(host: Host): Host
  fetch(fetch: (request: Request) => Promise<Response>): typeof globalThis.fetch
  clock(clock: Clock): Clock
}

export function mortal({ fate, turn, label }: MortalOptions = {}): Mortal {
  const points: Point[] = []
  const stopped = gate<'died' | 'frozen'>()
  const thawed = { effects: gate(), timers: gate() }
  let state: 'alive' | 'frozen' | 'dead' = 'alive'
  let underWay: (() => Promise<unknown>) | undefined

  const never = () => new Promise<never>(() => {})
  /** Passes while the process lives; waits while it is frozen. */
  async function still(what: keyof typeof thawed = 'effects'): Promise<void> {
    if (state === 'frozen') await thawed[what].opened
    if (state === 'dead') await never()
  }
  function die(): Promise<never> {
    state = 'dead'
    stopped.open('died')
    return never()
  }
  function freeze(): Promise<void> {
    state = 'frozen'
    stopped.open('frozen')
    return still()
  }

  async function point<T>(
    what: Point['what'],
    name: string,
    effect: () => Promise<T>,
    { changes = 0, torn }: { changes?: number; torn?: (keeps: (change: number) => boolean) => unknown } = {},
    named?: () => Promise<string> | undefined,
  ): Promise<T> {
    await still()
    const mine: Point = { number: points.length + 1, what, name, changes }
    points.push(mine)
    mine.name = (await named?.()) ?? name
    const over = await turn?.(mine)
    await still()
    const how = fate?.at === mine.number ? fate.how : undefined
    if (how === 'before') return die()
    if (how === 'late') {
      underWay = effect
      return die()
    }
    if (fate?.how === 'torn' && how === 'torn') {
      await torn?.(fate.keeps)
      return die()
    }
    if (how === 'frozenBefore') await freeze()
    const [ended] = await Promise.allSettled([effect()])
    over?.()
    await still()
    if (how === 'after') return die()
    if (how === 'frozenAfter') await freeze()
    if (ended.status === 'rejected') throw ended.reason
    return ended.value
  }

  function sink<T>({ upsert, deactivate, read, ...facts }: Sink<T>, kind: string): Sink<T> {
    return {
      ...facts,
      upsert: (rows, options) => point('host', `${kind}.upsert`, () => upsert(rows, options)),
      ...(deactivate
        ? {
            deactivate: (keys, options) =>
              point('host', `${kind}.deactivate`, () => deactivate(keys, options)),
          }
        : {}),
      ...(read
        ? { read: (query, options) => point('host', `${kind}.read`, () => read(query, options)) }
        : {}),
    }
  }

  function workOrders(source: WorkOrderSource): WorkOrderSource {
    const { get, reject } = source
    return {
      async *completed(query) {
        const offers = source.completed(query)[Symbol.asyncIterator]()
        for (;;) {
          const offer = await point('host', 'completed', () => offers.next())
          if (offer.done) return
          yield offer.value
        }
      },
      acknowledge: (...args) => point('host', 'acknowledge', () => source.acknowledge(...args)),
      ...(get ? { get: (key, options) => point('host', 'get', () => get(key, options)) } : {}),
      ...(reject ? { reject: (...args) => point('host', 'reject', () => reject(...args)) } : {}),
    }
  }

  return {
    points,
    stopped: stopped.opened,
    async land() {
      const effect = underWay
      underWay = undefined
      await Promise.allSettled([effect?.()])
    },
    async thaw(first) {
      state = 'alive'
      const second = first === 'effects' ? 'timers' : 'effects'
      thawed[first].open()
      await new Promise((resolve) => setImmediate(resolve))
      thawed[second].open()
    },
    store: (store) => ({
      read: (collection, keys) => point('read', collection, () => store.read(collection, keys)),
      scan: (collection, query) => point('scan', collection, () => store.scan(collection, query)),
      write: (changes) =>
        point('write', nameOf(changes), () => store.write(changes), {
          changes: changes.length,
          torn: (keeps) => store.write(changes.filter((_, change) => keeps(change))),
        }),
    }),
    host({ relations, materials, materialCategories, hourTypes, employees, workOrders: source }) {
      return {
        ...(relations ? { relations: sink(relations, 'relations') } : {}),
        ...(materials ? { materials: sink(materials, 'materials') } : {}),
        ...(materialCategories ? { materialCategories: sink(materialCategories, 'materialCategories') } : {}),
        ...(hourTypes ? { hourTypes: sink(hourTypes, 'hourTypes') } : {}),
        ...(employees ? { employees: sink(employees, 'employees') } : {}),
        ...(source ? { workOrders: workOrders(source) } : {}),
      }
    },
    fetch: (fetch) => (input, init) => {
      const request = new Request(input, init)
      const send = async () => {
        request.signal.throwIfAborted()
        return fetch(request)
      }
      return point('request', new URL(request.url).pathname, send, {}, () => label?.(request))
    },
    clock: (clock) => ({
      now: () => clock.now(),
      async sleep(ms, signal, purpose) {
        await still()
        const [ended] = await Promise.allSettled([clock.sleep(ms, signal, purpose)])
        await still('timers')
        if (ended.status === 'rejected') throw ended.reason
      },
    }),
  }
}

/** The collection, and for a ledger record the state that it comes into. */
function nameOf(changes: readonly Change[]): string {
  const [first] = changes
  if (!first) return 'nothing'
  const data = first.collection === 'ledger' && JSON.stringify(first.value ?? {})
  const state = data ? /"data":\{[^{}]*?"state":"(\w+)"/.exec(data)?.[1] : undefined
  return state ? `${first.collection} ${state}` : first.collection
}

function gate<T = void>(): { readonly opened: Promise<T>; open(value: T): void } {
  let open: (value: T) => void = () => {}
  const opened = new Promise<T>((resolve) => {
    open = resolve
  })
  return { opened, open: (value) => open(value) }
}
