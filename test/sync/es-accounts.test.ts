import { afterEach, describe, expect, test } from 'vitest'
import type { ExportedDocument } from '../../src/sync/index.ts'
import { exportAtOnce } from '../support/engine.ts'
import { connectedEs, type EsWorld, esJob, livingDocuments, openEsWorld } from '../support/es-engine.ts'

const HOUR = 3_600_000

let world: EsWorld
afterEach(() => world.close())

const listsAsked = (name: string) => world.emulator.requests.filter(({ path }) => path === name)

describe('what changed', () => {
  test.each(['day', 'second'] as const)(
    'is asked for to the %s where the account knows it so',
    async (precision) => {
      world = openEsWorld({ emulator: { updatedAtPrecision: precision }, customers: 30, products: 40 })
      const { engine, id } = await connectedEs(world)
      await engine.sync(id)
      await world.clock.advance(3 * 24 * HOUR)
      await engine.sync(id)
      const customer = world.company.customers.find(({ isDefault, number }) => number && !isDefault)
      world.emulator.person.change('customers', Number(customer?.customerId), { city: 'Sevilla' })
      const before = listsAsked('customers').length
      const report = await engine.sync(id)
      expect(report.imports.relations).toMatchObject({ updated: 1, created: 0 })
      expect(report.imports.relations?.read).toBeLessThan(10)
      expect(listsAsked('customers')).toHaveLength(before + 1)
      expect(await engine.sync(id)).toMatchObject({ changes: 0 })
    },
  )

  test('is found by reading everything where a list ignores the filter', async () => {
    world = openEsWorld({ customers: 30, products: 40 })
    world.emulator.faults.plan({ on: /^(customers|products)$/, times: 500, fault: { kind: 'ignoreFilter' } })
    const { engine, id } = await connectedEs(world)
    await engine.sync(id)
    const customer = world.company.customers.find(({ isDefault, number }) => number && !isDefault)
    world.emulator.person.change('customers', Number(customer?.customerId), { city: 'Sevilla' })
    const report = await engine.sync(id)
    expect(report).toMatchObject({ outcome: 'complete' })
    expect(report.imports.relations).toMatchObject({ updated: 1 })
    expect(report.imports.relations?.read).toBeGreaterThan(20)
  })

  test('is found by reading everything where a list refuses the filter', async () => {
    world = openEsWorld({ customers: 30, products: 40 })
    world.emulator.faults.plan({
      on: 'customers',
      nth: 2,
      times: 1,
      fault: { kind: 'refuseFilter' },
    })
    const { engine, id } = await connectedEs(world)
    const report = await engine.sync(id)
    expect(report.outcome).toBe('complete')
    const again = await engine.sync(id)
    expect(again.imports.relations?.unchanged).toBeGreaterThan(20)
    expect(again.changes).toBe(0)
  })

  test('in the tree of categories is noticed: a new branch, another name, a branch that is gone', async () => {
    world = openEsWorld()
    const { engine, id } = await connectedEs(world)
    await engine.sync(id)
    const [root] = world.company.productCategories.filter(({ parentId }) => parentId === null)
    const { productCategoryId } = world.emulator.person.create('productCategories', {
      name: 'Nueva',
      parentId: root?.productCategoryId ?? null,
    })
    world.emulator.person.change('productCategories', Number(root?.productCategoryId), {
      name: 'Otro nombre',
    })
    expect((await engine.sync(id)).imports.materialCategories).toMatchObject({ created: 1, updated: 1 })
    world.emulator.person.remove('productCategories', Number(productCategoryId))
    expect((await engine.sync(id)).imports.materialCategories).toMatchObject({ deactivated: 1 })
    expect(world.host.state.materialCategories.get(String(productCategoryId))?.active).toBe(false)
  })

  test('hidden products stay, deleted ones leave with a full read', async () => {
    world = openEsWorld()
    const { engine, id } = await connectedEs(world)
    await engine.sync(id)
    const [first, second] = [...world.host.state.materials.values()].filter(({ active }) => active)
    world.emulator.person.change('products', Number(first?.record.source?.id), { visible: 0 })
    world.emulator.person.remove('products', Number(second?.record.source?.id))
    await engine.sync(id, { mode: 'full' })
    expect(world.host.state.materials.get(first?.key ?? '')).toMatchObject({
      active: true,
      record: { active: false },
    })
    expect(world.host.state.materials.get(second?.key ?? '')?.active).toBe(false)
  })
})

describe('kinds of documents', () => {
  const receipts = { exports: { ...exportAtOnce.exports, kind: 'invoiceReceipt' } } as const

  test('invoice-receipts on Moloni ON carry their payment', async () => {
    world = openEsWorld({ platform: 'on' })
    const [method] = world.company.paymentMethods
    const { engine, id } = await connectedEs(world, {
      exports: {
        ...receipts.exports,
        payments: { methods: { cash: Number(method?.paymentMethodId) } },
      },
    })
    world.host.addWorkOrders([
      esJob(world, 1, { paymentMethod: 'cash' }),
      esJob(world, 2, { paymentMethod: 'barter' }),
    ])
    const report = await engine.sync(id)
    expect(report.exports.invoiceReceipt).toMatchObject({ exported: 1, acknowledged: 1, blocked: 1 })
    expect(report.blockedBy).toEqual({ no_payment_method: 1 })
    const [document] = livingDocuments(world)
    expect(document).toMatchObject({ status: 1 })
    expect(document?.payments).toMatchObject([{ value: document?.totalValue }])
  })

  test('Moloni Spain offers none: that is a settings error, unless the account has them', async () => {
    world = openEsWorld()
    const { engine, id } = await connectedEs(world)
    await expect(engine.updateSettings(id, receipts)).rejects.toMatchObject({
      code: 'invalid_settings',
      message: expect.stringContaining('Moloni Spain offers no invoiceReceipt'),
    })
    await expect(engine.connect({ platform: 'es', settings: receipts })).rejects.toMatchObject({
      code: 'invalid_settings',
    })
  })

  test('a probe at connect finds them, without making anything', async () => {
    world = openEsWorld({ emulator: { operations: 'all' } })
    const before = JSON.stringify(world.company.documents)
    const [method] = world.company.paymentMethods
    const { engine, id } = await connectedEs(world, exportAtOnce)
    expect(JSON.stringify(world.company.documents)).toBe(before)
    const asked = world.emulator.requests.filter(({ path }) => path === 'invoiceReceiptCreate')
    expect(asked.map(({ status }) => status)).toEqual([400])
    await engine.updateSettings(id, {
      exports: { kind: 'invoiceReceipt', payments: { fallback: Number(method?.paymentMethodId) } },
    })
    world.host.addWorkOrders([esJob(world, 1)])
    expect((await engine.sync(id)).exports.invoiceReceipt).toMatchObject({ exported: 1, acknowledged: 1 })
  })

  test('internal documents exist in Portugal only', async () => {
    world = openEsWorld({ platform: 'on' })
    const { engine, id } = await connectedEs(world)
    await expect(
      engine.updateSettings(id, { exports: { rules: [{ projects: ['x'], kind: 'internalDocument' }] } }),
    ).rejects.toMatchObject({ code: 'invalid_settings' })
  })

  test('an order on Moloni ON is annulled and made again', async () => {
    world = openEsWorld({ platform: 'on' })
    const { engine, id } = await connectedEs(world, {
      exports: { ...exportAtOnce.exports, kind: 'purchaseOrder' },
    })
    world.host.addWorkOrders([esJob(world, 1)])
    await engine.sync(id)
    await engine.exports(id).reissue('wo-1')
    await engine.sync(id)
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect(world.company.documents.map(({ nullified }) => nullified === true)).toEqual([true, false])
  })

  test('an invoice cannot be taken back from here: what to do by hand is said', async () => {
    world = openEsWorld()
    const { engine, id } = await connectedEs(world, exportAtOnce)
    world.host.addWorkOrders([esJob(world, 1)])
    await engine.sync(id)
    await expect(engine.exports(id).cancel('wo-1')).rejects.toMatchObject({ code: 'take_back_by_hand' })
  })
})

describe('one document a work order', () => {
  test.each([
    ['the answer is lost', { on: 'invoiceCreate', fault: { kind: 'cut', when: 'after' } }],
    [
      'the server fails after it',
      { on: 'invoiceCreate', fault: { kind: 'status', status: 500, when: 'after' } },
    ],
    ['it comes late', { on: 'invoiceCreate', fault: { kind: 'late', ms: 20_000, answer: 'cut' } }],
    ['lists do not show it yet', { on: 'invoiceCreate', fault: { kind: 'lag', ms: 60_000 } }],
    ['the closing answer is lost', { on: 'invoiceUpdate', fault: { kind: 'cut', when: 'after' } }],
    ['the closing answer is a page', { on: 'invoiceUpdate', fault: { kind: 'html', when: 'after' } }],
    ['the token expires in the middle', { on: 'invoiceCreate', fault: { kind: 'expire' } }],
    ['too many requests', { on: 'invoiceCreate', times: 2, fault: { kind: 'status', status: 429 } }],
    ['the search ignores its filter', { on: 'invoices', times: 100, fault: { kind: 'ignoreFilter' } }],
    ['the search refuses its filter', { on: 'invoices', times: 100, fault: { kind: 'refuseFilter' } }],
  ] as const)('when %s', async (_name, plan) => {
    world = openEsWorld()
    const { engine, id } = await connectedEs(world, exportAtOnce)
    await engine.sync(id)
    world.host.addWorkOrders([esJob(world, 1)])
    world.emulator.faults.plan(plan)
    for (let run = 0; run < 6; run++) {
      await engine.sync(id)
      await world.clock.advance(HOUR)
    }
    expect(await engine.problems(id)).toEqual([])
    expect(livingDocuments(world).map(({ status }) => status)).toEqual([1])
    expect(world.host.state.workOrders.get('wo-1')?.document).toBeDefined()
  })

  test('a draft that a person copied is not closed', async () => {
    world = openEsWorld()
    const { engine, id } = await connectedEs(world, exportAtOnce)
    world.host.addWorkOrders([esJob(world, 1)])
    world.emulator.faults.plan({ on: 'invoiceUpdate', fault: { kind: 'status', status: 500 } })
    await engine.sync(id)
    const [draft] = world.company.documents
    world.emulator.person.documents.copy(Number(draft?.documentId))
    for (let run = 0; run < 3; run++) {
      await world.clock.advance(HOUR)
      await engine.sync(id)
    }
    expect((await engine.problems(id)).map(({ code }) => code)).toEqual(['twin_documents'])
    expect(world.company.documents.map(({ status }) => status)).toEqual([0, 0])
  })
})

test('an account without a default series says so; one with a chosen series needs none', async () => {
  world = openEsWorld()
  const [set] = world.company.documentSets
  for (const row of world.company.documentSets) row.isDefault = false
  const { engine, id } = await connectedEs(world, exportAtOnce)
  world.host.addWorkOrders([esJob(world, 1)])
  expect((await engine.sync(id)).blockedBy).toEqual({ no_document_set: 1 })
  await engine.updateSettings(id, { exports: { documentSetId: Number(set?.documentSetId) } })
  expect((await engine.sync(id)).exports.invoice).toMatchObject({ exported: 1 })
})

test('the printed document comes from the host of files', async () => {
  world = openEsWorld()
  const told: ExportedDocument[] = []
  const workOrders = {
    ...world.host.workOrders,
    async acknowledge(...[workOrder, document]: Parameters<typeof world.host.workOrders.acknowledge>) {
      told.push(document)
      await world.host.workOrders.acknowledge(workOrder, document)
    },
  }
  const engine = world.engine({ host: { ...world.host, workOrders } })
  const { id } = await connectedEs(
    world,
    { exports: { ...exportAtOnce.exports, after: { pdf: 'file' } } },
    engine,
  )
  world.host.addWorkOrders([esJob(world, 1)])
  await engine.sync(id)
  expect(new TextDecoder().decode(told[0]?.pdf?.bytes?.slice(0, 5))).toBe('%PDF-')
  await expect(engine.updateSettings(id, { exports: { after: { pdf: 'link' } } })).rejects.toMatchObject({
    code: 'invalid_settings',
  })
})

test('where the state does not come back, the host must name the connection', async () => {
  world = openEsWorld()
  const engine = world.engine()
  const { connectionId, authorizeUrl } = await engine.connect({ platform: 'es' })
  const page = await fetch(authorizeUrl, { redirect: 'manual' })
  const callback = page.headers.get('location') ?? ''
  expect(new URL(callback).searchParams.has('state')).toBe(false)
  await expect(engine.completeLogin(callback)).rejects.toMatchObject({ code: 'state_mismatch' })
  await expect(engine.completeLogin(callback, { connectionId: 'another' })).rejects.toMatchObject({
    name: 'UsageError',
  })
  expect((await engine.completeLogin(callback, { connectionId })).state).toBe('company')
})
