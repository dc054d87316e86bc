import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SettingsInput } from '../../src/domain/index.ts'
import { connected, exportAtOnce, jobFor, openWorld, type World } from '../support/engine.ts'
import { change, requestsTo } from '../support/moloni-rows.ts'

const QUARTER = 15 * 60_000
const HOUR = 3_600_000
const SHEETS = { group: 'serviceSheets', typeName: 'Folha de Serviço' }
const SHEET_TYPE = 97
const INVOICE_TYPE = 1
const imported: SettingsInput = { imports: { serviceSheets: { enabled: true, startDate: '2020-01-01' } } }

let world: World
afterEach(() => world.close())

const open = (serviceSheets?: typeof SHEETS) => {
  world = openWorld({ customers: 4, products: 4, emulator: serviceSheets ? { serviceSheets } : {} })
}
type Document = World['company']['documents'][number]

/** A document as somebody at work in Moloni makes it. */
function addDocument(patch: Partial<Document>): Document {
  const { state } = world.emulator
  const row: Document = {
    document_id: state.nextId,
    document_type_id: SHEET_TYPE,
    document_set_id: 1,
    document_set_name: 'A',
    customer_id: 0,
    supplier_id: 0,
    salesman_id: 0,
    number: 1,
    status: 1,
    date: '2026-03-01',
    expiration_date: '',
    our_reference: '',
    your_reference: '',
    entity_number: 'C17',
    entity_name: 'Padaria Central',
    entity_vat: '',
    entity_address: 'Rua A 1',
    entity_zip_code: '',
    entity_city: 'Lisboa',
    entity_country_id: 1,
    notes: 'Rever o quadro',
    gross_value: 20,
    comercial_discount_value: 0,
    financial_discount_value: 0,
    taxes_value: 0,
    deduction_value: 0,
    net_value: 20,
    reconciled_value: 0,
    products: [line],
    associated_documents: [],
    created: world.emulator.now(),
    lastmodified: world.emulator.now(),
    ...patch,
  }
  state.nextId += 1
  world.company.documents.push(row)
  return row
}
const line: Document['products'][number] = {
  document_product_id: 1,
  product_id: 1,
  reference: 'MAT-1',
  name: 'Disjuntor',
  qty: 2,
  price: 10,
  discount: 5,
  exemption_reason: '',
  deduction: 0,
  taxes: [],
  unit_short_name: 'un',
}
const sheet = (number: number, patch = {}) =>
  addDocument({ document_type_id: SHEET_TYPE, number, status: 1, ...patch })
const held = () => [...world.host.state.serviceSheets.values()].map(({ record }) => record)
const asked = (since = 0) => requestsTo(world, /^documents\//, since).map(({ path }) => path)
const codesOf = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code)

describe('an account that has service sheets', () => {
  beforeEach(() => open(SHEETS))

  test('a closed sheet arrives once, with its customer and its lines', async () => {
    const row = sheet(17)
    const { engine, id } = await connected(world, imported)
    const report = await engine.sync(id)
    expect(report).toMatchObject({ outcome: 'complete', imports: { serviceSheets: { created: 1 } } })
    expect(held()).toEqual([
      {
        number: expect.stringMatching(/^FO .+\/17$/),
        date: '2026-03-01',
        customer: {
          debtorNumber: 'C17',
          name: 'Padaria Central',
          street: 'Rua A 1',
          city: 'Lisboa',
          country: 'PT',
        },
        description: 'Rever o quadro',
        lines: [
          {
            id: '1',
            code: 'MAT-1',
            name: 'Disjuntor',
            quantity: 2,
            unitPrice: 10,
            unit: 'un',
            discountPercent: 5,
          },
        ],
        source: { platform: 'pt', companyId: String(world.company.company_id), id: String(row.document_id) },
      },
    ])
    await world.clock.advance(QUARTER)
    expect(await engine.sync(id)).toMatchObject({ outcome: 'complete', changes: 0 })
  })

  test('a changed sheet and a new one arrive by the next delta', async () => {
    const row = sheet(1)
    const { engine, id } = await connected(world, imported)
    await engine.sync(id)
    await world.clock.advance(QUARTER)
    change(world, row, { notes: 'Trocar o quadro' })
    sheet(2)
    const report = await engine.sync(id)
    expect(report.imports.serviceSheets).toMatchObject({ created: 1, updated: 1 })
    expect(held().find(({ source }) => source.id === String(row.document_id))?.description).toBe(
      'Trocar o quadro',
    )
  })

  test('documents of other types, drafts and annulled sheets are none', async () => {
    addDocument({ document_type_id: INVOICE_TYPE, number: 3, status: 1 })
    sheet(-1, { status: 0 })
    sheet(4, { status: 2 })
    const { engine, id } = await connected(world, imported)
    const report = await engine.sync(id)
    expect(report).toMatchObject({
      outcome: 'complete',
      imports: { serviceSheets: { read: 0, rejected: 0 } },
    })
    expect(held()).toEqual([])
    expect(asked()).not.toContain('documents/getOne')
  })

  test('a draft that is closed later arrives then', async () => {
    const row = sheet(-1, { status: 0 })
    const { engine, id } = await connected(world, imported)
    await engine.sync(id)
    await world.clock.advance(QUARTER)
    change(world, row, { status: 1, number: 5 })
    expect((await engine.sync(id)).imports.serviceSheets).toMatchObject({ created: 1 })
  })

  test('a sheet that cannot be read is set aside alone, and an unreadable invoice is nobody’s problem', async () => {
    const row = sheet(1, { entity_name: { broken: true } })
    addDocument({ document_type_id: INVOICE_TYPE, entity_name: { broken: true } })
    sheet(2)
    const { engine, id } = await connected(world, imported)
    const report = await engine.sync(id)
    expect(report).toMatchObject({
      outcome: 'complete',
      imports: { serviceSheets: { created: 1, rejected: 1 } },
    })
    const [group, ...others] = await engine.problems(id)
    expect(others).toEqual([])
    expect(group).toMatchObject({ code: 'unreadable_row', count: 1 })
    expect(group?.problems[0]).toMatchObject({ key: String(row.document_id) })
    await world.clock.advance(QUARTER)
    change(world, row, { entity_name: 'Padaria Central' })
    expect((await engine.sync(id)).imports.serviceSheets).toMatchObject({ created: 1 })
    expect(await engine.problems(id)).toEqual([])
  })

  test('a closed sheet without a number is set aside', async () => {
    sheet(0)
    const { engine, id } = await connected(world, imported)
    expect((await engine.sync(id)).imports.serviceSheets).toMatchObject({ created: 0, rejected: 1 })
    expect(await engine.problems(id)).toMatchObject([{ code: 'missing_number', count: 1 }])
  })

  test.each([
    ['stays at the host', {}, true],
    ['is taken away where the settings want that', { gone: 'deactivate' }, false],
  ] as const)('an annulled sheet %s', async (_name, how, active) => {
    const row = sheet(1)
    const { engine, id } = await connected(world, imported)
    await engine.updateSettings(id, { imports: { serviceSheets: how } })
    await engine.sync(id)
    change(world, row, { status: 2 })
    await engine.sync(id, { mode: 'full' })
    expect([...world.host.state.serviceSheets.values()].map((entry) => entry.active)).toEqual([active])
  })

  test('more sheets than one page holds all arrive', async () => {
    for (let number = 1; number <= 120; number++) sheet(number, number % 2 ? {} : { document_type_id: 1 })
    const { engine, id } = await connected(world, imported)
    expect((await engine.sync(id)).imports.serviceSheets).toMatchObject({ created: 60, rejected: 0 })
  })

  test('nothing is asked while they are off, which they are until they are chosen', async () => {
    sheet(1)
    const { engine, id } = await connected(world)
    const before = world.emulator.requests.length
    const report = await engine.sync(id)
    expect(report.imports).not.toHaveProperty('serviceSheets')
    expect(asked(before)).toEqual([])
    expect(codesOf((await engine.health(id)).warnings)).toEqual([])
  })

  test('they need a start date', async () => {
    const { engine, id } = await connected(world)
    await expect(
      engine.updateSettings(id, { imports: { serviceSheets: { enabled: true } } }),
    ).rejects.toMatchObject({
      code: 'invalid_settings',
      message: expect.stringContaining('imports.serviceSheets.startDate'),
    })
  })
})

describe('an account that does not have them under that name', () => {
  test.each([
    ['none at all', undefined, 'Folha de Serviço'],
    ['another name', { ...SHEETS, typeName: 'Ficha de Obra' }, 'Folha de Serviço'],
    ['a misspelt setting', SHEETS, 'Folha de Obra'],
  ])('%s: health says so, and no run asks', async (_name, offered, typeName) => {
    open(offered)
    sheet(1)
    const { engine, id } = await connected(world, {
      imports: { serviceSheets: { enabled: true, startDate: '2020-01-01', typeNames: [typeName] } },
    })
    const before = world.emulator.requests.length
    for (let run = 0; run < 3; run++) {
      expect(await engine.sync(id)).toMatchObject({ outcome: 'complete' })
      await world.clock.advance(QUARTER)
    }
    expect(asked(before)).toEqual([])
    expect(held()).toEqual([])
    const { warnings } = await engine.health(id)
    expect(codesOf(warnings)).toEqual(['service_sheets_not_offered'])
    expect(warnings[0]?.message).toContain(typeName)
  })

  test('the name that the account uses can be set later, written in any case and without accents', async () => {
    open({ ...SHEETS, typeName: 'Ficha de Intervenção' })
    sheet(1)
    const { engine, id } = await connected(world, imported)
    await engine.sync(id)
    await engine.updateSettings(id, { imports: { serviceSheets: { typeNames: ['ficha de intervencao'] } } })
    expect(codesOf((await engine.health(id)).warnings)).toEqual([])
    expect((await engine.sync(id)).imports.serviceSheets).toMatchObject({ created: 1 })
  })

  test('an account that could not be asked is not said to have none', async () => {
    open()
    world.emulator.faults.plan({
      on: 'documents/getAllDocumentTypes',
      times: Infinity,
      fault: { kind: 'status', status: 500 },
    })
    const { engine, id } = await connected(world, imported)
    expect(codesOf((await engine.health(id)).warnings)).not.toContain('service_sheets_not_offered')
  })
})

describe('work orders that become service sheets', () => {
  const kind = 'serviceSheet'
  const exported: SettingsInput = {
    exports: { ...exportAtOnce.exports, kind, serviceSheetGroup: SHEETS.group },
  }
  const sheets = () => world.company.documents.filter((row) => row.document_type_id === SHEET_TYPE)
  async function exporting(offered = SHEETS) {
    open(offered)
    const { engine, id } = await connected(world)
    await engine.updateSettings(id, { exports: { ...exported.exports, serviceSheetGroup: offered.group } })
    return { engine, id }
  }

  test('each is made once, closed and acknowledged', async () => {
    const { engine, id } = await exporting()
    world.host.addWorkOrders([jobFor(world, 1)])
    expect((await engine.sync(id)).exports).toMatchObject({ [kind]: { exported: 1, acknowledged: 1 } })
    await engine.sync(id)
    expect(sheets().map(({ status }) => status)).toEqual([1])
    expect(world.host.state.workOrders.get('wo-1')?.document?.kind).toBe(kind)
    expect(world.company.documents).toHaveLength(1)
  })

  test.each(['insert', 'update'])('one is made although the answer of %s was lost', async (method) => {
    const { engine, id } = await exporting({ ...SHEETS, group: 'fieldSheets' })
    await engine.sync(id)
    world.emulator.faults.plan({ on: `fieldSheets/${method}`, fault: { kind: 'cut', when: 'after' } })
    world.host.addWorkOrders([jobFor(world, 1)])
    for (let run = 0; run < 5; run++) {
      await engine.sync(id)
      await world.clock.advance(HOUR)
    }
    expect(sheets().map(({ status }) => status)).toEqual([1])
    expect(await engine.problems(id)).toEqual([])
  })

  test('a group that is not there makes nothing, and a person is told', async () => {
    const { engine, id } = await exporting()
    await engine.updateSettings(id, { exports: { serviceSheetGroup: 'noSuchGroup' } })
    world.host.addWorkOrders([jobFor(world, 1)])
    for (let run = 0; run < 12; run++) {
      await engine.sync(id)
      await world.clock.advance(24 * HOUR)
    }
    expect(world.company.documents).toEqual([])
    expect(await engine.problems(id)).toHaveLength(1)
    expect(world.host.state.workOrders.get('wo-1')?.document).toBeUndefined()
  })

  test.each([
    ['the settings name no group', SHEETS, { kind }, {}],
    ['the account has none', undefined, exported.exports, {}],
    ['they are imported too', SHEETS, exported.exports, imported],
    ['the group is no word', SHEETS, { ...exported.exports, serviceSheetGroup: 'a/b' }, {}],
  ] as const)('the settings are refused where %s', async (_name, offered, exports, more) => {
    open(offered)
    const { engine, id } = await connected(world)
    await expect(engine.updateSettings(id, { ...more, exports })).rejects.toMatchObject({
      code: 'invalid_settings',
    })
    expect((await engine.settings(id)).exports.kind).toBe('invoice')
  })
})
