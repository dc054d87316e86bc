import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../src/testing/index.ts'
import { openWorld, type World } from '../support/engine.ts'
import { addCustomer, change, requestsTo } from '../support/moloni-rows.ts'
import { engineOf, localRelation as local, nif, pushing } from '../support/push.ts'

const QUARTER = 15 * 60_000
const HOUR = 4 * QUARTER
const DAY = 24 * HOUR

let world: World
beforeEach(() => {
  world = openWorld({ customers: 4, products: 4 })
})
afterEach(() => world.close())

const missing = { relations: { mode: 'createMissing' } } as const
const customers = (number: string) => world.company.customers.filter((row) => row.number === number)
const inserts = (since = 0) => requestsTo(world, 'customers/insert', since)
const held = (key: string) => world.host.state.relations.get(key)?.record

describe('a relation that Moloni does not have', () => {
  test('becomes a customer once, and the import brings nothing back', async () => {
    world.host.put('relations', local('L-1', { mobile: '912345678', remark: 'Bell twice' }))
    const before = structuredClone(held('L-1'))
    const { engine, id } = await pushing(world, missing)
    const report = await engine.sync(id)
    expect(report).toMatchObject({ outcome: 'complete', pushes: { relations: { created: 1, rejected: 0 } } })
    expect(customers('L-1')).toMatchObject([
      {
        name: 'Local L-1',
        vat: nif('L-1'),
        address: 'Rua do Local 12',
        zip_code: '1000-001',
        phone: '912345678',
      },
    ])
    for (let run = 0; run < 3; run++) {
      await world.clock.advance(QUARTER)
      const again = await engine.sync(id, { mode: run === 2 ? 'full' : 'delta' })
      expect(again).toMatchObject({ changes: 0, errors: [] })
    }
    expect(inserts()).toHaveLength(1)
    expect(held('L-1')).toEqual(before)
  })

  test('is not made where nothing is pushed, which is the default', async () => {
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, {})
    expect((await engine.sync(id)).pushes).toEqual({})
    expect(customers('L-1')).toEqual([])
  })

  test('is not made while it is not active', async () => {
    world.host.put('relations', local('L-1', { active: false }))
    const { engine, id } = await pushing(world, missing)
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ created: 0, unchanged: 5 })
    world.host.put('relations', local('L-1'))
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ created: 1 })
  })

  test('is not made again when its customer is gone in Moloni', async () => {
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing, { imports: { relations: { gone: 'keep' } } })
    await engine.sync(id)
    world.company.customers = world.company.customers.filter(({ number }) => number !== 'L-1')
    await engine.sync(id, { mode: 'full' })
    world.host.put('relations', local('L-1', { name: 'Changed at the host' }))
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ created: 0 })
    expect(customers('L-1')).toEqual([])
  })

  test('of a host that keeps no track of changes is made once', async () => {
    world.host.put('relations', local('L-1'))
    const read = world.host.relations.read
    const relations = {
      ...world.host.relations,
      read: async (query: Parameters<NonNullable<typeof read>>[0], options: { connectionId: string }) => {
        if (!('changes' in query)) return (await read?.(query, options)) ?? { records: [] }
        return { records: (await read?.({ changes: {} }, options))?.records ?? [] }
      },
    }
    const { engine, id } = await pushing(world, missing, {}, { host: { ...world.host, relations } })
    await engine.sync(id)
    await engine.sync(id)
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ read: 5, unchanged: 5 })
    expect(inserts()).toHaveLength(1)
  })

  test('is made once by two engines that run on one store', async () => {
    for (let i = 0; i < 5; i++) world.host.put('relations', local(`L-${i}`))
    const { id } = await pushing(world, missing)
    await Promise.all([engineOf(world).sync(id), engineOf(world).sync(id)])
    await world.clock.advance(HOUR)
    await engineOf(world).sync(id)
    for (let i = 0; i < 5; i++) expect(customers(`L-${i}`)).toHaveLength(1)
  })

  test('of a country that Moloni knows by its list gets that one', async () => {
    world.host.put(
      'relations',
      local('L-FR', { country: 'FR', vatNumber: 'FR12345678901', postalCode: '75001' }),
    )
    world.host.put('relations', local('L-XX', { country: 'XX' }))
    const { engine, id } = await pushing(world, missing)
    await engine.sync(id)
    expect(customers('L-FR')).toHaveLength(1)
    expect(customers('L-FR')[0]?.country_id).not.toBe(1)
    expect(await engine.problems(id)).toMatchObject([{ code: 'country_not_in_account', thing: 'XX' }])
  })
})

describe('a relation that Moloni has already', () => {
  const quiet = { imports: { relations: { enabled: false } } } as const

  test('is joined to the customer with its number and tax number', async () => {
    addCustomer(world, 'L-1', { vat: nif('L-1'), name: 'Other name' })
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing, quiet)
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ linked: 1, created: 0 })
    expect(inserts()).toEqual([])
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ read: 0 })
  })

  test('is joined by number and name where there is no tax number to compare', async () => {
    addCustomer(world, 'L-1', { vat: '', name: 'LOCAL  l-1.' })
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing, quiet)
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ linked: 1 })
  })

  test('is joined by its tax number under another number', async () => {
    addCustomer(world, 'M-1', { vat: nif('L-1') })
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing, quiet)
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ linked: 1, created: 0 })
  })

  test.each([
    ['the same number with another tax number', { vat: nif('somebody else') }, 'number_conflict'],
    ['the same number with another name and nothing to compare', { vat: '' }, 'name_conflict'],
    ['the final consumer’s tax number, which compares nothing', { vat: '999999990' }, 'name_conflict'],
  ])('is a conflict by %s, and nothing is written', async (_how, patch, code) => {
    addCustomer(world, 'L-1', { name: 'Somebody', ...patch })
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing, quiet)
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ rejected: 1, created: 0 })
    expect(await engine.problems(id)).toMatchObject([
      { code, thing: 'L-1', problems: [{ kind: 'push.relations', retryable: true }] },
    ])
    expect(customers('L-1')).toMatchObject([{ name: 'Somebody' }])
    expect(world.emulator.requests.filter(({ path, writing }) => writing && path !== 'grant')).toEqual([])
  })

  test('is a matter for a person where two customers have its tax number', async () => {
    addCustomer(world, 'M-1', { vat: nif('L-1') })
    addCustomer(world, 'M-2', { vat: nif('L-1') })
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing, quiet)
    await engine.sync(id)
    const [group] = await engine.problems(id)
    expect(group).toMatchObject({ code: 'match_ambiguous' })
    expect(group?.message).toContain('M-1, M-2')
  })

  test('is none of the customers whose tax number another relation has with its number', async () => {
    addCustomer(world, 'M-1', { vat: nif('L-1') })
    world.host.put('relations', local('M-1', { vatNumber: nif('L-1') }))
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing, quiet)
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ linked: 1, created: 1 })
    expect(customers('L-1')).toHaveLength(1)
  })

  test('is never matched on the shared number of the final consumer', async () => {
    addCustomer(world, 'CASH', { vat: '999999990' })
    world.host.put('relations', local('L-1', { vatNumber: '999999990' }))
    const { engine, id } = await pushing(world, missing, quiet)
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ created: 1 })
  })

  test('is found again by where it came from when the store was lost', async () => {
    const { engine, id } = await pushing(world, missing)
    await engine.sync(id)
    world.close()
    const { host, emulator } = world
    world = openWorld({ customers: 4, products: 4, emulator: { state: emulator.state } })
    Object.assign(world, { host })
    const fresh = await pushing(world, missing, quiet)
    expect((await fresh.engine.sync(fresh.id)).pushes.relations).toMatchObject({ created: 0, rejected: 0 })
    expect(inserts()).toEqual([])
  })

  test('is left alone when it came from another company', async () => {
    const source = { platform: 'pt', companyId: '77', id: '5' } as const
    world.host.put('relations', local('L-1', { source }))
    const { engine, id } = await pushing(world, missing, quiet)
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ unchanged: 1 })
    expect(customers('L-1')).toEqual([])
  })
})

describe('a relation that cannot be a customer', () => {
  test.each([
    ['a number that is too long', { debtorNumber: 'N'.repeat(21) }, 'too_long'],
    ['no tax number', { vatNumber: undefined }, 'missing_tax_number'],
    ['a tax number that is wrong', { vatNumber: '123456780' }, 'invalid_tax_number'],
    ['no street', { street: undefined, houseNumber: undefined }, 'missing_street'],
    ['no city', { city: undefined }, 'missing_city'],
    ['a postal code of another form', { postalCode: '12345' }, 'invalid_postal_code'],
  ])('for %s is set aside by that code, and the others go on', async (_what, patch, code) => {
    world.host.put('relations', local('L-1', patch))
    world.host.put('relations', local('L-2'))
    const { engine, id } = await pushing(world, missing)
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ created: 1, rejected: 1 })
    expect(await engine.problems(id)).toMatchObject([{ code, problems: [{ retryable: false }] }])
    expect(customers('L-2')).toHaveLength(1)
  })

  test('is not tried again while it stays as it is, and goes on when it is mended', async () => {
    world.host.put('relations', local('L-1', { vatNumber: undefined }))
    const { engine, id } = await pushing(world, missing)
    await engine.sync(id)
    const mark = world.emulator.requests.length
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect(requestsTo(world, /getByNumber|getByVat|insert/, mark)).toEqual([])
    expect(await engine.problems(id)).toHaveLength(1)
    world.host.put('relations', local('L-1'))
    await engine.sync(id)
    expect(await engine.problems(id)).toEqual([])
    expect(customers('L-1')).toHaveLength(1)
  })

  test('because Moloni refuses it says what Moloni says, and is tried again', async () => {
    world.host.put('relations', local('L-1', { email: 'not an address' }))
    const { engine, id } = await pushing(world, missing)
    await engine.sync(id)
    const [group] = await engine.problems(id)
    expect(group).toMatchObject({ code: 'record_refused', problems: [{ field: 'email', retryable: true }] })
    world.host.put('relations', local('L-1'))
    await engine.sync(id)
    expect(await engine.problems(id)).toEqual([])
  })

  test('because the host gives it without a name is told by the field', async () => {
    const read = world.host.relations.read
    const relations = {
      ...world.host.relations,
      read: async (...asked: Parameters<NonNullable<typeof read>>) => {
        const page = (await read?.(...asked)) ?? { records: [] }
        return {
          ...page,
          records: page.records.map(({ key, record: { name, ...record } }) => ({
            key,
            record: key === 'L-1' ? record : { ...record, ...(name ? { name } : {}) },
          })),
        }
      },
    }
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing, {}, { host: { ...world.host, relations } })
    await engine.sync(id)
    expect(await engine.problems(id)).toMatchObject([
      { code: 'invalid_host_record', problems: [{ field: 'name' }] },
    ])
  })

  test('and was removed at the host is no problem any more', async () => {
    addCustomer(world, 'L-1', { vat: nif('x') })
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing, { imports: { relations: { enabled: false } } })
    await engine.sync(id)
    world.host.remove('relations', 'L-1')
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect(await engine.problems(id)).toEqual([])
  })
})

describe('a lost answer', () => {
  const troubles: Record<string, Fault> = {
    'cut after the effect': { kind: 'cut', when: 'after' },
    'cut before the effect': { kind: 'cut', when: 'before' },
    '500 after the effect': { kind: 'status', status: 500, when: 'after' },
    '500 before the effect': { kind: 'status', status: 500, when: 'before' },
    'a web page after the effect': { kind: 'html', when: 'after' },
    'a web page before the effect': { kind: 'html', when: 'before' },
    'an effect a minute late': { kind: 'late', ms: 60_000, answer: 'cut' },
    'an effect ten minutes late': { kind: 'late', ms: 600_000, answer: 'cut' },
    'a search that lags': { kind: 'lag', ms: 300_000 },
    'too many requests': { kind: 'status', status: 429 },
  }

  test.each(Object.entries(troubles))('%s: exactly one customer, linked', async (_name, fault) => {
    world.host.put('relations', local('L-1'))
    const { id } = await pushing(world, missing)
    world.emulator.faults.plan({ on: 'customers/insert', fault })
    for (let run = 0; run < 6; run++) {
      await engineOf(world).sync(id)
      await world.clock.advance(HOUR)
    }
    expect(customers('L-1')).toHaveLength(1)
    expect(await engineOf(world).problems(id)).toEqual([])
    expect(held('L-1')).toMatchObject({ street: 'Rua do Local', houseNumber: '12' })
    expect(await engineOf(world).sync(id, { mode: 'full' })).toMatchObject({ changes: 0 })
  })

  test('while its outcome is not known nothing is repeated', async () => {
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing)
    world.emulator.faults.plan({ on: 'customers/insert', fault: { kind: 'cut', when: 'before' } })
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ waiting: 1 })
    await engine.sync(id)
    await engine.sync(id)
    expect(inserts()).toHaveLength(1)
    await world.clock.advance(HOUR)
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ created: 1 })
  })

  test('and a person who takes the number meanwhile: a conflict, never theirs overwritten', async () => {
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing, { imports: { relations: { enabled: false } } })
    world.emulator.faults.plan({ on: 'customers/insert', fault: { kind: 'cut', when: 'before' } })
    await engine.sync(id)
    addCustomer(world, 'L-1', { vat: nif('theirs'), name: 'Theirs' })
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect((await engine.problems(id)).map(({ code }) => code)).toEqual(['number_conflict'])
    expect(customers('L-1')).toMatchObject([{ name: 'Theirs' }])
  })

  test('a number that Moloni says is taken and shows to nobody is told in the end', async () => {
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing, { imports: { relations: { enabled: false } } })
    const row = addCustomer(world, 'L-1', { vat: nif('L-1') })
    row.visible_from = world.clock.now() + 30 * DAY
    for (let run = 0; run < 4; run++) {
      await engine.sync(id)
      await world.clock.advance(HOUR)
    }
    expect(await engine.problems(id)).toMatchObject([
      { code: 'record_refused', problems: [{ field: 'number', retryable: true }] },
    ])
    expect(customers('L-1')).toHaveLength(1)
    row.visible_from = 0
    await world.clock.advance(DAY)
    await engine.sync(id)
    expect(await engine.problems(id)).toEqual([])
  })

  test('a lost login stops the push, and nothing is lost', async () => {
    world.host.put('relations', local('L-1'))
    const { engine, id } = await pushing(world, missing)
    await engine.sync(id, { kinds: ['employees'] })
    world.emulator.faults.plan({
      on: 'customers/insert',
      times: 3,
      fault: { kind: 'status', status: 403 },
    })
    const report = await engine.sync(id, { kinds: ['relations'] })
    expect(report.errors.map(({ part }) => part)).toEqual(['push.relations'])
    expect(customers('L-1')).toEqual([])
    await engine.sync(id)
    expect(customers('L-1')).toHaveLength(1)
  })
})

describe('upsert', () => {
  const led = {
    imports: { relations: { fields: { phone: 'host', street: 'host', email: 'fillGaps' } } },
  } as const
  const upsert = { relations: { mode: 'upsert' } } as const
  const row = () => {
    const found = world.company.customers[1]
    if (!found) throw new RangeError('no customer')
    return found
  }
  const key = () => String(row().number)
  const edit = (patch: object) => {
    const record = held(key())
    if (record) world.host.put('relations', { ...record, ...patch })
  }

  test('writes the fields that the host leads, and keeps everything else of the customer', async () => {
    const { engine, id } = await pushing(world, upsert, led)
    await engine.sync(id)
    const before = structuredClone(row())
    edit({ phone: '211000000', street: 'Rua Nova', houseNumber: '7', name: 'Not ours to say' })
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ updated: 1 })
    const { lastmodified: _, ...after } = row()
    const { lastmodified: __, ...expected } = { ...before, phone: '211000000', address: 'Rua Nova 7' }
    expect(after).toEqual(expected)
  })

  test('sees its own writing come back, and changes nothing', async () => {
    const { engine, id } = await pushing(world, upsert, led)
    await engine.sync(id)
    edit({ phone: '211000000', street: 'Rua Nova', houseNumber: '7' })
    await engine.sync(id)
    for (let run = 0; run < 3; run++) {
      await world.clock.advance(QUARTER)
      expect(await engine.sync(id)).toMatchObject({ changes: 0 })
    }
    expect(held(key())).toMatchObject({ street: 'Rua Nova', houseNumber: '7' })
    expect(requestsTo(world, 'customers/update')).toHaveLength(1)
  })

  test('fills gaps in Moloni, and writes over nothing there', async () => {
    change(world, row(), { email: '' })
    const { engine, id } = await pushing(world, upsert, led)
    await engine.sync(id)
    edit({ email: 'ours@example.com' })
    await engine.sync(id)
    expect(row().email).toBe('ours@example.com')
    edit({ email: 'second@example.com' })
    await engine.sync(id)
    expect(row().email).toBe('ours@example.com')
  })

  test('empties nothing in Moloni', async () => {
    change(world, row(), { phone: '222222222' })
    const { engine, id } = await pushing(world, upsert, led)
    await engine.sync(id)
    edit({ phone: undefined })
    await engine.sync(id)
    expect(row().phone).toBe('222222222')
  })

  test('costs no request for records in which nothing differs', async () => {
    const { engine, id } = await pushing(world, upsert, led)
    await engine.sync(id)
    const mark = world.emulator.requests.length
    edit({ mobile: '912345678', remark: 'Moloni leads this one' })
    expect((await engine.sync(id)).pushes.relations).toMatchObject({ unchanged: 1 })
    expect(requestsTo(world, /customers\/(getOne|update)/, mark)).toEqual([])
  })

  test('a change in Moloni that waits to be imported still arrives', async () => {
    const { engine, id } = await pushing(world, upsert, led)
    await engine.sync(id)
    await world.clock.advance(QUARTER)
    edit({ phone: '211000000' })
    world.emulator.faults.plan({
      on: 'customers/getModifiedSince',
      fault: { kind: 'status', status: 500 },
      times: 9,
    })
    change(world, row(), { name: 'Changed there' })
    await engine.sync(id)
    world.emulator.faults.clear()
    await world.clock.advance(QUARTER)
    await engine.sync(id)
    expect(held(key())).toMatchObject({ name: 'Changed there', phone: '211000000' })
    expect(row()).toMatchObject({ name: 'Changed there', phone: '211000000' })
  })

  test.each([
    ['cut after the effect', { kind: 'cut', when: 'after' }],
    ['cut before the effect', { kind: 'cut', when: 'before' }],
    ['500', { kind: 'status', status: 500 }],
  ] as const)('an update whose answer is lost (%s) is written in the end', async (_how, fault) => {
    const { engine, id } = await pushing(world, upsert, led)
    await engine.sync(id)
    edit({ phone: '211000000' })
    world.emulator.faults.plan({ on: 'customers/update', fault })
    await engine.sync(id)
    expect((await engine.problems(id)).map(({ code }) => code)).toEqual(['moloni_failed'])
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect(row().phone).toBe('211000000')
    expect(await engine.problems(id)).toEqual([])
  })

  test('an update that Moloni refuses is set aside by its field', async () => {
    const { engine, id } = await pushing(world, upsert, led)
    await engine.sync(id)
    edit({ phone: 'no number at all' })
    await engine.sync(id)
    expect(await engine.problems(id)).toMatchObject([
      { code: 'record_refused', problems: [{ field: 'phone' }] },
    ])
  })

  test('where Moloni leads every field is refused as a setting', async () => {
    const { engine, id } = await pushing(world, {})
    await expect(engine.updateSettings(id, { push: upsert })).rejects.toMatchObject({
      code: 'invalid_settings',
      message: expect.stringContaining('push.relations.mode'),
    })
    await engine.updateSettings(id, { push: upsert, imports: { relations: { lead: 'host' } } })
  })

  test('of a kind that is not imported lets the host lead everything', async () => {
    const { engine, id } = await pushing(world, missing)
    await engine.sync(id)
    await engine.updateSettings(id, { push: upsert, imports: { relations: { enabled: false } } })
    edit({ name: 'Ours to say now' })
    await engine.sync(id)
    expect(row().name).toBe('Ours to say now')
  })
})

describe('the host', () => {
  test('that cannot be read stops the push by name, and nothing else', async () => {
    const { upsert } = world.host.relations
    const host = { ...world.host, relations: { upsert } }
    const { engine, id } = await pushing(world, missing, {}, { host })
    const report = await engine.sync(id)
    expect(report.errors).toMatchObject([{ part: 'push.relations', code: 'host_cannot_read' }])
    expect(world.host.state.relations.size).toBe(4)
  })

  test('whose pages do not go on is not read for ever', async () => {
    const relations = {
      ...world.host.relations,
      read: async (query: object) =>
        'changes' in query ? { records: [], next: 'same', more: true } : { records: [] },
    }
    const { engine, id } = await pushing(world, missing, {}, { host: { ...world.host, relations } })
    const report = await engine.sync(id)
    expect(report.errors).toMatchObject([{ part: 'push.relations', code: 'host_page_repeated' }])
  })

  test('that breaks in the middle of its changes goes on from the page before', async () => {
    for (let i = 0; i < 230; i++) world.host.put('relations', local(`L-${i}`))
    const read = world.host.relations.read
    let broken = true
    const relations = {
      ...world.host.relations,
      read: async (...asked: Parameters<NonNullable<typeof read>>) => {
        const [query] = asked
        if (broken && 'changes' in query && query.changes.after !== undefined) throw new Error('down')
        return (await read?.(...asked)) ?? { records: [] }
      },
    }
    const { engine, id } = await pushing(world, missing, {}, { host: { ...world.host, relations } })
    expect((await engine.sync(id)).errors).toMatchObject([{ part: 'push.relations', code: 'host_failed' }])
    const made = inserts().length
    expect(made).toBeGreaterThan(90)
    broken = false
    expect((await engine.sync(id)).pushes.relations?.created).toBe(230 - made)
    expect(new Set(world.company.customers.map(({ number }) => number)).size).toBe(
      world.company.customers.length,
    )
  })
})

test('no number and no tax number of a relation stands in a key of the store', async () => {
  addCustomer(world, '501964843', { vat: nif('x') })
  world.host.put('relations', local('501964843', { vatNumber: '501964843' }))
  world.host.put('relations', local('L-1'))
  const { engine, id } = await pushing(world, missing, { imports: { relations: { enabled: false } } })
  world.emulator.faults.plan({ on: 'customers/insert', fault: { kind: 'cut', when: 'before' } })
  await engine.sync(id)
  for (const collection of ['pushIntent', 'rejectedRow', 'hostLink', 'pushCursor']) {
    const { records } = await world.store.scan(collection, { by: 'key', limit: 1000 })
    for (const { key, index } of records) {
      expect(`${key} ${index}`).not.toContain('501964843')
      expect(`${key} ${index}`).not.toContain(nif('L-1'))
    }
  }
})
