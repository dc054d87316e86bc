/** Whether the trouble comes before the method had its effect (default) or after. */
export type When = 'before' | 'after'

/** One kind of trouble. Times are milliseconds of the emulator's clock. */
export type Fault =
  /** A pause. */
  | { kind: 'latency'; ms: number; when?: When }
  /** An HTTP status with a small JSON body; `retryAfter` becomes the header (seconds, or a date text). */
  | { kind: 'status'; status: number; when?: When; retryAfter?: number | string }
  /** The connection is cut. */
  | { kind: 'cut'; when?: When }
  /** An HTML page in place of JSON; status 200 unless given. */
  | { kind: 'html'; when?: When; status?: number }
  /** No answer until the client gives up. */
  | { kind: 'hang'; when?: When }
  /** The headers and half of the body, then nothing until the client gives up. The effect has happened. */
  | { kind: 'stall' }
  /**
   * The effect lands `ms` later, even if the client gave up. `answer`: `wait` for the effect (default), `cut` or
   * `hang` at once.
   */
  | { kind: 'late'; ms: number; answer?: 'wait' | 'cut' | 'hang' }
  /** What is created is not shown by lists and searches for `ms`; reading it by its id works. */
  | { kind: 'lag'; ms: number }
  /** The access token of this request is taken for expired, now and later. */
  | { kind: 'expire' }
  /** A list answers as if it had no filter. */
  | { kind: 'ignoreFilter' }
  /** A list refuses its filters with a validation error. */
  | { kind: 'refuseFilter' }

/** Trouble for some of the coming requests. */
export interface FaultPlan {
  /** Path such as `invoices/insert` or `grant`, a pattern of it, or `*` for every request. */
  on: string | RegExp
  /** Begin with the nth matching request (1 is the next one, the default). */
  nth?: number
  /** For how many matching requests; default 1, `Infinity` for all. */
  times?: number
  fault: Fault | readonly Fault[]
}

/** Trouble on demand. */
export interface Faults {
  /**
   * Adds a plan. Several plans may hit one request, in the order of planning; but only one of them can answer it
   * (`status`, `html`, `cut`, `hang`, `stall`): the others wait for the next request.
   */
  plan(plan: FaultPlan): void
  /** Plans that have not been used up. */
  readonly pending: readonly FaultPlan[]
  /** Forgets all plans. */
  clear(): void
  /** What hits this request; counts it. Called by emulators. */
  take(path: string): Fault[]
}

interface Entry {
  readonly plan: FaultPlan
  skip: number
  left: number
}

/** An empty set of plans. */
export function createFaults(): Faults {
  let entries: Entry[] = []

  return {
    plan(plan) {
      if (typeof plan.on === 'string' && plan.on.length > 1 && plan.on.includes('*')) {
        throw new TypeError(`No path is "${plan.on}": give a RegExp, or "*" for every request.`)
      }
      entries.push({ plan, skip: (plan.nth ?? 1) - 1, left: plan.times ?? 1 })
    },
    get pending() {
      return entries.map((entry) => entry.plan)
    },
    clear() {
      entries = []
    },
    take(path) {
      const hit: Fault[] = []
      for (const entry of entries) {
        if (!matches(entry.plan.on, path)) continue
        if (entry.skip > 0) {
          entry.skip -= 1
          continue
        }
        const faults = [entry.plan.fault].flat()
        if (hit.some(answers) && faults.some(answers)) continue
        entry.left -= 1
        hit.push(...faults)
      }
      entries = entries.filter((entry) => entry.left > 0)
      return hit
    },
  }
}

const answering: ReadonlySet<string> = new Set(['status', 'html', 'cut', 'hang', 'stall'])

function answers({ kind }: Fault): boolean {
  return answering.has(kind)
}

function matches(on: string | RegExp, path: string): boolean {
  if (typeof on === 'string') return on === '*' || on === path
  on.lastIndex = 0
  return on.test(path)
}
