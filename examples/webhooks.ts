/**
 * Webhooks on node:http: Moloni ON tells of a change, and it reaches the host at once instead of with the next run.
 *
 * WEBHOOK_URL is the public address of this server, https in earnest; PORT is where it listens behind that.
 */
import { createServer, type IncomingMessage } from 'node:http'
import { env, stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { Readable } from 'node:stream'
import { createOAuth, createSyncEngine, intervalScheduler, memoryHost, memoryStore } from 'moloni-sdk'

// Another server in Moloni's place, for example the emulator.
const elsewhere = env.MOLONI_ON_BASE_URL ? { baseUrl: env.MOLONI_ON_BASE_URL } : {}
const publicAddress = env.WEBHOOK_URL ?? 'https://example.com/moloni'

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
      redirectUri: env.MOLONI_ON_REDIRECT_URI ?? '',
      ...elsewhere,
    }),
  },
  clients: { on: elsewhere },
  on(event) {
    if (event.type === 'webhook') console.log(`told of ${event.model} ${event.id}`)
    if (event.type === 'run') console.log(`run ${event.report.outcome}, ${event.report.changes} changes`)
  },
})

/** What the engine takes: a standard request. It reads no more of the body than a notification is long. */
function requestOf(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/' } = incoming
  const body = method === 'POST' ? { body: Readable.toWeb(incoming), duplex: 'half' as const } : {}
  return new Request(new URL(url, publicAddress), { method, ...body })
}

const server = createServer((incoming, outgoing) => {
  engine.handleWebhook(requestOf(incoming)).then(
    async (answer) => {
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
    },
    () => outgoing.destroy(),
  )
})
server.listen(Number(env.PORT ?? 8080))

const { connectionId, authorizeUrl } = await engine.connect({ platform: 'on' })
const terminal = createInterface({ input: stdin, output: stdout })
const callback = await terminal.question(`Log in at ${authorizeUrl}\nand paste the address you are sent to: `)
terminal.close()
await engine.completeLogin(callback, { connectionId })

const [company] = await engine.companies(connectionId)
if (!company) throw new Error('This login has no company.')
await engine.selectCompany(connectionId, company.companyId)

// The first run makes the webhooks. Those that the account refuses are a warning; the runs by interval cover them.
await engine.sync(connectionId)
console.log(`${(await engine.webhooks(connectionId).list()).length} webhooks`)
for (const { message } of (await engine.health(connectionId)).warnings) console.log(message)

process.once('SIGINT', () => {
  server.close()
  server.closeAllConnections()
  engine.stop()
})
await engine.start()
console.log('Listening. Ctrl+C ends it.')
