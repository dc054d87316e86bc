import { type Job, WaitingError, Worker } from 'bullmq'
import { isMoloniError } from '../../errors/index.ts'
import type { RunContext } from '../../sync/index.ts'
import { failuresIn } from './failures.ts'
import { idOf, readData, TURN, takeTurn } from './jobs.ts'
import { refusing, type UseQueue } from './line.ts'
import type { BullmqSchedulerOptions } from './options.ts'

export interface BenchOptions extends Pick<BullmqSchedulerOptions, 'connection'> {
  readonly queueName: string
  readonly prefix: string
  readonly concurrency: number
  readonly takeOverMs: number
  readonly use: UseQueue
  run(key: string, context: RunContext): Promise<void>
  onFailure(key: string, error: unknown): void
  onTrouble(error: unknown): void
}

/** A process that dies takes this many runs of a key with it before the key is left to its next turn. */
const DEATHS = 1000

/** The runs that this process holds, each with the time at which its lock was last known to be ours. */
interface Held {
  readonly controller: AbortController
  seen: number
}

/** Works through the queue; the answer stops, and hands back what did not end well. */
export function workAt(options: BenchOptions): () => Promise<void> {
  const { use, takeOverMs } = options
  const held = new Map<string, Held>()
  let stopped: DOMException | undefined

  async function turn(key: string): Promise<void> {
    const id = await idOf(key)
    await use(async (queue) => {
      const [schedule, paused] = await Promise.all([queue.getJobScheduler(id), failuresIn(queue).paused(id)])
      if (schedule && !paused) await takeTurn(queue, key)
    })
  }

  async function perform(job: Job, token: string | undefined): Promise<void> {
    const { key, reason } = readData(job.data)
    if (job.name === TURN) return turn(key)
    if (stopped) return handBack(job, token)
    const id = await idOf(key)
    const controller = new AbortController()
    held.set(job.id ?? id, { controller, seen: performance.now() })
    try {
      await options.run(key, { signal: controller.signal, reason })
    } catch (error) {
      if (controller.signal.aborted) return await handBack(job, token)
      await use((queue) => failuresIn(queue).note(id)).catch(options.onTrouble)
      options.onFailure(key, error)
      throw new Error(nameOf(error))
    } finally {
      held.delete(job.id ?? id)
    }
    await use((queue) => failuresIn(queue).forget(id)).catch(options.onTrouble)
  }

  const worker = refusing(
    () =>
      new Worker(options.queueName, perform, {
        connection: options.connection,
        prefix: options.prefix,
        concurrency: options.concurrency,
        lockDuration: takeOverMs,
        stalledInterval: Math.ceil(takeOverMs / 2),
        maxStalledCount: DEATHS,
        autorun: false,
      }),
  )
  worker.on('error', options.onTrouble)
  worker.on('locksRenewed', ({ jobIds }) => {
    for (const id of jobIds) {
      const run = held.get(id)
      if (run) run.seen = performance.now()
    }
  })
  worker.on('lockRenewalFailed', (jobIds) => {
    for (const id of jobIds) held.get(id)?.controller.abort(lost())
  })
  // A Redis that is out of reach tells nobody that a lock has lapsed.
  const watch = setInterval(() => {
    for (const { controller, seen } of held.values()) {
      if (performance.now() - seen > takeOverMs * 0.9) controller.abort(lost())
    }
  }, takeOverMs / 10)
  worker.run().catch(options.onTrouble)

  return async () => {
    stopped = new DOMException('The scheduler was stopped.', 'AbortError')
    for (const { controller } of held.values()) controller.abort(stopped)
    await worker.close()
    clearInterval(watch)
  }
}

/**
 * Puts a run back at the head of the queue, for another process or a later start. Where that fails it is left as it is: it
 * is another process's already, or will be taken over as if this one had died.
 */
async function handBack(job: Job, token: string | undefined): Promise<never> {
  await job.moveToWait(token).catch(() => {})
  throw new WaitingError()
}

const lost = () => new DOMException('Another process may have taken this run over.', 'AbortError')

/** What is kept of a failure in Redis: its text may hold anything. */
function nameOf(error: unknown): string {
  if (isMoloniError(error)) return error.code
  return error instanceof Error ? error.name : 'failed'
}
