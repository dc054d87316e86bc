/**
 * The engine inside an Express application. What differs from other hosts is one function, which makes a standard request of
 * Express's own.
 *
 * `memoryStore` and `memoryHost` stand for the host's own database and records. A real host asks who is at the door first.
 */
import { env } from 'node:process'
import { Readable } from 'node:stream'
import express, { type Request as ExpressRequest } from 'express'
import { createOAuth, createSyncEngine, intervalScheduler, memoryHost, memoryStore } from 'moloni-sdk'

// Another server in Moloni's place, for example the emulator.
const elsewhere = env.MOLONI_ON_BASE_URL ? { baseUrl: env.MOLONI_ON_BASE_URL } : {}
const publicAddress = env.WEBHOOK_URL ?? 'https://example.com/moloni'
const redirectUri = env.MOLONI_ON_REDIRECT_URI ?? ''

const engine = createSyncEngine({
  store: memoryStore(),
  host: memoryHost(),
  scheduler: intervalScheduler(),
  webhookUrl: publicAddress,
  oauth: {
    on: createOAuth({
      platform: 'on',
      clientId: env.MOLONI_ON_CLIENT_ID ?? '',
      clientSecret: env.MOLONI_ON_CLIENT_SECRET ?? '',
      redirectUri,
      ...elsewhere,
    }),
  },
  clients: { on: elsewhere },
  on(event) {
    if (event.type === 'run') console.log(`run ${event.report.outcome}, ${event.report.changes} changes`)
  },
})

/** What the engine takes. The body is read by the engine, so no body parser may stand before this route. */
function requestOf(incoming: ExpressRequest): Request {
  const { method, originalUrl } = incoming
  const body = method === 'POST' ? { body: Readable.toWeb(incoming), duplex: 'half' as const } : {}
  return new Request(new URL(originalUrl, publicAddress), { method, ...body })
}

const app = express()

app.get('/connect', async (_request, response) => {
  const { authorizeUrl } = await engine.connect({ platform: 'on' })
  response.redirect(authorizeUrl.href)
})

app.get('/callback', async ({ originalUrl }, response) => {
  const { connectionId } = await engine.completeLogin(new URL(originalUrl, redirectUri))
  const [company] = await engine.companies(connectionId)
  if (!company) return void response.status(409).send('This login has no company.')
  await engine.selectCompany(connectionId, company.companyId)
  await engine.sync(connectionId)
  response.json({ connectionId })
})

app.get('/problems/:id', async ({ params }, response) => {
  response.json(await engine.problems(params.id))
})

app.all('/moloni/*rest', async (request, response) => {
  const answer = await engine.handleWebhook(requestOf(request))
  response.status(answer.status).send(await answer.text())
})

await engine.start()
const server = app.listen(Number(env.PORT ?? 8080), () => console.log('Listening.'))

process.once('SIGINT', () => {
  server.close()
  server.closeAllConnections()
  engine.stop()
})
