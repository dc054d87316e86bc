/** A worker of the fleet: runs what is due until it is killed, or stops in good order when it is asked to. */
import { bullmqScheduler } from 'moloni-sdk/bullmq'
import { readConfig } from './child.ts'
import { openEngine } from './engine.ts'
import { type FromWorker, workerConfig } from './messages.ts'

const SIZE_EVERY_MS = 500

async function main(): Promise<void> {
  const { redis, prefix, intervalMs, concurrency, ...config } = readConfig(workerConfig)
  const tell = (message: FromWorker) => process.send?.(message)
  const scheduler = bullmqScheduler({
    connection: { url: redis },
    prefix,
    concurrency,
    takeOverMs: config.takeOverMs,
    onError: (key, error) => tell({ is: 'trouble', text: `${key ?? 'redis'}: ${error}` }),
  })
  const { engine, close } = openEngine(config, {
    scheduler,
    intervalMs,
    pool: concurrency,
    on(event) {
      if (event.type === 'run') {
        const { outcome, changes, errors } = event.report
        tell({ is: 'run', outcome, changes })
        for (const { part, code, message } of errors)
          tell({ is: 'trouble', text: `${part} ${code}: ${message}` })
      }
    },
  })
  const size = setInterval(
    () => tell({ is: 'size', rssMb: process.memoryUsage.rss() / 1_048_576 }),
    SIZE_EVERY_MS,
  )
  const alone = () => process.exit()
  process.once('disconnect', alone)
  // From here on nothing keeps the process alive that is not closed.
  const stop = async () => {
    await engine.stop()
    await close()
    clearInterval(size)
    process.off('disconnect', alone)
    process.disconnect?.()
  }
  process.once('SIGTERM', () => void stop())
  // It can be asked to stop from now on.
  tell({ is: 'ready' })
  await engine.start()
}

await main()
