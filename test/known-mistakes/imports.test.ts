import { HttpResponse, http } from 'msw'
import { afterEach, describe, expect, test } from 'vitest'
import { createPtClient } from '../../src/pt/index.ts'
import { connected, jobFor, openWorld, type World, type WorldOptions } from '../support/engine.ts'
import { addCustomer, change, requestsTo } from '../support/moloni-rows.ts'
import { watchedHost } from '../support/watched-host.ts'

const HOUR = 3_600_000

let world: World
afterEach(() => world.close())

async function begin(options: WorldOptions = {}) {
  world = openWorld(options)
  const watched = watchedHost(world.host)
  const engine = world.engine({ host: watched.host })
  return { watched, ...(await connected(world, {}, engine)) }
}

const relation = (number: string) => world.host.state.relations.get(number)?.record

describe('a customer', () => {
  test('without an address arrives without one: nothing is made up to fill it', async () => {
    const { engine, id } = await begin()
    addCustomer(world, 'BARE-1', { address: '', zip_code: '', city: '' })
    await engine.sync(id)
    const arrived = relation('BARE-1')
    expect(arrived).toMatchObject({ debtorNumber: 'BARE-1', name: 'Cliente BARE-1' })
    for (const field of ['street', 'postalCode', 'city']) expect(arrived).not.toHaveProperty(field)
    expect(JSON.stringify([...world.host.state.relations.values()])).not.toMatch(
      /<|empty|desconhecido|0000-000/i,
    )
  })

  test('keeps tax number, country and every e-mail address in its own field', async () => {
    const { engine, id } = await begin()
    addCustomer(world, 'FULL-1', {
      vat: '503504564',
      country_id: 1,
      email: 'office@example.com',
      contact_email: 'person@example.com',
    })
    await engine.sync(id)
    const arrived = relation('FULL-1')
    expect(arrived).toMatchObject({
      vatNumber: '503504564',
      country: 'PT',
      email: 'office@example.com',
      contactEmail: 'person@example.com',
    })
    expect(arrived).not.toHaveProperty('workOrderEmail')
  })

  test('brings its other addresses as they are, not the main one again', async () => {
    const { engine, id } = await begin()
    const row = addCustomer(world, 'SITES-1', { address: 'Rua Um 1', city: 'Porto', zip_code: '4000-001' })
    world.company.alternateAddresses.push({
      address_id: 880_001,
      customer_id: Number(row.customer_id),
      designation: 'Obra',
      code: 'A2',
      address: 'Rua Dois 2',
      city: 'Braga',
      zip_code: '4700-002',
      country_id: 1,
      email: '',
      phone: '',
      fax: '',
      contact_name: '',
      lastmodified: world.clock.now(),
    })
    await engine.sync(id)
    expect(relation('SITES-1')).toMatchObject({
      street: 'Rua Um 1',
      addresses: [{ street: 'Rua Dois 2', city: 'Braga', postalCode: '4700-002' }],
    })
  })

  test('that shares the number of the final consumer stays a record of its own', async () => {
    const { engine, id } = await begin()
    for (const number of ['FC-1', 'FC-2', 'FC-3']) addCustomer(world, number, { vat: '999999990' })
    const before = world.company.customers.length
    await engine.sync(id)
    expect(world.host.state.relations.size).toBe(before)
    expect((await engine.problems(id)).map(({ code }) => code)).not.toContain('link_conflict')
  })

  test('that a person changed at the host is not overwritten by a full read that brings nothing else', async () => {
    const { engine, id, watched } = await begin()
    await engine.sync(id)
    watched.calls.length = 0
    await world.clock.advance(HOUR)
    const report = await engine.sync(id, { mode: 'full' })
    expect(report).toMatchObject({ outcome: 'complete', changes: 0 })
    expect(watched.calls).toEqual([])
  })
})

test('the host gets each page before the next is read, and never more than a page at once', async () => {
  const { engine, id, watched } = await begin({ customers: 180, products: 130 })
  const read: number[] = []
  watched.onUpsert = (kind, ids) => {
    expect(ids.length).toBeLessThanOrEqual(50)
    if (kind === 'relations') read.push(requestsTo(world, 'customers/getAll').length)
  }
  await engine.sync(id)
  expect(read).toEqual([1, 2, 3, 4])
})

test('an access that shows no rows for a moment takes no customer and no product away', async () => {
  const { engine, id } = await begin()
  await engine.sync(id)
  const held = world.host.state.relations.size
  await world.clock.advance(HOUR)
  for (const path of ['customers/getAll', 'customers/getModifiedSince', 'products/getModifiedSince'])
    world.server.use(http.post(`https://api.moloni.pt/v1/${path}/`, () => HttpResponse.json([])))
  await engine.sync(id, { mode: 'full' })
  expect([...world.host.state.relations.values()].filter(({ active }) => active)).toHaveLength(held)
  expect([...world.host.state.materials.values()].every(({ active }) => active)).toBe(true)
})

test('a stream that failed goes on from its own mark, and the others keep theirs', async () => {
  const { engine, id } = await begin()
  await engine.sync(id)
  const before = (await engine.health(id)).streams
  await world.clock.advance(HOUR)
  change(world, world.company.customers[3], { name: 'Changed while products failed' })
  change(world, world.company.products[3], { name: 'Changed while products failed' })
  world.emulator.faults.plan({
    on: 'products/getModifiedSince',
    times: 4,
    fault: { kind: 'status', status: 500 },
  })
  expect(await engine.sync(id)).toMatchObject({ outcome: 'partial', errors: [{ part: 'products' }] })
  const after = (await engine.health(id)).streams
  expect(after.products).toBe(before.products)
  expect(after.customers).not.toBe(before.customers)
  await world.clock.advance(HOUR)
  await engine.sync(id)
  const held = [...world.host.state.materials.values(), ...world.host.state.hourTypes.values()]
  expect(JSON.stringify(held)).toContain('Changed while products failed')
})

test.each([9, 12, 15, 23])('the start date is a day, also for who connects at %i o’clock', async (hour) => {
  world = openWorld()
  await world.clock.advance((hour - 9) * HOUR)
  const { engine, id } = await connected(world, { exports: { firstRun: 'export' } })
  await engine.updateSettings(id, { exports: { dates: { document: 'today' } } })
  world.host.addWorkOrders([
    jobFor(world, 1, { workDate: '2026-03-01' }),
    jobFor(world, 2, { workDate: '2026-03-02' }),
  ])
  const report = await engine.sync(id)
  expect(report.exports.invoice).toMatchObject({ exported: 1, skipped: { before_start: 1 } })
  await engine.updateSettings(id, { exports: { startDate: '2026-03-01' } })
  expect((await engine.settings(id)).exports.startDate).toBe('2026-03-01')
  await world.clock.advance(HOUR)
  expect((await engine.sync(id)).exports.invoice).toMatchObject({ exported: 1 })
})

test('a next number that is none is handed on as text, and never counted on', async () => {
  world = openWorld({ emulator: { nextCustomerNumber: 'NaN1' } })
  const { engine, id } = await connected(world)
  const [token] = world.emulator.state.oauth.accessTokens
  const pt = createPtClient({ token: String(token?.token), companyId: world.company.company_id })
  expect(await pt.customers.getNextNumber()).toEqual({ number: 'NaN1' })
  await engine.sync(id)
  expect(requestsTo(world, /getNext/)).toHaveLength(1)
})
