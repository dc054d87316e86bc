import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connected, openWorld, type World } from '../support/engine.ts'
import { change, requestsTo } from '../support/moloni-rows.ts'
import { type StoreTrouble, type TroubledStore, troubledStore, writesTo } from '../support/troubled-store.ts'

let world: World
let store: TroubledStore
beforeEach(() => {
  world = openWorld({ customers: 70, products: 12 })
  store = troubledStore(world.store)
})
afterEach(() => world.close())

/** Everything that the host holds, and both halves of every link, agree with Moloni. */
async function expectWhole(scope: string) {
  const held = [...world.host.state.relations.values()].filter(({ active }) => active)
  expect(held.map(({ record }) => record.source?.id).sort()).toEqual(
    world.company.customers.map(({ customer_id }) => String(customer_id)).sort(),
  )
  const links = await allOf('moloniLink', `${scope}/relations/m/`)
  const halves = await allOf('hostLink', `${scope}/relations/h/`)
  expect(links.length).toBe(world.company.customers.length)
  expect(halves.length).toBe(world.company.customers.length)
  const pointedAt = halves.map(({ value }) => JSON.parse(JSON.stringify(value)).data.remoteId).sort()
  expect(pointedAt).toEqual(links.map(({ key }) => key.split('/').at(-1)).sort())
}

async function allOf(collection: string, prefix: string) {
  return (await world.store.scan(collection, { by: 'key', prefix, limit: 1000 })).records
}

const scopeOf = () => `default/pt/${world.company.company_id}`

const points: [string, string][] = [
  ['before the first half of the links', 'hostLink'],
  ['between the two halves', 'moloniLink'],
  ['between links and position', 'cursor'],
]
const ways: [string, StoreTrouble][] = [
  ['nothing is written', 'refused'],
  ['one change of many is written', { torn: 1 }],
  ['half of the changes are written', { torn: 25 }],
  ['all is written but the answer is lost', 'answerLost'],
]

describe.each(points)('when the store breaks %s', (_point, collection) => {
  test.each(ways)('and %s, the next run ends right and nothing is doubled', async (_way, how) => {
    const { engine, id } = await connected(world, {}, world.engine({ store }))
    store.trouble(collection, how)
    const report = await engine.sync(id)
    expect(store.pending).toBe(0)
    const arrived = how === 'answerLost' || (collection === 'cursor' && how !== 'refused')
    expect(report.errors).toHaveLength(arrived ? 0 : 1)
    if (!arrived) {
      expect(report.errors).toMatchObject([{ part: 'customers', code: 'host_failed', retryable: true }])
      expect((await engine.health(id)).streams).not.toHaveProperty('customers')
    }

    expect((await engine.sync(id)).errors).toEqual([])
    await expectWhole(scopeOf())
    expect(await engine.sync(id)).toMatchObject({ changes: 0, errors: [] })
    expect(await engine.problems(id)).toEqual([])
  })
})

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
  'whichever write breaks (%i), three runs later all is right',
  async (nth) => {
    const { engine, id } = await connected(world, {}, world.engine({ store }))
    store.trouble(
      (changes) => changes.some(({ collection }) => /Link|cursor|rejected/.test(collection)),
      { torn: nth % 3 },
      nth,
    )
    store.trouble(
      (changes) => changes.some(({ collection }) => /Link|cursor|rejected/.test(collection)),
      'refused',
      nth + 4,
    )
    for (let run = 0; run < 3; run++) await engine.sync(id)
    await expectWhole(scopeOf())
    expect(await engine.sync(id)).toMatchObject({ changes: 0, errors: [] })
  },
)

test('a crash between a renamed record and its old half frees the old host key', async () => {
  const { engine, id } = await connected(world, {}, world.engine({ store }))
  await engine.sync(id)
  const [, first, second] = world.company.customers
  const taken = String(first?.number)
  await world.clock.advance(900_000)
  change(world, first, { number: 'RENAMED' })
  store.trouble(
    (changes) => changes.some(({ collection, value }) => collection === 'hostLink' && value === undefined),
    'refused',
  )
  expect((await engine.sync(id)).errors).toHaveLength(1)
  expect(store.pending).toBe(0)
  await world.clock.advance(900_000)
  change(world, second, { number: taken })
  expect((await engine.sync(id)).errors).toEqual([])
  expect(await engine.problems(id)).toEqual([])
  expect(world.host.state.relations.get(taken)?.record.source?.id).toBe(String(second?.customer_id))
  expect(world.host.state.relations.get('RENAMED')?.record.source?.id).toBe(String(first?.customer_id))
})

test('a process that dies in the middle of a page is followed by another that finishes', async () => {
  const { engine, id } = await connected(world, {}, world.engine({ store }))
  store.trouble('moloniLink', 'refused', 2)
  await engine.sync(id)
  expect((await world.engine().sync(id)).errors).toEqual([])
  await expectWhole(scopeOf())
})

test('a broken write of the run report is the host to know, and the work of the run stays done', async () => {
  const { engine, id } = await connected(world, {}, world.engine({ store }))
  store.trouble('run', 'refused')
  await expect(engine.sync(id)).rejects.toThrow('the database went away')
  await expectWhole(scopeOf())
  expect(await engine.sync(id)).toMatchObject({ changes: 0, outcome: 'complete' })
})

test('a lost answer of the store costs no second delivery and no second request', async () => {
  const { engine, id } = await connected(world, {}, world.engine({ store }))
  store.trouble('moloniLink', 'answerLost')
  store.trouble('cursor', 'answerLost', 2)
  expect(await engine.sync(id)).toMatchObject({
    outcome: 'complete',
    imports: { relations: { created: 70 } },
  })
  expect(requestsTo(world, 'customers/getAll')).toHaveLength(2)
  expect(writesTo(store, 'moloniLink').filter(({ key }) => key.includes('/relations/'))).toHaveLength(70)
})

test('a record of a newer release is refused by name and not overwritten', async () => {
  const { engine, id } = await connected(world, {}, world.engine({ store }))
  await engine.sync(id)
  const [cursor] = await allOf('cursor', scopeOf())
  const newer = { format: 99, writer: 'x', data: {} }
  await world.store.write([{ collection: 'cursor', key: cursor?.key ?? '', expected: 'any', value: newer }])
  const report = await engine.sync(id)
  expect(report.errors).toMatchObject([{ part: 'customers', code: 'format_newer' }])
  const [kept] = await world.store.read('cursor', [cursor?.key ?? ''])
  expect(kept?.value).toEqual(newer)
})
