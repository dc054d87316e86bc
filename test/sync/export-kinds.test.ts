import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connected, exportAtOnce, jobFor, openWorld, type World } from '../support/engine.ts'

const HOUR = 3_600_000

let world: World
beforeEach(() => {
  world = openWorld()
})
afterEach(() => world.close())

const TYPES = { invoice: 1, invoiceReceipt: 27, purchaseOrder: 28, internalDocument: 23 } as const
const GROUPS = {
  invoice: 'invoices',
  invoiceReceipt: 'invoiceReceipts',
  purchaseOrder: 'purchaseOrder',
  internalDocument: 'internalDocuments',
} as const
const kinds = Object.keys(TYPES) as (keyof typeof TYPES)[]

const settingsFor = (kind: keyof typeof TYPES) => ({
  exports: {
    ...exportAtOnce.exports,
    kind,
    payments: { fallback: Number(world.company.paymentMethods[0]?.payment_method_id) },
  },
})

describe.each(kinds)('%s', (kind) => {
  test('is made once, closed and acknowledged', async () => {
    const { engine, id } = await connected(world, settingsFor(kind))
    world.host.addWorkOrders([jobFor(world, 1)])
    const report = await engine.sync(id)
    expect(report.exports).toMatchObject({ [kind]: { exported: 1, acknowledged: 1 } })
    await engine.sync(id)
    expect(world.company.documents.map((row) => [row.document_type_id, row.status])).toEqual([
      [TYPES[kind], 1],
    ])
    expect(world.host.state.workOrders.get('wo-1')?.document?.kind).toBe(kind)
  })

  test('is made once although the answer was lost', async () => {
    const { engine, id } = await connected(world, settingsFor(kind))
    await engine.sync(id)
    world.emulator.faults.plan({ on: `${GROUPS[kind]}/insert`, fault: { kind: 'cut', when: 'after' } })
    world.host.addWorkOrders([jobFor(world, 1)])
    for (let run = 0; run < 5; run++) {
      await engine.sync(id)
      await world.clock.advance(HOUR)
    }
    expect(world.company.documents.map(({ status }) => status)).toEqual([1])
    expect(await engine.problems(id)).toEqual([])
  })

  test('does not take a document of another kind with the same reference for its own', async () => {
    const { engine, id } = await connected(world, settingsFor(kind))
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    const [made] = world.company.documents
    if (!made) throw new Error('There is no document.')
    const stranger = { ...made, document_id: made.document_id + 50_000, document_type_id: 15 }
    world.company.documents.push(stranger)
    world.host.addWorkOrders([jobFor(world, 2)])
    await engine.sync(id)
    expect(await engine.problems(id)).toEqual([])
  })
})

describe('rules', () => {
  test('give each work order its kind, series and state; the first that fits decides', async () => {
    const { engine, id } = await connected(world, {
      exports: {
        ...exportAtOnce.exports,
        rules: [
          { typesOfWork: ['install'], kind: 'purchaseOrder' },
          { typesOfWork: ['install', 'check'], kind: 'internalDocument', state: 'draft' },
          { projects: ['P9'], state: 'draft' },
        ],
      },
    })
    world.host.addWorkOrders([
      jobFor(world, 1, { typeOfWork: 'install' }),
      jobFor(world, 2, { typeOfWork: 'check' }),
      jobFor(world, 3, { projectNumber: 'P9' }),
      jobFor(world, 4),
    ])
    const report = await engine.sync(id)
    expect(report.exports).toMatchObject({
      invoice: { exported: 2 },
      purchaseOrder: { exported: 1 },
      internalDocument: { exported: 1 },
    })
    const made = world.company.documents.map((row) => [row.document_type_id, row.status])
    expect(made).toEqual([
      [28, 1],
      [23, 0],
      [1, 0],
      [1, 1],
    ])
  })

  test('that change later make no second document of another kind', async () => {
    const { engine, id } = await connected(world, exportAtOnce)
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    await engine.updateSettings(id, { exports: { kind: 'internalDocument' } })
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    expect(world.company.documents).toHaveLength(1)
  })

  test('that would make another kind of a corrected draft stop that work order', async () => {
    const { engine, id } = await connected(world, { exports: { ...exportAtOnce.exports, state: 'draft' } })
    world.host.addWorkOrders([jobFor(world, 1)])
    await engine.sync(id)
    await engine.updateSettings(id, { exports: { rules: [{ typesOfWork: ['x'], kind: 'purchaseOrder' }] } })
    world.host.addWorkOrders([jobFor(world, 1, { typeOfWork: 'x' })])
    await engine.sync(id)
    expect((await engine.problems(id)).map(({ code }) => code)).toEqual(['kind_changed'])
    expect(world.company.documents).toHaveLength(1)
  })

  test('only the kinds that a run is told of take part in it', async () => {
    const { engine, id } = await connected(world, {
      exports: { ...exportAtOnce.exports, rules: [{ typesOfWork: ['x'], kind: 'purchaseOrder' }] },
    })
    world.host.addWorkOrders([jobFor(world, 1), jobFor(world, 2, { typeOfWork: 'x' })])
    const report = await engine.sync(id, { kinds: ['purchaseOrder'] })
    expect(Object.keys(report.exports)).toEqual(['purchaseOrder'])
    expect(world.company.documents.map(({ document_type_id }) => document_type_id)).toEqual([28])
  })
})
