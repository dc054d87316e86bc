import { inspect } from 'node:util'
import type { RunContext } from 'moloni-sdk'
import { type BullmqSchedulerOptions, bullmqScheduler } from 'moloni-sdk/bullmq'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describeWith } from '../../support/servers.ts'
import { type Line, openLine, until } from './support.ts'

describe('options', () => {
  const refused: [string, object][] = [
    ['a misspelt one', { conection: {} }],
    ['no concurrency', { concurrency: 0 }],
    ['no time to take over', { takeOverMs: 0 }],
    ['no time to wait', { timeoutMs: Number.NaN }],
  ]
  test.each(refused)('%s is refused', (_name, more) => {
    const options: BullmqSchedulerOptions = { connection: {}, ...more }
    expect(() => bullmqScheduler(options)).toThrow(expect.objectContaining({ code: 'invalid_option' }))
  })
})

describe('without Redis', () => {
  const nobody = { url: 'redis://user:pa55word@127.0.0.1:1' }

  test('each call gives up in time, with an error that holds no address', async () => {
    const troubles: unknown[] = []
    const scheduler = bullmqScheduler({
      connection: nobody,
      timeoutMs: 200,
      onError: (key, error) => troubles.push([key, error]),
    })
    for (const call of [
      () => scheduler.trigger('k', 'x'),
      () => scheduler.every('k', 1000),
      () => scheduler.cancel('k'),
    ]) {
      const error: unknown = await call().catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ name: 'NetworkError', code: 'queue_unreachable', retryable: true })
      expect(inspect(error, { depth: 10 })).not.toMatch(/pa55word|127\.0\.0\.1/)
    }
    await until(() => troubles.length > 0, 'the host is told')
    expect(troubles[0]).toMatchObject([undefined, { code: 'queue_unreachable' }])
    expect(inspect(troubles, { depth: 10 })).not.toMatch(/pa55word|127\.0\.0\.1/)
    await scheduler.close()
  })
})

await describeWith('Redis', 'the BullMQ scheduler', (url) => {
  let line: Line
  beforeEach(() => {
    line = openLine(url)
  })
  afterEach(() => line.end())

  /** Runs that are noted; each does what `outcome` says. */
  function noted(outcome: (context: RunContext) => Promise<void> = async () => {}) {
    const runs: RunContext[] = []
    const run = async (_key: string, context: RunContext) => {
      runs.push(context)
      await outcome(context)
    }
    return { runs, run }
  }

  test('a key has one schedule, however often it is set, at the same place of the interval', async () => {
    const scheduler = line.scheduler()
    const other = line.scheduler()
    await scheduler.every('k', 60_000)
    const [first] = await line.queue.getJobSchedulers()
    for (let again = 0; again < 3; again++) {
      await scheduler.every('k', 60_000)
      await other.every('k', 60_000)
    }
    const schedules = await line.queue.getJobSchedulers()
    expect(schedules).toHaveLength(1)
    expect(schedules[0]).toMatchObject({ every: 60_000, next: first?.next, offset: first?.offset })
    expect(await line.queue.getJobCounts()).toMatchObject({ delayed: 1, waiting: 0 })
    await scheduler.cancel('k')
    expect(await line.queue.getJobSchedulers()).toEqual([])
    expect(await line.queue.getJobCounts()).toMatchObject({ delayed: 0, waiting: 0 })
  })

  test('nothing of runs that went well is kept', async () => {
    const { runs, run } = noted()
    const scheduler = line.scheduler()
    const stop = await scheduler.start(run)
    for (let count = 1; count <= 5; count++) {
      await scheduler.trigger('k', 'x')
      await until(() => runs.length === count, `run ${count}`)
      await until(async () => (await line.queue.getActiveCount()) === 0, 'its end')
    }
    await stop()
    expect(Object.values(await line.queue.getJobCounts()).every((count) => count === 0)).toBe(true)
  })

  test('a failed run is kept for a person to see, by its code alone', async () => {
    const told: unknown[] = []
    const secret = new Error('the password is pa55word')
    const scheduler = line.scheduler({
      onError(key, error) {
        told.push([key, error])
        throw new Error('a listener that fails')
      },
    })
    const { runs, run } = noted(() => Promise.reject(secret))
    const stop = await scheduler.start(run)
    await scheduler.trigger('k', 'x')
    await until(async () => (await line.queue.getFailedCount()) === 1, 'the failed job')
    expect(told).toEqual([['k', secret]])
    const [job] = await line.queue.getFailed()
    expect(job?.failedReason).toBe('Error')
    expect(inspect(job?.asJSON(), { depth: 10 })).not.toMatch(/pa55word/)
    await scheduler.trigger('k', 'again')
    await until(() => runs.length === 2, 'the next run')
    await stop()
  })

  test('a run whose lock was lost is told so, and is no failure', async () => {
    const told: unknown[] = []
    const { runs, run } = noted(
      ({ signal, reason }) =>
        new Promise((resolve, reject) => {
          if (reason === 'again') resolve()
          signal.addEventListener('abort', () => reject(signal.reason))
        }),
    )
    const scheduler = line.scheduler({
      takeOverMs: 400,
      onError: (key) => key !== undefined && told.push(key),
    })
    const stop = await scheduler.start(run)
    await scheduler.trigger('k', 'work')
    await until(() => runs.length === 1, 'the run')
    const [job] = await line.queue.getActive()
    await (await line.queue.client).del(`${line.queue.toKey(job?.id ?? '')}:lock`)
    await until(() => runs[0]?.signal.aborted === true, 'the signal')
    await until(() => runs.length === 2, 'the run that nobody holds is taken over')
    await stop()
    expect(told).toEqual([])
  })

  test('a run that was lost with its data does not keep its key from running', async () => {
    const scheduler = line.scheduler()
    await scheduler.trigger('k', 'lost')
    const client = await line.queue.client
    const [job] = await line.queue.getWaiting()
    await client.del(line.queue.toKey(job?.id ?? ''), line.queue.toKey('wait'))
    const { runs, run } = noted()
    const stop = await scheduler.start(run)
    await scheduler.every('k', 200)
    await until(() => runs.length >= 2, 'the turns of the key')
    await stop()
  })

  test('a connection of the host is used, and stays open', async () => {
    const connection = (await line.queue.client).duplicate({ maxRetriesPerRequest: null })
    const scheduler = bullmqScheduler({ connection, prefix: line.prefix })
    await scheduler.trigger('k', 'x')
    await scheduler.close()
    await scheduler.trigger('k', 'x')
    const { runs, run } = noted()
    const stop = await scheduler.start(run)
    await until(() => runs.length === 1, 'the run')
    await stop()
    expect(connection.status).toBe('ready')
    await connection.quit()
  })

  test('it is started once at a time, and stopped as often as one likes', async () => {
    const { runs, run } = noted()
    const scheduler = line.scheduler()
    const stop = await scheduler.start(run)
    await expect(scheduler.start(run)).rejects.toMatchObject({ code: 'already_started' })
    await Promise.all([stop(), stop()])
    const again = await scheduler.start(run)
    await stop()
    await scheduler.trigger('k', 'x')
    await until(() => runs.length === 1, 'a run after an old stop')
    await again()
  })

  test('two queues on one Redis are two schedules', async () => {
    const { runs, run } = noted()
    const stop = await line.scheduler({ queueName: 'another' }).start(run)
    await line.scheduler().trigger('k', 'x')
    await line.scheduler({ queueName: 'another' }).trigger('k', 'mine')
    await until(() => runs.length === 1, 'the run')
    expect(runs[0]?.reason).toBe('mine')
    await stop()
  })
})
