import { afterEach, describe, expect, test } from 'vitest'
import { exportAtOnce } from '../support/engine.ts'
import { connectedEs, type EsWorld, esJob, livingDocuments, openEsWorld } from '../support/es-engine.ts'

const HOUR = 3_600_000

let world: EsWorld
afterEach(() => world.close())

describe.each(['es', 'on'] as const)('a connection to Moloni %s', (platform) => {
  test('imports customers, products and the tree of categories, then reads what changed', async () => {
    world = openEsWorld({ platform, customers: 60, products: 110 })
    const { engine, id } = await connectedEs(world)
    const report = await engine.sync(id)
    expect(report).toMatchObject({ outcome: 'complete', errors: [] })
    const { relations, materials, hourTypes, materialCategories } = report.imports
    expect(relations?.created).toBe(world.company.customers.length - (relations?.rejected ?? 0))
    expect((materials?.created ?? 0) + (hourTypes?.created ?? 0)).toBeGreaterThan(100)
    expect(hourTypes?.created).toBeGreaterThan(3)
    expect(materialCategories?.created).toBe(world.company.productCategories.length)
    const seen = new Set<string>()
    for (const { record } of world.host.state.materialCategories.values()) {
      if (record.parentCode) expect(seen).toContain(record.parentCode)
      seen.add(record.code)
    }
    const again = await engine.sync(id)
    expect(again).toMatchObject({ outcome: 'complete', changes: 0 })
    expect(again.requests).toBeLessThanOrEqual(3)
  })

  test('exports an invoice and a purchase order, each once, by rule', async () => {
    world = openEsWorld({ platform })
    const { engine, id } = await connectedEs(world, {
      exports: {
        ...exportAtOnce.exports,
        rules: [{ typesOfWork: ['order'], kind: 'purchaseOrder' }],
      },
    })
    world.host.addWorkOrders([esJob(world, 1), esJob(world, 2, { typeOfWork: 'order' })])
    const report = await engine.sync(id)
    expect(report.errors).toEqual([])
    expect(await engine.problems(id)).toEqual([])
    expect(report.exports.invoice).toMatchObject({ exported: 1, acknowledged: 1 })
    expect(report.exports.purchaseOrder).toMatchObject({ exported: 1, acknowledged: 1 })
    await world.clock.advance(HOUR)
    await engine.sync(id)
    expect(livingDocuments(world).map(({ status }) => status)).toEqual([1, 1])
  })
})
