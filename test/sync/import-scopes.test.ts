import { afterEach, beforeEach, expect, test } from 'vitest'
import { memoryHost, type SyncEngine } from '../../src/sync/index.ts'
import { connected, openWorld, type World } from '../support/engine.ts'
import { change } from '../support/moloni-rows.ts'
import { troubledStore, writesTo } from '../support/troubled-store.ts'
import { watchedHost } from '../support/watched-host.ts'

let world: World
beforeEach(() => {
  world = openWorld({
    customers: 12,
    products: 8,
    emulator: {
      companies: [
        { company_id: 900, name: 'Norte, Lda.' },
        { company_id: 901, name: 'Sul, Lda.' },
      ],
    },
  })
})
afterEach(() => world.close())

async function join(engine: SyncEngine, tenant: string, companyId = 900, connectionId?: string) {
  const start = await engine.connect({ platform: 'pt', tenant, connectionId })
  const page = await fetch(start.authorizeUrl, { redirect: 'manual' })
  await engine.completeLogin(page.headers.get('location') ?? '')
  await engine.selectCompany(start.connectionId, companyId)
  return start.connectionId
}

test('two tenants on one store never mix', async () => {
  const hosts = { a: memoryHost(), b: memoryHost() }
  const engine = world.engine({ host: ({ tenant }) => (tenant === 'a' ? hosts.a : hosts.b) })
  const a = await join(engine, 'a')
  const b = await join(engine, 'b')
  await engine.sync(a)
  expect(hosts.b.state.relations.size).toBe(0)
  expect(await engine.sync(b)).toMatchObject({ imports: { relations: { created: 12 } } })
  expect(hosts.b.state.relations.size).toBe(12)

  await engine.updateSettings(a, { imports: { employees: { enabled: false } } })
  expect((await engine.settings(b)).imports.employees.enabled).toBe(true)
  const runs = []
  for await (const run of engine.runs(a)) runs.push(run.connectionId)
  expect(runs).toEqual([a])
  await engine.disconnect(a)
  expect((await engine.sync(b)).outcome).toBe('complete')
  expect((await engine.health(b)).login.state).toBe('ok')
})

test('two companies of one login have cursors, links and problems of their own', async () => {
  const engine = world.engine()
  const north = await join(engine, 't', 900)
  const south = await join(engine, 't', 901)
  change(world, world.company.customers[3], { name: '' })
  await engine.sync(north)
  expect(await engine.problems(north)).toHaveLength(1)
  expect(await engine.problems(south)).toEqual([])
  expect((await engine.health(south)).streams).toEqual({})
})

test('tenants whose names only look alike are kept apart', async () => {
  const hosts = new Map<string, ReturnType<typeof memoryHost>>()
  const engine = world.engine({
    host: ({ tenant }) => hosts.get(tenant) ?? hosts.set(tenant, memoryHost()).get(tenant) ?? memoryHost(),
  })
  for (const tenant of ['a/pt', 'a', 'A', 'à', 'a.', ' ', 'x'.repeat(300)]) {
    const id = await join(engine, tenant)
    expect(await engine.sync(id)).toMatchObject({ imports: { relations: { created: 12 } } })
  }
})

test('a company that is connected again under another id finds its links: nothing is delivered twice', async () => {
  const store = troubledStore(world.store)
  const watched = watchedHost(world.host)
  const engine = world.engine({ store, host: watched.host })
  const first = await join(engine, 'a')
  await engine.sync(first)
  await engine.disconnect(first)
  watched.calls.length = 0
  store.writes.length = 0
  const second = await join(engine, 'a', 900, 'another')
  const report = await engine.sync(second)
  expect(report).toMatchObject({ outcome: 'complete', changes: 0 })
  expect(watched.calls).toEqual([])
  expect(writesTo(store, 'moloniLink', 'hostLink')).toEqual([])
})

test('rows that were asked for earlier never replace what the host holds', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  const row = world.company.customers[2]
  const key = String(row?.number)
  const held = world.host.state.relations.get(key)
  if (!held) throw new RangeError('not delivered')
  const late = { ...held.record, name: 'Old name' }
  const options = { connectionId: id, observedAt: held.observedAt - 1 }
  expect(await world.host.relations.upsert([late], options)).toEqual([{ ok: true, key }])
  expect(world.host.state.relations.get(key)?.record.name).toBe(held.record.name)
})

test('a slow reader that delivers after a faster one changes nothing at the host', async () => {
  const { id } = await connected(world)
  let overtaken: string | undefined
  // After the slow engine has read the page, another engine brings something newer of its last rows.
  const slow = world.engine({
    host: {
      ...world.host,
      materials: {
        async upsert(rows, options) {
          await world.clock.advance(60_000)
          const [labour] = world.company.products.filter(({ reference }) =>
            String(reference).startsWith('HRS'),
          )
          overtaken = String(labour?.reference)
          const source = { platform: 'pt', companyId: '900', id: String(labour?.product_id) } as const
          const newer = { code: overtaken, name: 'Newer', salePrice: 1, active: true, source }
          await world.host.hourTypes.upsert([newer], { ...options, observedAt: world.clock.now() })
          await world.clock.advance(60_000)
          return world.host.materials.upsert(rows, options)
        },
      },
    },
  })
  expect((await slow.sync(id)).errors).toEqual([])
  expect(world.host.state.hourTypes.get(overtaken ?? '')?.record.name).toBe('Newer')
})
