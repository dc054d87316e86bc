import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Relation, SettingsInput } from '../../src/domain/index.ts'
import type { EngineEvent } from '../../src/sync/index.ts'
import { connected, openWorld, type World } from '../support/engine.ts'
import { addCustomer, change, requestsTo } from '../support/moloni-rows.ts'

const QUARTER = 15 * 60_000
const DAY = 86_400_000

let world: World
let events: EngineEvent[]
beforeEach(() => {
  world = openWorld({ customers: 6, products: 8 })
  events = []
})
afterEach(() => world.close())

const direct: typeof fetch = (input, init) => world.emulator.fetch(new Request(input, init))

async function open(imports: SettingsInput['imports'] = {}, options = {}) {
  const on = (event: EngineEvent) => void events.push(event)
  return connected(world, { imports }, world.engine({ fetch: direct, on, ...options }))
}

const local = (debtorNumber: string, patch: Partial<Relation> = {}): Relation => ({
  debtorNumber,
  name: `Local ${debtorNumber}`,
  active: true,
  ...patch,
})
const relations = () => [...world.host.state.relations.values()]
const relationOf = (id: unknown) => relations().find(({ record }) => record.source?.id === String(id))
const codes = async (engine: Awaited<ReturnType<typeof open>>['engine'], id: string) =>
  (await engine.problems(id)).map(({ code }) => code)
const told = (type: EngineEvent['type']) => events.filter((event) => event.type === type)
/** A customer with everything, and a tax number of its own. */
const customer = (index = 1) => {
  const row = world.company.customers[index]
  if (!row) throw new RangeError('no customer')
  return row
}

describe('a record that the host has already', () => {
  test('is matched by its number, and is no second relation', async () => {
    const row = customer()
    world.host.put('relations', local(String(row.number), { vatNumber: String(row.vat) }))
    const { engine, id } = await open()
    const report = await engine.sync(id)
    expect(relations()).toHaveLength(6)
    expect(relationOf(row.customer_id)?.record.name).toBe(row.name)
    expect(report.imports.relations).toMatchObject({ created: 6, rejected: 0 })
    expect(await engine.sync(id)).toMatchObject({ changes: 0 })
  })

  test('is matched by its number also where one side knows no tax number', async () => {
    world.host.put('relations', local(String(customer().number)))
    const { engine, id } = await open()
    await engine.sync(id)
    expect(relations()).toHaveLength(6)
    expect(await engine.problems(id)).toEqual([])
  })

  test('is matched by its tax number, however it is written, and takes the number of Moloni', async () => {
    const row = customer()
    const vat = String(row.vat)
    world.host.put('relations', local('OLD-7', { vatNumber: `PT ${vat.slice(0, 3)}.${vat.slice(3)}` }))
    const { engine, id } = await open()
    await engine.sync(id)
    expect(relations()).toHaveLength(6)
    expect(world.host.state.relations.has('OLD-7')).toBe(false)
    expect(relationOf(row.customer_id)?.key).toBe(String(row.number))
  })

  test('is matched by where it came from, whatever its number', async () => {
    const row = customer()
    const source = {
      platform: 'pt',
      companyId: String(world.company.company_id),
      id: String(row.customer_id),
    } as const
    world.host.put('relations', local('SOMETHING-ELSE', { source, vatNumber: '501964843' }))
    const { engine, id } = await open()
    await engine.sync(id)
    expect(relations()).toHaveLength(6)
    expect(relationOf(row.customer_id)?.key).toBe(String(row.number))
  })

  test('under its number goes before one with its tax number', async () => {
    const row = customer()
    world.host.put('relations', local('TAX', { vatNumber: String(row.vat) }))
    world.host.put('relations', local(String(row.number), { vatNumber: String(row.vat) }))
    const { engine, id } = await open()
    await engine.sync(id)
    expect(relations()).toHaveLength(7)
    expect(world.host.state.relations.get('TAX')?.record.source).toBeUndefined()
  })

  test('products are matched by reference, materials and hour types apart', async () => {
    const [hours] = world.company.products.filter(({ reference }) => String(reference).startsWith('HRS'))
    const code = String(hours?.reference)
    world.host.put('hourTypes', { code, name: 'Ours', salePrice: 1, active: true })
    world.host.put('materials', { code, description: 'A material with that code', price: 1, active: true })
    const { engine, id } = await open()
    await engine.sync(id)
    expect(world.host.state.hourTypes.get(code)?.record.source?.id).toBe(String(hours?.product_id))
    expect(world.host.state.materials.get(code)?.record.source).toBeUndefined()
  })

  test('is not looked for where the settings say so', async () => {
    const row = customer()
    world.host.put('relations', local('OLD-7', { vatNumber: String(row.vat) }))
    const { engine, id } = await open({ relations: { match: false } })
    await engine.sync(id)
    expect(relations()).toHaveLength(7)
  })

  test('of a host that cannot be read is not found, and the host decides by itself', async () => {
    const row = customer()
    world.host.put('relations', local('OLD-7', { vatNumber: String(row.vat) }))
    const { upsert } = world.host.relations
    const { engine, id } = await open({}, { host: { relations: { upsert } } })
    await engine.sync(id)
    expect(relations()).toHaveLength(7)
    expect(await engine.problems(id)).toEqual([])
  })
})

describe('what is never a match', () => {
  test('the shared number of the final consumer', async () => {
    change(world, customer(1), { vat: '999999990' })
    world.host.put('relations', local('CASH', { vatNumber: '999999990' }))
    const { engine, id } = await open()
    await engine.sync(id)
    expect(world.host.state.relations.get('CASH')?.record.name).toBe('Local CASH')
    expect(relations()).toHaveLength(7)
    expect(await engine.problems(id)).toEqual([])
  })

  test('the same number with another tax number: a conflict, and nothing is overwritten', async () => {
    const row = customer()
    world.host.put('relations', local(String(row.number), { vatNumber: '501964843' }))
    const { engine, id } = await open()
    expect((await engine.sync(id)).imports.relations).toMatchObject({ created: 5, rejected: 1 })
    expect(world.host.state.relations.get(String(row.number))?.record.name).toBe(`Local ${row.number}`)
    expect(await engine.problems(id)).toMatchObject([
      { code: 'number_conflict', thing: String(row.number), problems: [{ retryable: true }] },
    ])
  })

  test('a conflict is over when the host mends it, without a change in Moloni', async () => {
    const row = customer()
    world.host.put('relations', local(String(row.number), { vatNumber: '501964843' }))
    const { engine, id } = await open()
    await engine.sync(id)
    world.host.put('relations', local(String(row.number), { vatNumber: String(row.vat) }))
    await world.clock.advance(QUARTER)
    await engine.sync(id)
    expect(await engine.problems(id)).toEqual([])
    expect(relationOf(row.customer_id)?.key).toBe(String(row.number))
  })

  test('two records with one tax number: the person is told of both, and none is taken', async () => {
    const row = customer()
    world.host.put('relations', local('A', { vatNumber: String(row.vat) }))
    world.host.put('relations', local('B', { vatNumber: String(row.vat) }))
    const { engine, id } = await open()
    await engine.sync(id)
    const [group] = await engine.problems(id)
    expect(group).toMatchObject({ code: 'match_ambiguous', thing: String(row.number) })
    expect(group?.message).toContain('A, B')
    expect(relationOf(row.customer_id)).toBeUndefined()
  })

  test('of two records with one tax number, the one that is not active any more', async () => {
    const row = customer()
    world.host.put('relations', local('A', { vatNumber: String(row.vat), active: false }))
    world.host.put('relations', local('B', { vatNumber: String(row.vat) }))
    const { engine, id } = await open()
    await engine.sync(id)
    expect(relationOf(row.customer_id)).toBeDefined()
    expect(world.host.state.relations.has('A')).toBe(true)
    expect(world.host.state.relations.has('B')).toBe(false)
  })

  test('one record where two new customers share its tax number', async () => {
    const vat = String(customer(1).vat)
    const branch = addCustomer(world, 'BRANCH', { vat })
    world.host.put('relations', local('A', { vatNumber: vat }))
    const { engine, id } = await open()
    await engine.sync(id)
    const [group] = await engine.problems(id)
    expect(group).toMatchObject({ code: 'match_ambiguous', count: 1 })
    expect(await codes(engine, id)).toEqual(['match_ambiguous', 'match_ambiguous'])
    expect(group?.message).toContain('BRANCH')
    expect(relationOf(branch.customer_id)).toBeUndefined()
    expect(relationOf(customer(1).customer_id)).toBeUndefined()
  })

  test('the record of a customer that has its number, though a branch with the same tax number comes first', async () => {
    const main = customer(2)
    const branch = customer(1)
    change(world, branch, { vat: String(main.vat) })
    world.host.put('relations', local(String(main.number), { vatNumber: String(main.vat) }))
    const { engine, id } = await open()
    await engine.sync(id)
    expect(await engine.problems(id)).toEqual([])
    expect(relations()).toHaveLength(6)
    expect(relationOf(main.customer_id)?.key).toBe(String(main.number))
    expect(relationOf(branch.customer_id)?.key).toBe(String(branch.number))
  })

  test('the record of another customer, though a new branch has its tax number', async () => {
    const { engine, id } = await open()
    await engine.sync(id)
    await world.clock.advance(QUARTER)
    const branch = addCustomer(world, 'BRANCH', { vat: String(customer(1).vat) })
    await engine.sync(id)
    expect(relationOf(branch.customer_id)?.key).toBe('BRANCH')
    expect(relationOf(customer(1).customer_id)?.key).toBe(String(customer(1).number))
    expect(told('linkMoved')).toEqual([])
  })

  test('a record that came from another company', async () => {
    const row = customer()
    const source = { platform: 'pt', companyId: '77', id: '5' } as const
    world.host.put('relations', local('A', { vatNumber: String(row.vat), source }))
    const { engine, id } = await open()
    await engine.sync(id)
    expect(world.host.state.relations.get('A')?.record.source).toEqual(source)
    expect(relationOf(row.customer_id)?.key).toBe(String(row.number))
  })

  test('a text that is no tax number at all', async () => {
    change(world, customer(1), { vat: '' })
    world.host.put('relations', local('A', { vatNumber: ' .-' }))
    const { engine, id } = await open()
    await engine.sync(id)
    expect(world.host.state.relations.get('A')?.record.source).toBeUndefined()
  })

  test('what a host answers beyond what it was asked for', async () => {
    const read = world.host.relations.read
    world.host.put('relations', local('A', { vatNumber: '501964843' }))
    const relationsSink = {
      ...world.host.relations,
      // A host that knows no filters answers everything.
      read: async (_query: unknown, options: { connectionId: string }) =>
        (await read?.({ changes: {} }, options)) ?? { records: [] },
    }
    const { engine, id } = await open({}, { host: { ...world.host, relations: relationsSink } })
    await engine.sync(id)
    expect(world.host.state.relations.get('A')?.record.source).toBeUndefined()
    expect(relations()).toHaveLength(7)
  })
})

describe('a customer that was merged or made anew in Moloni', () => {
  test.each([
    ['under the same number', (row: ReturnType<typeof customer>) => ({ number: String(row.number) })],
    ['under another number with the same tax number', () => ({ number: 'MERGED' })],
  ])('%s keeps the relation of the one that is gone', async (_how, patch) => {
    const { engine, id } = await open()
    await engine.sync(id)
    const row = customer()
    const before = String(row.number)
    world.company.customers.splice(world.company.customers.indexOf(row), 1)
    await world.clock.advance(QUARTER)
    const successor = addCustomer(world, 'x', { ...patch(row), vat: String(row.vat), name: 'Successor' })
    const report = await engine.sync(id)
    expect(report.imports.relations).toMatchObject({ moved: 1, rejected: 0 })
    expect(relations()).toHaveLength(6)
    expect(relationOf(successor.customer_id)?.record.name).toBe('Successor')
    expect(relationOf(row.customer_id)).toBeUndefined()
    expect(told('linkMoved')).toEqual([
      {
        type: 'linkMoved',
        connectionId: id,
        kind: 'relations',
        key: patch(row).number,
        from: String(row.customer_id),
        to: String(successor.customer_id),
      },
    ])
    expect(before).not.toBe('')
    expect(await engine.sync(id, { mode: 'full' })).toMatchObject({ changes: 0, errors: [] })
  })

  test('that was deactivated before is active again under its successor', async () => {
    const { engine, id } = await open()
    await engine.sync(id)
    const row = customer()
    world.company.customers.splice(world.company.customers.indexOf(row), 1)
    await engine.sync(id, { mode: 'full' })
    expect(relationOf(row.customer_id)?.active).toBe(false)
    await world.clock.advance(QUARTER)
    const successor = addCustomer(world, String(row.number), { vat: String(row.vat) })
    await engine.sync(id)
    expect(relationOf(successor.customer_id)).toMatchObject({ active: true, key: String(row.number) })
    expect(relations()).toHaveLength(6)
  })

  test('is not taken for gone while it is only renumbered', async () => {
    const { engine, id } = await open()
    await engine.sync(id)
    const row = customer()
    const before = String(row.number)
    await world.clock.advance(QUARTER)
    change(world, row, { number: 'RENUMBERED' })
    const other = addCustomer(world, before, { vat: '' })
    await engine.sync(id)
    await world.clock.advance(QUARTER)
    await engine.sync(id)
    expect(relationOf(row.customer_id)?.key).toBe('RENUMBERED')
    expect(relationOf(other.customer_id)?.key).toBe(before)
    expect(told('linkMoved')).toEqual([])
  })

  test('on a host that cannot be read waits for a full run, as ever', async () => {
    const { upsert, deactivate } = world.host.relations
    const host = { relations: { upsert, ...(deactivate ? { deactivate } : {}) } }
    const { engine, id } = await open({}, { host })
    await engine.sync(id)
    const row = customer()
    world.company.customers.splice(world.company.customers.indexOf(row), 1)
    await world.clock.advance(QUARTER)
    const successor = addCustomer(world, String(row.number), { vat: String(row.vat) })
    await engine.sync(id)
    expect(await codes(engine, id)).toEqual(['key_taken'])
    await engine.sync(id, { mode: 'full' })
    await world.clock.advance(DAY)
    await engine.sync(id)
    expect(relationOf(successor.customer_id)?.active).toBe(true)
  })
})

describe('a record that was removed at the host', () => {
  test('is made again when its customer changes', async () => {
    const { engine, id } = await open()
    await engine.sync(id)
    world.host.remove('relations', String(customer().number))
    await world.clock.advance(QUARTER)
    change(world, customer(), { name: 'Changed' })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ created: 1 })
    expect(relationOf(customer().customer_id)?.record.name).toBe('Changed')
  })

  test('is made again by a full run, and by no delta', async () => {
    const { engine, id } = await open()
    await engine.sync(id)
    world.host.remove('relations', String(customer().number))
    await engine.sync(id)
    expect(relations()).toHaveLength(5)
    expect((await engine.sync(id, { mode: 'full' })).imports.relations).toMatchObject({ created: 1 })
    expect(relations()).toHaveLength(6)
    expect(await engine.sync(id, { mode: 'full' })).toMatchObject({ changes: 0 })
  })

  test.each(['a change', 'a full run'])(
    'is reported by %s where the settings say so, and not made',
    async (how) => {
      const { engine, id } = await open({ relations: { vanished: 'report' } })
      await engine.sync(id)
      world.host.remove('relations', String(customer().number))
      await world.clock.advance(QUARTER)
      if (how === 'a change') change(world, customer(), { name: 'Changed' })
      await engine.sync(id, { mode: how === 'a change' ? 'delta' : 'full' })
      expect(relations()).toHaveLength(5)
      expect(await engine.problems(id)).toMatchObject([
        { code: 'host_record_vanished', thing: String(customer().number) },
      ])
      world.host.put('relations', local(String(customer().number)))
      await world.clock.advance(QUARTER)
      await engine.sync(id)
      expect(await engine.problems(id)).toEqual([])
    },
  )

  test('is not taken for removed when a person at the host gave it another number', async () => {
    const { engine, id } = await open({ relations: { vanished: 'report' } })
    await engine.sync(id)
    const entry = relationOf(customer().customer_id)
    world.host.remove('relations', String(customer().number))
    if (entry) world.host.put('relations', { ...entry.record, debtorNumber: 'MOVED-BY-HAND' })
    await engine.sync(id, { mode: 'full' })
    expect(await engine.problems(id)).toEqual([])
    await world.clock.advance(QUARTER)
    change(world, customer(), { name: 'Changed' })
    await engine.sync(id)
    expect(relations()).toHaveLength(6)
    expect(relationOf(customer().customer_id)?.record.name).toBe('Changed')
  })
})

describe('the preview', () => {
  test('shows matches and conflicts as the run finds them, and writes nothing', async () => {
    const row = customer(1)
    world.host.put('relations', local(String(row.number), { vatNumber: '501964843' }))
    world.host.put('relations', local('OLD', { vatNumber: String(customer(2).vat) }))
    const before = relations().map(({ record }) => record)
    const { engine, id } = await open({ relations: { filter: { numbers: ['000'] } } })
    const plan = await engine.preview(id)
    expect(plan.imports.relations).toMatchObject({ create: 4, rejected: 1, leftOut: 1 })
    expect(relations().map(({ record }) => record)).toEqual(before)
    expect(await engine.problems(id)).toEqual([])
    expect((await engine.sync(id)).imports.relations).toMatchObject({ created: 4, rejected: 1, leftOut: 1 })
  })
})

test('looking for customers by tax number costs a request only where the host has such a record', async () => {
  const { engine, id } = await open()
  await engine.sync(id)
  expect(requestsTo(world, /getByVat|customers\/getOne/)).toEqual([])
})

test('a host that answers nonsense when it is read stops the list and harms nothing', async () => {
  const relationsSink = { ...world.host.relations, read: async () => ({ records: [{ no: 'key' }] }) as never }
  const { engine, id } = await open({}, { host: { ...world.host, relations: relationsSink } })
  expect((await engine.sync(id)).errors).toMatchObject([{ part: 'customers', code: 'host_failed' }])
  expect(relations()).toEqual([])
  expect(world.host.state.employees.size).toBe(3)
})

test('a record of the host with fields that make no sense is matched by those that do', async () => {
  const row = customer()
  const read = world.host.relations.read
  world.host.put('relations', local('A', { vatNumber: String(row.vat) }))
  const relationsSink = {
    ...world.host.relations,
    read: async (...asked: Parameters<NonNullable<typeof read>>) => {
      const page = (await read?.(...asked)) ?? { records: [] }
      return {
        records: page.records.map(({ key, record }) => ({
          key,
          record: { ...record, email: 7 as never, addresses: 'none' as never },
        })),
      }
    },
  }
  const { engine, id } = await open({}, { host: { ...world.host, relations: relationsSink } })
  await engine.sync(id)
  expect(relations()).toHaveLength(6)
  expect(relationOf(row.customer_id)).toBeDefined()
})
