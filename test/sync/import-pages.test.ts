import { http } from 'msw'
import { afterEach, describe, expect, test } from 'vitest'
import { connected, openWorld, type World, type WorldOptions } from '../support/engine.ts'
import { addCustomer, change, requestsTo } from '../support/moloni-rows.ts'
import { watchedHost } from '../support/watched-host.ts'

let world: World
afterEach(() => world.close())

/** A connection whose host can look up, or change the world, before each delivery. */
async function begin(options: WorldOptions) {
  world = openWorld(options)
  const watched = watchedHost(world.host)
  const { engine, id } = await connected(world, {}, world.engine({ host: watched.host }))
  return { engine, id, watched }
}

const relations = () => world.host.state.relations
const offsets = (path: string, since = 0) => requestsTo(world, path, since).map(({ params }) => params.offset)

test('imports everything past the first page, and reads products once for materials and hour types', async () => {
  const { engine, id } = await begin({ customers: 137, products: 260 })
  const report = await engine.sync(id)
  expect(report).toMatchObject({ outcome: 'complete', errors: [] })
  expect(relations().size).toBe(137)
  expect(world.host.state.materials.size + world.host.state.hourTypes.size).toBe(260)
  expect(offsets('customers/getAll')).toEqual([0, 50, 100])
  expect(offsets('products/getModifiedSince')).toEqual([0, 50, 100, 150, 200, 250])
  expect(report.imports.relations).toMatchObject({ read: 137, created: 137, rejected: 0 })
})

test('a second run asks one request a stream, calls no sink and changes nothing', async () => {
  const { engine, id, watched } = await begin({ customers: 137, products: 60 })
  await engine.sync(id)
  const mark = world.emulator.requests.length
  watched.calls.length = 0
  const second = await engine.sync(id)
  expect(second).toMatchObject({ outcome: 'complete', changes: 0 })
  expect(watched.calls).toEqual([])
  const paths = world.emulator.requests.slice(mark).map(({ path }) => path)
  expect(paths.sort()).toEqual(['customers/getModifiedSince', 'products/getModifiedSince', 'users/getAll'])
})

test('fifty rows are one full page and no repeated page', async () => {
  const { engine, id } = await begin({ customers: 50, products: 3 })
  expect(await engine.sync(id)).toMatchObject({ outcome: 'complete' })
  expect(relations().size).toBe(50)
})

describe.each(['id', 'modifiedAsc', 'modifiedDesc'] as const)('with lists in the order %s', (entityOrder) => {
  test('a row that changes while the list is read is never lost, and neither are its neighbours', async () => {
    const { engine, id, watched } = await begin({ customers: 120, products: 3, emulator: { entityOrder } })
    let pages = 0
    watched.onUpsert = (kind) => {
      if (kind !== 'relations' || ++pages > 2) return
      const [early, late] = [world.company.customers[pages * 3], world.company.customers[119 - pages * 3]]
      world.clock.advance(1_000)
      change(world, early, { name: `Early ${pages}` })
      change(world, late, { name: `Late ${pages}` })
    }
    await engine.sync(id)
    watched.onUpsert = () => {}
    await engine.sync(id)
    expect(relations().size).toBe(120)
    const names = new Map([...relations().values()].map(({ record }) => [record.debtorNumber, record.name]))
    for (const row of world.company.customers) expect(names.get(String(row.number))).toBe(row.name)
  })

  test('a delta of several pages that moves under the reader loses nothing', async () => {
    const { engine, id, watched } = await begin({ customers: 130, products: 3, emulator: { entityOrder } })
    await engine.sync(id)
    await world.clock.advance(3_600_000)
    for (const row of world.company.customers.slice(1, 121)) change(world, row, { name: `${row.name} II` })
    await world.clock.advance(60_000)
    let moved = false
    watched.onUpsert = (kind) => {
      if (kind !== 'relations' || moved) return
      moved = true
      world.clock.advance(1_000)
      change(world, world.company.customers[5], { name: 'Moved' })
      change(world, world.company.customers[125], { name: 'Came in' })
    }
    await engine.sync(id)
    watched.onUpsert = () => {}
    await engine.sync(id)
    const names = new Set([...relations().values()].map(({ record }) => record.name))
    for (const row of world.company.customers) expect(names.has(String(row.name))).toBe(true)
  })
})

test('a row that is deleted between two pages hides none of the others', async () => {
  const { engine, id, watched } = await begin({ customers: 120, products: 3 })
  let deleted = false
  watched.onUpsert = (kind) => {
    if (kind !== 'relations' || deleted) return
    deleted = true
    world.company.customers.splice(10, 1)
  }
  await engine.sync(id)
  const held = new Set([...relations().values()].map(({ record }) => record.source?.id))
  for (const row of world.company.customers) expect(held.has(String(row.customer_id))).toBe(true)
})

test('a customer that is made between two pages arrives', async () => {
  const { engine, id, watched } = await begin({
    customers: 120,
    products: 3,
    emulator: { entityOrder: 'modifiedDesc' },
  })
  let made = false
  watched.onUpsert = (kind) => {
    if (kind !== 'relations' || made) return
    made = true
    addCustomer(world, 'NEW-1')
  }
  await engine.sync(id)
  await engine.sync(id)
  expect(relations().has('NEW-1')).toBe(true)
  expect(relations().size).toBe(121)
})

test('a list that never agrees with its count is read twice, reported, and leaves the cursor', async () => {
  const { engine, id } = await begin({ customers: 60, products: 3 })
  const twin = world.company.customers[7]
  if (twin) world.company.customers.push(structuredClone(twin))
  const report = await engine.sync(id)
  expect(report.outcome).toBe('partial')
  expect(report.errors).toMatchObject([{ part: 'customers', code: 'count_mismatch' }])
  expect(offsets('customers/getAll')).toEqual([0, 50, 0, 50])
  expect((await engine.health(id)).streams).not.toHaveProperty('customers')

  world.company.customers.pop()
  const mark = world.emulator.requests.length
  expect((await engine.sync(id)).errors).toEqual([])
  expect(offsets('customers/getAll', mark)).toEqual([0, 50])
})

test('an error in the middle leaves the cursor, stops one stream only, and the next run goes on from its page', async () => {
  const { engine, id } = await begin({ customers: 220, products: 3 })
  world.emulator.faults.plan({
    on: 'customers/getAll',
    nth: 4,
    times: Infinity,
    fault: { kind: 'status', status: 500 },
  })
  const report = await engine.sync(id)
  expect(report.outcome).toBe('partial')
  expect(report.errors).toMatchObject([{ part: 'customers', code: 'http_500', retryable: true }])
  expect(relations().size).toBe(150)
  expect(world.host.state.employees.size).toBe(3)
  expect((await engine.health(id)).streams).toEqual({
    products: expect.any(String),
    users: expect.any(String),
  })

  world.emulator.faults.clear()
  const mark = world.emulator.requests.length
  expect((await engine.sync(id)).errors).toEqual([])
  expect(offsets('customers/getAll', mark)).toEqual([100, 150, 200])
  expect(relations().size).toBe(220)
})

test('when rows before the broken page have moved, the next run begins again', async () => {
  const { engine, id } = await begin({ customers: 170, products: 3 })
  world.emulator.faults.plan({ on: 'customers/getAll', nth: 3, times: Infinity, fault: { kind: 'cut' } })
  await engine.sync(id)
  world.emulator.faults.clear()
  world.company.customers.splice(20, 1)
  const mark = world.emulator.requests.length
  expect((await engine.sync(id)).errors).toEqual([])
  expect(offsets('customers/getAll', mark)).toEqual([50, 0, 50, 100, 150])
  expect(relations().size).toBe(170)
})

test.each([
  ['a web page in place of data', { kind: 'html' } as const, 'not_json'],
  ['a cut connection', { kind: 'cut' } as const, 'network'],
  ['too many requests', { kind: 'status', status: 429 } as const, 'rate_limited'],
])('%s is never taken for the last page', async (_name, fault, code) => {
  const { engine, id } = await begin({ customers: 120, products: 3 })
  world.emulator.faults.plan({ on: 'customers/getAll', nth: 2, times: Infinity, fault })
  const report = await engine.sync(id)
  expect(report.errors).toMatchObject([{ part: 'customers', code }])
  world.emulator.faults.clear()
  await engine.sync(id)
  expect(relations().size).toBe(120)
})

test('a server that ignores the position ends in an error, run after run, and never in a moved cursor', async () => {
  const { engine, id } = await begin({ customers: 120, products: 3 })
  world.server.use(
    http.post(/customers\/getAll/, async ({ request }) => {
      const body = (await request.text())
        .replace(/offset=\d+/, 'offset=0')
        .replace(/"offset":\d+/, '"offset":0')
      return world.emulator.fetch(
        new Request(request.url, { method: 'POST', headers: request.headers, body }),
      )
    }),
  )
  for (let run = 0; run < 3; run++) {
    expect((await engine.sync(id)).errors).toMatchObject([{ part: 'customers', code: 'repeated_page' }])
    expect((await engine.health(id)).streams).not.toHaveProperty('customers')
  }
})

test('a user without access to one list stops that list only', async () => {
  const { engine, id } = await begin({ customers: 12, products: 3 })
  world.emulator.faults.plan({
    on: 'customers/getAll',
    times: Infinity,
    fault: { kind: 'status', status: 403 },
  })
  const report = await engine.sync(id)
  expect(report.errors).toHaveLength(1)
  expect(report.errors).toMatchObject([{ part: 'customers' }])
  expect(world.host.state.materials.size).toBeGreaterThan(0)
})

test('a run that is aborted says so, keeps what it delivered, and the next one goes on', async () => {
  const { engine, id, watched } = await begin({ customers: 170, products: 3 })
  const stop = new AbortController()
  let pages = 0
  watched.onUpsert = () => {
    if (++pages === 2) stop.abort()
  }
  const report = await engine.sync(id, { signal: stop.signal })
  expect(report).toMatchObject({ outcome: 'failed', errors: [{ part: 'customers', code: 'aborted' }] })
  expect(relations().size).toBe(100)
  expect((await engine.sync(id)).outcome).toBe('complete')
  expect(relations().size).toBe(170)
})
