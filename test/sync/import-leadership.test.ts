import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Relation, SettingsInput } from '../../src/domain/index.ts'
import type { EngineEvent } from '../../src/sync/index.ts'
import { connected, openWorld, type World } from '../support/engine.ts'
import { change } from '../support/moloni-rows.ts'
import { troubledStore, writesTo } from '../support/troubled-store.ts'

const QUARTER = 15 * 60_000

let world: World
let events: EngineEvent[]
beforeEach(() => {
  world = openWorld({ customers: 5, products: 8 })
  events = []
})
afterEach(() => world.close())

const direct: typeof fetch = (input, init) => world.emulator.fetch(new Request(input, init))

async function open(imports: SettingsInput['imports'] = {}, options = {}) {
  const on = (event: EngineEvent) => void events.push(event)
  return connected(world, { imports }, world.engine({ fetch: direct, on, ...options }))
}

const row = () => {
  const found = world.company.customers[1]
  if (!found) throw new RangeError('no customer')
  return found
}
const record = (): Relation => {
  const held = [...world.host.state.relations.values()].find(
    ({ record: it }) => it.source?.id === String(row().customer_id),
  )
  if (!held) throw new RangeError('no relation')
  return held.record
}
/** Edits the relation as a person at the host does. */
const edit = (patch: Partial<Relation>) => world.host.put('relations', { ...record(), ...patch })
const overwritten = () => events.filter((event) => event.type === 'localEditOverwritten')

async function changed(patch: Record<string, string | number>) {
  await world.clock.advance(QUARTER)
  change(world, row(), patch)
}

describe('a field that the host leads', () => {
  test('is Moloni’s when the record is new, and the host’s from then on', async () => {
    const { engine, id } = await open({ relations: { fields: { phone: 'host' } } })
    change(world, row(), { phone: '211111111' })
    await engine.sync(id)
    expect(record().phone).toBe('211111111')
    edit({ phone: '+351 2 2222' })
    await changed({ phone: '233333333', name: 'Changed' })
    await engine.sync(id)
    expect(record()).toMatchObject({ phone: '+351 2 2222', name: 'Changed' })
    expect(overwritten()).toEqual([])
  })

  test('stays empty where the host emptied it', async () => {
    const { engine, id } = await open({ relations: { lead: 'host' } })
    await engine.sync(id)
    edit({ email: undefined })
    await changed({ email: 'new@example.com', name: 'Changed' })
    await engine.sync(id)
    expect(record().email).toBeUndefined()
    expect(record().name).not.toBe('Changed')
  })

  test('leaves the number to Moloni, by which work orders find the customer', async () => {
    const { engine, id } = await open({ relations: { lead: 'host' } })
    await engine.sync(id)
    await changed({ number: 'N-2' })
    await engine.sync(id)
    expect(record().debtorNumber).toBe('N-2')
  })

  test('keeps what the host had before it was matched', async () => {
    world.host.put('relations', { debtorNumber: String(row().number), name: 'Ours', active: true })
    const { engine, id } = await open({ relations: { lead: 'host' } })
    await engine.sync(id)
    expect(record()).toMatchObject({ name: 'Ours', source: { id: String(row().customer_id) } })
    expect(record().email).toBeUndefined()
  })

  test('may be left to Moloni again by field', async () => {
    const { engine, id } = await open({ relations: { lead: 'host', fields: { name: 'moloni' } } })
    await engine.sync(id)
    edit({ name: 'Ours', city: 'Ours' })
    await changed({ name: 'Theirs', city: 'Theirs' })
    await engine.sync(id)
    expect(record()).toMatchObject({ name: 'Theirs', city: 'Ours' })
  })

  test('does not keep a record asleep that came back in Moloni', async () => {
    const { engine, id } = await open({ relations: { lead: 'host' } })
    await engine.sync(id)
    const [gone] = world.company.customers.splice(1, 1)
    await engine.sync(id, { mode: 'full' })
    if (gone) world.company.customers.splice(1, 0, gone)
    await changed({})
    await engine.sync(id)
    expect(record().active).toBe(true)
  })

  test('that is Moloni’s from now on is delivered once, though nothing changed there', async () => {
    const { engine, id } = await open({ relations: { lead: 'host' } })
    await engine.sync(id)
    edit({ city: 'Ours' })
    await engine.updateSettings(id, { imports: { relations: { lead: 'moloni' } } })
    await engine.sync(id)
    expect(record().city).toBe(row().city)
    expect(overwritten()).toMatchObject([{ fields: ['city'] }])
    expect(await engine.sync(id)).toMatchObject({ changes: 0 })
  })
})

describe('a gap that is filled', () => {
  test('gets Moloni’s value, and what is there stays', async () => {
    const number = String(row().number)
    world.host.put('relations', { debtorNumber: number, name: 'Ours', active: true, city: '' })
    const { engine, id } = await open({ relations: { lead: 'fillGaps' } })
    await engine.sync(id)
    expect(record()).toMatchObject({ name: 'Ours', city: row().city })
    await changed({ city: 'Elsewhere' })
    await engine.sync(id)
    expect(record().city).not.toBe('Elsewhere')
    expect(overwritten()).toEqual([])
  })

  test('holds for products', async () => {
    const [product] = world.company.products.filter(({ reference }) => String(reference).startsWith('MAT'))
    const code = String(product?.reference)
    world.host.put('materials', { code, description: 'Ours', price: 0, active: true })
    const { engine, id } = await open({ materials: { lead: 'fillGaps' } })
    await engine.sync(id)
    // A price of zero is a price.
    expect(world.host.state.materials.get(code)?.record).toMatchObject({ description: 'Ours', price: 0 })
  })
})

describe('what Moloni has nothing for stays the host’s own', () => {
  test('whatever the settings say', async () => {
    const { engine, id } = await open()
    await engine.sync(id)
    edit({ mobile: '912345678', workOrderEmail: 'jobs@example.com' })
    await changed({ name: 'Changed' })
    await engine.sync(id)
    expect(record()).toMatchObject({
      name: 'Changed',
      mobile: '912345678',
      workOrderEmail: 'jobs@example.com',
    })
    expect(overwritten()).toEqual([])
  })

  test('and a house number stays with its street, and leaves with it', async () => {
    change(world, row(), { address: 'Rua A 12' })
    const { engine, id } = await open()
    await engine.sync(id)
    edit({ street: 'Rua A', houseNumber: '12' })
    await changed({ name: 'Changed' })
    await engine.sync(id)
    expect(record()).toMatchObject({ street: 'Rua A', houseNumber: '12' })
    expect(overwritten()).toEqual([])
    await changed({ address: 'Rua B 3' })
    await engine.sync(id)
    expect(record().street).toBe('Rua B 3')
    expect(record()).not.toHaveProperty('houseNumber')
    expect(overwritten()).toEqual([])
  })
})

describe('a local edit that gives way to Moloni', () => {
  test('is told by field, counted, and told once', async () => {
    const { engine, id } = await open()
    await engine.sync(id)
    edit({ phone: '9', city: 'Ours' })
    await changed({ name: 'Changed' })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ updated: 1, overwritten: 1 })
    expect(overwritten()).toEqual([
      {
        type: 'localEditOverwritten',
        connectionId: id,
        kind: 'relations',
        key: String(row().number),
        id: String(row().customer_id),
        fields: ['phone', 'city'],
      },
    ])
    await changed({ name: 'Changed again' })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ updated: 1, overwritten: 0 })
  })

  test('is none where both sides were given the same, or only blanks differ', async () => {
    const { engine, id } = await open()
    await engine.sync(id)
    edit({ name: 'The same', city: `  ${record().city} ` })
    await changed({ name: 'The same', phone: '2' })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ updated: 1, overwritten: 0 })
  })

  test('is none where the host does not keep the field', async () => {
    const read = world.host.relations.read
    const keeps = {
      ...world.host.relations,
      fields: ['debtorNumber', 'name', 'active', 'source'] as const,
      read: async (...asked: Parameters<NonNullable<typeof read>>) => {
        const page = (await read?.(...asked)) ?? { records: [] }
        return {
          ...page,
          records: page.records.map(({ key, record: { name, active, source } }) => ({
            key,
            record: { ...(name ? { name } : {}), active: active ?? true, ...(source ? { source } : {}) },
          })),
        }
      },
    }
    const { engine, id } = await open({}, { host: { ...world.host, relations: keeps } })
    await engine.sync(id)
    await changed({ phone: '255555555' })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ updated: 1, overwritten: 0 })
    expect(record().phone).toBe('255555555')
  })

  test('is told of a record that is matched for the first time', async () => {
    world.host.put('relations', {
      debtorNumber: String(row().number),
      name: String(row().name),
      city: 'Ours',
      active: true,
    })
    const { engine, id } = await open()
    expect((await engine.sync(id)).imports.relations).toMatchObject({ overwritten: 1 })
    expect(overwritten()).toMatchObject([{ fields: ['city'] }])
  })

  test('names no value, in the store as little as in the event', async () => {
    const store = troubledStore(world.store)
    const { engine, id } = await open({}, { store })
    await engine.sync(id)
    edit({ phone: '987654321' })
    await changed({ name: 'A name that nobody else has' })
    await engine.sync(id)
    expect(JSON.stringify(overwritten())).not.toContain('987654321')
    const links = JSON.stringify(writesTo(store, 'moloniLink'))
    expect(links).not.toContain('A name that nobody else has')
    expect(links).not.toContain(String(row().vat))
  })

  test('keeps links small', async () => {
    const store = troubledStore(world.store)
    const { engine, id } = await open({}, { store })
    await engine.sync(id)
    const sizes = writesTo(store, 'moloniLink').map(({ value }) => JSON.stringify(value).length)
    expect(Math.max(...sizes)).toBeLessThan(900)
  })
})

describe('a local edit that Moloni may not overwrite', () => {
  const careful = { relations: { localEdits: 'setAside' } } as const

  test('sets the row aside with its fields, and nothing is overwritten', async () => {
    const { engine, id } = await open(careful)
    await engine.sync(id)
    edit({ city: 'Ours' })
    await changed({ name: 'Changed', city: 'Theirs' })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ updated: 0, rejected: 1 })
    expect(record()).toMatchObject({ city: 'Ours' })
    expect(await engine.problems(id)).toMatchObject([
      { code: 'local_edit', problems: [{ field: 'city', retryable: true }] },
    ])
  })

  test('is over when the host gives in', async () => {
    const { engine, id } = await open(careful)
    await engine.sync(id)
    edit({ city: 'Ours' })
    await changed({ name: 'Changed', city: 'Theirs' })
    await engine.sync(id)
    edit({ city: 'Theirs' })
    await world.clock.advance(QUARTER)
    await engine.sync(id)
    expect(await engine.problems(id)).toEqual([])
    expect(record()).toMatchObject({ name: 'Changed', city: 'Theirs' })
  })

  test('is over when the field is the host’s to lead', async () => {
    const { engine, id } = await open(careful)
    await engine.sync(id)
    edit({ city: 'Ours' })
    await changed({ name: 'Changed', city: 'Theirs' })
    await engine.sync(id)
    await engine.updateSettings(id, { imports: { relations: { fields: { city: 'host' } } } })
    await engine.sync(id)
    expect(await engine.problems(id)).toEqual([])
    expect(record()).toMatchObject({ name: 'Changed', city: 'Ours' })
  })

  test('stops no other row', async () => {
    const { engine, id } = await open(careful)
    await engine.sync(id)
    edit({ city: 'Ours' })
    await changed({ city: 'Theirs' })
    change(world, world.company.customers[2], { name: 'Another' })
    expect((await engine.sync(id)).imports.relations).toMatchObject({ updated: 1, rejected: 1 })
  })
})

describe('a host that cannot be read', () => {
  test.each([
    ['the host leads', { lead: 'host' }],
    ['gaps are filled', { lead: 'fillGaps' }],
    ['the host leads one field', { fields: { name: 'host' } }],
    ['local edits are never overwritten', { localEdits: 'setAside' }],
    ['what was removed is reported', { vanished: 'report' }],
  ] as const)('refuses that %s, by name, and the other lists go on', async (_what, relations) => {
    const { upsert } = world.host.relations
    const host = { ...world.host, relations: { upsert } }
    const { engine, id } = await open({ relations }, { host })
    const report = await engine.sync(id)
    expect(report).toMatchObject({
      outcome: 'partial',
      errors: [{ part: 'customers', code: 'host_cannot_read', retryable: false }],
    })
    expect(world.host.state.relations.size).toBe(0)
    expect(world.host.state.employees.size).toBe(3)
  })

  test('works as ever with the defaults', async () => {
    const { upsert } = world.host.relations
    const { engine, id } = await open({}, { host: { relations: { upsert } } })
    expect(await engine.sync(id)).toMatchObject({ outcome: 'complete' })
  })
})

const names = ['name', 'city', 'email', 'contact', 'remark'] as const
type Name = (typeof names)[number]
const wire: Record<Name, string> = {
  name: 'name',
  city: 'city',
  email: 'email',
  contact: 'contact_name',
  remark: 'notes',
}
/** A name, and the other fields with a value or without. */
const texts = fc
  .record({
    name: fc.constantFrom('a', 'b'),
    city: fc.constantFrom('', 'a', 'b'),
    email: fc.constantFrom('', 'a@example.com', 'b@example.com'),
    contact: fc.constantFrom('', 'a', 'b'),
    remark: fc.constantFrom('', 'a', 'b'),
  })
  .map((fields): Partial<Record<Name, string>> & { name: string } => ({
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    name: fields.name,
  }))

test('whoever leads which field, each ends with the value of its leader, and the next run changes nothing', async () => {
  const lead = fc.constantFrom('moloni' as const, 'host' as const, 'fillGaps' as const)
  const led = fc.dictionary(fc.constantFrom(...names), lead)
  await fc.assert(
    fc.asyncProperty(lead, led, texts, texts, async (general, fields, ours, theirs) => {
      world.close()
      world = openWorld({ customers: 3, products: 2 })
      const { engine, id } = await open({ relations: { lead: general, fields } })
      world.host.put('relations', { debtorNumber: String(row().number), active: true, ...ours })
      change(world, row(), Object.fromEntries(names.map((name) => [wire[name], theirs[name] ?? ''])))
      await engine.sync(id)
      for (const name of names) {
        const leader = fields[name] ?? general
        const wanted = { moloni: theirs[name], host: ours[name], fillGaps: ours[name] ?? theirs[name] }
        expect(record()[name], `${name} led by ${leader}`).toBe(wanted[leader])
      }
      expect(await engine.sync(id)).toMatchObject({ changes: 0 })
    }),
    { numRuns: 25 },
  )
}, 120_000)
