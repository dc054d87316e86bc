import type { Queue } from 'bullmq'
import * as z from 'zod'
import { pauseAfter } from '../../sync/pacing.ts'

const record = z.object({ count: z.number(), until: z.number() })
/** How many intervals after its pause a failure still counts as one in a row. */
const REMEMBERED = 4

/** The failures in a row of each key, in Redis beside the queue. */
export interface Failures {
  /** Whether the interval leaves the key alone. */
  paused(id: string): Promise<boolean>
  note(id: string): Promise<void>
  forget(id: string): Promise<void>
}

export function failuresIn(queue: Queue): Failures {
  const keyOf = (id: string) => queue.toKey(`failures:${id}`)

  async function read(id: string) {
    const text = await (await queue.client).get(keyOf(id))
    const parsed = record.safeParse(text === null ? undefined : JSON.parse(text))
    return parsed.success ? parsed.data : { count: 0, until: 0 }
  }

  return {
    async paused(id) {
      return (await read(id)).until > Date.now()
    },
    async note(id) {
      const every = (await queue.getJobScheduler(id))?.every
      if (every === undefined) return
      const count = (await read(id)).count + 1
      const pause = pauseAfter(count, every)
      const value = JSON.stringify({ count, until: Date.now() + pause })
      await (await queue.client).set(keyOf(id), value, { PX: Math.ceil(pause + every * REMEMBERED) })
    },
    async forget(id) {
      await (await queue.client).del(keyOf(id))
    },
  }
}
