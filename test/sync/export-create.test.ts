import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SettingsInput, WorkOrder } from '../../src/domain/index.ts'
import type { Fault } from '../../src/testing/index.ts'
import { connected, invoicesOf, jobFor, openWorld, type World } from '../support/engine.ts'
import { addCustomer, addProduct, change, requestsTo } from '../support/moloni-rows.ts'
import { mortal } from '../support/mortal.ts'
import { engineOf, localMaterial, localRelation, loginIfLost, nif, productSettings } from '../support/push.ts'

const HOUR = 3_600_000

let world: World
beforeEach(() => {
  world = openWorld({ customers: 3, products: 4 })
})
afterEach(() => world.close())

type Unknown = NonNullable<NonNullable<SettingsInput['exports']>['unknown']>

const settings = (unknown: Unknown, more: SettingsInput['exports'] = {}): SettingsInput => ({
  imports: { relations: { enabled: false }, materials: { enabled: false }, hourTypes: { enabled: false } },
  push: { materials: productSettings(world) },
  exports: { firstRun: 'export', startDate: '2020-01-01', unknown, ...more },
})
const all = { relations: 'create', materials: 'create', hourTypes: 'create' } as const

/** A connection that makes what is missing; its host holds nothing but work orders. */
async function exporting(unknown: Unknown, more: SettingsInput['exports'] = {}) {
  return connected(world, settings(unknown, more), engineOf(world))
}
const pump = { code: 'PUMP-9', name: 'Pump 9', quantity: 1, unitPrice: 80 }
const job = (number: number, patch: Partial<WorkOrder> = {}) =>
  jobFor(world, number, { materials: [pump], ...patch })
const stranger = (patch: object = {}) => {
  const { active: _, ...party } = localRelation('NEW-1')
  return { ...party, ...patch }
}
const products = (reference = 'PUMP-9') => world.company.products.filter((row) => row.reference === reference)
const customers = (number = 'NEW-1') => world.company.customers.filter((row) => row.number === number)
const invoices = (number: number) =>
  invoicesOf(world).filter(({ your_reference }) => your_reference === `W${number}`)
const writes = () => world.emulator.requests.filter(({ path, writing }) => writing && path !== 'grant')

describe('what a work order names and Moloni does not have', () => {
  test('is made where the settings say so, and then billed', async () => {
    world.host.addWorkOrders([job(1, { customer: stranger() })])
    const { engine, id } = await exporting(all)
    expect(await engine.sync(id)).toMatchObject({ exports: { invoice: { exported: 1, blocked: 0 } } })
    expect(products()).toMatchObject([{ name: 'Pump 9', price: 80 }])
    expect(customers()).toMatchObject([{ name: 'Local NEW-1', vat: nif('NEW-1') }])
    expect(invoices(1)).toMatchObject([{ status: 1, customer_id: customers()[0]?.customer_id }])
    expect(world.host.state.workOrders.get('wo-1')?.document).toMatchObject({ state: 'closed' })
  })

  test('stops the work order where the settings say nothing, and nothing is made', async () => {
    world.host.addWorkOrders([job(1), job(2, { customer: stranger() })])
    const { engine, id } = await exporting({})
    expect((await engine.sync(id)).blockedBy).toEqual({ unknown_material: 1, unknown_relation: 1 })
    expect(writes()).toEqual([])
  })

  test('is made of one kind and stops the work order for another', async () => {
    world.host.addWorkOrders([job(1, { customer: stranger() })])
    const { engine, id } = await exporting({ materials: 'create' })
    expect((await engine.sync(id)).blockedBy).toEqual({ unknown_relation: 1 })
    expect(writes()).toEqual([])
  })

  test('is made once for all work orders that name it', async () => {
    world.host.addWorkOrders([1, 2, 3].map((number) => job(number, { customer: stranger() })))
    const { engine, id } = await exporting(all)
    expect(await engine.sync(id)).toMatchObject({ exports: { invoice: { exported: 3 } } })
    expect(products()).toHaveLength(1)
    expect(customers()).toHaveLength(1)
    expect(requestsTo(world, 'products/insert')).toHaveLength(1)
  })

  test('is made once for work orders that come together on one document', async () => {
    world.host.addWorkOrders([1, 2, 3].map((number) => job(number)))
    const { engine, id } = await exporting(all, { collective: { by: 'relation', period: 'run' } })
    await engine.sync(id)
    expect(products()).toHaveLength(1)
    expect(world.company.documents).toHaveLength(1)
  })

  test('is made once by two engines that run on one store', async () => {
    world.host.addWorkOrders([job(1), job(2), job(3)])
    const { id } = await exporting(all)
    await Promise.all([engineOf(world).sync(id), engineOf(world).sync(id)])
    for (let run = 0; run < 3; run++) {
      await world.clock.advance(HOUR)
      await engineOf(world).sync(id)
    }
    expect(products()).toHaveLength(1)
    for (const number of [1, 2, 3]) expect(invoices(number)).toMatchObject([{ status: 1 }])
  })

  test('is made of the host’s own record where it can be read', async () => {
    world.host.put('materials', localMaterial('PUMP-9', { description: 'As the host has it', price: 75 }))
    world.host.addWorkOrders([job(1)])
    const { engine, id } = await exporting(all)
    await engine.sync(id)
    expect(products()).toMatchObject([{ name: 'As the host has it', price: 75 }])
  })

  test('goes on an article of the settings where it is not to be made', async () => {
    const fallback = String(world.company.products[0]?.reference)
    world.host.addWorkOrders([job(1)])
    const { engine, id } = await exporting({}, { lines: { unknownMaterial: fallback } })
    expect(await engine.sync(id)).toMatchObject({ exports: { invoice: { exported: 1 } } })
    expect(products()).toEqual([])
  })

  test('goes on no article where it is to be made', async () => {
    const fallback = String(world.company.products[0]?.reference)
    world.host.addWorkOrders([job(1)])
    const { engine, id } = await exporting(all, { lines: { unknownMaterial: fallback } })
    await engine.sync(id)
    expect(products()).toHaveLength(1)
    const [line] = invoices(1)[0]?.products ?? []
    expect(line?.product_id).toBe(products()[0]?.product_id)
  })

  test('and Moloni only hides is billed, and not made', async () => {
    addProduct(world, 'PUMP-9', { visibility_id: 0 })
    world.host.addWorkOrders([job(1)])
    const { engine, id } = await exporting(all)
    await engine.sync(id)
    expect(requestsTo(world, 'products/insert')).toEqual([])
    expect(invoices(1)).toHaveLength(1)
  })
})

describe('an hour type', () => {
  const hours = (code: string) => [{ hourTypeCode: code, minutes: 90 }]

  test('that the host tells of is made as a service counted in hours', async () => {
    world.host.put('hourTypes', { code: 'NIGHT', name: 'Night work', salePrice: 60, active: true })
    world.host.addWorkOrders([job(1, { materials: [], workPeriods: hours('NIGHT') })])
    const { engine, id } = await exporting(all)
    expect(await engine.sync(id)).toMatchObject({ exports: { invoice: { exported: 1 } } })
    const { hourUnitId } = productSettings(world)
    expect(products('NIGHT')).toMatchObject([{ name: 'Night work', price: 60, unit_id: hourUnitId, type: 2 }])
  })

  test('of which nothing but a code is known stops the work order', async () => {
    world.host.addWorkOrders([job(1, { materials: [], workPeriods: hours('NIGHT') })])
    const { engine, id } = await exporting(all)
    expect((await engine.sync(id)).blockedBy).toEqual({ unknown_hour_type: 1 })
    expect(writes()).toEqual([])
  })
})

describe('a preview', () => {
  test('says what would be made, and makes and stores nothing', async () => {
    world.host.addWorkOrders([job(1, { customer: stranger() })])
    const { engine, id } = await exporting(all)
    const before = await stored()
    const { exports, blockedBy } = await engine.preview(id)
    expect(blockedBy).toEqual({})
    expect(exports.invoice).toMatchObject([
      {
        action: 'create',
        issues: [
          { code: 'will_be_created', thing: 'NEW-1', severity: 'warning' },
          { code: 'will_be_created', thing: 'PUMP-9', severity: 'warning' },
        ],
      },
    ])
    expect(writes()).toEqual([])
    expect(await stored()).toEqual(before)
  })

  test('says what keeps the work order back beside it', async () => {
    world.host.addWorkOrders([job(1, { customer: { name: 'Nobody' } })])
    const { engine, id } = await exporting(all)
    expect((await engine.preview(id)).exports.invoice).toMatchObject([{ action: 'blocked' }])
  })

  test('as the first run makes nothing; the second makes it', async () => {
    world.host.addWorkOrders([job(1)])
    const { engine, id } = await exporting(all, { firstRun: 'preview' })
    expect(await engine.sync(id)).toMatchObject({ exports: { invoice: { planned: 1, blocked: 0 } } })
    expect(writes()).toEqual([])
    expect(await engine.sync(id)).toMatchObject({ exports: { invoice: { exported: 1 } } })
  })

  async function stored() {
    const collections = ['ledger', 'pushIntent', 'hostLink', 'moloniLink', 'rejectedRow']
    const pages = await Promise.all(
      collections.map((collection) => world.store.scan(collection, { by: 'key', limit: 100 })),
    )
    return pages.map(({ records }) => records)
  }
})

describe('what cannot be made', () => {
  test.each<[string, object, string, string?]>([
    ['a customer without a tax number', { vatNumber: '' }, 'missing_tax_number'],
    ['a customer with a wrong tax number', { vatNumber: '123456780' }, 'invalid_tax_number'],
    ['a customer without a city', { city: '' }, 'missing_city'],
    ['a customer without a name', { name: '' }, 'unknown_relation'],
    ['a customer of a country that nobody knows', { country: 'XX' }, 'country_not_in_account', 'XX'],
  ])(
    '(%s) stops this work order by its code, and the others go on',
    async (_what, patch, code, thing = 'NEW-1') => {
      world.host.addWorkOrders([job(1, { customer: stranger(patch) }), job(2)])
      const { engine, id } = await exporting(all)
      const report = await engine.sync(id)
      expect(report.blockedBy).toEqual({ [code]: 1 })
      expect(invoices(2)).toHaveLength(1)
      expect(customers()).toEqual([])
      const [problem] = await engine.problems(id)
      expect(problem).toMatchObject({ code, thing, problems: [{ kind: 'workOrder', key: 'wo-1' }] })
    },
  )

  test.each<[string, object]>([
    ['without a price', { unitPrice: undefined }],
    ['without a name', { name: '' }],
  ])('(a material %s) stops the work order', async (_what, patch) => {
    world.host.addWorkOrders([job(1, { materials: [{ ...pump, ...patch }] })])
    const { engine, id } = await exporting(all)
    expect((await engine.sync(id)).blockedBy).toEqual({ unknown_material: 1 })
  })

  test('is made once it is mended at the host, for every work order that waits for it', async () => {
    const unpriced = { ...pump, unitPrice: undefined }
    world.host.addWorkOrders([1, 2].map((number) => job(number, { materials: [unpriced] })))
    const { engine, id } = await exporting(all)
    await engine.sync(id)
    world.host.put('materials', localMaterial('PUMP-9'))
    await world.clock.advance(2 * HOUR)
    await engine.sync(id)
    expect(products()).toHaveLength(1)
    for (const number of [1, 2]) expect(invoices(number)).toMatchObject([{ status: 1 }])
    expect(await engine.problems(id)).toEqual([])
  })

  test('because Moloni has a customer with its tax number is for a person, and nothing is changed there', async () => {
    const theirs = addCustomer(world, 'M-1', { vat: nif('NEW-1'), name: 'Theirs' })
    const before = structuredClone(theirs)
    world.host.addWorkOrders([job(1, { customer: stranger() })])
    const { engine, id } = await exporting(all)
    await engine.sync(id)
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect(await engine.problems(id)).toMatchObject([{ code: 'renumbered', thing: 'NEW-1' }])
    expect(theirs).toEqual(before)
    expect(customers()).toEqual([])
    await world.clock.advance(2 * HOUR)
    change(world, theirs, { number: 'NEW-1' })
    await engine.sync(id)
    expect(invoices(1)).toMatchObject([{ customer_id: theirs.customer_id, status: 1 }])
  })

  test('because Moloni refuses it says what Moloni says', async () => {
    world.host.addWorkOrders([job(1, { customer: stranger({ email: 'not an address' }) })])
    const { engine, id } = await exporting(all)
    await engine.sync(id)
    const [problem] = await engine.problems(id)
    expect(problem).toMatchObject({ code: 'record_refused', problems: [{ field: 'email' }] })
  })

  test.each([
    ['materials', 'categoryId'],
    ['materials', 'unitId'],
    ['materials', 'vat'],
    ['hourTypes', 'categoryId'],
    ['hourTypes', 'hourUnitId'],
    ['hourTypes', 'vat'],
  ])('(%s without the setting %s) cannot be chosen at all', async (kind, name) => {
    const { engine, id } = await connected(world, {}, engineOf(world))
    const materials = { ...productSettings(world), [name]: undefined }
    await expect(
      engine.updateSettings(id, { push: { materials }, exports: { unknown: { [kind]: 'create' } } }),
    ).rejects.toMatchObject({
      code: 'invalid_settings',
      message: expect.stringMatching(`push.materials.${name}.*exports.unknown.${kind}`),
    })
  })
})

describe('a lost answer', () => {
  const troubles: Record<string, Fault> = {
    'cut after the effect': { kind: 'cut', when: 'after' },
    'cut before the effect': { kind: 'cut', when: 'before' },
    '500 after the effect': { kind: 'status', status: 500, when: 'after' },
    'a web page before the effect': { kind: 'html', when: 'before' },
    'an effect ten minutes late': { kind: 'late', ms: 600_000, answer: 'cut' },
    'a search that lags': { kind: 'lag', ms: 300_000 },
    'too many requests': { kind: 'status', status: 429 },
  }
  const cases = ['products/insert', 'customers/insert'].flatMap((path) =>
    Object.entries(troubles).map(([name, fault]) => [path, name, fault] as const),
  )

  test.each(cases)('of %s, %s: it is made once, and so is the document', async (path, _name, fault) => {
    world.host.addWorkOrders([1, 2].map((number) => job(number, { customer: stranger() })))
    const { id } = await exporting(all)
    world.emulator.faults.plan({ on: path, fault })
    for (let run = 0; run < 5; run++) {
      await engineOf(world).sync(id)
      await world.clock.advance(HOUR)
    }
    expect(products()).toHaveLength(1)
    expect(customers()).toHaveLength(1)
    for (const number of [1, 2]) expect(invoices(number)).toMatchObject([{ status: 1 }])
    expect(await engineOf(world).problems(id)).toEqual([])
  })

  test('keeps the work order waiting, and not blocked', async () => {
    world.host.addWorkOrders([job(1)])
    const { engine, id } = await exporting(all)
    world.emulator.faults.plan({ on: 'products/insert', fault: { kind: 'cut', when: 'before' } })
    expect((await engine.sync(id)).blockedBy).toEqual({})
    expect(await engine.exports(id).get('wo-1')).toMatchObject({
      state: 'planned',
      issues: [{ code: 'being_created', thing: 'PUMP-9' }],
    })
    await engine.sync(id)
    expect(requestsTo(world, 'products/insert')).toHaveLength(1)
  })
})

test.each(['before', 'after'] as const)(
  'killed %s every single effect, an export makes one customer, one product and one document',
  async (how) => {
    const { id } = await exporting(all)
    world.host.addWorkOrders([jobFor(world, 0)])
    await engineOf(world).sync(id)
    let kills = 0
    for (let at = 1; ; at++) {
      const name = `N-${at}`
      const { active: _, ...customer } = localRelation(name)
      world.host.addWorkOrders([job(at, { customer, materials: [{ ...pump, code: name }] })])
      const process = mortal({ fate: { at, how } })
      const ended = engineOf(world, process)
        .sync(id, { kinds: ['invoice'] })
        .then(() => false)
      const died = await Promise.race([ended, process.stopped.then(() => true)])
      for (let run = 0; run < 4; run++) {
        await loginIfLost(world, id)
        await engineOf(world).sync(id, { kinds: ['invoice'] })
        await world.clock.advance(HOUR)
      }
      expect(products(name), `killed ${how} ${at}`).toHaveLength(1)
      expect(customers(name), `killed ${how} ${at}`).toHaveLength(1)
      expect(invoices(at), `killed ${how} ${at}`).toMatchObject([{ status: 1 }])
      if (!died) break
      kills += 1
    }
    expect(kills).toBeGreaterThan(50)
    expect(await engineOf(world).problems(id)).toEqual([])
  },
  120_000,
)
