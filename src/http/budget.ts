import PQueue from 'p-queue'
import { UsageError } from '../errors/index.ts'

/** How fast one client may send. */
export interface BudgetOptions {
  /** Requests at the same time. Default 2. */
  concurrency?: number
  /** Requests started in any one second. Default 4. */
  perSecond?: number
}

/** Runs work when the budget allows; a signal takes it out of the queue again. */
export type Budget = <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>

const DEFAULTS = { concurrency: 2, perSecond: 4 }

/** One queue for one client. `false` sends everything at once. */
export function createBudget(options: BudgetOptions | false = {}): Budget {
  if (options === false) return (work) => work()
  const concurrency = atLeastOne('concurrency', options.concurrency ?? DEFAULTS.concurrency)
  const intervalCap = atLeastOne('perSecond', options.perSecond ?? DEFAULTS.perSecond)
  const queue = new PQueue({ concurrency, interval: 1000, intervalCap, strict: true })
  return (work, signal) => queue.add(work, signal ? { signal } : {})
}

function atLeastOne(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 1) return value
  throw new UsageError(`The option budget.${name} must be a whole number of at least 1.`, {
    code: 'invalid_option',
  })
}
