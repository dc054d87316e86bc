import { checkOptionNames, UsageError } from '../../errors/index.ts'
import type { Scheduler } from '../../sync/index.ts'
import { checkInterval, offsetOf } from '../../sync/pacing.ts'
import { workAt } from './bench.ts'
import { failuresIn } from './failures.ts'
import { addTurns, askForRun, dropAll, idOf } from './jobs.ts'
import { line } from './line.ts'
import type { BullmqSchedulerOptions } from './options.ts'
import { troubleOf } from './trouble.ts'

/** A {@link Scheduler} on Redis. */
export interface BullmqScheduler extends Scheduler {
  /**
   * Closes the connection that `every`, `cancel` and `trigger` use, for a process that never starts; stopping does the same.
   * The next call opens it again.
   */
  close(): Promise<void>
}

/**
 * A scheduler on BullMQ and Redis, for any number of machines: each of them asks, and each that was started runs. The runs of a
 * process that dies are taken over by another one. Its clock is real time.
 *
 * A key whose run fails is left out by the interval for one, two, four, then eight of its turns; a trigger runs it all the
 * same. A run that rejects because of `stop` goes back to the head of the queue. A run whose process may have lost it (no
 * contact with Redis for `takeOverMs`) has its signal aborted.
 *
 * Errors: `invalid_option`, `already_started`, `queue_unreachable`.
 *
 * @example
 * ```ts
 * import { bullmqScheduler } from 'moloni-sdk/bullmq'
 *
 * export const scheduler = bullmqScheduler({ connection: { url: 'redis://127.0.0.1:6379' } })
 * ```
 */
export function bullmqScheduler(options: BullmqSchedulerOptions): BullmqScheduler {
  checkOptionNames(options, {
    connection: true,
    queueName: true,
    prefix: true,
    concurrency: true,
    takeOverMs: true,
    timeoutMs: true,
    onError: true,
  })
  const { connection, queueName = 'moloni-sync', prefix = 'bull', concurrency = 10 } = options
  const { takeOverMs = 30_000, timeoutMs = 10_000 } = options
  checkAtLeast('concurrency', concurrency, 1)
  checkAtLeast('takeOverMs', takeOverMs, 100)
  checkAtLeast('timeoutMs', timeoutMs, 1)
  const tell = (key: string | undefined, error: unknown) => {
    try {
      options.onError?.(key, error)
    } catch {
      // A listener that fails must not end the schedule.
    }
  }
  const onTrouble = (error: unknown) => tell(undefined, troubleOf(error))
  const place = { connection, queueName, prefix, onTrouble }
  const { use, close } = line({ ...place, timeoutMs })
  let started = false

  return {
    async every(key, intervalMs) {
      checkInterval(intervalMs)
      const every = Math.max(1, Math.round(intervalMs))
      const offset = await offsetOf(key, every)
      await use((queue) => addTurns(queue, key, every, offset))
    },
    async cancel(key) {
      await use(async (queue) => {
        await dropAll(queue, key)
        await failuresIn(queue).forget(await idOf(key))
      })
    },
    async trigger(key, reason) {
      await use((queue) => askForRun(queue, key, reason))
    },
    async start(run) {
      if (started) throw new UsageError('This scheduler runs already.', { code: 'already_started' })
      const stop = workAt({ ...place, concurrency, takeOverMs, use, run, onFailure: tell })
      started = true
      let stopping: Promise<void> | undefined
      return () => {
        stopping ??= stop().then(async () => {
          started = false
          await close()
        })
        return stopping
      }
    },
    close,
  }
}

function checkAtLeast(name: string, value: number, least: number): void {
  if (Number.isFinite(value) && value >= least) return
  throw new UsageError(`The option ${name} must be at least ${least}.`, { code: 'invalid_option' })
}
