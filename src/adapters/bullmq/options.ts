import type { ConnectionOptions } from 'bullmq'

export interface BullmqSchedulerOptions {
  /**
   * Where Redis is: options of ioredis, also `{ url }`, or a connection of the host's own. Such a connection needs
   * `maxRetriesPerRequest: null`, and is not closed by the scheduler.
   */
  readonly connection: ConnectionOptions
  /** Name of the queue. All machines that share a schedule use the same. Default `moloni-sync`. */
  readonly queueName?: string | undefined
  /** Before every key in Redis; a Redis cluster needs braces, `{moloni}`. Default `bull`. */
  readonly prefix?: string | undefined
  /** How many keys this process runs beside each other. Default 10. */
  readonly concurrency?: number | undefined
  /**
   * Milliseconds after which the runs of a process that no longer answers may be taken over; it takes up to twice as long.
   * A process that is busy for longer without a pause loses its runs. Default 30 seconds.
   */
  readonly takeOverMs?: number | undefined
  /** Milliseconds that `every`, `cancel` and `trigger` wait for Redis. Default 10 seconds. */
  readonly timeoutMs?: number | undefined
  /** Told when a run failed, and, without a key, when the connection to Redis is in trouble. */
  readonly onError?: ((key: string | undefined, error: unknown) => void) | undefined
}
