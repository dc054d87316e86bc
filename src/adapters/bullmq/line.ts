import { type ConnectionOptions, Queue } from 'bullmq'
import { UsageError } from '../../errors/index.ts'
import { troubleOf } from './trouble.ts'

export interface LineOptions {
  readonly connection: ConnectionOptions
  readonly queueName: string
  readonly prefix: string
  readonly timeoutMs: number
  onTrouble(error: unknown): void
}

export type UseQueue = <T>(work: (queue: Queue) => Promise<T>) => Promise<T>

/** The queue, opened by its first use and again after it was closed. */
export interface Line {
  /** Does something with the queue, and gives up when Redis does not answer in time. Errors: `queue_unreachable`. */
  readonly use: UseQueue
  close(): Promise<void>
}

/** Nobody reads the events but a person who looks for trouble. */
const EVENTS = 1000

export function line(options: LineOptions): Line {
  const { connection, prefix, queueName, timeoutMs } = options
  let opened: Queue | undefined

  const open = (): Queue => {
    const queue = new Queue(queueName, {
      connection,
      prefix,
      streams: { events: { maxLen: EVENTS } },
    })
    queue.on('error', options.onTrouble)
    return queue
  }

  return {
    async use(work) {
      opened ??= refusing(open)
      let timer: ReturnType<typeof setTimeout> | undefined
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new DOMException('Redis is late.', 'TimeoutError')), timeoutMs)
      })
      try {
        return await Promise.race([work(opened), late])
      } catch (error) {
        throw troubleOf(error)
      } finally {
        clearTimeout(timer)
      }
    },
    async close() {
      const queue = opened
      opened = undefined
      await queue?.close()
    },
  }
}

/** Makes a part of BullMQ; what it does not like about the connection is an error of this library. */
export function refusing<T>(make: () => T): T {
  try {
    return make()
  } catch {
    throw new UsageError('BullMQ does not take this connection.', {
      code: 'invalid_option',
      hint: 'A connection of your own needs maxRetriesPerRequest: null, and no keyPrefix.',
    })
  }
}
