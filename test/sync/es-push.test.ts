import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SettingsInput, WorkOrder } from '../../src/domain/index.ts'
import type { Fault } from '../../src/testing/index.ts'
import { connectedEs, type EsWorld, esJob, livingDocuments, openEsWorld } from '../support/es-engine.ts'
import {
  addEsCustomer,
  esEngine,
  esProductSettings,
  esRelation,
  pushingEs,
  taxNumber,
} from '../support/es-push.ts'
import { localMaterial } from '../support/push.ts'

const QUARTER = 15 * 60_000
const HOUR = 4 * QUARTER

const troubles: Record<string, Fault> = {
  'cut after the effect': { kind: 'cut', when: 'after' },
  'cut before the effect': { kind: 'cut', when: 'before' },
  '500 after the effect': { kind: 'status', status: 500, when: 'after' },
  'a web page after the effect': { kind: 'html', when: 'after' },
  'an effect ten minutes late': { kind: 'late', ms: 600_000, answer: 'cut' },
  'a search that lags': { kind: 'lag', ms: 300_000 },
}

describe.each(['es', 'on'] as const)('on %s', (platform) => {
  let world: EsWorld
  beforeEach(() => {
    world = openEsWorld({ platform, customers: 4, products: 4 })
  })
  afterEach(() => world.close())

  const missing = { relations: { mode: 'createMissing' } } as const
  const quiet = { imports: { relations: { enabled: false } } } as const
  const local = (number: string, patch = {}) => esRelation(world, number, patch)
  const customers = (number: string) => world.company.customers.filter((row) => row.number === number)
  const products = (code: string) => world.company.products.filter((row) => row.reference === code)
  const requestsTo = (name: string, since = 0) =>
    world.emulator.requests.slice(since).filter(({ path }) => path === name)
  /** Writing calls that Moloni took: the look at what the account offers asks for one that it does not know. */
  const written = () =>
    world.emulator.requests.filter(
      ({ path, writing, status }) => writing && status === 200 && !/grant/.test(path),
    )

  describe('a relation that Moloni does not have', () => {
    test('becomes a customer once, and the import brings nothing back', async () => {
      world.host.put('relations', local('L-1', { mobile: '912345678', remark: 'Bell twice' }))
      const before = structuredClone(world.host.state.relations.get('L-1')?.record)
      const { engine, id } = await pushingEs(world, missing)
      const report = await engine.sync(id)
      expect(report).toMatchObject({
        outcome: 'complete',
        pushes: { relations: { created: 1, rejected: 0 } },
      })
      expect(customers('L-1')).toMatchObject([
        {
          name: 'Local L-1',
          vat: taxNumber(world, 'L-1'),
          countryId: platform === 'es' ? 70 : 1,
          languageId: platform === 'es' ? 2 : 1,
          phone: '912345678',
          notes: 'Bell twice',
        },
      ])
      for (let run = 0; run < 3; run++) {
        await world.clock.advance(QUARTER)
        const again = await engine.sync(id, { mode: run === 2 ? 'full' : 'delta' })
        expect(again).toMatchObject({ changes: 0, errors: [] })
      }
      expect(requestsTo('customerCreate')).toHaveLength(1)
      expect(world.host.state.relations.get('L-1')?.record).toEqual(before)
    })

    test('of a country and a language that the tables have gets those', async () => {
      world.host.put(
        'relations',
        local('L-FR', { country: 'FR', vatNumber: 'FR12345678901', postalCode: '75001', language: 'en' }),
      )
      world.host.put('relations', local('L-XX', { country: 'XX' }))
      const { engine, id } = await pushingEs(world, missing)
      await engine.sync(id)
      expect(customers('L-FR')).toMatchObject([{ countryId: 77, languageId: platform === 'es' ? 3 : 2 }])
      expect(customers('L-XX')).toEqual([])
      expect(await engine.problems(id)).toMatchObject([{ code: 'country_not_in_account', thing: 'XX' }])
    })

    test('and cannot be a customer is set aside, and the others go on', async () => {
      const wrong = platform === 'es' ? 'B12345675' : '503504565'
      world.host.put('relations', local('L-1', { vatNumber: wrong }))
      world.host.put('relations', local('L-2'))
      const { engine, id } = await pushingEs(world, missing)
      expect((await engine.sync(id)).pushes.relations).toMatchObject({ created: 1, rejected: 1 })
      expect(await engine.problems(id)).toMatchObject([{ code: 'invalid_tax_number' }])
      expect(customers('L-2')).toHaveLength(1)
    })

    test.each(Object.entries(troubles))('and %s: exactly one customer, linked', async (_name, fault) => {
      world.host.put('relations', local('L-1'))
      const { id } = await pushingEs(world, missing)
      world.emulator.faults.plan({ on: 'customerCreate', fault })
      for (let run = 0; run < 6; run++) {
        await esEngine(world).sync(id)
        await world.clock.advance(HOUR)
      }
      expect(customers('L-1')).toHaveLength(1)
      expect(await esEngine(world).problems(id)).toEqual([])
      expect(await esEngine(world).sync(id, { mode: 'full' })).toMatchObject({ changes: 0 })
    })

    test('while its outcome is not known nothing is repeated', async () => {
      world.host.put('relations', local('L-1'))
      const { engine, id } = await pushingEs(world, missing)
      world.emulator.faults.plan({ on: 'customerCreate', fault: { kind: 'cut', when: 'before' } })
      expect((await engine.sync(id)).pushes.relations).toMatchObject({ waiting: 1 })
      await engine.sync(id)
      expect(requestsTo('customerCreate')).toHaveLength(1)
      await world.clock.advance(HOUR)
      expect((await engine.sync(id)).pushes.relations).toMatchObject({ created: 1 })
    })
  })

  describe('a relation that Moloni has already', () => {
    test.each([
      ['number and tax number', 'L-1', (vat: string) => ({ vat })],
      ['tax number under another number', 'M-1', (vat: string) => ({ vat })],
      [
        'tax number written otherwise',
        'M-1',
        (vat: string) => ({ vat: `${platform.replace('on', 'pt')}${vat}` }),
      ],
      ['number and name', 'L-1', () => ({ vat: '', name: 'LOCAL  l-1.' })],
    ])('is joined by %s', async (_how, number, patch) => {
      addEsCustomer(world, number, patch(taxNumber(world, 'L-1')))
      world.host.put('relations', local('L-1'))
      const { engine, id } = await pushingEs(world, missing, quiet)
      expect((await engine.sync(id)).pushes.relations).toMatchObject({ linked: 1, created: 0 })
      expect(written()).toEqual([])
    })

    test('under its number with another tax number is a conflict, and nothing is written', async () => {
      addEsCustomer(world, 'L-1', { vat: taxNumber(world, 'else'), name: 'Somebody' })
      world.host.put('relations', local('L-1'))
      const { engine, id } = await pushingEs(world, missing, quiet)
      expect((await engine.sync(id)).pushes.relations).toMatchObject({ rejected: 1, created: 0 })
      expect(await engine.problems(id)).toMatchObject([{ code: 'number_conflict', thing: 'L-1' }])
      expect(customers('L-1')).toMatchObject([{ name: 'Somebody' }])
      expect(written()).toEqual([])
    })

    test('with its tax number as another relation’s customer: Moloni says it, and nothing is changed', async () => {
      const vat = taxNumber(world, 'L-1')
      const theirs = structuredClone(addEsCustomer(world, 'M-1', { vat }))
      world.host.put('relations', local('M-1', { vatNumber: vat }))
      world.host.put('relations', local('L-1'))
      const { engine, id } = await pushingEs(world, missing, quiet)
      for (let run = 0; run < 4; run++) {
        await engine.sync(id)
        await world.clock.advance(HOUR)
      }
      expect(await engine.problems(id)).toMatchObject([
        { code: 'record_refused', problems: [{ field: 'vat', retryable: true }] },
      ])
      expect(customers('L-1')).toEqual([])
      expect(customers('M-1')).toEqual([theirs])
    })

    test('and shows to nobody yet is joined when it is seen', async () => {
      const row = addEsCustomer(world, 'L-1', { vat: taxNumber(world, 'L-1') })
      row.visibleFrom = world.clock.now() + HOUR / 2
      world.host.put('relations', local('L-1'))
      const { engine, id } = await pushingEs(world, missing, quiet)
      expect((await engine.sync(id)).pushes.relations).toMatchObject({ waiting: 1 })
      await world.clock.advance(HOUR)
      await engine.sync(id)
      expect(customers('L-1')).toHaveLength(1)
      expect(await engine.problems(id)).toEqual([])
    })
  })

  describe('a material that Moloni does not have', () => {
    const pushing = (patch = {}) =>
      pushingEs(world, { materials: { mode: 'createMissing', ...esProductSettings(world), ...patch } })

    test('becomes a product once, with the unit, category and VAT of the account', async () => {
      world.host.put('materials', localMaterial('P-1', { barcode: '8412345678905' }))
      const { engine, id } = await pushing()
      expect((await engine.sync(id)).pushes.materials).toMatchObject({ created: 1, rejected: 0 })
      const { categoryId, unitId, vat } = esProductSettings(world)
      const tax = world.company.taxes.find(
        ({ value, fiscalZone }) => value === vat.rate && /^(ES|PT)$/.test(String(fiscalZone)),
      )
      expect(products('P-1')).toMatchObject([
        {
          name: 'Local P-1',
          price: 12.5,
          type: 1,
          productCategoryId: categoryId,
          measurementUnitId: unitId,
          taxes: [{ taxId: tax?.taxId }],
          identifications: [{ type: 'EAN13', text: '8412345678905' }],
        },
      ])
      for (let run = 0; run < 2; run++) {
        await world.clock.advance(QUARTER)
        expect(await engine.sync(id, { mode: run ? 'full' : 'delta' })).toMatchObject({ changes: 0 })
      }
      expect(requestsTo('productCreate')).toHaveLength(1)
    })

    test.each([
      [
        'a unit of another nature',
        () => ({ unitId: esProductSettings(world).hourUnitId }),
        'unit_of_other_kind',
      ],
      ['a unit that is not there', () => ({ unitId: 999_999 }), 'unit_not_in_account'],
      ['a VAT that is not there', () => ({ vat: { rate: 77 } }), 'vat_not_in_account'],
    ])('is not made with %s', async (_what, patch, code) => {
      world.host.put('materials', localMaterial('P-1'))
      const { engine, id } = await pushing(patch())
      await engine.sync(id)
      expect(await engine.problems(id)).toMatchObject([{ code }])
      expect(written()).toEqual([])
    })

    test.each(Object.entries(troubles))('and %s: exactly one product', async (_name, fault) => {
      world.host.put('materials', localMaterial('P-1'))
      const { id } = await pushing()
      world.emulator.faults.plan({ on: 'productCreate', fault })
      for (let run = 0; run < 6; run++) {
        await esEngine(world).sync(id)
        await world.clock.advance(HOUR)
      }
      expect(products('P-1')).toHaveLength(1)
      expect(await esEngine(world).problems(id)).toEqual([])
    })
  })

  describe('upsert', () => {
    const led = {
      imports: {
        relations: {
          fields: { phone: 'host', street: 'host', country: 'host', language: 'host', email: 'fillGaps' },
        },
        materials: { fields: { price: 'host', barcode: 'host' } },
      },
    } as const
    const push = () => ({
      relations: { mode: 'upsert' as const },
      materials: { mode: 'upsert' as const, ...esProductSettings(world) },
    })
    const row = () => {
      const found = world.company.customers.find(({ number, isDefault }) => number && !isDefault)
      if (!found) throw new RangeError('no customer')
      return found
    }
    const key = () => String(row().number)
    const edit = (patch: object) => {
      const record = world.host.state.relations.get(key())?.record
      if (record) world.host.put('relations', { ...record, ...patch })
    }
    const product = () => {
      const found = world.company.products.find(({ reference }) =>
        world.host.state.materials.has(String(reference)),
      )
      if (!found) throw new RangeError('no product')
      return found
    }
    const reprice = (patch: object) => {
      const record = world.host.state.materials.get(String(product().reference))?.record
      if (record) world.host.put('materials', { ...record, ...patch })
    }

    test('writes the fields that the host leads, keeps the rest, and sees its own writing come back', async () => {
      const { engine, id } = await pushingEs(world, push(), led)
      await engine.sync(id)
      const before = structuredClone(row())
      edit({
        phone: '211000000',
        street: 'Rua Nova',
        houseNumber: '7',
        name: 'Not ours to say',
        language: 'en',
      })
      expect((await engine.sync(id)).pushes.relations).toMatchObject({ updated: 1, rejected: 0 })
      const languageId = platform === 'es' ? 3 : 2
      expect(row()).toEqual({
        ...before,
        phone: '211000000',
        address: 'Rua Nova 7',
        languageId,
        updatedAt: row().updatedAt,
      })
      for (let run = 0; run < 3; run++) {
        await world.clock.advance(QUARTER)
        expect(await engine.sync(id)).toMatchObject({ changes: 0 })
      }
      expect(requestsTo('customerUpdate')).toHaveLength(1)
    })

    test('writes nothing where nothing differs or the host leads nothing of it', async () => {
      const { engine, id } = await pushingEs(world, push(), led)
      await engine.sync(id)
      edit({ name: 'Not ours to say', city: 'Elsewhere', phone: '' })
      expect((await engine.sync(id)).pushes.relations).toMatchObject({ updated: 0 })
      expect(written()).toEqual([])
    })

    test('fills gaps in Moloni, and writes over nothing there', async () => {
      Object.assign(row(), { email: '' })
      const { engine, id } = await pushingEs(world, push(), led)
      await engine.sync(id)
      edit({ email: 'ours@example.com' })
      await engine.sync(id)
      expect(row().email).toBe('ours@example.com')
      edit({ email: 'second@example.com' })
      await engine.sync(id)
      expect(row().email).toBe('ours@example.com')
    })

    test('of a country that Moloni does not have is set aside, and nothing is written', async () => {
      const { engine, id } = await pushingEs(world, push(), led)
      await engine.sync(id)
      edit({ country: 'XX', phone: '211000000' })
      expect((await engine.sync(id)).pushes.relations).toMatchObject({ updated: 0, rejected: 1 })
      expect(await engine.problems(id)).toMatchObject([{ code: 'country_not_in_account', thing: 'XX' }])
      expect(written()).toEqual([])
    })

    test.each([
      ['cut before', { kind: 'cut', when: 'before' }],
      ['500 after', { kind: 'status', status: 500, when: 'after' }],
    ] as const)('whose answer is lost (%s) is written in the end', async (_how, fault) => {
      const { engine, id } = await pushingEs(world, push(), led)
      await engine.sync(id)
      edit({ phone: '211000000' })
      world.emulator.faults.plan({ on: 'customerUpdate', fault })
      for (let run = 0; run < 4; run++) {
        await engine.sync(id)
        await world.clock.advance(HOUR)
      }
      expect(row().phone).toBe('211000000')
      expect(await engine.problems(id)).toEqual([])
    })

    test('changes price and barcode of a product, and keeps its taxes and other identifications', async () => {
      const isbn = { type: 'ISBN', text: '9783161484100', favorite: false }
      const ean = { type: 'EAN13', text: '8412345678905', favorite: true }
      for (const one of world.company.products) one.identifications = [ean, isbn]
      const { engine, id } = await pushingEs(world, push(), led)
      await engine.sync(id)
      const before = structuredClone(product())
      reprice({ price: 77.25, barcode: '4006381333931', description: 'Not ours to say' })
      expect((await engine.sync(id)).pushes.materials).toMatchObject({ updated: 1 })
      expect(product()).toEqual({
        ...before,
        price: 77.25,
        identifications: [{ type: 'EAN13', text: '4006381333931', favorite: true }, isbn],
        updatedAt: product().updatedAt,
      })
      for (let run = 0; run < 2; run++) {
        await world.clock.advance(QUARTER)
        expect(await engine.sync(id)).toMatchObject({ changes: 0 })
      }
      expect(requestsTo('productUpdate')).toHaveLength(1)
    })
  })

  describe('an export that makes what is missing', () => {
    const settings = (): SettingsInput => ({
      imports: {
        relations: { enabled: false },
        materials: { enabled: false },
        hourTypes: { enabled: false },
      },
      push: { materials: esProductSettings(world) },
      exports: {
        firstRun: 'export',
        startDate: '2020-01-01',
        unknown: { relations: 'create', materials: 'create', hourTypes: 'create' },
      },
    })
    const pump = { code: 'PUMP-9', name: 'Pump 9', quantity: 1, unitPrice: 80 }
    const job = (number: number, patch: Partial<WorkOrder> = {}) => {
      const { active: _, ...customer } = local('NEW-1')
      return esJob(world, number, { customer, materials: [pump], ...patch })
    }
    const exporting = () => connectedEs(world, settings(), esEngine(world))

    test('makes customer and product once, then the documents', async () => {
      world.host.addWorkOrders([job(1), job(2)])
      const { engine, id } = await exporting()
      expect(await engine.sync(id)).toMatchObject({ exports: { invoice: { exported: 2, blocked: 0 } } })
      expect(products('PUMP-9')).toMatchObject([{ name: 'Pump 9', price: 80 }])
      expect(customers('NEW-1')).toHaveLength(1)
      const customerId = customers('NEW-1')[0]?.customerId
      expect(livingDocuments(world)).toMatchObject([{ customerId }, { customerId }])
    })

    test('makes an hour type of the host as a service counted in hours', async () => {
      world.host.put('hourTypes', { code: 'NIGHT', name: 'Night work', salePrice: 60, active: true })
      const workPeriods = [{ hourTypeCode: 'NIGHT', minutes: 90 }]
      world.host.addWorkOrders([job(1, { materials: [], workPeriods })])
      const { engine, id } = await exporting()
      expect(await engine.sync(id)).toMatchObject({ exports: { invoice: { exported: 1 } } })
      const { hourUnitId: measurementUnitId } = esProductSettings(world)
      expect(products('NIGHT')).toMatchObject([{ price: 60, measurementUnitId, type: 2 }])
    })

    test('makes nothing in a preview, and says what it would make', async () => {
      world.host.addWorkOrders([job(1)])
      const { engine, id } = await exporting()
      const { exports, blockedBy } = await engine.preview(id)
      expect(blockedBy).toEqual({})
      expect(exports.invoice).toMatchObject([
        { action: 'create', issues: [{ code: 'will_be_created' }, { code: 'will_be_created' }] },
      ])
      expect(written()).toEqual([])
    })

    test.each(['customerCreate', 'productCreate'])(
      'makes one of each when the answer of %s is lost',
      async (on) => {
        for (const when of ['before', 'after'] as const) {
          world.emulator.faults.plan({ on, fault: { kind: 'cut', when } })
        }
        world.host.addWorkOrders([job(1), job(2)])
        const { id } = await exporting()
        for (let run = 0; run < 6; run++) {
          await esEngine(world).sync(id)
          await world.clock.advance(HOUR)
        }
        expect(products('PUMP-9')).toHaveLength(1)
        expect(customers('NEW-1')).toHaveLength(1)
        expect(livingDocuments(world)).toHaveLength(2)
        expect(await esEngine(world).problems(id)).toEqual([])
      },
    )
  })
})
