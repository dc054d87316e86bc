/**
 * The engine inside a Hono application: the login, the webhooks and the problems are three routes. `handleWebhook` takes and
 * answers standard requests, so the same lines work on Node, Bun, Deno and workers.
 *
 * `memoryStore` and `memoryHost` stand for the host's own database and records. A real host asks who is at the door first.
 */
import { env } from 'node:process'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { createOAuth, createSyncEngine, intervalScheduler, memoryHost, memoryStore } from 'moloni-sdk'

// Another server in Moloni's place, for example the emulator.
const elsewhere = env.MOLONI_ON_BASE_URL ? { baseUrl: env.MOLONI_ON_BASE_URL } : {}

const engine = createSyncEngine({
  store: memoryStore(),
  host: memoryHost(),
  scheduler: intervalScheduler(),
  webhookUrl: env.WEBHOOK_URL ?? 'https://example.com/moloni',
  oauth: {
    on: createOAuth({
      platform: 'on',
      clientId: env.MOLONI_ON_CLIENT_ID ?? '',
      clientSecret: env.MOLONI_ON_CLIENT_SECRET ?? '',
      redirectUri: env.MOLONI_ON_REDIRECT_URI ?? '',
      ...elsewhere,
    }),
  },
  clients: { on: elsewhere },
  on(event) {
    if (event.type === 'run') console.log(`run ${event.report.outcome}, ${event.report.changes} changes`)
  },
})

const app = new Hono()

app.get('/connect', async (c) => {
  const { authorizeUrl } = await engine.connect({ platform: 'on' })
  return c.redirect(authorizeUrl.href)
})

app.get('/callback', async (c) => {
  const { connectionId } = await engine.completeLogin(c.req.url)
  const [company] = await engine.companies(connectionId)
  if (!company) return c.text('This login has no company.', 409)
  await engine.selectCompany(connectionId, company.companyId)
  await engine.sync(connectionId)
  return c.json({ connectionId })
})

app.get('/problems/:id', async (c) => c.json(await engine.problems(c.req.param('id'))))

app.all('/moloni/*', (c) => engine.handleWebhook(c.req.raw))

await engine.start()
const server = serve({ fetch: app.fetch, port: Number(env.PORT ?? 8080) }, () => console.log('Listening.'))

process.once('SIGINT', () => {
  server.close()
  engine.stop()
})
