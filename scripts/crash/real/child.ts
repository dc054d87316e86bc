import { once } from 'node:events'
import * as z from 'zod'
import { createOAuth } from '../../../src/oauth/index.ts'
import { createSyncEngine } from '../../../src/sync/index.ts'
import { fastClock } from './fast-clock.ts'
import { fileStore, fileWorkOrders, openJobs } from './files.ts'

/** What a process that is going to be killed has to know. */
const childOptions = z.object({
  folder: z.string(),
  platform: z.enum(['pt', 'es', 'on']),
  connectionId: z.string(),
  application: z.object({ clientId: z.string(), clientSecret: z.string(), redirectUri: z.string() }),
  baseUrl: z.string(),
  pace: z.object({ origin: z.number(), start: z.number(), speed: z.number() }),
})

const { folder, platform, connectionId, application, baseUrl, pace } = childOptions.parse(
  JSON.parse(process.argv[2] ?? '{}'),
)
const clock = fastClock(pace)
const client = { budget: false, timeout: 120_000 } as const

// Started early and told when to begin, so that the time it takes to start does not count.
await once(process, 'message')
const engine = createSyncEngine({
  store: await fileStore(folder),
  host: { workOrders: fileWorkOrders(folder) },
  oauth: { [platform]: createOAuth({ platform, ...application, baseUrl, clock }) },
  clients: { [platform]: client },
  clock,
})
while (openJobs(folder) > 0) {
  const { outcome } = await engine.sync(connectionId)
  if ((await engine.health(connectionId)).login.state !== 'ok') break
  if (outcome !== 'skipped') await clock.sleep(30_000)
}
process.disconnect()
