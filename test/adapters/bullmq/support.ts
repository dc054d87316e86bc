import { randomBytes } from 'node:crypto'
import { Queue } from 'bullmq'
import { type BullmqScheduler, type BullmqSchedulerOptions, bullmqScheduler } from 'moloni-sdk/bullmq'
import { expect } from 'vitest'

/** A queue of one test, taken away at its end. */
export interface Line {
  readonly prefix: string
  /** Another handle, as another process has it. */
  scheduler(options?: Partial<BullmqSchedulerOptions>): BullmqScheduler
  /** The queue as BullMQ itself sees it. */
  readonly queue: Queue
  end(): Promise<void>
}

const NAME = 'moloni-sync'
const WIPE = "for _, key in ipairs(redis.call('keys', ARGV[1])) do redis.call('del', key) end"

export function openLine(url: URL): Line {
  const prefix = `moloni-sdk-test-${randomBytes(6).toString('hex')}`
  const connection = { url: url.href }
  const queue = new Queue(NAME, { connection, prefix })
  const made: BullmqScheduler[] = []
  return {
    prefix,
    queue,
    scheduler(options) {
      const scheduler = bullmqScheduler({ connection, prefix, ...options })
      made.push(scheduler)
      return scheduler
    },
    async end() {
      await Promise.all(made.map((scheduler) => scheduler.close()))
      const client = await queue.client
      client.defineCommand('wipe', { numberOfKeys: 0, lua: WIPE })
      await client.runCommand('wipe', [`${prefix}:*`])
      await queue.close()
    },
  }
}

/** Waits for something, up to half a minute. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 30_000; !(await condition()); ) {
    expect(Date.now(), what).toBeLessThan(end)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
