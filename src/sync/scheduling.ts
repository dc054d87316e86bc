import { UsageError } from '../errors/index.ts'
import { type Connection, publicConnection, requireConnection } from './connections/connection.ts'
import { keepAlive } from './connections/pause.ts'
import type { Context } from './context.ts'
import type { Scheduler } from './ports/scheduler.ts'
import { runConnection } from './run-connection.ts'

const QUARTER_OF_AN_HOUR = 15 * 60_000
/** How many connections are handed over at once. */
const AT_ONCE = 50

/** The connections in the hands of the scheduler, from `start` to `stop`. */
export interface Scheduling {
  start(): Promise<void>
  stop(): Promise<void>
  /** Hands a connection over, if the scheduler runs and the connection may. */
  add(connection: Connection): Promise<void>
}

export function createScheduling(context: Context): Scheduling {
  const { records, options } = context
  const { scheduler, intervalMs = QUARTER_OF_AN_HOUR } = options
  let starting: Promise<void> | undefined
  let stopRuns: (() => Promise<void>) | undefined

  async function run(id: string, signal: AbortSignal): Promise<void> {
    const { state } = (await requireConnection(records, id)).value
    if (state === 'active') await runConnection(context, id, { signal })
    if (state === 'paused') await keepAlive(context, id, signal)
  }

  async function add({ connectionId, state }: Connection): Promise<void> {
    const alive = state === 'active' || state === 'paused'
    if (scheduler && starting && alive) await scheduler.every(connectionId, intervalMs)
  }

  async function begin(on: Scheduler): Promise<void> {
    stopRuns = await on.start((id, { signal }) => run(id, signal))
    let together: Connection[] = []
    for await (const { value } of records.connections.scan({ by: 'key' })) {
      if (!starting) return
      together.push(publicConnection(value))
      if (together.length < AT_ONCE) continue
      await Promise.all(together.map(add))
      together = []
    }
    await Promise.all(together.map(add))
  }

  async function stop(): Promise<void> {
    const started = starting
    starting = undefined
    await started?.catch(() => {})
    const stopping = stopRuns
    stopRuns = undefined
    await stopping?.()
  }

  return {
    add,
    stop,
    async start() {
      if (!scheduler) {
        throw new UsageError('The engine has no scheduler.', {
          code: 'missing_option',
          hint: 'Give one in the option scheduler, or call sync() yourself.',
        })
      }
      starting ??= begin(scheduler)
      try {
        await starting
      } catch (error) {
        await stop()
        throw error
      }
    },
  }
}
