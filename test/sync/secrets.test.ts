import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isMoloniError } from '../../src/errors/index.ts'
import type { EngineEvent } from '../../src/sync/index.ts'
import { exportAtOnce, jobFor, openWorld, type World } from '../support/engine.ts'
import { change } from '../support/moloni-rows.ts'
import { troubledStore } from '../support/troubled-store.ts'

let world: World
let seen: Awaited<ReturnType<typeof life>>
beforeAll(async () => {
  seen = await life()
}, 60_000)
afterAll(() => world.close())

/** Everything that a life of a connection shows to somebody, with the secrets that it knew. */
async function life() {
  world = openWorld({ customers: 60, products: 20 })
  const secrets = new Set<string>([world.emulator.credentials.clientSecret])
  const shown: unknown[] = []
  const lines: unknown[] = []
  const log = (message: string, fields?: unknown) => void lines.push([message, fields])
  const events: EngineEvent[] = []
  const store = troubledStore(world.store)
  const engine = world.engine({
    store,
    logger: { debug: log, info: log, warn: log, error: log },
    on: (event) => events.push(event),
    host: () => world.host,
  })
  const attempt = async (work: Promise<unknown>) =>
    shown.push(
      await work.then(
        (value) => value,
        (error: unknown) => error,
      ),
    )
  const visit = async (connectionId?: string) => {
    const start = await engine.connect({ platform: 'pt', connectionId, settings: exportAtOnce })
    const page = await fetch(start.authorizeUrl, { redirect: 'manual' })
    const callback = page.headers.get('location') ?? ''
    for (const name of ['code', 'state']) secrets.add(new URL(callback).searchParams.get(name) ?? '')
    return { id: start.connectionId, callback }
  }
  const noteTokens = () => {
    for (const { token } of [
      ...world.emulator.state.oauth.accessTokens,
      ...world.emulator.state.oauth.refreshTokens,
    ])
      secrets.add(token)
  }
  const { faults } = world.emulator

  const first = await visit()
  await attempt(engine.completeLogin(`${first.callback}&code=again`))
  faults.plan({ on: 'grant', fault: { kind: 'status', status: 500 } })
  await attempt(engine.completeLogin(first.callback))
  await attempt(engine.completeLogin(first.callback))
  const { id, callback } = await visit(first.id)
  await attempt(engine.completeLogin(callback))
  noteTokens()
  await attempt(engine.companies(id))
  await attempt(engine.selectCompany(id, 99))
  await attempt(engine.selectCompany(id, world.company.company_id))
  world.host.addWorkOrders([jobFor(world, 1), jobFor(world, 2, { materials: [] })])
  change(world, world.company.customers[3], { name: '' })
  await attempt(engine.preview(id))
  await attempt(engine.sync(id))
  for (const fault of [
    { kind: 'status', status: 401 },
    { kind: 'status', status: 500 },
    { kind: 'status', status: 429 },
    { kind: 'cut' },
    { kind: 'html' },
    { kind: 'expire' },
  ] as const) {
    faults.plan({ on: /getAll|getModifiedSince|invoices/, times: 12, fault })
    world.host.addWorkOrders([jobFor(world, 10 + shown.length)])
    await attempt(engine.sync(id, { mode: 'full' }))
    await attempt(engine.preview(id))
    faults.clear()
    noteTokens()
    await world.clock.advance(3_600_000)
  }
  faults.plan({ on: 'grant', times: 3, fault: { kind: 'cut', when: 'after' } })
  await attempt(engine.sync(id))
  noteTokens()
  faults.clear()
  await attempt(engine.sync(id))
  store.trouble('cursor', 'refused')
  await attempt(engine.sync(id))
  await attempt(engine.health(id))
  await attempt(engine.problems(id))
  await attempt(engine.settings(id))
  for await (const run of engine.runs(id)) shown.push(run)
  for await (const item of engine.exports(id).list()) shown.push(item)
  const keys = store.writes.flat().map(({ collection, key, index }) => ({ collection, key, index }))
  await attempt(engine.disconnect(id))
  return { secrets: [...secrets].filter((secret) => secret !== ''), shown, lines, events, keys }
}

test('no secret shows in a log line, an event, a report, a problem, health, an error, or a key of the store', () => {
  const { secrets, shown, lines, events, keys } = seen
  expect(secrets.length).toBeGreaterThan(8)
  expect(shown.filter(isMoloniError).length).toBeGreaterThan(4)
  expect(lines.length).toBeGreaterThan(0)
  expect(events.length).toBeGreaterThan(0)
  const errors = shown.filter((it): it is Error => it instanceof Error)
  const texts = [
    ...[...shown, ...lines, ...events].map((it) => JSON.stringify(it) ?? ''),
    ...errors.flatMap((error) => [
      error.message,
      String(error.stack),
      inspect(error, { showHidden: true, depth: Number.POSITIVE_INFINITY, getters: true }),
    ]),
    inspect(lines, { showHidden: true, depth: Number.POSITIVE_INFINITY }),
    JSON.stringify(keys),
  ].join('\n')
  for (const secret of secrets) expect(texts.includes(secret)).toBe(false)
  expect(texts).not.toMatch(/access_token=|client_secret=/)
})

test('no tax number stands in a key or an index of the store', () => {
  const { keys } = seen
  const text = JSON.stringify(keys)
  const numbers = world.company.customers.map(({ vat }) => String(vat)).filter((vat) => vat.length > 7)
  expect(numbers.length).toBeGreaterThan(20)
  for (const number of numbers) expect(text.includes(number)).toBe(false)
})
