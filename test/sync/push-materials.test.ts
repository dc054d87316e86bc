import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../src/testing/index.ts'
import { openWorld, type World } from '../support/engine.ts'
import { addProduct, change, requestsTo } from '../support/moloni-rows.ts'
import { engineOf, localMaterial as local, productSettings, pushing } from '../support/push.ts'

const QUARTER = 15 * 60_000
const HOUR = 4 * QUARTER
const DAY = 24 * HOUR

let world: World
beforeEach(() => {
  world = openWorld({ customers: 2, products: 6 })
})
afterEach(() => world.close())

const missing = (patch: object = {}) => ({
  materials: { mode: 'createMissing' as const, ...productSettings(world), ...patch },
})
const quiet = { imports: { materials: { enabled: false }, hourTypes: { enabled: false } } } as const
const products = (reference: string) => world.company.products.filter((row) => row.reference === reference)
const inserts = (since = 0) => requestsTo(world, 'products/insert', since)
const held = (key: string) => world.host.state.materials.get(key)?.record
const codes = async (engine = engineOf(world), id = '') => (await engine.problems(id)).map(({ code }) => code)

describe('a material that Moloni does not have', () => {
  test('becomes a product once, by the settings, and the import brings nothing that the host leads', async () => {
    world.host.put('materials', local('P-1', { barcode: '5601234567890' }))
    const { engine, id } = await pushing(world, missing())
    const report = await engine.sync(id)
    expect(report).toMatchObject({ outcome: 'complete', pushes: { materials: { created: 1, rejected: 0 } } })
    const { categoryId, unitId } = productSettings(world)
    expect(products('P-1')).toMatchObject([
      {
        name: 'Local P-1',
        price: 12.5,
        category_id: categoryId,
        unit_id: unitId,
        ean: '5601234567890',
        has_stock: 0,
        type: 1,
      },
    ])
    for (let run = 0; run < 3; run++) {
      await world.clock.advance(QUARTER)
      expect(await engine.sync(id, { mode: run === 2 ? 'full' : 'delta' })).toMatchObject({ errors: [] })
    }
    expect(inserts()).toHaveLength(1)
    expect(held('P-1')).toMatchObject({ description: 'Local P-1', price: 12.5, active: true })
  })

  test('asks for nothing and writes nothing in the second run', async () => {
    world.host.put('materials', local('P-1'))
    const { engine, id } = await pushing(world, missing(), quiet)
    await engine.sync(id)
    const mark = world.emulator.requests.length
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ read: 0, created: 0 })
    expect(requestsTo(world, /^products\//, mark)).toEqual([])
  })

  test.each([
    ['the rate that it states', { vatRate: 6 }, {}, 6],
    ['the rate of the settings where it states none', {}, { vat: { rate: 13 } }, 13],
  ])('gets %s', async (_what, patch, settings, rate) => {
    world.host.put('materials', local('P-1', patch))
    const { engine, id } = await pushing(world, missing(settings))
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ created: 1 })
    const [tax] = products('P-1').flatMap(({ taxes }) => (Array.isArray(taxes) ? taxes : []))
    const taxId = tax && typeof tax === 'object' && 'tax_id' in tax ? tax.tax_id : undefined
    expect(world.company.taxes.find(({ tax_id }) => tax_id === taxId)).toMatchObject({ value: rate })
  })

  test('without VAT gets the exemption of the settings', async () => {
    world.host.put('materials', local('P-1', { vatRate: 0 }))
    const { engine, id } = await pushing(world, missing({ vat: { exemption: 'M07' } }))
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ created: 1 })
    expect(products('P-1')).toMatchObject([{ exemption_reason: 'M07', taxes: [] }])
  })

  test('is not made where only relations are pushed', async () => {
    world.host.put('materials', local('P-1'))
    const { engine, id } = await pushing(world, { relations: { mode: 'createMissing' } })
    await engine.sync(id)
    expect(products('P-1')).toEqual([])
  })

  test('is not made while it is not active', async () => {
    world.host.put('materials', local('P-1', { active: false }))
    const { engine, id } = await pushing(world, missing())
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ created: 0 })
    expect(inserts()).toEqual([])
  })

  test('is not made by a preview, nor by a run of another kind', async () => {
    world.host.put('materials', local('P-1'))
    const { engine, id } = await pushing(world, missing())
    await engine.preview(id)
    await engine.sync(id, { kinds: ['employees'] })
    expect(inserts()).toEqual([])
    expect((await world.store.scan('pushIntent', { by: 'key', limit: 10 })).records).toEqual([])
  })
})

describe('a material that Moloni has already', () => {
  test('is joined by its reference, and nothing is written', async () => {
    addProduct(world, 'P-1', { name: 'Their name', price: 99 })
    world.host.put('materials', local('P-1'))
    const { engine, id } = await pushing(world, missing(), quiet)
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ linked: 1, created: 0 })
    expect(products('P-1')).toMatchObject([{ name: 'Their name', price: 99 }])
    expect(inserts()).toEqual([])
  })

  test('is joined where Moloni hides it', async () => {
    addProduct(world, 'P-1', { visibility_id: 0 })
    world.host.put('materials', local('P-1'))
    const { engine, id } = await pushing(world, missing(), quiet)
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ linked: 1, created: 0 })
  })

  test('is found behind a page of products whose references contain its own', async () => {
    for (let i = 0; i < 60; i++) addProduct(world, `X-${i}-P-1`)
    addProduct(world, 'P-1')
    world.host.put('materials', local('P-1'))
    const { engine, id } = await pushing(world, missing(), quiet)
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ linked: 1, created: 0 })
    expect(inserts()).toEqual([])
  })

  test.each([
    ['two products with its reference', 'product_ambiguous', () => [{}, {}]],
    ['a product that is counted in hours', 'product_of_other_kind', hourly],
  ])('is a matter for a person: %s', async (_what, code, patches) => {
    for (const patch of patches()) addProduct(world, 'P-1', patch)
    world.host.put('materials', local('P-1'))
    world.host.put('materials', local('P-2'))
    const { engine, id } = await pushing(world, missing(), quiet)
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ created: 1, rejected: 1 })
    expect(await engine.problems(id)).toMatchObject([{ code, thing: 'P-1' }])
    expect(products('P-2')).toHaveLength(1)
  })

  function hourly() {
    return [{ unit_id: productSettings(world).hourUnitId }]
  }

  test('of another spelling is another one', async () => {
    addProduct(world, 'p-1')
    world.host.put('materials', local('P-1'))
    const { engine, id } = await pushing(world, missing(), quiet)
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ created: 1 })
  })
})

describe('a material that cannot be a product', () => {
  test.each<[string, object, object, string, boolean]>([
    ['a code that is too long', { code: 'P'.repeat(31) }, {}, 'too_long', false],
    ['no VAT anywhere', {}, { vat: undefined }, 'push_setting_missing', true],
    ['a rate that the account does not have', { vatRate: 17 }, {}, 'vat_not_in_account', true],
    ['zero, and no exemption in the settings', { vatRate: 0 }, {}, 'push_setting_missing', true],
    ['a tax that the account does not have', {}, { vat: { taxId: 999_999 } }, 'vat_not_in_account', true],
    ['an exemption that nobody knows', {}, { vat: { exemption: 'M999' } }, 'vat_not_in_account', true],
    ['a unit that the account does not have', {}, { unitId: 999_999 }, 'unit_not_in_account', true],
  ])('for %s is set aside by that code', async (_what, patch, settings, code, retryable) => {
    world.host.put('materials', local('P-1', patch))
    const { engine, id } = await pushing(world, missing(settings))
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ created: 0, rejected: 1 })
    expect(await engine.problems(id)).toMatchObject([{ code, problems: [{ retryable }] }])
    expect(inserts()).toEqual([])
  })

  test('for a unit that is an hour is set aside, and made once the settings are mended', async () => {
    world.host.put('materials', local('P-1'))
    const { unitId, hourUnitId } = productSettings(world)
    const { engine, id } = await pushing(world, missing({ unitId: hourUnitId }))
    await engine.sync(id)
    const [group] = await engine.problems(id)
    expect(group).toMatchObject({ code: 'unit_of_other_kind', thing: String(hourUnitId) })
    expect(group?.message).toContain('push.materials.unitId')
    await engine.updateSettings(id, { push: { materials: { unitId } } })
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ created: 1 })
    expect(await engine.problems(id)).toEqual([])
  })

  test.each(['categoryId', 'unitId'])('without the setting %s cannot be chosen at all', async (name) => {
    const { engine, id } = await pushing(world, {})
    await expect(engine.updateSettings(id, { push: missing({ [name]: undefined }) })).rejects.toMatchObject({
      code: 'invalid_settings',
      message: expect.stringContaining(`push.materials.${name}`),
    })
  })

  test('because Moloni refuses it does not stop the others', async () => {
    const { engine, id } = await pushing(world, missing({ categoryId: 999_999 }))
    world.host.put('materials', local('P-1'))
    world.host.put('materials', local('P-2'))
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ rejected: 2 })
    expect((await engine.problems(id)).map(({ thing }) => thing)).toEqual(['P-1', 'P-2'])
    const [group] = await engine.problems(id)
    expect(group).toMatchObject({ code: 'record_refused', problems: [{ field: 'category_id' }] })
  })

  test('because Moloni answers nonsense for it does not stop the others', async () => {
    for (const code of ['P-1', 'P-2', 'P-3']) world.host.put('materials', local(code))
    const { engine, id } = await pushing(world, missing())
    world.emulator.faults.plan({ on: 'products/getByReference', nth: 2, fault: { kind: 'html' } })
    world.emulator.faults.plan({ on: 'products/getByReference', nth: 3, fault: { kind: 'html' } })
    const report = await engine.sync(id)
    expect(report.errors).toEqual([])
    expect(report.pushes.materials?.created).toBeGreaterThan(0)
    await world.clock.advance(DAY)
    await engine.sync(id)
    for (const code of ['P-1', 'P-2', 'P-3']) expect(products(code)).toHaveLength(1)
    expect(await engine.problems(id)).toEqual([])
  })
})

test('a Moloni that is down is not asked for every record, and nothing is lost', async () => {
  for (let i = 0; i < 30; i++) world.host.put('materials', local(`P-${i}`))
  const { engine, id } = await pushing(world, missing(), quiet)
  world.emulator.faults.plan({
    on: 'products/getByReference',
    times: Number.POSITIVE_INFINITY,
    fault: { kind: 'status', status: 503 },
  })
  const report = await engine.sync(id, { kinds: ['materials'] })
  expect(report.errors).toMatchObject([{ part: 'push.materials', retryable: true }])
  expect(report.pushes.materials).toMatchObject({ read: 5, rejected: 5 })
  world.emulator.faults.clear()
  await world.clock.advance(DAY)
  await engine.sync(id)
  await engine.sync(id)
  for (let i = 0; i < 30; i++) expect(products(`P-${i}`)).toHaveLength(1)
  expect(await engine.problems(id)).toEqual([])
})

describe('a lost answer', () => {
  const troubles: Record<string, Fault> = {
    'cut after the effect': { kind: 'cut', when: 'after' },
    'cut before the effect': { kind: 'cut', when: 'before' },
    '500 after the effect': { kind: 'status', status: 500, when: 'after' },
    '500 before the effect': { kind: 'status', status: 500, when: 'before' },
    'a web page after the effect': { kind: 'html', when: 'after' },
    'an effect ten minutes late': { kind: 'late', ms: 600_000, answer: 'cut' },
    'a search that lags': { kind: 'lag', ms: 300_000 },
    'too many requests': { kind: 'status', status: 429 },
  }

  test.each(Object.entries(troubles))('%s: exactly one product, linked', async (_name, fault) => {
    world.host.put('materials', local('P-1'))
    const { id } = await pushing(world, missing())
    world.emulator.faults.plan({ on: 'products/insert', fault })
    for (let run = 0; run < 6; run++) {
      await engineOf(world).sync(id)
      await world.clock.advance(HOUR)
    }
    expect(products('P-1')).toHaveLength(1)
    expect(await codes(engineOf(world), id)).toEqual([])
    expect((await world.store.scan('pushIntent', { by: 'key', limit: 10 })).records).toEqual([])
    expect(await engineOf(world).sync(id, { mode: 'full' })).toMatchObject({ changes: 0 })
  })

  test('while its outcome is not known nothing is repeated', async () => {
    world.host.put('materials', local('P-1'))
    const { engine, id } = await pushing(world, missing())
    world.emulator.faults.plan({ on: 'products/insert', fault: { kind: 'cut', when: 'before' } })
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ waiting: 1 })
    world.host.put('materials', local('P-1', { description: 'Changed meanwhile' }))
    await engine.sync(id)
    expect(inserts()).toHaveLength(1)
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect(products('P-1')).toMatchObject([{ name: 'Changed meanwhile' }])
  })

  test('a reference that Moloni says is taken and shows to nobody is told in the end', async () => {
    world.host.put('materials', local('P-1'))
    const { engine, id } = await pushing(world, missing(), quiet)
    const row = addProduct(world, 'P-1')
    row.visible_from = world.clock.now() + 30 * DAY
    for (let run = 0; run < 4; run++) {
      await engine.sync(id)
      await world.clock.advance(HOUR)
    }
    expect(await engine.problems(id)).toMatchObject([
      { code: 'record_refused', thing: 'P-1', problems: [{ field: 'reference', retryable: true }] },
    ])
    expect(products('P-1')).toHaveLength(1)
  })

  test('of a material that the host removed meanwhile leaves no intent behind', async () => {
    world.host.put('materials', local('P-1'))
    const { engine, id } = await pushing(world, missing(), quiet)
    world.emulator.faults.plan({ on: 'products/insert', fault: { kind: 'cut', when: 'before' } })
    await engine.sync(id)
    world.host.remove('materials', 'P-1')
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect((await world.store.scan('pushIntent', { by: 'key', limit: 10 })).records).toEqual([])
    expect(inserts()).toHaveLength(1)
  })

  test('leaves nothing of it behind in a connection that is erased', async () => {
    world.host.put('materials', local('P-1'))
    const { engine, id } = await pushing(world, missing(), quiet)
    world.emulator.faults.plan({ on: 'products/insert', fault: { kind: 'cut', when: 'before' } })
    await engine.sync(id)
    expect((await world.store.scan('pushIntent', { by: 'key', limit: 10 })).records).toHaveLength(1)
    await engine.erase(id)
    for (const collection of ['pushIntent', 'pushCursor'])
      expect((await world.store.scan(collection, { by: 'key', limit: 10 })).records).toEqual([])
  })
})

describe('upsert', () => {
  const led = { imports: { materials: { fields: { price: 'host', barcode: 'fillGaps' } } } } as const
  const upsert = () => ({ materials: { mode: 'upsert' as const, ...productSettings(world) } })
  const row = () => {
    const isHour = productSettings(world).hourUnitId
    const found = world.company.products.find(({ unit_id, taxes }) => unit_id !== isHour && taxes)
    if (!found) throw new RangeError('There is no product')
    return found
  }
  const edit = (patch: object) => {
    const record = held(String(row().reference))
    if (record) world.host.put('materials', { ...record, ...patch })
  }

  test('writes the fields that the host leads, and keeps everything else of the product', async () => {
    const { engine, id } = await pushing(world, upsert(), led)
    await engine.sync(id)
    const before = structuredClone(row())
    edit({ price: 77.7, description: 'Not ours to say' })
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ updated: 1 })
    const { lastmodified: _, taxes, ...after } = row()
    const { lastmodified: __, taxes: former, ...expected } = before
    expect(after).toEqual({ ...expected, price: 77.7 })
    const ids = (list: unknown) =>
      Array.isArray(list) ? list.map(({ tax_id, order }) => [tax_id, order]) : []
    expect(ids(taxes)).toEqual(ids(former))
  })

  test('sees its own writing come back, and changes nothing', async () => {
    const { engine, id } = await pushing(world, upsert(), led)
    await engine.sync(id)
    edit({ price: 77.7 })
    await engine.sync(id)
    for (let run = 0; run < 3; run++) {
      await world.clock.advance(QUARTER)
      expect(await engine.sync(id)).toMatchObject({ changes: 0 })
    }
    expect(requestsTo(world, 'products/update')).toHaveLength(1)
  })

  test('fills gaps in Moloni, and writes over nothing there', async () => {
    change(world, row(), { ean: '' })
    const { engine, id } = await pushing(world, upsert(), led)
    await engine.sync(id)
    edit({ barcode: '5601234567890' })
    await engine.sync(id)
    expect(row().ean).toBe('5601234567890')
    edit({ barcode: '5600000000000' })
    await engine.sync(id)
    expect(row().ean).toBe('5601234567890')
  })

  test('costs no request for records in which nothing differs', async () => {
    const { engine, id } = await pushing(world, upsert(), led)
    await engine.sync(id)
    const mark = world.emulator.requests.length
    edit({ note: 'Ours only', description: 'Moloni leads this one' })
    expect((await engine.sync(id)).pushes.materials).toMatchObject({ unchanged: 1 })
    expect(requestsTo(world, /products\/(getOne|update)/, mark)).toEqual([])
  })

  test('an update that Moloni does not take is told, and the others are written', async () => {
    const { engine, id } = await pushing(world, upsert(), led)
    await engine.sync(id)
    edit({ price: 77.7 })
    world.emulator.faults.plan({ on: 'products/update', fault: { kind: 'cut', when: 'before' } })
    await engine.sync(id)
    expect(await codes(engine, id)).toEqual(['moloni_failed'])
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect(row().price).toBe(77.7)
    expect(await codes(engine, id)).toEqual([])
  })

  test('of a product that is gone in Moloni writes nothing', async () => {
    const { engine, id } = await pushing(world, upsert(), { ...led, ...quiet })
    world.host.put('materials', local('P-1'))
    await engine.sync(id)
    world.company.products = world.company.products.filter(({ reference }) => reference !== 'P-1')
    world.host.put('materials', local('P-1', { price: 1 }))
    const report = await engine.sync(id)
    expect(report).toMatchObject({ errors: [], pushes: { materials: { created: 0, updated: 0 } } })
    expect(products('P-1')).toEqual([])
  })
})
