import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SettingsInput } from '../../src/domain/index.ts'
import { connected, openWorld, type World } from '../support/engine.ts'
import { addCustomer, change, requestsTo } from '../support/moloni-rows.ts'
import { watchedHost } from '../support/watched-host.ts'

const QUARTER = 15 * 60_000
const DAY = 86_400_000

let world: World
beforeEach(() => {
  world = openWorld({ customers: 12, products: 30 })
})
afterEach(() => world.close())

const direct: typeof fetch = (input, init) => world.emulator.fetch(new Request(input, init))

async function open(imports: SettingsInput['imports'] = {}, options = {}) {
  const engine = world.engine({ fetch: direct, ...options })
  return connected(world, { imports }, engine)
}

const active = (kind: 'relations' | 'materials' | 'hourTypes') =>
  [...world.host.state[kind].values()]
    .filter((held) => held.active && held.record.active)
    .map(({ key }) => key)
    .sort()
const held = (kind: 'relations' | 'materials' | 'hourTypes') => [...world.host.state[kind].keys()].sort()
const numbers = (from: World['company']['customers']) => from.map(({ number }) => String(number)).sort()
const references = (prefix: string) =>
  world.company.products
    .map(({ reference }) => String(reference))
    .filter((reference) => reference.startsWith(prefix))
    .sort()

describe('a filter', () => {
  test('on numbers lets only their beginnings pass, and counts the others', async () => {
    addCustomer(world, 'VIP-1')
    addCustomer(world, 'VIP-2')
    const { engine, id } = await open({ relations: { filter: { numbers: ['VIP-', '0003'] } } })
    const report = await engine.sync(id)
    expect(held('relations')).toEqual(['0003', 'VIP-1', 'VIP-2'])
    expect(report.imports.relations).toMatchObject({ created: 3, leftOut: 11, rejected: 0 })
  })

  test('on references holds for materials and hour types apart', async () => {
    const { engine, id } = await open({ materials: { filter: { references: ['MAT-0001'] } } })
    await engine.sync(id)
    expect(held('materials')).toEqual(references('MAT-0001'))
    expect(held('hourTypes')).toEqual(references('HRS'))
  })

  test('on categories holds for hour types too, which do not show theirs', async () => {
    const [hours] = world.company.products.filter(({ reference }) => String(reference).startsWith('HRS'))
    const category = String(hours?.category_id)
    const { engine, id } = await open({
      materials: { filter: { categories: ['0'] } },
      hourTypes: { filter: { categories: [category] } },
    })
    await engine.sync(id)
    expect(held('materials')).toEqual([])
    expect(held('hourTypes')).toEqual(
      world.company.products
        .filter(
          ({ reference, category_id }) =>
            String(reference).startsWith('HRS') && String(category_id) === category,
        )
        .map(({ reference }) => String(reference))
        .sort(),
    )
  })

  test('that nothing passes delivers nothing and calls the host for nothing', async () => {
    const watched = watchedHost(world.host)
    const { engine, id } = await open(
      { relations: { filter: { numbers: ['no such'] } } },
      { host: watched.host },
    )
    expect((await engine.sync(id)).imports.relations).toMatchObject({ created: 0, leftOut: 12 })
    expect(watched.calls.filter(({ kind }) => kind === 'relations')).toEqual([])
  })

  test('that changes reads everything once more, and only once', async () => {
    const { engine, id } = await open()
    await engine.sync(id)
    await world.clock.advance(3 * DAY)
    await engine.updateSettings(id, { imports: { relations: { filter: { numbers: ['0001'] } } } })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ read: 12, leftOut: 11, unchanged: 1 })
    await world.clock.advance(QUARTER)
    expect((await engine.sync(id)).imports.relations).toMatchObject({ read: 0 })
    const mark = world.emulator.requests.length
    await world.clock.advance(QUARTER)
    await engine.sync(id)
    expect(requestsTo(world, 'customers/getAll', mark)).toEqual([])
  })

  test('that is widened brings what it kept out, however long ago that changed', async () => {
    const { engine, id } = await open({ relations: { filter: { numbers: ['0001'] } } })
    await engine.sync(id)
    await world.clock.advance(10 * DAY)
    await engine.updateSettings(id, { imports: { relations: { filter: { numbers: [] } } } })
    await engine.sync(id)
    expect(held('relations')).toEqual(numbers(world.company.customers))
  })
})

describe('a delivered record that the filter leaves out from now on', () => {
  const narrowed = { relations: { filter: { numbers: ['0001'] } } }

  test('stays at the host as it is, and is kept no longer up to date', async () => {
    const { engine, id } = await open()
    await engine.sync(id)
    await engine.updateSettings(id, { imports: narrowed })
    await world.clock.advance(QUARTER)
    change(world, world.company.customers[5], { name: 'Changed' })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ deactivated: 0, updated: 0 })
    expect(active('relations')).toHaveLength(12)
    expect([...world.host.state.relations.values()].some(({ record }) => record.name === 'Changed')).toBe(
      false,
    )
  })

  test('is deactivated where the settings say so, once, and comes back with the filter', async () => {
    const { engine, id } = await open({ relations: { leftOut: 'deactivate' } })
    await engine.sync(id)
    await engine.updateSettings(id, { imports: narrowed })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ deactivated: 11 })
    expect(active('relations')).toEqual(['0001'])
    await engine.updateSettings(id, { imports: { hourUnits: ['h'], ...narrowed } })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ deactivated: 0 })
    await engine.updateSettings(id, { imports: { relations: { filter: { numbers: [] } } } })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ created: 11, unchanged: 1 })
    expect(active('relations')).toHaveLength(12)
  })

  test('that changes its number leaves the filter by itself', async () => {
    const { engine, id } = await open({ relations: { filter: { numbers: ['00'] }, leftOut: 'deactivate' } })
    await engine.sync(id)
    await world.clock.advance(QUARTER)
    change(world, world.company.customers[5], { number: 'X1' })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ deactivated: 1, leftOut: 1 })
  })

  test('and was set aside before is no problem any more', async () => {
    const [, row] = world.company.customers
    change(world, row, { name: '' })
    const { engine, id } = await open()
    await engine.sync(id)
    expect(await engine.problems(id)).toHaveLength(1)
    await world.clock.advance(QUARTER)
    change(world, row, { name: 'Named', number: 'X1' })
    await engine.updateSettings(id, { imports: narrowed })
    await engine.sync(id)
    expect(await engine.problems(id)).toEqual([])
  })
})

describe('a hidden record', () => {
  const product = () =>
    world.company.products.find(
      ({ reference, visibility_id }) => visibility_id === 1 && String(reference).startsWith('MAT'),
    )
  const code = () => String(product()?.reference)

  test.each([
    ['flag', true],
    ['deactivate', false],
    ['leaveOut', false],
  ] as const)('that is new: with %s it is at the host: %s', async (hidden, there) => {
    const row = product()
    change(world, row, { visibility_id: 0 })
    const { engine, id } = await open({ materials: { hidden } })
    await engine.sync(id)
    expect(world.host.state.materials.has(String(row?.reference))).toBe(there)
    if (there) expect(world.host.state.materials.get(String(row?.reference))?.record.active).toBe(false)
  })

  test.each([
    ['flag', 'keep', 'flagged'],
    ['deactivate', 'keep', 'off'],
    ['leaveOut', 'keep', 'as it was'],
    ['leaveOut', 'deactivate', 'off'],
  ] as const)(
    'that was delivered: with %s, and %s for what is left out, it is %s',
    async (hidden, leftOut, then) => {
      const { engine, id } = await open({ materials: { hidden, leftOut } })
      await engine.sync(id)
      const key = code()
      await world.clock.advance(QUARTER)
      change(world, product(), { visibility_id: 0 })
      await engine.sync(id)
      const entry = world.host.state.materials.get(key)
      expect([entry?.active, entry?.record.active]).toEqual(
        { flagged: [true, false], off: [false, true], 'as it was': [true, true] }[then],
      )
      expect(await engine.problems(id)).toEqual([])
    },
  )

  test('that is shown again is active again', async () => {
    const { engine, id } = await open({ materials: { hidden: 'deactivate' } })
    await engine.sync(id)
    const row = product()
    await world.clock.advance(QUARTER)
    change(world, row, { visibility_id: 0 })
    await engine.sync(id)
    await world.clock.advance(QUARTER)
    change(world, row, { visibility_id: 1 })
    expect((await engine.sync(id)).imports.materials).toMatchObject({ created: 1 })
    expect(active('materials')).toContain(String(row?.reference))
  })
})

describe('a record that is gone', () => {
  test('is left at the host where the settings say so, and asked for once only', async () => {
    const { engine, id } = await open({ relations: { gone: 'keep' } })
    await engine.sync(id)
    world.company.customers.splice(5, 1)
    expect((await engine.sync(id, { mode: 'full' })).imports.relations).toMatchObject({ deactivated: 0 })
    expect(active('relations')).toHaveLength(12)
    expect(requestsTo(world, 'customers/getOne')).toHaveLength(1)
    await engine.sync(id, { mode: 'full' })
    expect(requestsTo(world, 'customers/getOne')).toHaveLength(1)
  })
})

describe('required fields', () => {
  test('a row without one is set aside with the code of the field, and delivered when it is there', async () => {
    const [, row] = world.company.customers
    const street = String(row?.address)
    change(world, row, { address: '' })
    const { engine, id } = await open({ relations: { require: ['street'] } })
    await engine.sync(id)
    const mine = async () =>
      (await engine.problems(id))
        .flatMap(({ problems }) => problems)
        .filter(({ key }) => key === String(row?.customer_id))
    expect(await mine()).toMatchObject([
      { code: 'missing_street', thing: String(row?.number), field: 'street', retryable: false },
    ])
    expect(held('relations')).not.toContain(String(row?.number))
    await world.clock.advance(QUARTER)
    change(world, row, { address: street })
    await engine.sync(id)
    expect(await mine()).toEqual([])
    expect(held('relations')).toContain(String(row?.number))
  })

  test.each([
    ['vatNumber', { vat: '' }, 'missing_tax_number'],
    ['postalCode', { zip_code: '' }, 'missing_postal_code'],
    ['city', { city: '' }, 'missing_city'],
    ['email', { email: '' }, 'missing_field'],
  ] as const)('%s', async (field, patch, codeOf) => {
    change(world, world.company.customers[1], patch)
    const { engine, id } = await open({ relations: { require: [field] } })
    await engine.sync(id)
    const group = (await engine.problems(id)).find(({ code }) => code === codeOf)
    expect(group?.problems.some((problem) => problem.field === field)).toBe(true)
    expect(group?.message).not.toContain('{')
  })

  test('one that is asked for later sets delivered rows aside and leaves them at the host', async () => {
    const [, row] = world.company.customers
    change(world, row, { email: '' })
    const { engine, id } = await open()
    await engine.sync(id)
    await engine.updateSettings(id, { imports: { relations: { require: ['email'] } } })
    await engine.sync(id)
    expect((await engine.problems(id)).flatMap(({ problems }) => problems.map(({ key }) => key))).toContain(
      String(row?.customer_id),
    )
    expect(active('relations')).toHaveLength(12)
    await engine.updateSettings(id, { imports: { relations: { require: [] } } })
    await engine.sync(id)
    expect(await engine.problems(id)).toEqual([])
  })

  test('all of them are named, not only the first', async () => {
    change(world, world.company.customers[1], { address: '', city: '', email: '' })
    const { engine, id } = await open({ relations: { require: ['street', 'city', 'email'] } })
    await engine.sync(id)
    const key = String(world.company.customers[1]?.customer_id)
    const mine = (await engine.problems(id)).flatMap(({ problems }) =>
      problems.filter((it) => it.key === key),
    )
    expect(mine.map(({ field }) => field).sort()).toEqual(['city', 'email', 'street'])
  })
})

describe('a start date', () => {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)

  test('reads only what was changed since then, also in a full run', async () => {
    await world.clock.advance(10 * DAY)
    const start = day(world.clock.now())
    addCustomer(world, 'NEW-1')
    const { engine, id } = await open({ relations: { startDate: start } })
    await engine.sync(id)
    expect(held('relations')).toEqual(['NEW-1'])
    expect((await engine.sync(id, { mode: 'full' })).imports.relations).toMatchObject({
      read: 1,
      deactivated: 0,
    })
    await world.clock.advance(QUARTER)
    change(world, world.company.customers[2], { name: 'Changed now' })
    await engine.sync(id)
    expect(held('relations')).toHaveLength(2)
  })

  test('lets a full run find what is gone among what it has read', async () => {
    await world.clock.advance(10 * DAY)
    const start = day(world.clock.now())
    addCustomer(world, 'NEW-1')
    const { engine, id } = await open({ relations: { startDate: start } })
    await engine.sync(id)
    world.company.customers.pop()
    expect((await engine.sync(id, { mode: 'full' })).imports.relations).toMatchObject({ deactivated: 1 })
  })

  test('that is moved back brings what lies between', async () => {
    await world.clock.advance(10 * DAY)
    const { engine, id } = await open({ relations: { startDate: day(world.clock.now()) } })
    await engine.sync(id)
    expect(held('relations')).toEqual([])
    await engine.updateSettings(id, { imports: { relations: { startDate: '2020-01-01' } } })
    await engine.sync(id)
    expect(held('relations')).toHaveLength(12)
  })

  test('begins with the day in the zone of the company', async () => {
    world.close()
    // Where the server takes our time as it is meant; where it thinks in Lisbon's, an hour more is read in summer.
    world = openWorld({ customers: 12, products: 2, emulator: { modifiedSinceZone: 'utc' } })
    const midnight = Date.parse('2026-07-01T00:00:00Z') - 3_600_000
    await world.clock.advance(midnight - world.clock.now() - 1000)
    change(world, world.company.customers[2], { name: 'A second before' })
    await world.clock.advance(2000)
    change(world, world.company.customers[3], { name: 'A second after' })
    const { engine, id } = await open({ relations: { startDate: '2026-07-01' } })
    await engine.sync(id)
    expect([...world.host.state.relations.values()].map(({ record }) => record.name)).toEqual([
      'A second after',
    ])
  })

  test('must be the same for materials and hour types, which come from one list', async () => {
    const { engine, id } = await open()
    const wrong = { imports: { materials: { startDate: '2026-01-01' } } }
    await expect(engine.updateSettings(id, wrong)).rejects.toMatchObject({
      code: 'invalid_settings',
      message: expect.stringContaining('imports.hourTypes.startDate'),
    })
    await engine.updateSettings(id, {
      imports: { ...wrong.imports, hourTypes: { startDate: '2026-01-01' } },
    })
    await engine.updateSettings(id, { imports: { hourTypes: { enabled: false, startDate: undefined } } })
  })
})

describe('refused with the path of the field', () => {
  test.each([
    ['a field that is not there', { relations: { require: ['colour'] } }, 'imports.relations.require.0'],
    ['a field of another kind', { hourTypes: { require: ['street'] } }, 'imports.hourTypes.require.0'],
    [
      'the number, which nobody leads',
      { relations: { fields: { debtorNumber: 'host' } } },
      'imports.relations.fields',
    ],
    ['a leader that is not there', { materials: { lead: 'outsmart' } }, 'imports.materials.lead'],
    ['a day that is not one', { relations: { startDate: '2026-02-30' } }, 'imports.relations.startDate'],
    [
      'an empty beginning',
      { relations: { filter: { numbers: [''] } } },
      'imports.relations.filter.numbers.0',
    ],
    [
      'a filter of another kind',
      { relations: { filter: { categories: ['1'] } } },
      'imports.relations.filter.categories',
    ],
    [
      'a start date of a list without one',
      { employees: { startDate: '2026-01-01' } },
      'imports.employees.startDate',
    ],
    ['hidden employees, who do not exist', { employees: { hidden: 'leaveOut' } }, 'imports.employees.hidden'],
  ])('%s', async (_name, imports, path) => {
    const { engine, id } = await open()
    // Callers without types make such mistakes.
    await expect(engine.updateSettings(id, { imports } as never)).rejects.toMatchObject({
      code: 'invalid_settings',
      message: expect.stringContaining(path),
    })
  })
})
