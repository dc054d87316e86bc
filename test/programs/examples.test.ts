import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Queue } from 'bullmq'
import { Kysely, SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { followLogin } from '../../scripts/start/browser.ts'
import { bullmqScheduler } from '../../src/adapters/bullmq/index.ts'
import { sqlStore } from '../../src/adapters/kysely/index.ts'
import { createOAuth } from '../../src/oauth/index.ts'
import type { Store } from '../../src/store/index.ts'
import { createSyncEngine, memoryHost } from '../../src/sync/index.ts'
import {
  type CompanyState,
  createEsEmulator,
  createPtEmulator,
  type PtEmulator,
  seedEsInstaller,
  seedInstaller,
  serve,
} from '../../src/testing/index.ts'
import { postgresPlace } from '../adapters/kysely/support.ts'
import { findServer } from '../support/server-urls.ts'
import { describeWith } from '../support/servers.ts'
import { finish, start } from './program.ts'

let emulator: PtEmulator
let company: CompanyState
let served: Awaited<ReturnType<typeof serve>>
beforeEach(async () => {
  emulator = createPtEmulator()
  company = seedInstaller(emulator, { customers: 60, products: 20, users: 2 })
  served = await serve(emulator)
})
afterEach(() => served.close())

test('every example has a test here', async () => {
  const names = await readdir(new URL('../../examples/', import.meta.url))
  expect(names.sort()).toEqual([
    'bullmq-worker.ts',
    'cron.ts',
    'draft-invoice.ts',
    'embedded-engine.ts',
    'express.ts',
    'hono.ts',
    'webhooks.ts',
  ])
})

test('draft-invoice lists the customers and drafts an invoice', async () => {
  const { clientId, clientSecret, redirectUris } = emulator.credentials
  const [redirectUri = ''] = redirectUris
  const oauth = createOAuth({ platform: 'pt', clientId, clientSecret, redirectUri, baseUrl: served.url })
  const callback = await followLogin(oauth.authorizeUrl({ state: 'x' }), redirectUri)
  const { accessToken } = await oauth.exchangeCode(new URL(callback).searchParams.get('code') ?? '')

  const { code, stdout, stderr } = await finish('examples/draft-invoice.ts', {
    environment: {
      MOLONI_PT_ACCESS_TOKEN: accessToken,
      MOLONI_PT_COMPANY_ID: `${company.company_id}`,
      MOLONI_PT_BASE_URL: served.url,
    },
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^60 customers\ndraft \d+ for \S/)
  expect(company.documents.map(({ status, number }) => ({ status, number }))).toEqual([
    { status: 0, number: -1 },
  ])
})

test('draft-invoice without a token says what is missing', async () => {
  const { code, stderr } = await finish('examples/draft-invoice.ts', {
    environment: { MOLONI_PT_COMPANY_ID: '1' },
  })
  expect(code).toBe(1)
  expect(stderr).toContain('The token is missing.')
})

test('embedded-engine logs in, previews, imports, and goes on until Ctrl+C', async () => {
  const [redirectUri = ''] = emulator.credentials.redirectUris
  const running = start('examples/embedded-engine.ts', {
    environment: {
      MOLONI_PT_CLIENT_ID: emulator.credentials.clientId,
      MOLONI_PT_CLIENT_SECRET: emulator.credentials.clientSecret,
      MOLONI_PT_REDIRECT_URI: redirectUri,
      MOLONI_PT_BASE_URL: served.url,
    },
  })
  const [, address = ''] = await running.printed(/Log in at (\S+)/)
  running.answer(await followLogin(new URL(address), redirectUri))
  await running.printed(/Running\. Ctrl\+C ends it\./)
  running.interrupt()
  const { code, stdout, stderr } = await running.ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('60 relations to import')
  expect(stdout).toContain('run complete, 82 changes')
  expect(stdout).toContain('60 customers are here')
  expect(company.documents).toEqual([])
})

test('webhooks is told of a change and takes it over at once, and refuses what is forged', async () => {
  const on = createEsEmulator({ platform: 'on' })
  const { customers } = seedEsInstaller(on, { customers: 20, products: 30 })
  const moloni = await serve(on)
  onTestFinished(() => moloni.close())
  const port = await freePort()
  const address = `http://127.0.0.1:${port}/moloni`
  const [redirectUri = ''] = on.credentials.redirectUris
  const running = start('examples/webhooks.ts', {
    environment: {
      MOLONI_ON_CLIENT_ID: on.credentials.clientId,
      MOLONI_ON_CLIENT_SECRET: on.credentials.clientSecret,
      MOLONI_ON_REDIRECT_URI: redirectUri,
      MOLONI_ON_BASE_URL: moloni.url,
      WEBHOOK_URL: address,
      PORT: `${port}`,
    },
  })
  const [, login = ''] = await running.printed(/Log in at (\S+)/)
  running.answer(await followLogin(new URL(login), redirectUri))
  await running.printed(/Listening\. Ctrl\+C ends it\./)

  const forged = await fetch(`${address}/${'0'.repeat(64)}`, { method: 'POST', body: '{"model":"Product"}' })
  const asked = await fetch(address)
  expect([forged.status, asked.status]).toEqual([404, 405])
  const customer = customers.find(({ isDefault }) => !isDefault)
  on.person.change('customers', Number(customer?.customerId), { city: 'Aveiro' })
  await running.printed(new RegExp(`told of Customer ${customer?.customerId}\nrun complete, 1 changes`))

  running.interrupt()
  const { code, stdout, stderr } = await running.ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('6 webhooks')
  for (const { url } of Object.values(on.state.companies).flatMap(({ hooks }) => hooks))
    expect(stdout).not.toContain(`${url}`)
})

test.each(['hono', 'express'])(
  '%s logs a company in, is told of a change, and shows problems',
  async (name) => {
    const port = await freePort()
    const own = `http://127.0.0.1:${port}`
    const redirectUri = `${own}/callback`
    const user = { email: 'someone@example.com', password: 'x', userId: 1 }
    const on = createEsEmulator({
      platform: 'on',
      credentials: { redirectUris: [redirectUri], users: [user] },
    })
    const { customers } = seedEsInstaller(on, { customers: 20, products: 30 })
    const moloni = await serve(on)
    onTestFinished(() => moloni.close())
    const running = start(`examples/${name}.ts`, {
      environment: {
        MOLONI_ON_CLIENT_ID: on.credentials.clientId,
        MOLONI_ON_CLIENT_SECRET: on.credentials.clientSecret,
        MOLONI_ON_REDIRECT_URI: redirectUri,
        MOLONI_ON_BASE_URL: moloni.url,
        WEBHOOK_URL: `${own}/moloni`,
        PORT: `${port}`,
      },
    })
    await running.printed(/Listening/)
    const login = await fetch(`${own}/connect`, { redirect: 'manual' })
    const callback = await followLogin(new URL(login.headers.get('location') ?? ''), redirectUri)
    const { connectionId } = z
      .object({ connectionId: z.string() })
      .parse(await (await fetch(callback)).json())
    await running.printed(/run complete/)

    const forged = await fetch(`${own}/moloni/${'0'.repeat(64)}`, {
      method: 'POST',
      body: '{"model":"Product"}',
    })
    const asked = await fetch(`${own}/moloni`)
    expect(forged.status).toBe(404)
    expect([404, 405]).toContain(asked.status)
    const customer = customers.find(({ isDefault }) => !isDefault)
    on.person.change('customers', Number(customer?.customerId), { city: 'Aveiro' })
    await running.printed(/run complete, 1 changes/)
    expect(await (await fetch(`${own}/problems/${connectionId}`)).json()).toEqual([])

    running.interrupt()
    const { code, stderr } = await running.ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  },
)

/** An engine in this process on the store that an example will have, with one company that is joined. */
async function joinedOn(store: Store) {
  const { clientId, clientSecret, redirectUris } = emulator.credentials
  const [redirectUri = ''] = redirectUris
  const baseUrl = served.url
  const engine = createSyncEngine({
    store,
    host: memoryHost(),
    oauth: { pt: createOAuth({ platform: 'pt', clientId, clientSecret, redirectUri, baseUrl }) },
    clients: { pt: { baseUrl } },
  })
  const { connectionId, authorizeUrl } = await engine.connect({ platform: 'pt' })
  await engine.completeLogin(await followLogin(authorizeUrl, redirectUri))
  await engine.selectCompany(connectionId, company.company_id)
  const environment = {
    MOLONI_PT_CLIENT_ID: clientId,
    MOLONI_PT_CLIENT_SECRET: clientSecret,
    MOLONI_PT_REDIRECT_URI: redirectUri,
    MOLONI_PT_BASE_URL: baseUrl,
  }
  return { connectionId, environment }
}

test('cron runs what it is told once, and goes on where one of them fails', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'moloni-cron-')), 'store.sqlite')
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Libsql(file) }) })
  const store = sqlStore({ db })
  await store.migrate()
  const { connectionId, environment } = await joinedOn(store)
  await db.destroy()
  const { code, stdout, stderr } = await finish('examples/cron.ts', {
    args: ['nobody', connectionId],
    environment: { ...environment, STORE_FILE: file },
  })
  expect(code).toBe(1)
  expect(stdout).toBe(`${connectionId}: complete, 82 changes\n`)
  expect(stderr).toMatch(/^nobody: There is no connection/)
})

const needed = (await findServer('PostgreSQL'))?.problem === undefined ? 'Redis' : 'PostgreSQL'
await describeWith(needed, 'the example with BullMQ', () => {
  test('bullmq-worker runs what others ask for, and stops when it is told', async () => {
    const [postgres, redis] = await Promise.all([findServer('PostgreSQL'), findServer('Redis')])
    if (!postgres || !redis) throw new Error('The servers are gone.')
    const place = await postgresPlace(postgres.url)
    onTestFinished(() => place.end())
    const store = place.store()
    await store.migrate()
    const { connectionId, environment } = await joinedOn(store)
    const scheduler = bullmqScheduler({ connection: { url: redis.url.href }, prefix: place.table })
    onTestFinished(async () => {
      await scheduler.close()
      const queue = new Queue('moloni-sync', { connection: { url: redis.url.href }, prefix: place.table })
      await queue.obliterate({ force: true })
      await queue.close()
    })
    const running = start('examples/bullmq-worker.ts', {
      environment: {
        ...environment,
        DATABASE_URL: postgres.url.href,
        REDIS_URL: redis.url.href,
        REDIS_PREFIX: place.table,
        STORE_TABLE: place.table,
      },
    })
    await running.printed(/Working\./)
    await scheduler.trigger(connectionId, 'test')
    await running.printed(/run complete, 82 changes/)
    running.interrupt()
    const { code, stderr } = await running.ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    await scheduler.cancel(connectionId)
  })
})

/** A port that nobody has at this moment. */
async function freePort(): Promise<number> {
  const { url, close } = await serve({ fetch: async () => new Response() })
  await close()
  return Number(new URL(url).port)
}
