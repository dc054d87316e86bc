import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connected, openWorld, type World } from '../support/engine.ts'
import { change, requestsTo } from '../support/moloni-rows.ts'
import { watchedHost } from '../support/watched-host.ts'

let world: World
beforeEach(() => {
  world = openWorld({ customers: 70, products: 12, emulator: { modifiedSinceShowsHidden: false } })
})
afterEach(() => world.close())

const relation = (id: unknown) =>
  [...world.host.state.relations.values()].find(({ record }) => record.source?.id === String(id))

test('a delta never deactivates; a full run deactivates what is gone, and only that', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  const [gone] = world.company.customers.splice(30, 1)
  expect(await engine.sync(id)).toMatchObject({ changes: 0 })
  expect(relation(gone?.customer_id)?.active).toBe(true)
  const full = await engine.sync(id, { mode: 'full' })
  expect(full.imports.relations).toMatchObject({ deactivated: 1, created: 0, updated: 0 })
  expect(relation(gone?.customer_id)?.active).toBe(false)
  expect([...world.host.state.relations.values()].filter(({ active }) => active)).toHaveLength(69)
  expect(await engine.sync(id, { mode: 'full' })).toMatchObject({ changes: 0 })
})

test('a gone record that comes back is active again', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  const [gone] = world.company.customers.splice(30, 1)
  await engine.sync(id, { mode: 'full' })
  if (gone) world.company.customers.push(gone)
  const back = await engine.sync(id, { mode: 'full' })
  expect(back.imports.relations).toMatchObject({ created: 1, deactivated: 0 })
  expect(relation(gone?.customer_id)?.active).toBe(true)
})

test('a full run that fails midway deactivates nothing', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  world.company.customers.splice(30, 1)
  world.emulator.faults.plan({ on: 'customers/getAll', nth: 2, times: Infinity, fault: { kind: 'cut' } })
  const report = await engine.sync(id, { mode: 'full' })
  expect(report.errors).toMatchObject([{ part: 'customers' }])
  expect([...world.host.state.relations.values()].every(({ active }) => active)).toBe(true)
})

test('an empty list that does not agree with its count deactivates nothing', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  // A cut-off answer of the list, while the count still knows better.
  const kept = world.company.customers.splice(20)
  world.emulator.faults.plan({
    on: 'customers/getOne',
    times: Infinity,
    fault: { kind: 'status', status: 503 },
  })
  const report = await engine.sync(id, { mode: 'full' })
  expect(report.errors).toMatchObject([{ part: 'customers', code: 'http_503' }])
  expect([...world.host.state.relations.values()].every(({ active }) => active)).toBe(true)
  world.company.customers.push(...kept)
})

test('a record that the list leaves out but its own id finds stays', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  const lagging = world.company.customers[30]
  if (lagging) lagging.visible_from = world.clock.now() + 86_400_000
  const full = await engine.sync(id, { mode: 'full' })
  expect(full.imports.relations).toMatchObject({ deactivated: 0 })
  expect(requestsTo(world, 'customers/getOne')).toHaveLength(1)
  expect(relation(lagging?.customer_id)?.active).toBe(true)
})

test('a hidden product is not a deleted one', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  const product = world.company.products.find(({ visibility_id }) => visibility_id === 1)
  change(world, product, { visibility_id: 0 })
  const full = await engine.sync(id, { mode: 'full' })
  expect(full.imports.materials?.deactivated).toBe(0)
  expect(full.imports.hourTypes?.deactivated).toBe(0)
})

test('a record whose own row cannot be read is not gone', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  const odd = world.company.customers[30]
  if (odd) Object.assign(odd, { visible_from: world.clock.now() + 86_400_000, name: { broken: true } })
  const full = await engine.sync(id, { mode: 'full' })
  expect(full).toMatchObject({ outcome: 'complete', imports: { relations: { deactivated: 0 } } })
  expect(relation(odd?.customer_id)?.active).toBe(true)
})

test('a host that breaks while it deactivates is told again by the next full run', async () => {
  const watched = watchedHost(world.host)
  const { engine, id } = await connected(world, {}, world.engine({ host: watched.host }))
  await engine.sync(id)
  const [gone] = world.company.customers.splice(30, 1)
  const { relations } = watched.host
  const deactivate = relations?.deactivate
  Object.assign(relations ?? {}, {
    deactivate: async () => {
      throw new Error('no')
    },
  })
  expect((await engine.sync(id, { mode: 'full' })).errors).toMatchObject([
    { part: 'customers', code: 'host_failed' },
  ])
  Object.assign(relations ?? {}, { deactivate })
  await engine.sync(id, { mode: 'full' })
  expect(relation(gone?.customer_id)?.active).toBe(false)
})

test('the host key of a gone record may serve another one', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  const [gone] = world.company.customers.splice(30, 1)
  await engine.sync(id, { mode: 'full' })
  await world.clock.advance(900_000)
  change(world, world.company.customers[31], { number: String(gone?.number) })
  const report = await engine.sync(id)
  expect(report.imports.relations).toMatchObject({ updated: 1, rejected: 0 })
  expect(await engine.problems(id)).toEqual([])
})

test('an empty list of users deactivates nobody', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  world.server.use(http.post('https://api.moloni.pt/v1/users/getAll/', () => HttpResponse.json([])))
  const report = await engine.sync(id)
  expect(report.imports.employees).toMatchObject({ deactivated: 0 })
  expect([...world.host.state.employees.values()].every(({ active }) => active)).toBe(true)
})
