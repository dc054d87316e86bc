/** A process that imports everything once, and tells how much memory it takes. */
import { readConfig } from '../../scripts/fleet/child.ts'
import { type FromReader, readerConfig } from './messages.ts'
import { openEngine } from './open-engine.ts'

const SIZE_EVERY_MS = 100

async function main(): Promise<void> {
  const { connectionId, ...config } = readConfig(readerConfig)
  const tell = (message: FromReader) => process.send?.(message)
  const tellSize = () => tell({ is: 'size', rssMb: process.memoryUsage.rss() / 1_048_576 })
  process.once('disconnect', () => process.exit())
  const { engine, close } = await openEngine(config)
  // The first size is the one that the others are measured against.
  tellSize()
  const size = setInterval(tellSize, SIZE_EVERY_MS)
  const { outcome, errors } = await engine.sync(connectionId)
  clearInterval(size)
  tellSize()
  await close()
  const [error] = errors
  tell({ is: 'done', outcome, ...(error ? { problem: `${error.code}: ${error.message}` } : {}) })
  process.disconnect?.()
}

await main()
