/**
 * The sync engine inside a host: logs in, previews, and then runs by itself every 15 minutes until Ctrl+C.
 *
 * `memoryStore` and `memoryHost` stand for the host's own database and its own customers, materials and work orders.
 */
import { env, stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { createOAuth, createSyncEngine, intervalScheduler, memoryHost, memoryStore } from 'moloni-sdk'

// Another server in Moloni's place, for example the emulator.
const elsewhere = env.MOLONI_PT_BASE_URL ? { baseUrl: env.MOLONI_PT_BASE_URL } : {}

const host = memoryHost()
const engine = createSyncEngine({
  store: memoryStore(),
  host,
  scheduler: intervalScheduler(),
  oauth: {
    pt: createOAuth({
      platform: 'pt',
      clientId: env.MOLONI_PT_CLIENT_ID ?? '',
      clientSecret: env.MOLONI_PT_CLIENT_SECRET ?? '',
      redirectUri: env.MOLONI_PT_REDIRECT_URI ?? '',
      ...elsewhere,
    }),
  },
  clients: { pt: elsewhere },
  on(event) {
    if (event.type === 'needsLogin') console.log('Somebody has to log in again.')
    if (event.type === 'run') console.log(`run ${event.report.outcome}, ${event.report.changes} changes`)
  },
})

const { authorizeUrl } = await engine.connect({ platform: 'pt', settings: { exports: { state: 'draft' } } })
const terminal = createInterface({ input: stdin, output: stdout })
const callback = await terminal.question(`Log in at ${authorizeUrl}\nand paste the address you are sent to: `)
terminal.close()

const { connectionId } = await engine.completeLogin(callback)
const company = (await engine.companies(connectionId)).find(({ demonstration }) => !demonstration)
if (!company) throw new Error('This login has no company of its own.')
await engine.selectCompany(connectionId, company.companyId)

const { imports } = await engine.preview(connectionId)
for (const [kind, { create }] of Object.entries(imports)) console.log(`${create} ${kind} to import`)

await engine.sync(connectionId)
console.log(`${host.state.relations.size} customers are here`)
for (const { count, message, todo } of await engine.problems(connectionId)) console.log(count, message, todo)

process.once('SIGINT', () => engine.stop())
await engine.start()
console.log('Running. Ctrl+C ends it.')
