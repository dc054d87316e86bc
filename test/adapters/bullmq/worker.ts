/**
 * A process that works through a queue: `worker.ts URL PREFIX TAKE_OVER_MS`. It prints what it runs, and holds every run
 * until it is told to give up.
 */
import { bullmqScheduler } from 'moloni-sdk/bullmq'

async function main([url = '', prefix = '', takeOverMs = '1000']: readonly string[]): Promise<void> {
  const scheduler = bullmqScheduler({ connection: { url }, prefix, takeOverMs: Number(takeOverMs) })
  const stop = await scheduler.start((key, { signal, reason }) => {
    console.log(`running ${key} ${reason}`)
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        console.log(`told ${key}`)
        reject(signal.reason)
      })
    })
  })
  process.once('SIGTERM', () => {
    stop().then(() => console.log('stopped'))
  })
  console.log('started')
}

await main(process.argv.slice(2))
