import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connected, openWorld, type World } from '../support/engine.ts'
import { addCustomer, change, requestsTo } from '../support/moloni-rows.ts'
import { troubledStore, writesTo } from '../support/troubled-store.ts'
import { watchedHost } from '../support/watched-host.ts'

const QUARTER = 15 * 60_000
const DAY = 86_400_000

let world: World
beforeEach(() => {
  world = openWorld({ customers: 12, products: 90 })
})
afterEach(() => world.close())

const hourUnit = () => {
  const hours = world.company.products.find(({ reference }) => String(reference).startsWith('HRS'))
  if (!hours) throw new RangeError('no hour product')
  return Number(hours.unit_id)
}
const codes = (kind: 'materials' | 'hourTypes') =>
  new Map([...world.host.state[kind].values()].map(({ record, active }) => [record.code, active]))
const unitOf = (product: World['company']['products'][number]) =>
  world.company.measurementUnits.find(({ unit_id }) => unit_id === product.unit_id)
const material = () => {
  const row = world.company.products.find(
    ({ reference, unit_id }) => unit_id && String(reference).startsWith('MAT'),
  )
  if (!row) throw new RangeError('no material')
  return row
}

test('hours under any spelling are hour types; products without a unit are materials; nothing is dropped', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  const hours = codes('hourTypes')
  const spellings = new Set<string>()
  for (const product of world.company.products) {
    const isHour = String(product.reference).startsWith('HRS')
    expect(hours.has(String(product.reference))).toBe(isHour)
    expect(codes('materials').has(String(product.reference))).toBe(!isHour)
    if (isHour) spellings.add(`${unitOf(product)?.name}/${unitOf(product)?.short_name}`)
  }
  expect(spellings.size).toBeGreaterThanOrEqual(5)
  const unitless = world.company.products.filter(({ unit_id }) => unit_id === 0)
  expect(unitless.length).toBeGreaterThan(0)
})

test('another choice of hour units sorts all products again', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  const moved = material()
  const name = String(unitOf(moved)?.name)
  await engine.updateSettings(id, { imports: { hourUnits: [name] } })
  expect(await engine.sync(id)).toMatchObject({ outcome: 'complete', errors: [] })
  expect(codes('hourTypes').get(String(moved.reference))).toBe(true)
  expect(codes('materials').get(String(moved.reference))).toBe(false)
  expect([...codes('hourTypes')].filter(([code, active]) => code.startsWith('HRS') && active)).toEqual([])
  const again = await engine.sync(id)
  expect(again.changes).toBe(0)
})

test('a material that becomes an hour type leaves the materials, and comes back', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  const row = material()
  const code = String(row.reference)
  const before = Number(row.unit_id)
  await world.clock.advance(QUARTER)
  change(world, row, { unit_id: hourUnit() })
  await engine.sync(id)
  expect([codes('materials').get(code), codes('hourTypes').get(code)]).toEqual([false, true])
  await world.clock.advance(QUARTER)
  change(world, row, { unit_id: before })
  await engine.sync(id)
  expect([codes('materials').get(code), codes('hourTypes').get(code)]).toEqual([true, false])
})

test('a material that becomes an hour type leaves the materials also where hour types are not wanted', async () => {
  const { engine, id } = await connected(world, { imports: { hourTypes: { enabled: false } } })
  await engine.sync(id)
  const row = material()
  await world.clock.advance(QUARTER)
  change(world, row, { unit_id: hourUnit() })
  const report = await engine.sync(id)
  expect(codes('materials').get(String(row.reference))).toBe(false)
  expect(codes('hourTypes').size).toBe(0)
  expect(report.imports).not.toHaveProperty('hourTypes')
})

test('a move between kinds that a crash cut in half is finished by the next run', async () => {
  const store = troubledStore(world.store)
  const watched = watchedHost(world.host)
  const { engine, id } = await connected(world, {}, world.engine({ store, host: watched.host }))
  await engine.sync(id)
  const row = material()
  await world.clock.advance(QUARTER)
  change(world, row, { unit_id: hourUnit() })
  const deactivate = watched.host.materials?.deactivate
  Object.assign(watched.host.materials ?? {}, {
    deactivate: async () => {
      throw new Error('killed')
    },
  })
  expect((await engine.sync(id)).errors).toMatchObject([{ part: 'products' }])
  Object.assign(watched.host.materials ?? {}, { deactivate })
  await engine.sync(id)
  expect([
    codes('materials').get(String(row.reference)),
    codes('hourTypes').get(String(row.reference)),
  ]).toEqual([false, true])
})

test('unchanged rows cause no call of the sink and no write of links', async () => {
  const store = troubledStore(world.store)
  const watched = watchedHost(world.host)
  const { engine, id } = await connected(world, {}, world.engine({ store, host: watched.host }))
  for (const row of world.company.customers) change(world, row, {})
  await engine.sync(id)
  watched.calls.length = 0
  store.writes.length = 0
  // All twelve lie within the overlap and are read again.
  const report = await engine.sync(id)
  expect(report.imports.relations).toMatchObject({ read: 12, unchanged: 12 })
  expect(watched.calls).toEqual([])
  expect(writesTo(store, 'moloniLink', 'hostLink', 'rejectedRow')).toEqual([])
})

test('a kind that is switched on later delivers everything that it missed', async () => {
  const { engine, id } = await connected(world, { imports: { materials: { enabled: false } } })
  await engine.sync(id)
  expect(codes('materials').size).toBe(0)
  expect(codes('hourTypes').size).toBeGreaterThan(0)
  await world.clock.advance(5 * DAY)
  await engine.sync(id)
  await engine.updateSettings(id, { imports: { materials: { enabled: true } } })
  await engine.sync(id)
  expect(codes('materials').size + codes('hourTypes').size).toBe(90)
})

test('a stream that rests while its kinds are off catches up from where it was', async () => {
  const { engine, id } = await connected(world)
  await engine.sync(id)
  await engine.updateSettings(id, { imports: { relations: { enabled: false } } })
  await world.clock.advance(DAY)
  addCustomer(world, 'MISSED-1')
  await world.clock.advance(DAY)
  const mark = world.emulator.requests.length
  await engine.sync(id)
  expect(requestsTo(world, /^customers/, mark)).toEqual([])
  expect(world.host.state.relations.has('MISSED-1')).toBe(false)
  await engine.updateSettings(id, { imports: { relations: { enabled: true } } })
  await engine.sync(id)
  expect(world.host.state.relations.has('MISSED-1')).toBe(true)
})

test('a host without a sink for a kind gets the others, and no request is made for nothing', async () => {
  const { relations, hourTypes } = world.host
  const { engine, id } = await connected(world, {}, world.engine({ host: { relations, hourTypes } }))
  const report = await engine.sync(id)
  expect(Object.keys(report.imports).sort()).toEqual(['hourTypes', 'relations'])
  expect(world.host.state.relations.size).toBe(12)
  expect(codes('hourTypes').size).toBeGreaterThan(0)
  expect(codes('materials').size).toBe(0)
  expect(requestsTo(world, /^users/)).toEqual([])
})

test('a host that later gets a sink receives everything for it', async () => {
  const { relations, hourTypes, materials } = world.host
  const { engine, id } = await connected(world, {}, world.engine({ host: { relations, hourTypes } }))
  await engine.sync(id)
  await world.engine({ host: { relations, hourTypes, materials } }).sync(id)
  expect(codes('materials').size + codes('hourTypes').size).toBe(90)
})

test('only the wanted part of a run is done', async () => {
  const { engine, id } = await connected(world)
  const report = await engine.sync(id, { kinds: ['employees'] })
  expect(Object.keys(report.imports)).toEqual(['employees'])
  expect(requestsTo(world, /^(customers|products)/)).toEqual([])
  expect(world.host.state.employees.size).toBe(3)
})

test('products asked for as one kind are read whole, and the report counts both kinds', async () => {
  const { engine, id } = await connected(world)
  const report = await engine.sync(id, { kinds: ['materials'] })
  expect(codes('materials').size + codes('hourTypes').size).toBe(90)
  expect(report.changes).toBe(90)
})

describe('wrong options', () => {
  test.each([
    ['an unknown kind', { kinds: ['customers'] }],
    ['an unknown mode', { mode: 'everything' }],
  ])('%s is refused by name, and nothing runs', async (_name, options) => {
    const { engine, id } = await connected(world)
    const mark = world.emulator.requests.length
    // Callers without types make such mistakes.
    await expect(engine.sync(id, options as never)).rejects.toMatchObject({
      name: 'UsageError',
      code: 'invalid_option',
    })
    await expect(engine.preview(id, options as never)).rejects.toMatchObject({ code: 'invalid_option' })
    expect(world.emulator.requests.length).toBe(mark)
  })
})

test('users that vanish are deactivated once, and come back', async () => {
  const watched = watchedHost(world.host)
  const { engine, id } = await connected(world, {}, world.engine({ host: watched.host }))
  await engine.sync(id)
  const [gone] = world.emulator.state.users.splice(2, 1)
  const report = await engine.sync(id)
  expect(report.imports.employees).toMatchObject({ deactivated: 1 })
  const held = () =>
    [...world.host.state.employees.values()].find(({ record }) => record.source?.id === String(gone?.user_id))
  expect(held()?.active).toBe(false)
  watched.calls.length = 0
  const quiet = await engine.sync(id)
  expect(quiet).toMatchObject({ changes: 0 })
  expect(watched.calls).toEqual([])
  if (gone) world.emulator.state.users.push(gone)
  expect(await engine.sync(id)).toMatchObject({ changes: 1 })
  expect(held()?.active).toBe(true)
})

test('a host that cannot deactivate is not asked, and costs no request', async () => {
  const { employees } = world.host
  const host = { employees: { upsert: employees.upsert } }
  const { engine, id } = await connected(world, {}, world.engine({ host }))
  await engine.sync(id)
  world.emulator.state.users.splice(2, 1)
  const mark = world.emulator.requests.length
  expect(await engine.sync(id)).toMatchObject({ outcome: 'complete', changes: 0 })
  expect(requestsTo(world, 'users/getAll', mark)).toHaveLength(1)
})
