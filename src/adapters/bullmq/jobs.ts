import type { Job, JobsOptions, Queue } from 'bullmq'
import * as z from 'zod'
import { sha256 } from '../../internal/hash.ts'

/**
 * Two kinds of jobs. A `turn` comes from the key's schedule and only asks for a `run`; of runs there is at most one for each
 * key, waiting or active, because they share a deduplication id. A trigger beside an active run is kept by BullMQ, and becomes
 * the next run when that one ends; a turn beside it is dropped.
 */
export const TURN = 'turn'
const RUN = 'run'

const data = z.object({ key: z.string(), reason: z.string().catch('interval') })
export const readData = (value: unknown) => data.parse(value)

/** Failed runs stay for a day, for a person to see. */
const FAILED = { age: 86_400, count: 1000 }
const KEPT: JobsOptions = { removeOnComplete: true, removeOnFail: FAILED }

/** A key as BullMQ takes it: any text is allowed as a key, and not in an id. */
export async function idOf(key: string): Promise<string> {
  return (await sha256(key)).slice(0, 32)
}

export async function addTurns(queue: Queue, key: string, every: number, offset: number): Promise<void> {
  await queue.upsertJobScheduler(
    await idOf(key),
    // An offset of 0 would mean "now".
    { every, offset: Math.max(1, offset) },
    { name: TURN, data: { key }, opts: { removeOnComplete: true, removeOnFail: true } },
  )
}

/** Asks for a run on somebody's behalf: beside an active one, it is kept for afterwards. */
export async function askForRun(queue: Queue, key: string, reason: string): Promise<void> {
  await addRun(queue, key, reason, true)
}

/**
 * Asks for a run because its turn has come: beside any other, it is dropped. The other one is looked at: should it have been
 * lost together with its data, it must not keep the key from running for ever.
 */
export async function takeTurn(queue: Queue, key: string): Promise<void> {
  const job = await addRun(queue, key, 'interval', false)
  if (job.id === undefined || (await queue.getJob(job.id))) return
  if (await job.removeDeduplicationKey()) await addRun(queue, key, 'interval', false)
}

async function addRun(queue: Queue, key: string, reason: string, keepLastIfActive: boolean): Promise<Job> {
  const deduplication = { id: await idOf(key), keepLastIfActive }
  return queue.add(RUN, { key, reason }, { ...KEPT, deduplication })
}

/** Takes away what waits of a key: its turns, its waiting run, and what is kept beside an active one. */
export async function dropAll(queue: Queue, key: string): Promise<void> {
  const id = await idOf(key)
  await queue.removeJobScheduler(id)
  const waiting = await queue.getDeduplicationJobId(id)
  const removed = waiting === null ? 0 : await queue.remove(waiting)
  // BullMQ has no call for it: what is kept for later lies under this name.
  if (removed === 0) await (await queue.client).del(queue.toKey(`dn:${id}`))
}
